#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/engine.h"
#include "engine/mention_report.h"
#include "report/flat_json.h"

namespace paraph {
namespace {

const Engine& engine() {
  static const Engine opened = [] {
    auto result = Engine::open();
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
  }();
  return opened;
}

using Line = std::map<std::string, std::string>;

std::string member(const Line& line, const char* key) {
  const auto found = line.find(key);
  return found == line.end() ? std::string() : found->second;
}

/// "~12 agreement", "10..15 percent", "5000000 USD/year", "7 percent down".
std::string figure_of(const Line& line) {
  const std::string comparator = member(line, "comparator");
  std::string said = comparator == ".." ? member(line, "low") + ".." + member(line, "high") : (comparator == "=" ? "" : comparator) + member(line, "value");
  if (const std::string unit = member(line, "unit"); !unit.empty()) said += " " + unit;
  if (const std::string per = member(line, "per"); !per.empty()) said += "/" + per;
  if (const std::string change = member(line, "change"); change == "up" || change == "down") said += " " + change;
  return said;
}

/// "2001-06-26", "P3Y:DURATION", "199+START", "2023@published", "FY2021(US 2020-10-01..2021-09-30)"; "?" for a date left open.
std::string date_of(const Line& line) {
  std::string said = member(line, "value").empty() ? "?" : member(line, "value");
  if (const std::string timex = member(line, "timex"); timex != "DATE") said += ":" + timex;
  if (const std::string mod = member(line, "mod"); !mod.empty()) said += "+" + mod;
  if (const std::string anchor = member(line, "anchor"); !anchor.empty()) said += "@" + anchor;
  if (const std::string owner = member(line, "fiscal_year_of"); !owner.empty())
    said += fmt::format("({} {}..{})", owner, member(line, "from"), member(line, "to"));
  return said;
}

struct Said {
  std::string figures;
  std::string dates;
};

/// `context` is a pair, the states whose text it is, or "date" for a text of 15 July 2024.
Said read(const std::string& sentence, const std::string& context) {
  const std::string head = context == "date" ? "Trade talks\n\nDate: 15 July 2024\n\n" : "";
  Intake intake;
  intake.name = intake.hints.name = "case.txt";
  intake.bytes = head + "They have met often before and said so.\n\n" + sentence + "\n";
  ReadingOptions options;
  const auto pair = engine().pair_named(context.empty() || context == "date" ? "US-GH" : context);
  if (!pair) throw std::runtime_error(pair.error().message);
  options.pair = *pair;
  const auto extraction = engine().extract_bytes(std::move(intake), options);
  if (!extraction) throw std::runtime_error(extraction.error().message);
  std::string lines;
  append_mentions(engine(), *extraction, {true, true}, lines);
  Said said;
  std::istringstream each(lines);
  for (std::string text; std::getline(each, text);) {
    const auto read = FlatJson::read(text);
    if (!read) throw std::runtime_error("no JSON: " + text);
    const Line& line = *read;
    const TextSpan span(std::stoul(member(line, "span[0]")), std::stoul(member(line, "span[1]")));
    EXPECT_EQ(member(line, "quote"), extraction->bytes.substr(span.first(), span.size())) << text;
    std::string& list = member(line, "type") == "quantity" ? said.figures : said.dates;
    list += (list.empty() ? "" : "; ") + (&list == &said.figures ? figure_of(line) : date_of(line));
  }
  return said;
}

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  std::istringstream each(row);
  for (std::string cell; std::getline(each, cell, '\t');) cells.push_back(cell);
  cells.resize(4);
  return cells;
}

TEST(MentionCases, EveryFigureAndDateIsReadAsTheTableSays) {
  std::ifstream table(PARAPH_MENTION_CASES);
  ASSERT_TRUE(table) << PARAPH_MENTION_CASES;
  std::string row;
  std::getline(table, row);
  std::size_t cases = 0;
  for (std::size_t number = 2; std::getline(table, row); ++number) {
    const std::vector<std::string> cells = cells_of(row);
    const Said said = read(cells[0], cells[3]);
    EXPECT_EQ(said.figures, cells[1]) << "tests/mentions/cases.tsv:" << number << ": figures of: " << cells[0];
    EXPECT_EQ(said.dates, cells[2]) << "tests/mentions/cases.tsv:" << number << ": dates of: " << cells[0];
    ++cases;
  }
  EXPECT_GE(cases, 300U);
}

}  // namespace
}  // namespace paraph
