#include "brief/write_brief.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/check.h"
#include "brief/footnotes.h"
#include "brief/format_sheet.h"
#include "evidence/memory_shelf.h"

namespace paraph {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string_view name_of_state(const ActorId& actor) {
  if (actor.str() == "GM") return "Gambia";
  if (actor.str() == "US") return "United States";
  if (actor.str() == "KE") return "Kenya";
  return actor.str();
}

const Wordings& wordings() {
  static const Wordings loaded = [] {
    auto read = Wordings::load(embedded_table_files());
    PARAPH_CHECK(read.has_value(), "the tables of data/brief do not load");
    return std::move(*read);
  }();
  return loaded;
}

constexpr std::string_view kVintages = R"(
    dots@1     imf-dots              -
    purse@2024 us-foreign-assistance 2024-01-05
    lists@2024 cia-factbook          -
    dates@typed wto-accessions       -
    annals@2020 hsg-rdcr             2020-05-01
)";

Sheet written(std::string_view figures, std::string_view facts, BriefRequest request = {{ActorId("GM"), ActorId("KE")}, std::chrono::year{2021} / 6 / 1, {}, {}, false}) {
  const MemoryShelf shelf(kVintages, figures, facts);
  auto sheet = write_brief(request, shelf, wordings(), name_of_state);
  PARAPH_CHECK(sheet.has_value(), "a sheet is written from rows in memory");
  return std::move(*sheet);
}

std::vector<std::string> said(const Sheet& sheet, SectionKind kind) {
  std::vector<std::string> texts;
  for (const Section& section : sheet.sections) {
    if (section.kind != kind) continue;
    for (const auto& paragraph : section.paragraphs) {
      for (const CitedSentence& statement : paragraph) texts.push_back(statement.text);
    }
  }
  return texts;
}

std::string traded(std::string_view year, std::string_view exports, std::string_view imports) {
  const std::string tail = " USD FOB goods - country Kenya\n";
  return "dots@1 exports GM KE " + std::string(year) + " " + std::string(exports) + tail + "dots@1 imports GM KE " + std::string(year) + " " + std::string(imports) + tail;
}

constexpr std::string_view kSource = "According to the Gambia's statistics as published by the IMF, ";

TEST(TradeWording, SaysGrowth) {
  EXPECT_THAT(said(written(traded("2019", "1000000", "1000000") + traded("2020", "2000000", "1060000"), ""), SectionKind::kTrade),
              ElementsAre(std::string(kSource) + "trade in goods between the Gambia and Kenya was US$3.1 million in 2020, up 53 percent from US$2 million in 2019.",
                          std::string(kSource) + "the Gambia's goods exports to Kenya were US$2 million and goods imports from Kenya were US$1.1 million in 2020."));
}

TEST(TradeWording, SaysFallAndStandstill) {
  EXPECT_THAT(said(written(traded("2019", "2000000", "2000000") + traded("2020", "1000000", "1000000"), ""), SectionKind::kTrade).front(),
              HasSubstr("was US$2 million in 2020, down 50 percent from US$4 million in 2019."));
  EXPECT_THAT(said(written(traded("2019", "2000000", "2000000") + traded("2020", "2000000", "2001000"), ""), SectionKind::kTrade).front(),
              HasSubstr("was almost unchanged at US$4 million in 2020."));
}

TEST(TradeWording, SaysTheFirstYearAlone) {
  EXPECT_EQ(said(written(traded("2020", "450", "301499"), ""), SectionKind::kTrade).front(),
            std::string(kSource) + "trade in goods between the Gambia and Kenya was US$302,000 in 2020.");
}

TEST(TradeWording, NamesBothYearsWhereOneIsMissingBetween) {
  EXPECT_THAT(said(written(traded("2017", "2000000", "2000000") + traded("2020", "1000000", "1000000"), ""), SectionKind::kTrade).front(),
              HasSubstr("fell from US$4 million in 2017 to US$2 million in 2020."));
}

