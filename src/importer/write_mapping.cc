#include <string>

#include <fmt/format.h>

#include "importer/mapping.h"
#include "importer/mapping_words.h"

namespace paraph {
namespace {

std::string column_word(const ColumnName& column) {
  if (column.position > 0) return fmt::format("@{}", column.position);
  // A name that begins with @ would read as a number without its quotation marks.
  return column.name.starts_with('@') ? "\"" + column.name + "\"" : mapping_word(column.name);
}

void add_option(std::string& line, std::string_view key, std::string_view value) {
  if (!value.empty()) line += fmt::format(" {}={}", key, mapping_word(value));
}

void add_traits(std::string& line, const FigureTraits& traits, bool with_measure) {
  if (with_measure) add_option(line, "measure", traits.measure);
  add_option(line, "unit", traits.unit);
  add_option(line, "basis", traits.basis);
  add_option(line, "coverage", traits.coverage);
  add_option(line, "prices", traits.price_basis);
  if (traits.power) add_option(line, "power", fmt::format("{}", *traits.power));
  if (traits.month) add_option(line, "month", fmt::format("{}", *traits.month));
  add_option(line, "period", traits.period);
}

std::string_view kind_word(TableKind kind) {
  switch (kind) {
    case TableKind::kCsv: return "csv";
    case TableKind::kTsv: return "tsv";
    case TableKind::kJsonLines: return "jsonl";
    case TableKind::kXlsx: return "xlsx";
    case TableKind::kXls: return "xls";
  }
  return "";
}

std::string file_line(const TableLayout& layout) {
  std::string line = fmt::format("file {}", kind_word(layout.kind));
  const bool tsv = layout.kind == TableKind::kTsv;
  if (layout.delimiter != (tsv ? '\t' : ',')) add_option(line, "delimiter", layout.delimiter == '\t' ? "tab" : std::string(1, layout.delimiter));
  if (layout.quotes == tsv) add_option(line, "quotes", layout.quotes ? "yes" : "no");
  if (layout.year_header) {
    add_option(line, "header", "years");
  } else if (layout.header != 1) {
    add_option(line, "header", fmt::format("{}", layout.header));
  }
  add_option(line, "sheet", layout.sheet);
  if (layout.decimal != '.') add_option(line, "decimal", std::string(1, layout.decimal));
  add_option(line, "group", layout.group);
  return line;
}

std::string actor_line(std::string_view keyword, const ActorColumn& actor) {
  std::string line = actor.cell.empty() ? fmt::format("{} column {}", keyword, column_word(actor.column))
                                        : fmt::format("{} cell {}", keyword, mapping_word(actor.cell));
  switch (actor.reading) {
    case ActorReading::kAny: break;
    case ActorReading::kCode: line += " as code"; break;
    case ActorReading::kAlpha2: line += " as iso2"; break;
    case ActorReading::kAlpha3: line += " as iso3"; break;
    case ActorReading::kNumeric: line += " as numeric"; break;
    case ActorReading::kName: line += " as name"; break;
    case ActorReading::kScheme: line += fmt::format(" as names {}", mapping_word(actor.scheme)); break;
  }
  return line;
}

std::string period_line(const PeriodColumn& period) {
  std::string line = period.sheet ? "period sheet" : fmt::format("period column {}", column_word(period.column));
  if (period.reading == PeriodReading::kYear && !period.sheet) line += " as year";
  if (period.reading == PeriodReading::kFiscalYear) line += " as fiscal-year";
  if (period.reading == PeriodReading::kMonthOfYear) line += " as month";
  if (!period.whole.empty()) add_option(line, "whole", period.whole);
  return line;
}

class Text {
 public:
  void line(std::string_view text) { text_.append(text).append("\n"); }
  void word(std::string_view keyword, std::string_view value) {
    if (!value.empty()) line(fmt::format("{} {}", keyword, mapping_word(value)));
  }
  void column(std::string_view keyword, const ColumnName& name) {
    if (!name.empty()) line(fmt::format("{} {}", keyword, column_word(name)));
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

void write_actors(Text& out, std::string_view keyword, const std::string& constant, const std::vector<ActorColumn>& columns) {
  out.word(keyword, constant);
  for (const ActorColumn& actor : columns) out.line(actor_line(keyword, actor));
}

void write_measures(Text& out, const TableMapping& mapping) {
  out.word("measure", mapping.traits.measure);
  out.column("measure column", mapping.measure_column);
  if (mapping.measure_sheet) out.line("measure sheet");
  if (mapping.measure_file) out.line("measure file");
  for (const MeasureCode& code : mapping.measure_codes) {
    std::string line = fmt::format("code {} {}", mapping_word(code.code), code.traits.measure.empty() ? "skip" : mapping_word(code.traits.measure));
    add_traits(line, code.traits, false);
    out.line(line);
  }
  FigureTraits others = mapping.traits;
  others.measure.clear();
  if (others != FigureTraits{}) {
    std::string line = "figures";
    add_traits(line, others, false);
    out.line(line);
  }
  out.column("unit column", mapping.unit_column);
  out.column("power column", mapping.power_column);
}

void write_values(Text& out, const TableMapping& mapping) {
  for (const ValueColumn& value : mapping.values) {
    std::string line = fmt::format("value {}", column_word(value.column));
    if (!value.status.empty()) line += fmt::format(" status {}", column_word(value.status));
    add_traits(line, value.traits, true);
    out.line(line);
  }
  if (mapping.year_columns) out.line("values years");
  out.column("status", mapping.status_column);
  out.word("status suffix", mapping.status_suffix);
}

}  // namespace

std::string write_mapping(const TableMapping& mapping) {
  Text out;
  out.line("paraph-mapping 1");
  std::string source = fmt::format("source {}", mapping_word(mapping.source.id.str()));
  add_option(source, "title", mapping.source.title);
  add_option(source, "publisher", mapping.source.publisher);
  add_option(source, "url", mapping.source.url);
  add_option(source, "licence", mapping.source.licence);
  add_option(source, "grade", mapping.source.grade);
  add_option(source, "attribution", mapping.source.attribution);
  add_option(source, "note", mapping.source.note);
  out.line(source);
  out.line(file_line(mapping.layout));
  if (!mapping.recognised_by.empty()) {
    std::string line = "recognise";
    for (const std::string& name : mapping.recognised_by) line += " " + mapping_word(name);
    out.line(line);
  }
  if (!mapping.recognised_names.empty()) {
    std::string line = "recognise name";
    for (const std::string& name : mapping.recognised_names) line += " " + mapping_word(name);
    out.line(line);
  }
  write_actors(out, "reporter", mapping.reporter, mapping.reporter_columns);
  if (mapping.no_partner) out.line("partner none");
  write_actors(out, "partner", mapping.partner, mapping.partner_columns);
  out.column("label", mapping.label);
  write_measures(out, mapping);
  for (const PeriodColumn& period : mapping.periods) out.line(period_line(period));
  out.word("period", mapping.period);
  write_values(out, mapping);
  for (const NamedRow& row : mapping.rows) {
    if (row.row_class == RowClass::kCountry) {
      out.line(fmt::format("name {} {}", mapping_word(row.name), mapping_word(row.actor)));
    } else {
      out.line(fmt::format("row {} {}", mapping_word(row.name), row.row_class ? row_class_name(*row.row_class) : "skip"));
    }
  }
  for (const KeptRow& kept : mapping.kept_rows) out.line(fmt::format("keep {} {}", column_word(kept.column), mapping_word(kept.text)));
  if (mapping.complete_years) out.line("years complete");
  if (mapping.first_of_repeated) out.line("repeated first");
  return out.take();
}

}  // namespace paraph
