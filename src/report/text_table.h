#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paraph {

/// One column of a table: its heading, which is also its member in JSON, and how its cells stand.
struct TableColumn {
  std::string heading;
  bool figures = false;  ///< Right-aligned; cells that are plain decimals are JSON numbers.
};

/// Rows of text for people and for programs. Every row has one cell a column; an empty cell is "not given".
struct TextTable {
  std::string caption;             ///< Above a terminal table; not in JSON or CSV.
  std::vector<TableColumn> columns;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> notes;  ///< Below a terminal table: exclusions, vintages; "notes" in JSON, not in CSV.
};

/// Columns aligned by what characters take on a terminal; where the width is short, the widest text columns wrap.
void write_terminal_table(const TextTable& table, std::size_t width, bool colour, std::string& out);

/// {"rows":[{heading: cell, …}],"notes":[…]}; empty cells are absent.
void write_json_table(const TextTable& table, std::string& out);

/// RFC 4180 with a header row and CRLF.
void write_csv_table(const TextTable& table, std::string& out);

/// One field as RFC 4180 quotes it where it must.
void append_csv_field(std::string_view field, std::string& out);

}  // namespace paraph
