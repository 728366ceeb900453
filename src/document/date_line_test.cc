#include "document/date_line.h"

#include <gtest/gtest.h>

#include <string>

namespace paraph {
namespace {

std::string shown(const std::optional<CivilPoint>& point) {
  if (!point) return "none";
  std::string out = std::to_string(point->year) + "-" + std::to_string(point->month);
  if (point->day > 0) out += "-" + std::to_string(point->day);
  return out;
}

TEST(ReadDateline, ReadsBareLabelledAndPlacedDates) {
  EXPECT_EQ(shown(read_dateline("Mon. Jul 15th, 2024", false)), "2024-7-15");
  EXPECT_EQ(shown(read_dateline("AUGUST 17, 2021", false)), "2021-8-17");
  EXPECT_EQ(shown(read_dateline("Last updated: March 2024", false)), "2024-3");
  EXPECT_EQ(shown(read_dateline("Tunis, 20.07.2023", false)), "2023-7-20");
  EXPECT_EQ(shown(read_dateline("EEAS factsheet – Brussels, 19/12/2023", false)), "2023-12-19");
  EXPECT_EQ(shown(read_dateline("(Brief as on 15 February 2023)", false)), "2023-2-15");
  EXPECT_EQ(shown(read_dateline("Article – 24.01.2024", false)), "2024-1-24");
  EXPECT_EQ(shown(read_dateline("Date modified: 2023-02-03", true)), "2023-2-3");
  EXPECT_EQ(shown(read_dateline("Background Notes: Suriname, May 1999", false)), "1999-5");
  EXPECT_EQ(shown(read_dateline("Fact Sheet • Bureau of African Affairs • November 14, 2022", false)), "2022-11-14");
}

TEST(ReadDateline, TakesTheDateOfTheCommonCalendarInBrackets) {
  EXPECT_EQ(shown(read_dateline("Updated: 2081-02-10 (23 May 2024)", false)), "2024-5-23");
}

TEST(ReadDateline, LeavesDatesInsideTextAndAmbiguousOnesAlone) {
  EXPECT_EQ(shown(read_dateline("The embassy opened on 5 June 1956.", false)), "none");
  EXPECT_EQ(shown(read_dateline("Agreements signed during the visit (February 2018)", false)), "none");
  EXPECT_EQ(shown(read_dateline("Extradition Treaty (signed 16 April 2007)", false)), "none");
  EXPECT_EQ(shown(read_dateline("03/04/2023", false)), "none");
  EXPECT_EQ(shown(read_dateline("King Baudouin, June 1960 and July 1970", false)), "none");
  EXPECT_EQ(shown(read_dateline("Economy (1998)", false)), "none");
  EXPECT_EQ(shown(read_dateline("31 February 2020", false)), "none");
  EXPECT_EQ(shown(read_dateline("Special Envoy Park, May 2023", true)), "none");
}

TEST(ReadLeadingDateline, EndsBehindItsDash) {
  const std::string text = "ADDIS ABABA, 9 December 2022 — The minister arrived.";
  const auto found = read_leading_dateline(text);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(shown(found->point), "2022-12-9");
  EXPECT_EQ(text.substr(found->length), "The minister arrived.");
}

TEST(ReadLeadingDateline, MayLackTheYear) {
  const std::string text = "MONTEVIDEO, March 14 (Wire) - The secretary left.";
  const auto found = read_leading_dateline(text);
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(found->point.has_value());
  EXPECT_EQ(text.substr(found->length), "The secretary left.");
  EXPECT_FALSE(read_leading_dateline("The EU and Tunisia - neighbours since 1969 - agreed.").has_value());
}

TEST(ReadMachineDate, TakesTheDay) {
  EXPECT_EQ(shown(read_machine_date("2022-11-14T15:02:11+00:00")), "2022-11-14");
  EXPECT_EQ(shown(read_machine_date("2022-11")), "2022-11");
  EXPECT_EQ(shown(read_machine_date("soon")), "none");
}

}  // namespace
}  // namespace paraph
