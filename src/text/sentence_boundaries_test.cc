#include "text/sentence_boundaries.h"

#include <gmock/gmock.h>

#include <chrono>
#include <string>

namespace paraph {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> out;
  for (const TextSpan span : split_sentences(text)) out.emplace_back(span.of(text));
  return out;
}

TEST(SplitSentences, SplitsAtFullStopsFollowedByCapitals) {
  EXPECT_THAT(sentences("Ties began in 1992. Trade grew! Did it? Yes."),
              ElementsAre("Ties began in 1992.", "Trade grew!", "Did it?", "Yes."));
}

TEST(SplitSentences, SplitsSentencesThatRunTogether) {
  EXPECT_THAT(sentences("about $1.8 billion to Uzbekistan.U.S. assistance in Uzbekistan helps."),
              ElementsAre("about $1.8 billion to Uzbekistan.", "U.S. assistance in Uzbekistan helps."));
  EXPECT_THAT(sentences("date from August 1,1960.The embassy opened.Some 118 serve."),
              ElementsAre("date from August 1,1960.", "The embassy opened.", "Some 118 serve."));
  EXPECT_THAT(sentences("It is in Washington,D.C.Travelers should ask."), ElementsAre("It is in Washington,D.C.", "Travelers should ask."));
  EXPECT_THAT(sentences("end up there.No.2 on the list is China."), ElementsAre("end up there.", "No.2 on the list is China."));
}

TEST(SplitSentences, KeepsAbbreviationsTogether) {
  for (const char* text :
       {"The U.S. Embassy in Dr. Ruiz St. met Gov. Smith.", "Rt. Hon. K. P. Sharma Oli and J. F. Kennedy met.",
        "See No. 5 of Jan. 3 and Rs. 4.15 crore.", "Area: 163,270 sq. km. (63,037 sq. mi.); a little larger.",
        "It cost US$ 2.64 bn. in all, approx. 3.5 percent vs. 4.", "Martin Luther King Jr. Boulevard, e.g. at Acme Inc. in town.",
        "In Washington, D.C. (2010, 2016) they met.", "Sen. A.P.J. Abdul Kalam, i.e. the President, came.", "Its date is Mon. Jul 15th.",
        "The Ph.D. was given at St. Petersburg.", "It gave U.S. $5 million, see S.No. 5, to Lt.Gov. Smith.",
        "See www.Example.Com or a.B@Example.Org there."}) {
    EXPECT_THAT(sentences(text), ElementsAre(text));
  }
}

TEST(SplitSentences, EndsAtAnAbbreviationBeforeAWordThatOpensSentences) {
  EXPECT_THAT(sentences("They live in the U.S. The rest stayed."), ElementsAre("They live in the U.S.", "The rest stayed."));
  EXPECT_THAT(sentences("He won a Ph.D. The DR. In 2020 it closed."), ElementsAre("He won a Ph.D.", "The DR.", "In 2020 it closed."));
  EXPECT_THAT(sentences("It was built by Acme Inc. In 2020 it closed."), ElementsAre("It was built by Acme Inc.", "In 2020 it closed."));
  EXPECT_THAT(sentences("vehicles, electronics etc. Imports came down."), ElementsAre("vehicles, electronics etc.", "Imports came down."));
  EXPECT_THAT(sentences("Trade was US$ 2.64 bn. Exports grew."), ElementsAre("Trade was US$ 2.64 bn.", "Exports grew."));
}

TEST(SplitSentences, KeepsQuotesBracketsAndFootnotesWithTheirSentence) {
  EXPECT_THAT(sentences("He said \"yes.\" They left. (It rained.) It ended."),
              ElementsAre("He said \"yes.\"", "They left.", "(It rained.)", "It ended."));
  EXPECT_THAT(sentences("Ties began in 1963.[2] A legation followed.[3][4] In 2012 it closed."),
              ElementsAre("Ties began in 1963.[2]", "A legation followed.[3][4]", "In 2012 it closed."));
  EXPECT_THAT(sentences("a \"strategic partnership\". Seoul agreed."), ElementsAre("a \"strategic partnership\".", "Seoul agreed."));
}

TEST(SplitSentences, StartsASentenceWithAFigureOrACurrencySign) {
  EXPECT_THAT(sentences("It was paid. \xE2\x82\xAC"
                        "150 million will follow. 60 troops came."),
              ElementsAre("It was paid.",
                          "\xE2\x82\xAC"
                          "150 million will follow.",
                          "60 troops came."));
}

TEST(SplitSentences, LeavesDecimalsDatesAndEllipsesAlone) {
  EXPECT_THAT(sentences("On 20.07.2023 it rose 3.5 percent ... and fell."), ElementsAre("On 20.07.2023 it rose 3.5 percent ... and fell."));
  EXPECT_THAT(sentences("It rose\xE2\x80\xA6 and fell."), ElementsAre("It rose\xE2\x80\xA6 and fell."));
}

TEST(SplitSentences, DoesNotSplitBehindTheNumberOfABlock) {
  EXPECT_THAT(sentences("1. Political Relations"), ElementsAre("1. Political Relations"));
}

TEST(SplitSentences, PutsTheRestIntoTheLastSentenceThatItMayMake) {
  EXPECT_EQ(split_sentences("One. Two. Three. Four.", 2).size(), 2U);
  EXPECT_EQ(split_sentences("One. Two. Three. Four.", 2)[1].size(), 17U);
}

TEST(SplitSentences, TakesTextWithoutAnyStopAsOneSentence) {
  EXPECT_THAT(sentences("  a list item without an end  "), ElementsAre("a list item without an end"));
  EXPECT_THAT(sentences(""), ElementsAre());
  EXPECT_THAT(sentences(" \n "), ElementsAre());
  EXPECT_THAT(sentences("..."), ElementsAre("..."));
}

TEST(SplitSentences, StaysFastOnHostileText) {
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(split_sentences(std::string(20'000'000, '.')).size(), 1U);
  split_sentences(std::string(20'000'000, 'A'));
  std::string stops;
  for (int i = 0; i < 2'000'000; ++i) stops += "a.b";
  split_sentences(stops);
  std::string brackets;
  for (int i = 0; i < 2'000'000; ++i) brackets += ".(";
  split_sentences(brackets);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace paraph
