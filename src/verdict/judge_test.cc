#include "verdict/judge.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/sample_shelf.h"

namespace paraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Verdict judged(const Claim& claim, const EvidenceContext& context = sample_context()) {
  const MemoryShelf shelf = sample_shelf();
  const auto evidence = gather_evidence(claim, shelf, context);
  EXPECT_TRUE(evidence);
  return judge(claim, *evidence, {context.now, context.published});
}

EvidenceLine line_of(Agrees agrees, bool usual, std::string reading, std::string source = "gondor-stat") {
  EvidenceLine line;
  line.source = SourceId(source);
  line.reading = std::move(reading);
  line.value = Decimal(100);
  line.unit = "USD";
  line.difference_percent = Decimal(3);
  line.usual = usual;
  line.agrees = agrees;
  return line;
}

Verdict judged_lines(std::vector<EvidenceLine> lines) {
  Evidence evidence;
  evidence.lines = std::move(lines);
  const Claim claim = sample_claim(TradeValue{}, "GN", "AN", sample_figure("97", 2, 0), "2020");
  return judge(claim, evidence, {sample_context().now, std::nullopt});
}

TEST(Judge, SupportsWhatAgreesAndNothingContradicts) {
  const Verdict verdict = judged_lines({line_of(Agrees::kYes, true, "Gondor's statistics")});
  EXPECT_EQ(verdict.label, VerdictLabel::kSupported);
  EXPECT_THAT(verdict.readings, ElementsAre("Gondor's statistics"));
  EXPECT_FALSE(verdict.reason);
}

TEST(Judge, DisputesWhereSourcesDisagreeAndSaysByHowMuch) {
  const Verdict verdict =
      judged_lines({line_of(Agrees::kYes, true, "Gondor's statistics"), line_of(Agrees::kNo, true, "Arnor's statistics", "arnor-census")});
  EXPECT_EQ(verdict.label, VerdictLabel::kDisputed);
  EXPECT_THAT(verdict.why, HasSubstr("3 % above in Arnor's statistics (arnor-census)"));
}

TEST(Judge, RefutesWhereNoReadingAgrees) {
  const Verdict verdict =
      judged_lines({line_of(Agrees::kNo, true, "a"), line_of(Agrees::kNo, false, "b"), line_of(Agrees::kContext, true, "c")});
  EXPECT_EQ(verdict.label, VerdictLabel::kRefuted);
  EXPECT_TRUE(verdict.readings.empty());
}

TEST(Judge, SupportsANearFigureOnlyAsRevisedAndARoundedOneAsRounded) {
  EXPECT_THAT(judged_lines({line_of(Agrees::kNear, true, "a")}).readings, ElementsAre("a (revised)"));
  EXPECT_EQ(judged_lines({line_of(Agrees::kNear, true, "a")}).label, VerdictLabel::kSupported);
  EXPECT_THAT(judged_lines({line_of(Agrees::kRounded, true, "a")}).readings, ElementsAre("a (rounded)"));
  EXPECT_EQ(judged_lines({line_of(Agrees::kNear, true, "a"), line_of(Agrees::kNo, true, "b")}).label, VerdictLabel::kDisputed);
}

TEST(Judge, SupportsAnUnusualReadingAloneButLetsAUsualOneDisputeIt) {
  const Verdict alone = judged_lines({line_of(Agrees::kYes, false, "constant crowns")});
  EXPECT_EQ(alone.label, VerdictLabel::kSupported);
  EXPECT_THAT(alone.readings, ElementsAre("constant crowns (not stated by the text)"));
  const Verdict against = judged_lines({line_of(Agrees::kYes, false, "constant crowns"), line_of(Agrees::kNo, true, "current crowns")});
  EXPECT_EQ(against.label, VerdictLabel::kDisputed);
  EXPECT_THAT(against.why, HasSubstr("fits only a reading that the text does not state"));
  const Verdict usual = judged_lines({line_of(Agrees::kYes, true, "current crowns"), line_of(Agrees::kNo, false, "constant crowns")});
  EXPECT_EQ(usual.label, VerdictLabel::kSupported);
}

