#include "evidence/gather_evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/sample_shelf.h"

namespace paraph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Evidence gathered(const Claim& claim, const EvidenceContext& context = sample_context()) {
  const MemoryShelf shelf = sample_shelf();
  auto evidence = gather_evidence(claim, shelf, context);
  EXPECT_TRUE(evidence);
  return *evidence;
}

const EvidenceLine* line_from(const Evidence& evidence, std::string_view vintage) {
  for (const EvidenceLine& line : evidence.lines) {
    if (line.vintage.str() == vintage) return &line;
  }
  return nullptr;
}

TEST(TradeEvidence, HoldsEveryReportersSumApartWithItsParts) {
  const Evidence evidence = gathered(sample_claim(TradeValue{}, "GN", "AN", sample_figure("277000000", 3, 6), "2020"));
  ASSERT_EQ(evidence.lines.size(), 2u);
  const EvidenceLine& own = evidence.lines[0];
  EXPECT_EQ(own.source, SourceId("gondor-stat"));
  EXPECT_EQ(own.value->str(), "276974360");
  EXPECT_EQ(own.agrees, Agrees::kYes);
  EXPECT_EQ(own.difference_percent->str(), "-0.01");
  EXPECT_EQ(own.reading, "Gondor's statistics, goods, calendar year 2020");
  EXPECT_THAT(own.components, ElementsAre("exports 28496300 (line 1)", "imports 248478060 (line 2)"));
  EXPECT_EQ(own.query, "paraph data show trade GN AN 2020");
  EXPECT_EQ(evidence.lines[1].value->str(), "261788980");
  EXPECT_EQ(evidence.lines[1].agrees, Agrees::kNo);
  EXPECT_EQ(evidence.tolerance, "[276.5, 277.5) million USD");
}

TEST(TradeEvidence, MirrorsWhatOneExportsInWhatTheOtherImports) {
  const Evidence evidence =
      gathered(sample_claim(TradeValue{scope_of(Flow::kExports)}, "GN", "AN", sample_figure("80700000", 3, 5), "2020"));
  const EvidenceLine* mirror = line_from(evidence, "arnor@2022");
  ASSERT_NE(mirror, nullptr);
  EXPECT_EQ(mirror->value->str(), "80711979");
  EXPECT_THAT(mirror->series, HasSubstr("imports, goods, reporter AN"));
  EXPECT_EQ(line_from(evidence, "gondor@2023")->value->str(), "28496300");
}

TEST(TradeEvidence, TakesTheBalanceFromTheSubjectsSide) {
  const Evidence evidence =
      gathered(sample_claim(TradeValue{scope_of(Flow::kBalance)}, "GN", "AN", sample_figure("-220000000", 2, 7), "2020"));
  EXPECT_EQ(line_from(evidence, "gondor@2023")->value->str(), "-219981760");
  EXPECT_EQ(line_from(evidence, "gondor@2023")->agrees, Agrees::kYes);
  EXPECT_EQ(line_from(evidence, "arnor@2022")->value->str(), "-100365022");
}

TEST(TradeEvidence, AddsYearsOnlyWhereAllAreThere) {
  const Evidence whole = gathered(sample_claim(TradeValue{}, "GN", "AN", sample_figure("703000000", 3, 6), "2020/2021"));
  EXPECT_EQ(line_from(whole, "gondor@2023")->value->str(), "703253410");
  EXPECT_EQ(line_from(whole, "arnor@2022"), nullptr);  // Has 2020 alone.
}

TEST(TradeEvidence, MeetsAFiscalYearByTheCalendarYearAsAnUnusualReadingThatRefutesNothing) {
  const Evidence fits = gathered(sample_claim(TradeValue{}, "GN", "AN", sample_figure("277000000", 3, 6), "FY2020"));
  EXPECT_EQ(fits.lines.front().agrees, Agrees::kYes);
  EXPECT_FALSE(fits.lines.front().usual);
  for (const EvidenceLine& line : gathered(sample_claim(TradeValue{}, "GN", "AN", sample_figure("1", 1, 0), "FY2020")).lines) {
    EXPECT_EQ(line.agrees, Agrees::kContext);
  }
}

