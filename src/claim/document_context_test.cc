#include "claim/document_context.h"

#include <gmock/gmock.h>

#include <string>

#include "claim/claim_testing.h"
#include "mention/find_mentions.h"

namespace paraph {
namespace {

/// "NO-KE", home first; "none" where the document is about no pair.
std::string pair_of(std::string_view text, DocumentFormat format = DocumentFormat::kMarkdown) {
  const auto pair = read_text(text, {}, {}, format).pair;
  if (!pair) return "none";
  return std::string(pair->home.str()) + "-" + std::string(pair->partner.str());
}

TEST(FindPair, TakesTheTitleInItsOrder) {
  EXPECT_EQ(pair_of("# Norway–Kenya Relations\n\nTanzania and Uganda are neighbours of Kenya.\n"), "NO-KE");
  EXPECT_EQ(pair_of("# Kenya and Norway\n\nTrade is small.\n"), "KE-NO");
}

TEST(FindPair, TakesTheStateNamedMostForATitleThatNamesOne) {
  EXPECT_EQ(
      pair_of("# Kenya country brief\n\nAustralia opened a mission in Nairobi. Australia buys coffee. Kenya and Tanzania share a lake.\n"),
      "AU-KE");
}

TEST(FindPair, TakesAHeadingThatNamesBothWhenTheTitleNamesNone) {
  EXPECT_EQ(pair_of("# Fact sheet\n\n## Finland and Peru\n\nChile lies to the south.\n"), "FI-PE");
}

TEST(FindPair, PutsThePublisherFirst) {
  EXPECT_EQ(pair_of("<html><head><title>Kenya and Norway</title><meta property=\"og:site_name\" content=\"Government of Norway\"></head>"
                    "<body><h1>Kenya and Norway</h1><p>Trade is small.</p></body></html>",
                    DocumentFormat::kHtml),
            "NO-KE");
}

TEST(FindPair, IsEmptyForATextAboutOneStateOrNone) {
  EXPECT_EQ(pair_of("# Kenya\n\nKenya has many lakes.\n"), "none");
  EXPECT_EQ(pair_of("# A walk by the sea\n\nThe tide was low.\n"), "none");
}

TEST(FindPair, IsTheCallersWhereTheCallerKnows) {
  const Reading reading = read_text("# Kenya and Norway\n\nTrade is small.\n", "SE", "TZ", DocumentFormat::kMarkdown);
  ASSERT_TRUE(reading.pair);
  EXPECT_EQ(reading.pair->home, ActorId("SE"));
}

class EnterHeading : public testing::Test {
 protected:
  EnterHeading() {
    context_.lexicon = &embedded_engine().lexicon;
    context_.grammar = &embedded_engine().grammar;
    context_.pair = ActorPair{ActorId("NO"), ActorId("KE")};
  }

  void enter(std::string_view text, int level) {
    find_mentions(text, embedded_engine().lexicon, annotated_);
    enter_heading(annotated_, level, context_);
  }

  AnnotatedSentence annotated_;
  DocumentContext context_;
};

TEST_F(EnterHeading, SetsTopicDateAndStates) {
  enter("Visits to Kenya in 2019", 2);
  EXPECT_EQ(context_.topic, Topic::kVisits);
  EXPECT_EQ(context_.heading_period, CivilPeriod::year(2019));
  EXPECT_EQ(context_.heading_object, ActorId("KE"));
  EXPECT_FALSE(context_.heading_subject);
}

TEST_F(EnterHeading, KeepsTheTopicBelowAHeadingOfIts) {
  enter("Trade", 2);
  enter("From Kenya to Norway", 3);
  EXPECT_EQ(context_.topic, Topic::kTrade);
  EXPECT_EQ(context_.heading_subject, ActorId("KE"));
  EXPECT_EQ(context_.heading_object, ActorId("NO"));
  enter("Other matters", 2);
  EXPECT_EQ(context_.topic, Topic::kNone);
}

TEST_F(EnterHeading, ForgetsTheDateOfTheSectionBefore) {
  context_.last_period = CivilPeriod::year(2015);
  context_.last_trade_period = CivilPeriod::year(2015);
  enter("Exports from Norway", 2);
  EXPECT_FALSE(context_.last_period);
  EXPECT_FALSE(context_.last_trade_period);
  EXPECT_EQ(context_.heading_flow, static_cast<int>(Flow::kExports));
}

}  // namespace
}  // namespace paraph
