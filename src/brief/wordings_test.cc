#include "brief/wordings.h"

#include <gtest/gtest.h>

#include <set>

#include "base/check.h"
#include "claim/claim_testing.h"

namespace paraph {
namespace {

const Wordings& wordings() {
  static const Wordings loaded = [] {
    auto read = Wordings::load(embedded_table_files());
    PARAPH_CHECK(read.has_value(), "the tables of data/brief do not load");
    return std::move(*read);
  }();
  return loaded;
}

/// Kinds of the claims in reading order, with commas; "-" where there are none.
std::string kinds_of(const Reading& reading) {
  std::string kinds;
  for (const Claim& claim : reading.claims) kinds += (kinds.empty() ? "" : ",") + std::string(name_of(claim.kind()));
  return kinds.empty() ? "-" : kinds;
}

TEST(Wordings, AreReadAsTheirTableSays) {
  for (const Wording& wording : wordings().all()) {
    ASSERT_EQ(wording.pair.size(), 5U) << wording.id;
    const Reading reading = read_text(wording.example, wording.pair.substr(0, 2), wording.pair.substr(3), DocumentFormat::kPlain);
    EXPECT_EQ(kinds_of(reading), wording.reads) << wording.id << ": " << wording.example;
    EXPECT_TRUE(reading.gaps.empty()) << wording.id << ": " << wording.example;
  }
}

TEST(Wordings, HaveExamplesOfTheirOwnWords) {
  // What stands between the slots stands in the example, in order.
  for (const Wording& wording : wordings().all()) {
    std::size_t at = 0;
    std::string_view text = wording.text;
    while (!text.empty()) {
      const std::size_t open = std::min(text.find('{'), text.size());
      const std::string_view fixed_words = text.substr(0, open);
      const std::size_t found = wording.example.find(fixed_words, at);
      ASSERT_NE(found, std::string::npos) << wording.id << ": \"" << fixed_words << "\"";
      at = found + fixed_words.size();
      text.remove_prefix(open);
      if (!text.empty()) text.remove_prefix(text.find('}') + 1);
    }
  }
}

TEST(Wordings, HaveOneRowEach) {
  std::set<std::string> ids;
  for (const Wording& wording : wordings().all()) EXPECT_TRUE(ids.insert(wording.id).second) << wording.id;
}

TEST(Wordings, NameOrganisationsSoThatTheyAreReadAsThemselves) {
  for (const OrganisationWords& organisation : wordings().organisations()) {
    const std::string sentence = "Norway is a member of " + organisation.text + ".";
    const Reading reading = read_text(sentence, "NO", "KE", DocumentFormat::kPlain);
    ASSERT_EQ(reading.claims.size(), 1U) << sentence;
    EXPECT_EQ(reading.claims.front().object->str(), organisation.id) << sentence;
  }
}

TEST(Wordings, StartSentencesWithACapital) {
  EXPECT_EQ(wordings().say("observer", {{"a", "the Gambia"}, {"organisations", "the OAS"}}), "The Gambia is an observer to the OAS.");
}

TEST(Wordings, RefuseATableThatIsMalformed) {
  const auto files = [](std::string_view path) -> std::string_view {
    if (path == "brief/sources.tsv") return "source\tattribution\tmonths\tinstead\nx\t\t13\t\n";
    if (path == "brief/wordings.tsv") return "id\ttext\tpair\treads\texample\na\tb\tNO-KE\t-\tc\n";
    if (path == "brief/articles.tsv") return "actor\nGM\n";
    return "organisation\ttext\nUN\tthe United Nations\n";
  };
  const auto read = Wordings::load(files);
  ASSERT_FALSE(read.has_value());
  EXPECT_NE(read.error().message.find("sources.tsv:2"), std::string::npos) << read.error().message;
}

}  // namespace
}  // namespace paraph
