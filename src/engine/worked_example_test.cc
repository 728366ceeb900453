#include <algorithm>
#include <filesystem>

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/gather_evidence.h"
#include "evidence/words.h"
#include "store/sqlite_shelf.h"
#include "verdict/judge.h"

namespace paraph {
namespace {

using testing::HasSubstr;

/// The worked example of docs/verdicts.md against the starter tables: every label and figure that it prints.
class WorkedExample : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("paraph-worked-example-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    const auto built = build_shelf(PARAPH_SOURCE_DIR "/data/starter", folder_ / "reference.sqlite", {});
    ASSERT_TRUE(built) << built.error().message;
    auto shelf = open_shelf(folder_ / "reference.sqlite");
    ASSERT_TRUE(shelf) << shelf.error().message;
    shelf_ = std::move(*shelf);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  static Claim claim(ClaimBody body, const char* subject, const char* object, std::optional<Quantity> quantity, std::string_view period) {
    Claim claim;
    claim.body = std::move(body);
    claim.subject = ActorId(subject);
    claim.object = ActorId(object);
    claim.quantity = std::move(quantity);
    if (!period.empty()) claim.period = CivilPeriod::parse(period);
    return claim;
  }
  static Quantity figure(std::string_view value, int digits, int exponent, Comparator comparator = Comparator::kEqual,
                         std::string unit = "USD") {
    Quantity quantity;
    quantity.value = Decimal::parse(value);
    quantity.unit = std::move(unit);
    quantity.digits = digits;
    quantity.exponent = exponent;
    quantity.comparator = comparator;
    return quantity;
  }

  Verdict judged(const Claim& claim, std::optional<RecordedAt> as_of = std::nullopt) const {
    EvidenceContext context;
    context.now = std::chrono::sys_days(std::chrono::year(2026) / 6 / 1);
    context.as_of = as_of;
    context.published = CivilPeriod::parse("2024-07-15");
    const auto evidence = gather_evidence(claim, *shelf_, context);
    EXPECT_TRUE(evidence);
    return judge(claim, *evidence, {context.now, context.published});
  }

  static const EvidenceLine* line_from(const Verdict& verdict, std::string_view vintage, std::string_view reading = "") {
    const auto& lines = verdict.evidence.lines;
    const auto found = std::ranges::find_if(
        lines, [&](const EvidenceLine& line) { return line.vintage.str() == vintage && line.reading.find(reading) != std::string::npos; });
    return found == lines.end() ? nullptr : &*found;
  }
  static std::string amount_from(const Verdict& verdict, std::string_view vintage, std::string_view reading = "") {
    const EvidenceLine* line = line_from(verdict, vintage, reading);
    return line == nullptr ? "no such line" : amount_in_words(*line->value, line->unit);
  }

  void relations_of_1992_are_supported() const;
  void trade_of_2020_is_uzbekistans_figure_and_not_americas() const;
  void trade_of_2021_is_near_a_revised_figure_only() const;
  void growth_is_supported_by_both_sides() const;
  void the_rank_depends_on_one_residual_row_and_has_changed() const;
  void assistance_fits_constant_dollars_only() const;
  void memberships_and_the_framework_agreement_are_supported() const;
  void as_of_2022_knows_no_table_that_came_later() const;

  std::filesystem::path folder_;
  std::unique_ptr<ObservationSource> shelf_;
};

void WorkedExample::relations_of_1992_are_supported() const {
  const Verdict verdict = judged(claim(Relations{}, "US", "UZ", std::nullopt, "1992"));
  EXPECT_EQ(verdict.label, VerdictLabel::kSupported);
  EXPECT_EQ(verdict.evidence.lines.front().says, "19 February 1992");
  const auto says = [&](std::string_view date) {
    return std::ranges::any_of(verdict.evidence.lines, [&](const EvidenceLine& line) { return line.says == date; });
  };
  EXPECT_TRUE(says("25 December 1991"));
  EXPECT_TRUE(says("16 March 1992"));
}

void WorkedExample::trade_of_2020_is_uzbekistans_figure_and_not_americas() const {
  const Verdict verdict = judged(claim(TradeValue{}, "UZ", "US", figure("277000000", 3, 6), "2020"));
  EXPECT_EQ(verdict.label, VerdictLabel::kDisputed);
  EXPECT_EQ(amount_from(verdict, "uzstat-1105@2010-2023"), "$276.97 million");
  EXPECT_EQ(line_from(verdict, "uzstat-1105@2010-2023")->agrees, Agrees::kYes);
  EXPECT_EQ(amount_from(verdict, "us-census-country@2023-01"), "$261.79 million");
  EXPECT_EQ(line_from(verdict, "us-census-country@2023-01")->agrees, Agrees::kNo);
  EXPECT_EQ(amount_from(verdict, "imf-dots@2020", "UZ's"), "$220.29 million");
}

void WorkedExample::trade_of_2021_is_near_a_revised_figure_only() const {
  const Verdict verdict = judged(claim(TradeValue{}, "UZ", "US", figure("424600000", 4, 5), "2021"));
  EXPECT_EQ(verdict.label, VerdictLabel::kDisputed);
  EXPECT_EQ(amount_from(verdict, "uzstat-1105@2010-2023"), "$426.28 million");
  EXPECT_EQ(line_from(verdict, "uzstat-1105@2010-2023")->agrees, Agrees::kNear);
  EXPECT_EQ(amount_from(verdict, "us-census-country@2023-01"), "$588.61 million");
  EXPECT_EQ(line_from(verdict, "us-census-country@2023-01")->difference_percent->str(), "38.63");
}

void WorkedExample::growth_is_supported_by_both_sides() const {
  TradeChange grew;
  grew.from_period = CivilPeriod::year(2020);
  grew.to_period = CivilPeriod::year(2021);
  const Verdict verdict = judged(claim(grew, "UZ", "US", std::nullopt, ""));
  EXPECT_EQ(verdict.label, VerdictLabel::kSupported);
  EXPECT_EQ(line_from(verdict, "uzstat-1105@2010-2023")->says, "up 53.91 %");
  EXPECT_EQ(line_from(verdict, "us-census-country@2023-01")->says, "up 124.84 %");
}

void WorkedExample::the_rank_depends_on_one_residual_row_and_has_changed() const {
  for (const std::string_view period : {"2021", ""}) {
    const Verdict verdict = judged(claim(TradeRank{}, "UZ", "US", figure("16", 2, 0, Comparator::kEqual, "rank"), period));
    EXPECT_EQ(verdict.label, VerdictLabel::kOutdated);
    EXPECT_EQ(verdict.was, VerdictLabel::kSupported);
    EXPECT_THAT(verdict.evidence.lines.front().says, HasSubstr("16th of "));
    EXPECT_THAT(verdict.evidence.lines.front().exclusions, testing::ElementsAre("Other countries (residual; 17th if it were counted)"));
    ASSERT_TRUE(verdict.outdated);
    EXPECT_EQ(verdict.outdated->newer_period, CivilPeriod::year(2023));
    EXPECT_THAT(verdict.outdated->now_says, HasSubstr("11th of "));
    EXPECT_THAT(verdict.outdated->now_says, HasSubstr("$765.13 million"));
    EXPECT_TRUE(verdict.outdated->when_published);
  }
}

void WorkedExample::assistance_fits_constant_dollars_only() const {
  const Verdict verdict = judged(claim(AssistanceValue{}, "US", "UZ", figure("1800000000", 2, 8, Comparator::kAbout), "1992/.."));
  EXPECT_EQ(verdict.label, VerdictLabel::kDisputed);
  EXPECT_THAT(verdict.why, HasSubstr("fits only a reading that the text does not state"));
  EXPECT_EQ(amount_from(verdict, "us-foreign-assistance@fy2024", "obligations, constant"), "$1.80 billion");
  EXPECT_THAT(line_from(verdict, "us-foreign-assistance@fy2024", "obligations, constant")->components.front(),
              HasSubstr("1759902951 to fiscal year 2022"));
  EXPECT_THAT(line_from(verdict, "us-foreign-assistance@fy2024", "obligations, current")->components.front(),
              HasSubstr("1286351610 to fiscal year 2022"));
  EXPECT_EQ(amount_from(verdict, "us-foreign-assistance@fy2024", "disbursements, current"), "$1.04 billion");
}

void WorkedExample::memberships_and_the_framework_agreement_are_supported() const {
  for (const char* organisation : {"UN", "OSCE", "IMF", "WB", "PFP"}) {
    EXPECT_EQ(judged(claim(Membership{}, "UZ", organisation, std::nullopt, "")).label, VerdictLabel::kSupported) << organisation;
  }
  const Verdict observer = judged(claim(Membership{MembershipStatus::kObserver}, "UZ", "WTO", std::nullopt, ""));
  EXPECT_EQ(observer.label, VerdictLabel::kSupported);
  EXPECT_EQ(observer.evidence.lines.front().says, "observer, editions of 2001 to 2025");
  Agreement framework;
  framework.agreement = AgreementType::kTradeInvestmentFramework;
  framework.event = AgreementEvent::kSigned;
  const Verdict agreement = judged(claim(framework, "UZ", "US", std::nullopt, ""));
  EXPECT_EQ(agreement.label, VerdictLabel::kSupported);
  EXPECT_THAT(agreement.evidence.lines.front().says, HasSubstr("1 June 2004"));
  EXPECT_EQ(judged(claim(Membership{}, "UZ", "WTO", std::nullopt, "")).label, VerdictLabel::kRefuted);
}

void WorkedExample::as_of_2022_knows_no_table_that_came_later() const {
  const RecordedAt day{std::chrono::sys_days(std::chrono::year(2022) / 6 / 30)};
  const Verdict verdict = judged(claim(TradeValue{}, "UZ", "US", figure("277000000", 3, 6), "2020"), day);
  EXPECT_EQ(verdict.label, VerdictLabel::kUnverifiable);
  EXPECT_EQ(verdict.reason, UnverifiableReason::kNoVintage);
  EXPECT_TRUE(verdict.evidence.vintage_unknown);
}

/// One test: the shelf takes seconds to build.
TEST_F(WorkedExample, HoldsOnTheStarterTables) {
  relations_of_1992_are_supported();
  trade_of_2020_is_uzbekistans_figure_and_not_americas();
  trade_of_2021_is_near_a_revised_figure_only();
  growth_is_supported_by_both_sides();
  the_rank_depends_on_one_residual_row_and_has_changed();
  assistance_fits_constant_dollars_only();
  memberships_and_the_framework_agreement_are_supported();
  as_of_2022_knows_no_table_that_came_later();
}

}  // namespace
}  // namespace paraph
