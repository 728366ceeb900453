#include "ledger/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/edition_testing.h"

namespace paraph {
namespace {

constexpr std::string_view kHead = "Ghana and the United States\n\n";

Extraction sheet(const std::string& text) { return edition_of(std::string(kHead) + text); }

std::vector<std::string> kinds(const Comparison& comparison) {
  std::vector<std::string> out;
  for (const PassageChange& each : comparison.passages) {
    if (is_change(each.kind)) out.emplace_back(change_kind_name(each.kind));
  }
  return out;
}

std::vector<std::string> changes(const std::string& before, const std::string& after) { return kinds(compare(sheet(before), sheet(after))); }

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(Compare, FindsNothingInTheSameWordsInAnotherForm) {
  const std::string text =
      "The United States established diplomatic relations with Ghana in 1957.\n\nU.S. goods exports to Ghana were $974.5 million in 2022. "
      "Officials describe the partnership as \"strong\".\n";
  const Extraction plain = sheet(text);
  const Extraction html = edition_of(
      "<html><body><nav><a href=\"/\">Home</a></nav><h1>Ghana and the United States</h1><p>The <b>United\xC2\xA0States</b> established diplomatic "
      "relations with Ghana in <time>1957</time>.</p><ul><li>U.S. goods exports to Ghana were $974.5&nbsp;million in 2022.</li></ul><p>Of\xEF\xAC\x81"
      "cials describe the partnership as &ldquo;strong&rdquo;.</p></body></html>",
      "sheet.html");
  const Comparison comparison = compare(plain, html);
  EXPECT_THAT(kinds(comparison), IsEmpty());
  EXPECT_FALSE(comparison.text_differs());
}

TEST(Compare, FindsNothingInAnotherOrder) {
  const std::string a = "The United States established diplomatic relations with Ghana in 1957.\n\n";
  const std::string b = "Ghana is a member of the African Union.\n\n";
  const std::string c = "Bananas are not sold in the market of Accra.\n\n";
  const Comparison comparison = compare(sheet(a + b + c), sheet(c + a + b));
  EXPECT_FALSE(comparison.differs());
  EXPECT_EQ(comparison.count(ChangeKind::kMoved), 1U);
}

TEST(Compare, CallsALaterFigureAnUpdate) {
  EXPECT_THAT(changes("U.S. goods exports to Ghana were $974.5 million in 2022.", "U.S. goods exports to Ghana were $990.1 million in 2023."),
              ElementsAre("updated"));
}

TEST(Compare, CallsAnotherFigureOfTheSamePeriodAContradiction) {
  EXPECT_THAT(changes("U.S. goods exports to Ghana were $974.5 million in 2022.", "U.S. goods exports to Ghana were $974.6 million in 2022."),
              ElementsAre("contradicted"));
}

TEST(Compare, CallsAnotherDateOfAnEventAContradictionAndAFinerOneARewording) {
  EXPECT_THAT(changes("The United States established diplomatic relations with Ghana in 1957.",
                      "The United States established diplomatic relations with Ghana in 1958."),
              ElementsAre("contradicted"));
  EXPECT_THAT(changes("The United States established diplomatic relations with Ghana in 1957.",
                      "The United States established diplomatic relations with Ghana in March 1957."),
              testing::Contains("altered"));
}

TEST(Compare, FindsFiguresNamesAndNegationsInWordsThatNobodyReads) {
  EXPECT_THAT(changes("The harbour has 17 cranes and a lamp.", "The harbour has 18 cranes and a lamp."), ElementsAre("altered"));
  EXPECT_THAT(changes("The weather on the coast was mild near Elmina.", "The weather on the coast was mild near Axim."), ElementsAre("altered"));
  EXPECT_THAT(changes("The weather on the coast was mild and calm.", "The weather on the coast was not mild and calm."), ElementsAre("altered"));
  EXPECT_THAT(changes("The weather on the coast was mild and calm.", "The weather on the coast was warm and calm."), ElementsAre("reworded"));
}

TEST(Compare, FindsFiguresThatChangedPlaces) {
  EXPECT_THAT(changes("The harbour has 17 cranes and 24 lamps on its piers.", "The harbour has 24 cranes and 17 lamps on its piers."),
              ElementsAre("altered"));
}

TEST(Compare, SaysWhichItemsAListGainedAndLost) {
  const Comparison comparison = compare(sheet("The two governments cooperate on border security, public health and education."),
                                        sheet("The two governments cooperate on border security, public health, trade and education."));
  ASSERT_THAT(kinds(comparison), ElementsAre("widened"));
  const auto changed = std::ranges::find_if(comparison.claims, [](const ClaimChange& each) { return each.change.kind == ChangeKind::kWidened; });
  ASSERT_NE(changed, comparison.claims.end());
  EXPECT_THAT(changed->change.items_added, ElementsAre("trade"));
  EXPECT_THAT(changed->change.items_dropped, IsEmpty());
}

TEST(Compare, TellsDroppedAndAddedSentences) {
  EXPECT_THAT(changes("Ghana is a member of the African Union.\n\nThe coast is long.", "Ghana is a member of the African Union.\n\nCocoa grows inland."),
              UnorderedElementsAre("dropped", "added"));
}

TEST(Compare, KnowsASentenceThatWasSplit) {
  const Comparison comparison = compare(sheet("The coast is long and the sea is warm; fish are plenty."),
                                        sheet("The coast is long and the sea is warm.\n\nFish are plenty."));
  EXPECT_FALSE(comparison.differs());
}

TEST(Compare, CountsEveryPassageAndEveryClaimOnce) {
  const Comparison comparison =
      compare(sheet("U.S. goods exports to Ghana were $974.5 million in 2022. Ghana is a member of the African Union.\n\nThe coast is long."),
              sheet("Ghana is a member of the African Union and the Commonwealth.\n\nU.S. goods exports to Ghana were $1.2 billion in 2023."));
  std::vector<int> old_claims(20, 0);
  std::vector<int> new_claims(20, 0);
  for (const ClaimChange& each : comparison.claims) {
    if (each.before) ++old_claims[*each.before];
    if (each.after) ++new_claims[*each.after];
  }
  EXPECT_LE(*std::ranges::max_element(old_claims), 1);
  EXPECT_LE(*std::ranges::max_element(new_claims), 1);
  std::vector<int> passages(comparison.new_passages.all.size(), 0);
  for (const PassageChange& each : comparison.passages) {
    if (each.after) ++passages[*each.after];
  }
  EXPECT_THAT(passages, testing::Each(1));
}

TEST(Compare, SaysThatTheDateOfTheEditionChanged) {
  const std::string text = "The United States established diplomatic relations with Ghana in 1957.\n";
  const Comparison comparison = compare(edition_of("Ghana and the United States\n15 July 2024\n\n" + text), edition_of("Ghana and the United States\n16 July 2024\n\n" + text));
  EXPECT_TRUE(comparison.differs());
  EXPECT_FALSE(comparison.text_differs());
  ASSERT_EQ(comparison.about.size(), 1U);
  EXPECT_EQ(comparison.about[0].after, "2024-07-16");
}

}  // namespace
}  // namespace paraph
