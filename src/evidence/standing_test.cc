#include "evidence/standing.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "evidence/gather_evidence.h"
#include "evidence/sample_shelf.h"

namespace paraph {
namespace {

Evidence gathered(const Claim& claim, const MemoryShelf& shelf) {
  auto evidence = gather_evidence(claim, shelf, sample_context());
  EXPECT_TRUE(evidence);
  return *evidence;
}

Claim trade_said_by(std::string_view who) {
  Claim claim = sample_claim(TradeValue{}, "GN", "AN", sample_figure("277000000", 3, 6), "2020");
  claim.modality = Modality::kReported;
  claim.attributed_to = who;
  return claim;
}

std::size_t weighing(const Evidence& evidence) {
  return static_cast<std::size_t>(std::ranges::count_if(evidence.lines, [](const EvidenceLine& line) { return line.agrees != Agrees::kContext; }));
}

TEST(HeedAttribution, JudgesByTheReporterThatTheTextNames) {
  const Evidence evidence = gathered(trade_said_by("Gondor's statistics"), sample_shelf());
  ASSERT_EQ(evidence.lines.size(), 2U);
  EXPECT_EQ(weighing(evidence), 1U);
  EXPECT_EQ(evidence.lines.front().reporter, ActorId("GN"));
  EXPECT_EQ(evidence.lines.front().agrees, Agrees::kYes);
}

TEST(HeedAttribution, JudgesByTheSourceThatTheTextNames) {
  const Evidence evidence = gathered(trade_said_by("the Arnor Census"), sample_shelf());
  EXPECT_EQ(weighing(evidence), 1U);
  const auto against = std::ranges::find(evidence.lines, Agrees::kNo, &EvidenceLine::agrees);
  ASSERT_NE(against, evidence.lines.end());
  EXPECT_EQ(against->source, SourceId("arnor-census"));
}

TEST(HeedAttribution, ChangesNothingWhereNobodyKnownIsNamed) {
  EXPECT_EQ(weighing(gathered(trade_said_by("the Guild of Merchants"), sample_shelf())), 2U);
  EXPECT_EQ(weighing(gathered(trade_said_by("official statistics"), sample_shelf())), 2U);
}

TEST(AssistancePrices, AreMetByAmountsInThemAlone) {
  AssistanceValue aid;
  aid.prices = "constant FY2023";
  Claim claim = sample_claim(aid, "AN", "GN", sample_figure("107000000", 3, 6), "FY2020/FY2021");
  const Evidence evidence = gathered(claim, sample_shelf());
  ASSERT_EQ(evidence.lines.size(), 1U);
  EXPECT_EQ(evidence.lines.front().agrees, Agrees::kYes);
  EXPECT_TRUE(evidence.lines.front().usual);
  aid.prices = "constant 2015";
  claim.body = aid;
  EXPECT_TRUE(gathered(claim, sample_shelf()).lines.empty());
}

/// Arnor's customs before and after a revision.
MemoryShelf revised() {
  return MemoryShelf(R"(
    old@2022 arnor-census 2022-03-10
    new@2024 arnor-census 2024-03-10
  )",
                     R"(
    old@2022 exports AN GN 2021 400000000 USD customs goods - country Gondor
    old@2022 imports AN GN 2021 100000000 USD customs goods - country Gondor
    new@2024 exports AN GN 2021 450000000 USD customs goods - country Gondor
    new@2024 imports AN GN 2021 100000000 USD customs goods - country Gondor
  )",
                     "");
}

TEST(ForgiveOlderVintages, LetsTheNewestRecordedStandForItsSource) {
  const Evidence evidence = gathered(sample_claim(TradeValue{}, "AN", "GN", sample_figure("550000000", 3, 6), "2021"), revised());
  ASSERT_EQ(evidence.lines.size(), 2U);
  EXPECT_EQ(weighing(evidence), 1U);
  EXPECT_EQ(evidence.lines.front().vintage, VintageId("new@2024"));
}

TEST(ForgiveOlderVintages, KeepsTheNewestAgainstAFigureThatOnlyTheOlderHas) {
  const Evidence evidence = gathered(sample_claim(TradeValue{}, "AN", "GN", sample_figure("500000000", 3, 6), "2021"), revised());
  EXPECT_EQ(weighing(evidence), 2U);
}

}  // namespace
}  // namespace paraph