TEST(TradeEvidence, LeavesAPartOfTradeUndecided) {
  TradeScope services;
  services.coverage = Coverage::kGoodsServices;
  for (const EvidenceLine& line :
       gathered(sample_claim(TradeValue{services}, "GN", "AN", sample_figure("277000000", 3, 6), "2020")).lines) {
    EXPECT_EQ(line.agrees, Agrees::kContext);
  }
  TradeScope grain;
  grain.product = "grain";
  EXPECT_TRUE(gathered(sample_claim(TradeValue{grain}, "GN", "AN", sample_figure("277000000", 3, 6), "2020")).lines.empty());
}

TEST(TradeEvidence, DecidesNothingInAnotherCurrencyOrWithoutAPeriod) {
  const auto euros = gathered(sample_claim(TradeValue{}, "GN", "AN", sample_figure("277000000", 3, 6, Comparator::kEqual, "EUR"), "2020"));
  EXPECT_EQ(euros.lines.front().agrees, Agrees::kContext);
  const auto undated = gathered(sample_claim(TradeValue{}, "GN", "AN", sample_figure("277000000", 3, 6), ""));
  ASSERT_FALSE(undated.lines.empty());
  for (const EvidenceLine& line : undated.lines) EXPECT_EQ(line.agrees, Agrees::kContext);
}

TEST(TradeEvidence, RecomputesGrowthFromLevels) {
  TradeChange change;
  change.from_period = CivilPeriod::year(2020);
  change.to_period = CivilPeriod::year(2021);
  const Evidence up = gathered(sample_claim(change, "GN", "AN", std::nullopt, ""));
  ASSERT_EQ(up.lines.size(), 1u);  // Arnor's two vintages hold a year each.
  EXPECT_EQ(up.lines.front().value->str(), "53.91");
  EXPECT_EQ(up.lines.front().agrees, Agrees::kYes);
  change.direction = Direction::kDown;
  EXPECT_EQ(gathered(sample_claim(change, "GN", "AN", std::nullopt, "")).lines.front().agrees, Agrees::kNo);
  change = TradeChange{};
  const Evidence against_before =
      gathered(sample_claim(change, "GN", "AN", sample_figure("54", 2, 0, Comparator::kEqual, "percent"), "2021"));
  EXPECT_EQ(against_before.lines.front().agrees, Agrees::kYes);
  EXPECT_THAT(against_before.lines.front().reading, HasSubstr("against the year before"));
}

TEST(RankEvidence, LeavesOutGroupsAndResidualsAndSaysSo) {
  const Evidence evidence = gathered(sample_claim(TradeRank{}, "GN", "AN", sample_figure("2", 1, 0, Comparator::kEqual, "rank"), "2021"));
  ASSERT_EQ(evidence.lines.size(), 1u);
  const EvidenceLine& line = evidence.lines.front();
  EXPECT_EQ(line.says, "2nd of 3, $426.28 million");
  EXPECT_EQ(line.agrees, Agrees::kYes);
  EXPECT_THAT(line.exclusions, testing::UnorderedElementsAre("Other lands (residual; 3rd if it were counted)", "The West (aggregate)"));
  EXPECT_EQ(line.query, "paraph data show rank GN 2021 total");
  ASSERT_EQ(evidence.newer.size(), 1u);
  EXPECT_EQ(evidence.newer.front().says, "3rd of 3, $20 million");
  EXPECT_EQ(evidence.newer.front().agrees, Agrees::kNo);
}