TEST(Judge, GivesTheWorkedExample) {
  EXPECT_EQ(judged(sample_claim(Relations{}, "AN", "GN", std::nullopt, "1992")).label, VerdictLabel::kSupported);
  EXPECT_EQ(judged(sample_claim(TradeValue{}, "GN", "AN", sample_figure("277000000", 3, 6), "2020")).label, VerdictLabel::kDisputed);
  const Verdict later = judged(sample_claim(TradeValue{}, "GN", "AN", sample_figure("424600000", 4, 5), "2021"));
  EXPECT_EQ(later.label, VerdictLabel::kDisputed);
  EXPECT_THAT(later.readings, ElementsAre("Gondor's statistics, goods, calendar year 2021 (revised)"));
  TradeChange grew;
  grew.from_period = CivilPeriod::year(2020);
  grew.to_period = CivilPeriod::year(2021);
  EXPECT_EQ(judged(sample_claim(grew, "GN", "AN", std::nullopt, "")).label, VerdictLabel::kSupported);
  const Verdict aid = judged(sample_claim(AssistanceValue{}, "AN", "GN", sample_figure("107000000", 3, 6, Comparator::kAbout), "2019/.."));
  EXPECT_EQ(aid.label, VerdictLabel::kDisputed);
  EXPECT_THAT(aid.why, HasSubstr("constant dollars of fiscal year 2023"));
  EXPECT_EQ(judged(sample_claim(Membership{}, "GN", "WE", std::nullopt, "")).label, VerdictLabel::kSupported);
  EXPECT_EQ(judged(sample_claim(Membership{MembershipStatus::kObserver}, "GN", "WC", std::nullopt, "")).label, VerdictLabel::kSupported);
}

TEST(Judge, LaysOutdatedOverAPlaceThatHasChanged) {
  const Claim second = sample_claim(TradeRank{}, "GN", "AN", sample_figure("2", 1, 0, Comparator::kEqual, "rank"), "2021");
  const Verdict verdict = judged(second);
  EXPECT_EQ(verdict.label, VerdictLabel::kOutdated);
  EXPECT_EQ(verdict.was, VerdictLabel::kSupported);
  ASSERT_TRUE(verdict.outdated);
  EXPECT_EQ(verdict.outdated->newer_period, CivilPeriod::year(2022));
  EXPECT_EQ(verdict.outdated->now_says, "3rd of 3, $20 million (gondor-stat, 2022)");
  EXPECT_TRUE(verdict.outdated->when_published);
  EXPECT_FALSE(judged(second, sample_context("2022-02-01")).outdated->when_published);
  EXPECT_TRUE(judged(second, sample_context("")).outdated->publication_unknown);
  // A place of long ago is history, and a false one is never outdated.
  EXPECT_EQ(judged(second, sample_context("2030-01-01")).label, VerdictLabel::kSupported);
  const Verdict wrong = judged(sample_claim(TradeRank{}, "GN", "AN", sample_figure("1", 1, 0, Comparator::kEqual, "rank"), "2021"));
  EXPECT_EQ(wrong.label, VerdictLabel::kRefuted);
  EXPECT_FALSE(wrong.outdated);
}

TEST(Judge, ReadsAPlaceWithoutAYearByTheLatestYearThatItFits) {
  const Verdict verdict = judged(sample_claim(TradeRank{}, "GN", "AN", sample_figure("2", 1, 0, Comparator::kEqual, "rank"), ""));
  EXPECT_EQ(verdict.label, VerdictLabel::kOutdated);
  EXPECT_THAT(verdict.readings.front(), HasSubstr("2021 (the text names no year)"));
}

TEST(Judge, LeavesAFigureOfAClosedPeriodInItsPeriod) {
  const Verdict verdict = judged(sample_claim(TradeValue{}, "GN", "AN", sample_figure("277000000", 3, 6), "2020"));
  EXPECT_FALSE(verdict.evidence.newer.empty());
  EXPECT_FALSE(verdict.outdated);
}

