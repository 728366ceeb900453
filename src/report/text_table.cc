#include "report/text_table.h"

#include <algorithm>
#include <numeric>

#include "report/display_text.h"
#include "report/json_writer.h"
#include "value/decimal.h"

namespace paraph {
namespace {

constexpr std::string_view kGutter = "  ";
constexpr std::size_t kNarrowest = 12;  ///< A text column is not squeezed below this.

/// The widths that the cells want, squeezed where the sum is too wide: the widest text column gives way first.
std::vector<std::size_t> column_widths(const TextTable& table, std::size_t width) {
  std::vector<std::size_t> widths;
  for (const TableColumn& column : table.columns) widths.push_back(display_width(column.heading));
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
  }
  const std::size_t gutters = kGutter.size() * (widths.empty() ? 0 : widths.size() - 1);
  while (std::accumulate(widths.begin(), widths.end(), gutters) > width) {
    std::size_t widest = widths.size();
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (table.columns[i].figures || widths[i] <= kNarrowest) continue;
      if (widest == widths.size() || widths[i] > widths[widest]) widest = i;
    }
    if (widest == widths.size()) break;
    --widths[widest];
  }
  return widths;
}

void write_row(const std::vector<std::string>& cells, const TextTable& table, const std::vector<std::size_t>& widths,
               std::string& out) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    lines.push_back(wrapped(cells[i], widths[i]));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i != 0) text += kGutter;
      const std::string_view cell = line < lines[i].size() ? std::string_view(lines[i][line]) : std::string_view();
      text += table.columns[i].figures ? padded_left(cell, widths[i]) : padded_right(cell, widths[i]);
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    out += text;
    out.push_back('\n');
  }
}

}  // namespace

void write_terminal_table(const TextTable& table, std::size_t width, bool colour, std::string& out) {
  const std::string_view bold = colour ? "\x1b[1m" : "";
  const std::string_view dim = colour ? "\x1b[2m" : "";
  const std::string_view plain = colour ? "\x1b[0m" : "";
  if (!table.caption.empty()) out.append(bold).append(table.caption).append(plain).append("\n");
  const std::vector<std::size_t> widths = column_widths(table, width);
  std::vector<std::string> headings;
  for (const TableColumn& column : table.columns) headings.push_back(column.heading);
  if (!headings.empty()) {
    out += bold;
    write_row(headings, table, widths, out);
    out += plain;
    out += dim;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (i != 0) out += kGutter;
      for (std::size_t n = 0; n < widths[i]; ++n) out += "─";
    }
    out.append(plain).append("\n");
  }
  for (const auto& row : table.rows) write_row(row, table, widths, out);
  for (const std::string& note : table.notes) {
    for (const std::string& line : wrapped(note, width)) out.append(dim).append(line).append(plain).append("\n");
  }
}

void write_json_table(const TextTable& table, std::string& out) {
  JsonWriter json(out);
  json.StartObject();
  write_key(json, "rows");
  json.StartArray();
  for (const auto& row : table.rows) {
    json.StartObject();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].empty()) continue;
      const auto figure = table.columns[i].figures ? Decimal::parse(row[i]) : std::nullopt;
      if (figure) {
        write_member(json, table.columns[i].heading, *figure);
      } else {
        write_member(json, table.columns[i].heading, row[i]);
      }
    }
    json.EndObject();
  }
  json.EndArray();
  write_list(json, "notes", table.notes);
  json.EndObject();
  json.end_line();
}

void append_csv_field(std::string_view field, std::string& out) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out.push_back('"');
  for (const char c : field) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
}

void write_csv_table(const TextTable& table, std::string& out) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i != 0) out.push_back(',');
    append_csv_field(table.columns[i].heading, out);
  }
  out += "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) out.push_back(',');
      append_csv_field(row[i], out);
    }
    out += "\r\n";
  }
}

}  // namespace paraph