TEST(RankEvidence, DeniesAPresentPlaceByRecentYearsOnly) {
  const Claim first = sample_claim(TradeRank{}, "GN", "AN", sample_figure("1", 1, 0, Comparator::kEqual, "rank"), "");
  EXPECT_EQ(gathered(first, sample_context("2024-07-15")).lines.front().agrees, Agrees::kNo);
  EXPECT_EQ(gathered(first, sample_context("2025-07-15")).lines.front().agrees, Agrees::kContext);
}

TEST(RankEvidence, GivesTheSamePlaceToTheSameFigure) {
  const MemoryShelf shelf("v s -", R"(
    v exports GN AN 2021 5 USD - goods - country Arnor
    v exports GN RO 2021 5 USD - goods - country Rohan
    v exports GN UM 2021 9 USD - goods - country Umbar
  )",
                          "");
  const Claim claim =
      sample_claim(TradeRank{scope_of(Flow::kExports)}, "GN", "RO", sample_figure("2", 1, 0, Comparator::kEqual, "rank"), "2021");
  const auto evidence = gather_evidence(claim, shelf, sample_context());
  ASSERT_EQ(evidence->lines.size(), 1u);
  EXPECT_EQ(evidence->lines.front().says, "tied 2nd of 3, $5");
}

TEST(RankEvidence, DoesNotRankWithinASetThatItDoesNotKnow) {
  TradeScope scoped;
  scoped.scope = "in the South";
  const Evidence evidence =
      gathered(sample_claim(TradeRank{scoped}, "GN", "AN", sample_figure("1", 1, 0, Comparator::kEqual, "rank"), "2021"));
  EXPECT_EQ(evidence.lines.front().agrees, Agrees::kContext);
}

TEST(ShareEvidence, DividesByTheSumOfPartnersWhereNoWorldIsPublished) {
  const Evidence evidence = gathered(
      sample_claim(TradeShare{scope_of(Flow::kImports)}, "GN", "AN", sample_figure("64.5", 3, -1, Comparator::kEqual, "percent"), "2021"));
  ASSERT_EQ(evidence.lines.size(), 1u);
  EXPECT_EQ(evidence.lines.front().value->str(), "64.52");
  EXPECT_EQ(evidence.lines.front().agrees, Agrees::kYes);
  EXPECT_THAT(evidence.lines.front().reading, HasSubstr("of the sum of all partners"));
}

TEST(AssistanceEvidence, SumsFiscalYearsInEachPriceAndMarksTheUnusual) {
  const Evidence evidence =
      gathered(sample_claim(AssistanceValue{}, "AN", "GN", sample_figure("107000000", 3, 6, Comparator::kAbout), "2019/.."));
  ASSERT_EQ(evidence.lines.size(), 3u);
  EXPECT_EQ(evidence.lines[0].value->str(), "107000000");
  EXPECT_FALSE(evidence.lines[0].usual);
  EXPECT_THAT(evidence.lines[0].reading, HasSubstr("constant dollars of fiscal year 2023"));
  EXPECT_EQ(evidence.lines[0].agrees, Agrees::kYes);
  EXPECT_EQ(evidence.lines[1].value->str(), "90000000");
  EXPECT_TRUE(evidence.lines[1].usual);
  EXPECT_EQ(evidence.lines[1].agrees, Agrees::kNo);
}

TEST(AssistanceEvidence, LetsASeriesThatBeginsLaterContradictNothingByBeingLess) {
  const Evidence less = gathered(sample_claim(AssistanceValue{}, "AN", "GN", sample_figure("107000000", 3, 6), "2019/.."));
  const EvidenceLine& paid = less.lines.back();
  EXPECT_THAT(paid.reading, HasSubstr("recorded 2021 to 2021 only"));
  EXPECT_EQ(paid.agrees, Agrees::kContext);
  const Evidence more = gathered(sample_claim(AssistanceValue{}, "AN", "GN", sample_figure("20000000", 2, 6), "2019/.."));
  EXPECT_TRUE(std::ranges::any_of(
      more.lines, [](const EvidenceLine& line) { return line.reading.starts_with("disbursements") && line.agrees == Agrees::kNo; }));
}