TEST(Judge, CallsAMembershipThatEndedOutdated) {
  const Verdict lapsed = judged(sample_claim(Membership{}, "GN", "LE", std::nullopt, ""));
  EXPECT_EQ(lapsed.label, VerdictLabel::kOutdated);
  EXPECT_THAT(lapsed.outdated->now_says, HasSubstr("not listed as member after the edition of 2016"));
  // The almanac lags: in 2017 it still had an observer that had become a member.
  const Verdict lagging =
      judged(sample_claim(Membership{MembershipStatus::kObserver}, "GN", "GU", std::nullopt, ""), sample_context("2017-03-01"));
  EXPECT_EQ(lagging.label, VerdictLabel::kOutdated);
  EXPECT_EQ(lagging.was, VerdictLabel::kDisputed);
  EXPECT_EQ(lagging.outdated->newer_period, *CivilPeriod::parse("2015-11-30"));
  EXPECT_TRUE(lagging.outdated->when_published);
  const Verdict before =
      judged(sample_claim(Membership{MembershipStatus::kObserver}, "GN", "GU", std::nullopt, ""), sample_context("2014-03-01"));
  EXPECT_EQ(before.was, VerdictLabel::kSupported);
  EXPECT_FALSE(before.outdated->when_published);
}

TEST(Judge, SaysWhyNothingCouldBeDecided) {
  const auto reason = [](const Verdict& verdict) {
    EXPECT_EQ(verdict.label, VerdictLabel::kUnverifiable);
    return verdict.reason.value();
  };
  const Quantity amount = sample_figure("277000000", 3, 6);
  EXPECT_EQ(reason(judged(sample_claim(PeopleCount{}, "GN", "AN", sample_figure("400", 3, 0), "2020"))), UnverifiableReason::kNoData);
  EXPECT_EQ(reason(judged(sample_claim(TradeValue{}, "GN", "HA", amount, "1999"))), UnverifiableReason::kNoData);
  EXPECT_EQ(reason(judged(sample_claim(TradeValue{}, "GN", "AN", amount, ""))), UnverifiableReason::kMissingPeriod);
  EXPECT_EQ(reason(judged(sample_claim(TradeValue{}, "GN", "", amount, "2020"))), UnverifiableReason::kAmbiguousActor);
  EXPECT_EQ(
      reason(judged(sample_claim(TradeRank{}, "GN", "AN", sample_figure("2", 1, 0, Comparator::kEqual, "rank"), ""), sample_context(""))),
      UnverifiableReason::kMissingPeriod);
  TradeScope services;
  services.coverage = Coverage::kServices;
  EXPECT_EQ(reason(judged(sample_claim(TradeValue{services}, "GN", "AN", amount, "2020"))), UnverifiableReason::kAmbiguousMeasure);
  EXPECT_EQ(reason(judged(sample_claim(Stance{}, "GN", "AN", std::nullopt, ""))), UnverifiableReason::kNotCheckable);
  Claim planned = sample_claim(Membership{}, "GN", "WE", std::nullopt, "");
  planned.modality = Modality::kPlanned;
  EXPECT_EQ(reason(judged(planned)), UnverifiableReason::kNotCheckable);
  EvidenceContext early = sample_context();
  early.as_of = RecordedAt{std::chrono::sys_days(std::chrono::year(2019) / 1 / 1)};
  EXPECT_EQ(reason(judged(sample_claim(Relations{}, "AN", "GN", std::nullopt, "1992"), early)), UnverifiableReason::kNoVintage);
  EXPECT_EQ(reason(judged(sample_claim(Membership{}, "GN", "WE", std::nullopt, ""), early)), UnverifiableReason::kNoVintage);
}

TEST(Judge, DecidesOnFewerRowsByAnEarlierDay) {
  EvidenceContext early = sample_context();
  early.as_of = RecordedAt{std::chrono::sys_days(std::chrono::year(2022) / 6 / 30)};
  // Only Arnor's table was there, and it does not agree.
  const Verdict verdict = judged(sample_claim(TradeValue{}, "GN", "AN", sample_figure("277000000", 3, 6), "2020"), early);
  EXPECT_EQ(verdict.label, VerdictLabel::kRefuted);
  EXPECT_TRUE(verdict.evidence.vintage_unknown);
}

TEST(Names, CoverEveryLabelAndReason) {
  EXPECT_EQ(verdict_label_name(VerdictLabel::kUnverifiable), "unverifiable");
  EXPECT_EQ(unverifiable_reason_name(UnverifiableReason::kNotCheckable), "not-checkable");
}

}  // namespace
}  // namespace paraph