TEST(TradeWording, SaysThatOneFlowIsMissing) {
  EXPECT_THAT(said(written(traded("2020", "0", "1000000"), ""), SectionKind::kTrade).back(), HasSubstr("goods imports from Kenya were US$1 million in 2020, and there were no exports."));
}

TEST(TradeWording, LeavesOutYearsThatAreNotOver) {
  const Sheet sheet = written(traded("2020", "1000000", "1000000") + traded("2021", "9000000", "9000000"), "");
  EXPECT_THAT(said(sheet, SectionKind::kTrade).front(), Not(HasSubstr("2021")));
}

TEST(TradeWording, NamesWhatOneSideDoesNotReport) {
  const Sheet sheet = written(traded("2020", "1000000", "1000000"), "");
  EXPECT_THAT(said(sheet, SectionKind::kUnknown), Contains("Trade in goods in Kenya's own statistics: not in the sources of this sheet."));
}

TEST(MirrorGap, StandsInTheFootnoteOfTheSecondReporter) {
  const std::string both = traded("2020", "1000000", "1000000") +
                           "dots@1 exports KE GM 2020 2000000 USD FOB goods - country Gambia\ndots@1 imports KE GM 2020 1000000 USD CIF goods - country Gambia\n";
  const Sheet sheet = written(both, "");
  std::vector<std::string> remarks;
  for (const auto& paragraph : sheet.sections.front().paragraphs) remarks.push_back(paragraph.front().remark);
  ASSERT_EQ(remarks.size(), 2U);
  EXPECT_THAT(remarks[0], IsEmpty());
  EXPECT_THAT(remarks[1], HasSubstr("for 2020, Kenya's statistics have US$3 million and the Gambia's US$2 million, so that the first are 50 percent higher"));
}

TEST(AssistanceWording, SumsInBothMoneysSinceTheFirstYear) {
  const Sheet sheet = written(R"(
    purse@2024 aid-obligations US GM FY2019 50000000 USD - - current         country Gambia
    purse@2024 aid-obligations US GM FY2020 40000000 USD - - current         country Gambia
    purse@2024 aid-obligations US GM FY2019 60000000 USD - - constant-FY2023 country Gambia
    purse@2024 aid-obligations US GM FY2020 47000000 USD - - constant-FY2023 country Gambia
  )",
                              "", {{ActorId("US"), ActorId("GM")}, std::chrono::year{2021} / 6 / 1, {}, {}, false});
  EXPECT_THAT(said(sheet, SectionKind::kAssistance),
              ElementsAre("From fiscal year 2019 to fiscal year 2020, the United States obligated $90 million in assistance to the Gambia.",
                          "From fiscal year 2019 to fiscal year 2020, the United States obligated $107 million in assistance to the Gambia in constant fiscal year 2023 dollars.",
                          "In fiscal year 2020, the United States obligated $40 million in assistance to the Gambia."));
}

TEST(MembershipWording, DatesOnlyWhatAListOfDatesDates) {
  const Sheet sheet = written("", R"(
    lists@2024  membership GM UN  listed 1990 2025 member - - -
    lists@2024  membership KE UN  listed 1990 2025 member - - -
    lists@2024  membership GM WTO listed 1996 2025 member - - -
    dates@typed membership GM WTO joined 1996-10-23 - member - - -
    lists@2024  membership KE OAS listed 2000 2025 observer - - -
  )");
  EXPECT_THAT(said(sheet, SectionKind::kMemberships),
              ElementsAre("The Gambia and Kenya are both members of the United Nations.",
                          "The Gambia has been a member of the World Trade Organization since 23 October 1996.",
                          "Kenya is an observer to the Organization of American States."));
}