TEST(AssistanceEvidence, TakesPaidAndBoundForTwoReadingsOfOneWord) {
  const Evidence evidence = gathered(sample_claim(AssistanceValue{}, "AN", "GN", sample_figure("31000000", 2, 6), "FY2021"));
  EXPECT_EQ(evidence.lines.front().agrees, Agrees::kYes);
  EXPECT_TRUE(std::ranges::none_of(evidence.lines, [](const EvidenceLine& line) { return line.usual && line.agrees == Agrees::kNo; }));
}

TEST(AssistanceEvidence, LeavesAidForASectorUndecided) {
  AssistanceValue water;
  water.sector = "water";
  for (const EvidenceLine& line : gathered(sample_claim(water, "AN", "GN", sample_figure("40000000", 2, 6), "FY2021")).lines) {
    EXPECT_EQ(line.agrees, Agrees::kContext);
  }
}

TEST(IndicatorEvidence, ReadsAFigureWithoutAYearByTheDocumentsDay) {
  const Claim claim = sample_claim(Indicator{}, "GN", "", sample_figure("3.6", 2, -1, Comparator::kEqual, "people"), "");
  Claim people = claim;
  people.quantity = sample_figure("3600000", 2, 5, Comparator::kEqual, "people");
  const Evidence evidence = gathered(people);
  ASSERT_EQ(evidence.lines.size(), 1u);
  EXPECT_EQ(evidence.lines.front().period, CivilPeriod::year(2022));
  EXPECT_THAT(evidence.lines.front().reading, HasSubstr("the text names no year"));
  ASSERT_EQ(evidence.newer.size(), 1u);
  EXPECT_EQ(evidence.newer.front().agrees, Agrees::kNo);
  EXPECT_TRUE(gathered(people, sample_context("")).lines.empty());
}

TEST(IndicatorEvidence, DividesForFiguresPerHead) {
  const Evidence evidence = gathered(sample_claim(Indicator{IndicatorKind::kGdpPerCapita}, "GN", "", sample_figure("2000", 4, 0), "2023"));
  ASSERT_EQ(evidence.lines.size(), 1u);
  EXPECT_EQ(evidence.lines.front().value->str(), "2000");
}

TEST(RelationsEvidence, PutsRecognitionAndEmbassyBesideTheDate) {
  const Evidence evidence = gathered(sample_claim(Relations{}, "GN", "AN", std::nullopt, "1992"));
  ASSERT_EQ(evidence.lines.size(), 3u);
  EXPECT_EQ(evidence.lines[0].says, "19 February 1992");
  EXPECT_EQ(evidence.lines[0].agrees, Agrees::kYes);
  EXPECT_EQ(evidence.lines[1].agrees, Agrees::kContext);
  EXPECT_EQ(gathered(sample_claim(Relations{}, "GN", "AN", std::nullopt, "1991")).lines[0].agrees, Agrees::kNo);
  EXPECT_EQ(gathered(sample_claim(Relations{}, "GN", "AN", std::nullopt, "1992-02-19")).lines[0].agrees, Agrees::kYes);
}

TEST(MissionEvidence, KnowsThatAPostWasClosed) {
  Mission consulate{MissionEvent::kExists, MissionType::kConsulate, "Pelargir"};
  EXPECT_EQ(gathered(sample_claim(consulate, "AN", "GN", std::nullopt, "")).lines.front().agrees, Agrees::kNo);
  EXPECT_EQ(gathered(sample_claim(consulate, "AN", "GN", std::nullopt, "1970")).lines.front().agrees, Agrees::kYes);
  Mission embassy{MissionEvent::kOpened, MissionType::kEmbassy, "Osgiliath"};
  EXPECT_EQ(gathered(sample_claim(embassy, "AN", "GN", std::nullopt, "1992")).lines.front().agrees, Agrees::kNo);
  embassy.place = "Minas Tirith";
  EXPECT_EQ(gathered(sample_claim(embassy, "AN", "GN", std::nullopt, "1992-03")).lines.front().agrees, Agrees::kYes);
}

