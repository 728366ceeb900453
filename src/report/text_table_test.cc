#include "report/text_table.h"

#include <gtest/gtest.h>

namespace paraph {
namespace {

TextTable sample() {
  TextTable table;
  table.columns = {{"name"}, {"value", true}};
  table.rows = {{"Gondor, \"the\" realm", "276968900.5"}, {"Árnor", ""}};
  table.notes = {"left out: the rest"};
  return table;
}

TEST(TextTable, AlignsColumnsByWhatCharactersTake) {
  std::string out;
  write_terminal_table(sample(), 80, false, out);
  EXPECT_EQ(out,
            "name                       value\n"
            "───────────────────  ───────────\n"
            "Gondor, \"the\" realm  276968900.5\n"
            "Árnor\n"
            "left out: the rest\n");
}

TEST(TextTable, WrapsTheWidestTextColumnWhereTheWidthIsShort) {
  std::string out;
  write_terminal_table(sample(), 27, false, out);
  EXPECT_EQ(out,
            "name                  value\n"
            "──────────────  ───────────\n"
            "Gondor, \"the\"   276968900.5\n"
            "realm\n"
            "Árnor\n"
            "left out: the rest\n");
}

TEST(TextTable, WritesFiguresAsJsonNumbersAndLeavesEmptyCellsOut) {
  std::string out;
  write_json_table(sample(), out);
  EXPECT_EQ(out, "{\"rows\":[{\"name\":\"Gondor, \\\"the\\\" realm\",\"value\":276968900.5},{\"name\":\"Árnor\"}],\"notes\":[\"left out: the rest\"]}\n");
}

TEST(TextTable, QuotesCsvFieldsThatNeedIt) {
  std::string out;
  write_csv_table(sample(), out);
  EXPECT_EQ(out, "name,value\r\n\"Gondor, \"\"the\"\" realm\",276968900.5\r\nÁrnor,\r\n");
}

}  // namespace
}  // namespace paraph