TEST(MembershipWording, DecidesNothingWhereListsDisagree) {
  const Sheet sheet = written("", R"(
    lists@2024  membership GM WTO listed 1996 2025 observer - - -
    dates@typed membership GM WTO joined 2015-11-30 - member - - -
  )");
  EXPECT_THAT(said(sheet, SectionKind::kMemberships), IsEmpty());
  EXPECT_THAT(said(sheet, SectionKind::kUnknown), Contains("The Gambia's present status in the World Trade Organization: the sources disagree."));
}

TEST(WriteBrief, LeavesOutWhatHadNotHappened) {
  const std::string_view facts = "annals@2020 relations US GM established 1965-02-18 - - - - -\n";
  const auto on = [&](int year) {
    return said(written("", facts, {{ActorId("US"), ActorId("GM")}, std::chrono::year{year} / 1 / 1, {}, {}, false}), SectionKind::kRelations);
  };
  EXPECT_THAT(on(1965), IsEmpty());
  EXPECT_THAT(on(1966), ElementsAre("The United States and the Gambia established diplomatic relations on 18 February 1965."));
}

TEST(WriteBrief, CitesEverySentence) {
  const Sheet sheet = written(traded("2020", "1000000", "1000000"), "lists@2024 membership GM UN listed 1990 2025 member - - -\n");
  for (const Section& section : sheet.sections) {
    for (const auto& paragraph : section.paragraphs) {
      for (const CitedSentence& statement : paragraph) EXPECT_THAT(statement.citations, Not(IsEmpty())) << statement.text;
    }
  }
}

TEST(WriteBrief, KeepsToTheSectionsAskedFor) {
  const Sheet sheet = written(traded("2020", "1000000", "1000000"), "lists@2024 membership GM UN listed 1990 2025 member - - -\n",
                              {{ActorId("GM"), ActorId("KE")}, std::chrono::year{2021} / 6 / 1, {}, {SectionKind::kMemberships}, false});
  ASSERT_EQ(sheet.sections.size(), 1U);
  EXPECT_EQ(sheet.sections.front().kind, SectionKind::kMemberships);
}

TEST(Footnotes, ShareANumberWhereTheyAreEqual) {
  Footnotes notes;
  const std::vector<Citation> one{{SourceId("a"), VintageId("a@1"), "x", "2020", "1", ""}};
  const std::vector<Citation> other{{SourceId("a"), VintageId("a@1"), "y", "2020", "1", ""}};
  EXPECT_EQ(notes.number(one, ""), 1U);
  EXPECT_EQ(notes.number(other, ""), 2U);
  EXPECT_EQ(notes.number(one, ""), 1U);
  EXPECT_EQ(notes.number(one, "with a remark"), 3U);
}

TEST(FormatSheet, PutsEveryStatementWhereItSays) {
  const Sheet sheet = written(traded("2020", "1000000", "1000000"), "");
  const WrittenSheet markdown = format_sheet(sheet, SheetFormat::kMarkdown);
  std::size_t at = 0;
  for (const Section& section : sheet.sections) {
    for (const auto& paragraph : section.paragraphs) {
      for (const CitedSentence& statement : paragraph) {
        ASSERT_LT(at, markdown.places.size());
        EXPECT_EQ(markdown.places[at++].of(markdown.text).substr(0, statement.text.size()), statement.text);
      }
    }
  }
}

TEST(FormatSheet, EscapesWhatMarkupGivesAMeaning) {
  Sheet sheet = written(traded("2020", "1000000", "1000000"), "");
  sheet.title = "A & B <C>";
  EXPECT_THAT(format_sheet(sheet, SheetFormat::kHtml).text, HasSubstr("<h1>A &amp; B &lt;C&gt;</h1>"));
  EXPECT_THAT(format_sheet(sheet, SheetFormat::kBibtex).text, HasSubstr("@misc{dots:1,"));
  EXPECT_THAT(format_sheet(sheet, SheetFormat::kCsl).text, HasSubstr("\"type\":\"dataset\""));
}

}  // namespace
}  // namespace paraph