TEST(MembershipEvidence, TakesTheStatusOfTheDocumentsDay) {
  const Claim observer = sample_claim(Membership{MembershipStatus::kObserver}, "GN", "WC", std::nullopt, "");
  const Evidence evidence = gathered(observer);
  EXPECT_EQ(evidence.lines.front().says, "observer, editions of 2001 to 2024");
  EXPECT_EQ(evidence.lines.front().agrees, Agrees::kYes);
  EXPECT_EQ(evidence.lines.back().agrees, Agrees::kContext);
  const Evidence member = gathered(sample_claim(Membership{}, "GN", "WC", std::nullopt, ""));
  EXPECT_EQ(member.lines.front().agrees, Agrees::kNo);
  EXPECT_TRUE(gathered(sample_claim(Membership{}, "GN", "XX", std::nullopt, "")).lines.empty());
}

TEST(MembershipEvidence, SaysWhatWasTypedAndComparesDatesOfAccession) {
  const Evidence evidence = gathered(sample_claim(Membership{}, "GN", "WE", std::nullopt, "1994/.."));
  EXPECT_EQ(evidence.lines.front().agrees, Agrees::kYes);
  EXPECT_THAT(evidence.lines.front().reading, HasSubstr("typed from the public record"));
  EXPECT_EQ(gathered(sample_claim(Membership{}, "GN", "WE", std::nullopt, "1993/..")).lines.front().agrees, Agrees::kNo);
}

TEST(MembershipEvidence, ReadsAYearAsTheBeginningFirstAndAsAYearOfMembershipElse) {
  const EvidenceLine beginning = gathered(sample_claim(Membership{}, "GN", "WE", std::nullopt, "1994")).lines.front();
  EXPECT_TRUE(beginning.usual);
  const EvidenceLine within = gathered(sample_claim(Membership{}, "GN", "WE", std::nullopt, "2005")).lines.front();
  EXPECT_EQ(within.agrees, Agrees::kYes);
  EXPECT_FALSE(within.usual);
  EXPECT_EQ(gathered(sample_claim(Membership{}, "GN", "WE", std::nullopt, "2005-03-01")).lines.front().agrees, Agrees::kNo);
}

TEST(MembershipEvidence, TakesAnEndFromAListOnlyWhereItFits) {
  const Claim left = sample_claim(Membership{MembershipStatus::kFormer}, "GN", "LE", std::nullopt, "2015");
  EXPECT_EQ(gathered(left).lines.front().agrees, Agrees::kYes);
  EXPECT_EQ(gathered(sample_claim(Membership{MembershipStatus::kFormer}, "GN", "LE", std::nullopt, "2005")).lines.front().agrees,
            Agrees::kContext);
  EXPECT_EQ(gathered(sample_claim(Membership{MembershipStatus::kFormer}, "GN", "WE", std::nullopt, "2005")).lines.front().agrees,
            Agrees::kNo);
  EXPECT_EQ(gathered(sample_claim(Membership{MembershipStatus::kFounder}, "GN", "WE", std::nullopt, "")).lines.front().agrees,
            Agrees::kContext);
}

TEST(AgreementEvidence, NamesTheOtherParties) {
  Agreement framework;
  framework.agreement = AgreementType::kTradeInvestmentFramework;
  framework.event = AgreementEvent::kSigned;
  const Evidence evidence = gathered(sample_claim(framework, "GN", "AN", std::nullopt, ""));
  ASSERT_EQ(evidence.lines.size(), 1u);
  EXPECT_EQ(evidence.lines.front().says, "signed 1 June 2004, with Rohan");
  EXPECT_EQ(gathered(sample_claim(framework, "GN", "AN", std::nullopt, "2005")).lines.front().agrees, Agrees::kNo);
  framework.agreement = AgreementType::kExtradition;
  EXPECT_TRUE(gathered(sample_claim(framework, "GN", "AN", std::nullopt, "")).lines.empty());
}

