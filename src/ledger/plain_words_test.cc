#include "ledger/plain_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace paraph {
namespace {

using testing::ElementsAre;

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (const PlainWord& word : plain_words(text)) out.push_back(word.folded);
  return out;
}

WordWeight class_of(std::string_view text, std::string_view word) {
  for (const PlainWord& each : plain_words(text)) {
    if (each.folded == word) return each.weight;
  }
  ADD_FAILURE() << word << " is no word of: " << text;
  return WordWeight::kWording;
}

TEST(PlainWords, LeaveOutWhatIsOnlyForm) {
  EXPECT_EQ(words("“Relations” – as ever – are good."), words("'Relations' -- as ever -- are  good"));
  EXPECT_EQ(words("of\xEF\xAC\x81" "cials of\xEF\xAC\x81" "ce"), words("officials office"));
  EXPECT_EQ(words("the state\xE2\x80\x99s o\xC2\xAD" "ffice"), words("the state's office"));
  EXPECT_EQ(words("U.S. exports"), words("US exports"));
  EXPECT_EQ(words("figures[12] here"), words("figures here"));
}

TEST(PlainWords, KeepWhatFiguresSay) {
  EXPECT_THAT(words("$28,500.5"), ElementsAre("$", "28500.5"));
  EXPECT_EQ(words("US$ 2.64 bn"), words("$2.64 billion"));
  EXPECT_EQ(words("12%"), words("12 percent"));
  EXPECT_THAT(words("fell by -5 units, 2022-23"), ElementsAre("fell", "by", "-5", "units", "2022", "23"));
  EXPECT_EQ(words("the 16th"), words("the sixteenth"));
  EXPECT_NE(words("million"), words("billion"));
}

TEST(PlainWords, PointToTheirPlaces) {
  const std::string_view text = "Uzbekistan's trade rose to $424.6 million.";
  for (const PlainWord& word : plain_words(text, 7)) {
    ASSERT_GE(word.place.first(), 7U);
    ASSERT_LE(word.place.last(), text.size() + 7);
  }
  EXPECT_EQ(plain_words(text, 7)[0].place, TextSpan(7, 17));
  EXPECT_EQ(plain_words(text)[5].place.of(text), "424.6");
}

TEST(PlainWords, WeighFiguresDatesNamesAndNegations) {
  const std::string_view text = "Officials did not visit Tashkent on 16 March 1992, with 2024 students and about 12 cars; it may rise.";
  EXPECT_EQ(class_of(text, "not"), WordWeight::kNegation);
  EXPECT_EQ(class_of(text, "tashkent"), WordWeight::kName);
  EXPECT_EQ(class_of(text, "16"), WordWeight::kDate);
  EXPECT_EQ(class_of(text, "march"), WordWeight::kDate);
  EXPECT_EQ(class_of(text, "1992"), WordWeight::kDate);
  EXPECT_EQ(class_of(text, "2024"), WordWeight::kFigure);
  EXPECT_EQ(class_of(text, "12"), WordWeight::kFigure);
  EXPECT_EQ(class_of(text, "about"), WordWeight::kHedge);
  EXPECT_EQ(class_of(text, "may"), WordWeight::kModality);
  EXPECT_EQ(class_of(text, "officials"), WordWeight::kWording);
  EXPECT_EQ(class_of("It isn't so.", "isn't"), WordWeight::kNegation);
  EXPECT_EQ(class_of("It isn\xE2\x80\x99t so.", "isn't"), WordWeight::kNegation);
}

}  // namespace
}  // namespace paraph
