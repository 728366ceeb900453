#include "ledger/trace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/edition_testing.h"

namespace paraph {
namespace {

constexpr std::string_view kHead = "Ghana and the United States\n";

Extraction sheet(const std::string& date, const std::string& text) { return edition_of(std::string(kHead) + date + "\n\n" + text); }

const std::string kOne = "U.S. goods exports to Ghana were $974.5 million in 2022.\n\nGhana is a member of the African Union.\n\nThe pier has 12 lamps.\n";
const std::string kTwo = "U.S. goods exports to Ghana were $990.1 million in 2023.\n\nGhana is a member of the African Union.\n\nThe pier has 12 lamps.\n";

std::vector<Descent> traced(const std::vector<const Extraction*>& originals, const std::vector<const Extraction*>& copies) {
  std::vector<Traced> all;
  for (const Extraction* each : originals) all.push_back({each, true, std::nullopt});
  for (const Extraction* each : copies) all.push_back({each, false, std::nullopt});
  return trace(all);
}

TEST(Trace, TakesTheEditionWhoseFiguresTheCopyHas) {
  const Extraction one = sheet("10 January 2023", kOne);
  const Extraction two = sheet("10 January 2024", kTwo);
  const Extraction copy = sheet("", kTwo);
  const auto found = traced({&one, &two}, {&copy});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].parent, 1U);
  EXPECT_TRUE(found[0].certain);
  EXPECT_GT(found[0].originals.front().confidence, 0.9);
}

TEST(Trace, SaysSoWhenTwoEditionsFitAlike) {
  const Extraction one = sheet("10 January 2023", kOne);
  const Extraction copy = sheet("", "Ghana is a member of the African Union.\n\nThe pier has 12 lamps.\n");
  const auto found = traced({&one, &one}, {&copy});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].certain);
  EXPECT_NEAR(found[0].originals[0].confidence, found[0].originals[1].confidence, 1e-9);
}

TEST(Trace, SpeaksAgainstAParentThatIsYoungerThanTheCopy) {
  const Extraction one = sheet("10 January 2023", kOne);
  const Extraction two = sheet("10 January 2024", kOne);
  const Extraction copy = sheet("5 June 2023", kOne);
  const auto found = traced({&one, &two}, {&copy});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].parent, 0U);
  EXPECT_TRUE(found[0].originals.back().older_than_parent);
}

TEST(Trace, SpeaksAgainstAnEditionThatWasNotThereOnTheCopysDay) {
  const Extraction one = sheet("", kOne);
  const Extraction two = sheet("", kOne);
  const Extraction copy = sheet("5 June 2023", kOne);
  const std::chrono::sys_days july = std::chrono::year(2023) / 7 / 1;
  const auto found = trace({{&one, true, july}, {&two, true, std::nullopt}, {&copy, false, std::nullopt}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].parent, 1U);
  EXPECT_TRUE(found[0].originals.back().older_than_parent);
}

TEST(Trace, FindsTheCopyThatACopyWasMadeFrom) {
  const Extraction one = sheet("", kOne);
  const Extraction copy = sheet("", "U.S. goods exports to Ghana were $874.5 million in 2022.\n\nGhana is a member of the African Union.\n\nThe pier has 12 lamps.\n");
  const Extraction again = sheet("", "U.S. goods exports to Ghana were $874.5 million in 2022.\n\nGhana is a member of the African Union.\n\nThe pier has 14 lamps.\n");
  const auto found = traced({&one}, {&again, &copy});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].parent, 2U);
  EXPECT_EQ(found[1].parent, 0U);
  EXPECT_GT(found[0].parent_confidence, 0.9);
  EXPECT_EQ(tied_originals(found[0]), 1U);
}

TEST(Trace, TellsAlterationsBeforeOmissionsAndAdditions) {
  const Extraction one = sheet("", kOne);
  const Extraction copy = sheet("", "A line about boats that is new.\n\nU.S. goods exports to Ghana were $874.5 million in 2022.\n\nThe pier has 12 lamps.\n");
  const Comparison comparison = compare(one, copy);
  std::vector<ChangeKind> kinds;
  for (const std::size_t i : by_weight(comparison)) kinds.push_back(comparison.passages[i].kind);
  EXPECT_THAT(kinds, testing::ElementsAre(ChangeKind::kContradicted, ChangeKind::kDropped, ChangeKind::kAdded));
}

}  // namespace
}  // namespace paraph