TEST(PeopleEvidence, KnowsAPersonByFamilyNameAndADayWithinAVisit) {
  Visit visit{"His Majesty King Eldacar"};
  EXPECT_EQ(gathered(sample_claim(visit, "GN", "AN", std::nullopt, "2002-03-12")).lines.front().agrees, Agrees::kYes);
  EXPECT_EQ(gathered(sample_claim(visit, "GN", "AN", std::nullopt, "2003")).lines.front().agrees, Agrees::kNo);
  visit.visitor = "Minister Castamir";
  EXPECT_TRUE(gathered(sample_claim(visit, "GN", "AN", std::nullopt, "2002")).lines.empty());
  Official ambassador{OfficialRole::kAmbassador, OfficialEvent::kServing, "Halbarad the Elder"};
  EXPECT_EQ(gathered(sample_claim(ambassador, "AN", "GN", std::nullopt, "2016")).lines.front().agrees, Agrees::kYes);
  EXPECT_EQ(gathered(sample_claim(ambassador, "AN", "GN", std::nullopt, "2019")).lines.front().agrees, Agrees::kNo);
  ambassador.name = "Beregond";
  EXPECT_EQ(gathered(sample_claim(ambassador, "AN", "GN", std::nullopt, "2016")).lines.front().agrees, Agrees::kNo);
}

TEST(StateEvidence, KnowsIndependenceAndFromWhom) {
  EXPECT_EQ(
      gathered(sample_claim(StateEvent{StateEventKind::kIndependence, ActorId("NU")}, "GN", "", std::nullopt, "1991")).lines.front().agrees,
      Agrees::kYes);
  EXPECT_EQ(
      gathered(sample_claim(StateEvent{StateEventKind::kIndependence, ActorId("RO")}, "GN", "", std::nullopt, "1991")).lines.front().agrees,
      Agrees::kNo);
  EXPECT_EQ(gathered(sample_claim(StateEvent{}, "GN", "", std::nullopt, "1991-08-31")).lines.front().agrees, Agrees::kNear);
  EXPECT_EQ(gathered(sample_claim(StateEvent{}, "GN", "", std::nullopt, "1990")).lines.front().agrees, Agrees::kNo);
}

TEST(Evidence, IsBoundByTheAsOfDayAndSaysWhatThatLeavesOut) {
  EvidenceContext context = sample_context();
  context.as_of = RecordedAt{std::chrono::sys_days(std::chrono::year(2022) / 6 / 30)};
  const Evidence evidence = gathered(sample_claim(TradeValue{}, "GN", "AN", sample_figure("277000000", 3, 6), "2020"), context);
  ASSERT_EQ(evidence.lines.size(), 1u);
  EXPECT_EQ(evidence.lines.front().vintage, VintageId("arnor@2022"));
  EXPECT_TRUE(evidence.vintage_unknown);
  EXPECT_TRUE(evidence.vintages_too_new);
}

TEST(Evidence, TurnsAboutForADenial) {
  Claim denied = sample_claim(Membership{MembershipStatus::kObserver}, "GN", "WC", std::nullopt, "");
  denied.modality = Modality::kNegated;
  EXPECT_EQ(gathered(denied).lines.front().agrees, Agrees::kNo);
}

TEST(Evidence, IsEmptyForWhatNoTableCovers) {
  for (const ClaimBody& body :
       {ClaimBody(PeopleCount{}), ClaimBody(InvestmentValue{}), ClaimBody(Military{}), ClaimBody(Designation{}), ClaimBody(Stance{})}) {
    EXPECT_EQ(gathered(sample_claim(body, "GN", "AN", sample_figure("1", 1, 0), "2020")), Evidence());
  }
}

}  // namespace
}  // namespace paraph
