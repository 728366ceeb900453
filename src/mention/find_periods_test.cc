#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "lexicon/lexicon.h"
#include "mention/find_quantities.h"

namespace paraph {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = [] {
    auto lexicon = Lexicon::load(embedded_table_files());
    if (!lexicon) throw std::runtime_error(lexicon.error().message);
    return std::move(*lexicon);
  }();
  return loaded;
}

/// "words=period", with what else the mention knows behind it; mentions apart by "; ".
std::string periods_in(std::string_view text) {
  std::vector<Token> tokens;
  tokenise(text, lexicon().vocabulary(), tokens);
  std::vector<Mention> mentions;
  find_periods(text, tokens, lexicon(), mentions);
  std::string out;
  for (const Mention& mention : mentions) {
    const auto& period = std::get<PeriodMention>(mention.body);
    if (!out.empty()) out += "; ";
    const std::size_t first = tokens[mention.first].first;
    out += text.substr(first, tokens[mention.last - 1].last - first);
    out += '=';
    constexpr std::array kAnchors = {"", "published", "previous", " month"};
    const bool relative = period.anchor == PeriodAnchor::kPublished || period.anchor == PeriodAnchor::kPrevious;
    const bool part = relative && period.period.from() && period.period.from()->month > 0;
    if (!relative || part) out += period.period.str();
    if (part) out += ' ';
    out += kAnchors[static_cast<std::size_t>(period.anchor)];
    if (relative) out += fmt::format("{:+}", period.offset_years);
    constexpr std::array kBounds = {"", " since", " until", " between"};
    out += kBounds[static_cast<std::size_t>(period.bound)];
    if (period.fiscal) out += " fiscal";
    if (period.split_year) out += " split";
    if (period.bracketed) out += " bracketed";
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

void expect_all(std::span<const Case> cases) {
  for (const auto& [text, expected] : cases) EXPECT_EQ(periods_in(text), expected) << text;
}

TEST(FindPeriods, ReadsDaysInEveryOrder) {
  expect_all(std::vector<Case>{
      {"The treaty was signed on 26 June 2001.", "26 June 2001=2001-06-26"},
      {"The treaty was signed on June 26, 2001 in Osgiliath.", "June 26, 2001=2001-06-26"},
      {"It took effect on the 26th of June, 2001.", "26th of June, 2001=2001-06-26"},
      {"Signed 26th June 2001", "26th June 2001=2001-06-26"},
      {"as of 2001-06-26 there were none", "2001-06-26=2001-06-26"},
      {"On 26/06/2001 both sides met.", "26/06/2001=2001-06-26"},
      {"On 06/26/2001 both sides met.", "06/26/2001=2001-06-26"},
      {"On 26.06.2001 both sides met.", "26.06.2001=2001-06-26"},
      {"On 5 Sept. 2010 they met", "5 Sept. 2010=2010-09-05"},
      {"independent on August 1,1960.", "August 1,1960=1960-08-01"},
      {"on 29 February 2024", "29 February 2024=2024-02-29"},
      {"On 15 MAY 2012 it closed.", "15 MAY 2012=2012-05-15"},
  });
}

TEST(FindPeriods, KeepsTheYearWhereTheOrderOfDayAndMonthIsInDoubt) {
  EXPECT_EQ(periods_in("On 05/06/2001 both sides met."), "05/06/2001=2001");
  EXPECT_EQ(periods_in("On 05/05/2001 both sides met."), "05/05/2001=2001-05-05");
  EXPECT_EQ(periods_in("the 30/31/2001 code"), "");
}

TEST(FindPeriods, LeavesTheYearOfABareDayOrMonthToTheText) {
  expect_all(std::vector<Case>{
      {"On 26 June the minister left.", "26 June=0000-06-26 month"},
      {"The minister left in March.", "March=0000-03 month"},
      {"The embassy has been closed since March.", "since March=0000-03/.. month since"},
      {"Foreign ministers last spoke on January 12.", "January 12=0000-01-12 month"},
      {"Visits: 2016, Frodo Baggins (September, October)", "2016=2016; September=0000-09 month; October=0000-10 month"},
      {"in January 1989 and replaced that July.", "January 1989=1989-01; July=0000-07 month"},
      {"on 1 August of the same year", "1 August of the same year=0000-08-01 month"},
      {"from January to June exports doubled", "from January to June=0000-01/0000-06 month between"},
      {"In May 30 ships sailed.", "May=0000-05 month"},
  });
}

TEST(FindPeriods, TellsMonthsFromVerbsAndNames) {
  for (const std::string_view text :
       {"The parties may march together.", "Exports may rise.", "President May arrived.", "June Gamgee spoke first.",
        "The March of the Ents ended it.", "August Proudfoot, ambassador", "They met in may."}) {
    EXPECT_EQ(periods_in(text), "") << text;
  }
}

TEST(FindPeriods, ReadsMonthsAndPartsOfYears) {
  expect_all(std::vector<Case>{
      {"in June 2001", "June 2001=2001-06"},
      {"in June of 2001", "June of 2001=2001-06"},
      {"in June, 2001, the king", "June, 2001=2001-06"},
      {"the first half of 2024", "first half of 2024=2024-01/2024-06"},
      {"in the second half of 2018", "second half of 2018=2018-07/2018-12"},
      {"the second quarter of 2023 saw", "second quarter of 2023=2023-04/2023-06"},
      {"in Q2 2023", "Q2 2023=2023-04/2023-06"},
      {"in H2 of 2023", "H2 of 2023=2023-07/2023-12"},
      {"the last quarter of 2020", "last quarter of 2020=2020-10/2020-12"},
      {"the first nine months of 2023", "first nine months of 2023=2023-01/2023-09 between"},
      {"in the fall of 2023", "fall of 2023=2023"},
      {"by the winter of 2022/23", "by the winter of 2022/23=2022/2023 until split"},
      {"in mid-2021", "mid-2021=2021"},
      {"in early March 2021", "early March 2021=2021-03"},
      {"at the end of 2021 the stock", "end of 2021=2021"},
      {"by the end of 2025", "by the end of 2025=../2025 until"},
      {"late 2021 brought", "late 2021=2021"},
  });
}

TEST(FindPeriods, ReadsDecadesAndCenturies) {
  expect_all(std::vector<Case>{
      {"in the 1990s", "1990s=1990/1999"},
      {"since the early 1990s", "since the early 1990s=1990/.. since"},
      {"in the 1990’s", "1990’s=1990/1999"},
      {"a 19th century treaty", "19th century=1801/1900"},
      {"in the late nineteenth century", "late nineteenth century=1801/1900"},
      {"a 20th-century border", "20th-century=1901/2000"},
  });
}

TEST(FindPeriods, ReadsIntervals) {
  expect_all(std::vector<Case>{
      {"from 2015 to 2020", "from 2015 to 2020=2015/2020 between"},
      {"between 2015 and 2020", "between 2015 and 2020=2015/2020 between"},
      {"aid in 2015–2020 grew", "2015–2020=2015/2020 between"},
      {"(1992-2019)", "1992-2019=1992/2019 between bracketed"},
      {"in 1992-95", "1992-95=1992/1995 between"},
      {"on 1-13 August 2022", "1-13 August 2022=2022-08-01/2022-08-13 between"},
      {"from 1 to 13 August 2022", "from 1 to 13 August 2022=2022-08-01/2022-08-13 between"},
      {"on August 1–13, 2022", "August 1–13, 2022=2022-08-01/2022-08-13 between"},
      {"on 1 and 2 August 2022", "1 and 2 August 2022=2022-08-01/2022-08-02 between"},
      {"28 May - 2 June 2019", "28 May - 2 June 2019=2019-05-28/2019-06-02 between"},
      {"from May 28 to June 2, 2019", "from May 28 to June 2, 2019=2019-05-28/2019-06-02 between"},
      {"30 December - 2 January 2019", "30 December - 2 January 2019=2018-12-30/2019-01-02 between"},
      {"from June 2001 to May 2004", "from June 2001 to May 2004=2001-06/2004-05 between"},
      {"January-June 2023", "January-June 2023=2023-01/2023-06 between"},
      {"January to June 2023", "January to June 2023=2023-01/2023-06 between"},
      {"from March 2010 until April 2011", "from March 2010 until April 2011=2010-03/2011-04 between"},
      {"in the year ended 31 March 2022", "year ended 31 March 2022=2021-04-01/2022-03-31 between"},
      {"in the year to June 2021", "year to June 2021=2020-07/2021-06 between"},
  });
}

TEST(FindPeriods, BoundsADateWithItsPreposition) {
  expect_all(std::vector<Case>{
      {"since 1992", "since 1992=1992/.. since"},
      {"since March 2010", "since March 2010=2010-03/.. since"},
      {"until 2008", "until 2008=../2008 until"},
      {"up to 2008", "up to 2008=../2008 until"},
      {"by 2030", "by 2030=../2030 until"},
      {"prior to 1991", "prior to 1991=../1991 until"},
      {"from 2015 onwards", "from 2015 onwards=2015/.. since"},
      {"with effect from 1 March 2019", "from 1 March 2019=2019-03-01/.. since"},
      {"after 1991", "after 1991=1991/.. since"},
      {"from 1992 to the present", "from 1992 to the present=1992/.. since"},
      {"up from 2019", "2019=2019"},
      {"fell 4% from the previous year", "previous year=previous-1"},
      {"a drop against 2021, chiefly", "2021=2021"},
      {"assistance (in force 2003)", "2003=2003"},
      {"by the 1992 agreement", "1992=1992"},
      {"as of June 2022", "June 2022=2022-06"},
      {"established in 1992", "1992=1992"},
      {"a member since then", "since then=previous+0 since"},
      {"has received nothing to date", "to date=published+0 until"},
  });
}

TEST(FindPeriods, ReadsFiscalYears) {
  expect_all(std::vector<Case>{
      {"in FY2021", "FY2021=FY2021 fiscal"},
      {"in FY 2020 alone", "FY 2020=FY2020 fiscal"},
      {"in FY21", "FY21=FY2021 fiscal"},
      {"in FY 2021-22", "FY 2021-22=2021/2022 fiscal split"},
      {"in FY2021/22", "FY2021/22=2021/2022 fiscal split"},
      {"in fiscal year 2021", "fiscal year 2021=FY2021 fiscal"},
      {"in Fiscal Year (FY) 2021", "Fiscal Year (FY) 2021=FY2021 fiscal"},
      {"in fiscal 2021", "fiscal 2021=FY2021 fiscal"},
      {"in the financial year 2021-22", "financial year 2021-22=2021/2022 fiscal split"},
      {"in the 2021-22 financial year", "2021-22 financial year=2021/2022 fiscal split"},
      {"in the 2021 fiscal year", "2021 fiscal year=FY2021 fiscal"},
      {"in 2022-23", "2022-23=2022/2023 split"},
      {"in 2022/23", "2022/23=2022/2023 split"},
      {"in 2022/2023", "2022/2023=2022/2023 split"},
      {"in 1999-00", "1999-00=1999/2000 split"},
      {"fiscal years 2019 and 2020", "fiscal years 2019=FY2019 fiscal; 2020=FY2020 fiscal"},
      {"from FY2019 to FY2021", "from FY2019 to FY2021=FY2019/FY2021 between fiscal"},
      {"since FY2020", "since FY2020=FY2020/.. since fiscal"},
      {"since FY 2020-21", "since FY 2020-21=2020/2021 since fiscal split"},
      {"last fiscal year", "last fiscal year=published-1 fiscal"},
      {"in the fiscal year ended June 30, 2021", "fiscal year ended June 30, 2021=FY2021 fiscal"},
  });
}

TEST(FindPeriods, ReadsRelativeYears) {
  expect_all(std::vector<Case>{
      {"last year", "last year=published-1"},
      {"in March last year", "March last year=0000-03 published-1"},
      {"this year", "this year=published+0"},
      {"next year", "next year=published+1"},
      {"next spring", "next spring=published+1"},
      {"in the same year", "same year=previous+0"},
      {"later that year", "that year=previous+0"},
      {"a year earlier", "a year earlier=previous-1"},
      {"two years later", "two years later=previous+2"},
      {"ten years ago", "ten years ago=published-10"},
      {"on the previous year", "previous year=previous-1"},
      {"in the previous FY", "previous FY=previous-1 fiscal"},
      {"in the previous fiscal, exports", "previous fiscal=previous-1 fiscal"},
      {"the following year", "following year=previous+1"},
      {"against 12% the year before.", "year before=previous-1"},
      {"grew 5% year-on-year", ""},
      {"over the past year", ""},
      {"ten officers a year", ""},
      {"each year", ""},
  });
}

TEST(FindPeriods, TakesAYearOnlyWhereDatesStand) {
  expect_all(std::vector<Case>{
      {"2021 figures", "2021=2021"},
      {"Compared to 2021 trade grew", "2021=2021"},
      {"(2019)", "2019=2019 bracketed"},
      {"in 2019, 2020 and 2021", "2019=2019; 2020=2020; 2021=2021"},
      {"the 2015 accord", "2015=2015"},
      {"its 2019 report", "2019=2019"},
      {"in the year 2000", "2000=2000"},
      {"pre-2014 levels", "2014=2014"},
      {"grew from $277 million in 2020 to $424.6 million in 2021", "2020=2020; 2021=2021"},
      {"2021", "2021=2021"},
      {"Exports\t2019\t2020", "2019=2019; 2020=2020"},
      {"Resolution 2593", ""},
      {"about 2000 troops", ""},
      {"with 1500 students", ""},
      {"a plant of 2000 MW", ""},
      {"in 1,992 villages", ""},
      {"reached 2000", ""},
      {"Vision 2030", ""},
      {"more than 1900 people", ""},
      {"tel. 555-2019", ""},
      {"in 3021", ""},
  });
}

TEST(FindPeriods, AppendsAscendingAndDisjoint) {
  const std::string_view text =
      "From 1 to 13 August 2022, after two rounds in March and May 2021 (FY2021-22), since 1992 and by 2030, last year and the same year.";
  std::vector<Token> tokens;
  tokenise(text, lexicon().vocabulary(), tokens);
  std::vector<Mention> mentions;
  find_periods(text, tokens, lexicon(), mentions);
  ASSERT_GE(mentions.size(), 7U);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    EXPECT_LT(mentions[i].first, mentions[i].last);
    if (i > 0) {
      EXPECT_LE(mentions[i - 1].last, mentions[i].first);
    }
  }
}

}  // namespace
}  // namespace paraph
