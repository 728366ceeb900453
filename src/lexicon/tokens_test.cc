#include "lexicon/tokens.h"

#include <gtest/gtest.h>

namespace paraph {
namespace {

std::string joined(std::string_view text) {
  Vocabulary vocabulary;
  std::vector<Token> tokens;
  tokenise_and_intern(text, vocabulary, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    out += vocabulary.word(token.word);
  }
  return out;
}

TEST(Tokenise, KeepsAbbreviationsWholeAndSplitsHyphens) {
  EXPECT_EQ(joined("U.S.-Arnor relations"), "u.s. - arnor relations");
  EXPECT_EQ(joined("Washington, D.C. (2010)"), "washington , d.c. ( 2010 )");
  EXPECT_EQ(joined("the U.S in 1990"), "the u.s in 1990");
}

TEST(Tokenise, SplitsPossessivesOffTheirNames) {
  EXPECT_EQ(joined("Arnor's trade"), "arnor 's trade");
  EXPECT_EQ(joined("Arnor’s trade"), "arnor 's trade");
  EXPECT_EQ(joined("the States' trade"), "the states ' trade");
  EXPECT_EQ(joined("Côte d'Ivoire"), "côte d'ivoire");
}

TEST(Tokenise, SplitsFiguresFromUnitsButNotOrdinals) {
  EXPECT_EQ(joined("$1.2bn"), "$ 1.2 bn");
  EXPECT_EQ(joined("the 16th largest"), "the 16th largest");
  EXPECT_EQ(joined("US$ 2,640 mn"), "us$ 2,640 mn");
  EXPECT_EQ(joined("2022-23"), "2022 - 23");
  EXPECT_EQ(joined("2022–23"), "2022 - 23");
  EXPECT_EQ(joined("FY2021 G20"), "fy2021 g20");
}

TEST(Tokenise, FoldsAccentedCapitals) { EXPECT_EQ(joined("ÇA Éire Ş"), "ça éire ş"); }

TEST(Tokenise, SurvivesBrokenBytes) {
  const std::string broken = "ab\xC3 \xE2\x80 \xFF\xFE z";
  EXPECT_FALSE(joined(broken).empty());
}

TEST(Tokenise, SpansLieInTheTextInOrder) {
  Vocabulary vocabulary;
  std::vector<Token> tokens;
  const std::string text = "Türkiye’s trade — €5bn.";
  tokenise(text, vocabulary, tokens);
  std::uint32_t last = 0;
  for (const Token& token : tokens) {
    EXPECT_GE(token.first, last);
    EXPECT_GT(token.last, token.first);
    last = token.last;
  }
  EXPECT_LE(last, text.size());
}

}  // namespace
}  // namespace paraph
