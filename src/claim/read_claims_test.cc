#include "claim/read_claims.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

#include "claim/claim_testing.h"

namespace paraph {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<std::string> read(std::string_view text, std::string_view home = "NO", std::string_view partner = "KE") {
  return claim_lines(read_text(text, home, partner, DocumentFormat::kMarkdown));
}

TEST(ReadClaims, TakesABareDollarForTheHomeCurrency) {
  EXPECT_THAT(read("Canada's exports to Peru were $900 million in 2019.", "CA", "PE"),
              ElementsAre("trade_value flow=exports object=PE period=2019 subject=CA unit=CAD value=900000000"));
  EXPECT_THAT(read("Exports to Peru were US$900 million in 2019.", "CA", "PE"),
              ElementsAre("trade_value flow=exports object=PE period=2019 subject=CA unit=USD value=900000000"));
}

TEST(ReadClaims, KeepsFiscalYearsWithTheirOwner) {
  EXPECT_THAT(read("The United States provided $40 million in development assistance to Ghana in fiscal year 2019.", "US", "GH"),
              ElementsAre(HasSubstr("fiscal_year_of=US object=GH period=FY2019 subject=US unit=USD value=40000000")));
}

TEST(ReadClaims, ResolvesTheSameYear) {
  EXPECT_THAT(
      read("Norway's exports to Kenya were worth NOK 310 million in 2020. Imports from Kenya were NOK 420 million in the same year."),
      ElementsAre("trade_value flow=exports object=KE period=2020 subject=NO unit=NOK value=310000000",
                  "trade_value flow=imports object=KE period=2020 subject=NO unit=NOK value=420000000"));
}

TEST(ReadClaims, GivesTheTwoCountriesBothSides) {
  const Reading reading = read_text("The two countries established diplomatic relations in 1964.", "NO", "KE");
  EXPECT_THAT(claim_lines(reading), ElementsAre("relations event=established object=KE period=1964 subject=NO"));
  EXPECT_THAT(reading.claims.front().implicit, ElementsAre(ClaimMember::kSubject, ClaimMember::kObject));
}

TEST(ReadClaims, NamesNoSideImplicitThatTheSentenceNames) {
  const Reading reading = read_text("Norway and Kenya established diplomatic relations in 1964.", "NO", "KE");
  ASSERT_EQ(reading.claims.size(), 1U);
  EXPECT_THAT(reading.claims.front().implicit, IsEmpty());
}

TEST(ReadClaims, MakesAClaimForEachOrganisationOfAList) {
  EXPECT_THAT(read("Ghana is a member of the World Trade Organization, the International Monetary Fund and the World Bank.", "US", "GH"),
              UnorderedElementsAre(HasSubstr("object=WTO"), HasSubstr("object=IMF"), HasSubstr("subject=GH")));
}

TEST(ReadClaims, MakesAClaimForEachStateThatJoined) {
  EXPECT_THAT(read("Norway and Kenya are members of the World Trade Organization."),
              UnorderedElementsAre("membership object=WTO status=member subject=NO", "membership object=WTO status=member subject=KE"));
}

TEST(ReadClaims, ReadsFiguresForSeveralYears) {
  EXPECT_THAT(read("Trade between Norway and Kenya was NOK 610 million in 2018 and NOK 730 million in 2019."),
              ElementsAre("trade_value flow=total object=KE period=2018 subject=NO unit=NOK value=610000000",
                          "trade_value flow=total object=KE period=2019 subject=NO unit=NOK value=730000000"));
}

TEST(ReadClaims, DatesTheSectionByItsHeading) {
  EXPECT_THAT(read("## Trade in 2017\n\nNorway's exports to Kenya were NOK 250 million.\n"),
              ElementsAre(HasSubstr("trade_value flow=exports object=KE period=2017")));
}

TEST(ReadClaims, GivesNoDateThatTheTextDoesNotGive) {
  EXPECT_THAT(read("Norway's exports to Kenya are worth NOK 250 million."),
              ElementsAre("trade_value flow=exports object=KE subject=NO unit=NOK value=250000000"));
}

TEST(ReadClaims, MarksPlansAndDenials) {
  EXPECT_THAT(read("Norway will open a consulate in Mombasa in 2027."), ElementsAre(HasSubstr("modality=planned")));
  EXPECT_THAT(read("There is no extradition treaty between Norway and Kenya."), ElementsAre(HasSubstr("modality=negated")));
}

TEST(ReadClaims, NotesAFigureItCouldNotRead) {
  const Reading reading = read_text("In 2019 Kenya planted 1.2 million mangroves along its coast.", "NO", "KE");
  EXPECT_THAT(reading.claims, IsEmpty());
  ASSERT_EQ(reading.gaps.size(), 1U);
  EXPECT_EQ(reading.gaps.front().reason, GapReason::kNoTrigger);
}

TEST(ReadClaims, SpansPointIntoTheOriginalBytes) {
  const std::string text = "Norvège — a note.\n\nNorway has an embassy in Nairobi.";
  const Reading reading = read_text(text, "NO", "KE");
  ASSERT_EQ(reading.claims.size(), 1U);
  const Claim& claim = reading.claims.front();
  EXPECT_THAT(std::string(claim.span.of(text)), HasSubstr("embassy"));
  EXPECT_EQ(std::string(claim.sentence.of(text)), "Norway has an embassy in Nairobi.");
}

TEST(ReadClaims, GivesTheSameStatementTheSameId) {
  const Reading before = read_text("Norway and Kenya established diplomatic relations in 1964.", "NO", "KE");
  const Reading after = read_text("A preface.\n\nIn 1964, Norway and Kenya established diplomatic relations.", "NO", "KE");
  const Reading other = read_text("Norway and Kenya established diplomatic relations in 1965.", "NO", "KE");
  ASSERT_EQ(before.claims.size(), 1U);
  ASSERT_EQ(after.claims.size(), 1U);
  ASSERT_EQ(other.claims.size(), 1U);
  EXPECT_EQ(before.claims.front().id, after.claims.front().id);
  EXPECT_NE(before.claims.front().id, other.claims.front().id);
}

TEST(ReadClaims, SaysOnceWhatASentenceSaysTwice) {
  const auto lines = read("Norway is a member of the World Trade Organization, the World Trade Organization.");
  EXPECT_EQ(std::ranges::count(lines, "membership object=WTO status=member subject=NO"), 1);
}

TEST(ReadClaims, LeavesADirectionOpenThatNobodySpeaksFor) {
  const Reading unsaid = read_text("Exports: $436 million in 2020.", "NO", "KE");
  EXPECT_TRUE(unsaid.claims.empty());
  ASSERT_EQ(unsaid.gaps.size(), 1U);
  EXPECT_EQ(unsaid.gaps.front().reason, GapReason::kMissingActor);

  const Reading ours = read_text("Our exports were $436 million in 2020.", "NO", "KE");
  ASSERT_EQ(ours.claims.size(), 1U);
  EXPECT_EQ(ours.claims.front().subject, ActorId("NO"));
  EXPECT_EQ(ours.claims.front().object, ActorId("KE"));
}

TEST(ReadClaims, KeepsDocumentOrder) {
  const Reading reading =
      read_text("Norway has an embassy in Nairobi. Norway and Kenya established diplomatic relations in 1964.", "NO", "KE");
  EXPECT_TRUE(std::ranges::is_sorted(reading.claims, {}, [](const Claim& claim) { return claim.span.first(); }));
  EXPECT_THAT(claim_lines(reading), Contains(HasSubstr("mission")));
  EXPECT_THAT(claim_lines(reading), Contains(HasSubstr("relations")));
  EXPECT_EQ(reading.sentences, 2U);
}

}  // namespace
}  // namespace paraph
