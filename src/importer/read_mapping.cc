#include <array>
#include <utility>

#include <fmt/format.h>

#include "importer/mapping.h"
#include "importer/mapping_line.h"
#include "value/civil_period.h"

namespace paraph {
namespace {

constexpr std::string_view kFirstLine = "paraph-mapping 1";
constexpr int kMostPower = 30;

bool set_trait(MappingLine& line, FigureTraits& traits, const std::string& key, const std::string& value) {
  if (key == "measure") {
    traits.measure = value;
  } else if (key == "unit") {
    traits.unit = value;
  } else if (key == "basis") {
    traits.basis = value;
  } else if (key == "coverage") {
    traits.coverage = value;
  } else if (key == "prices") {
    traits.price_basis = value;
  } else if (key == "power") {
    traits.power = line.whole(value, -kMostPower, kMostPower, "a power of ten");
  } else if (key == "month") {
    traits.month = line.whole(value, 1, 12, "a month");
  } else if (key == "period") {
    if (!CivilPeriod::parse(value)) line.wrong(fmt::format("found \"{}\", expected a period: 2021, 2021-03, FY2021", value));
    traits.period = value;
  } else {
    return false;
  }
  return true;
}

void read_traits(MappingLine& line, FigureTraits& traits) {
  while (const auto option = line.option()) {
    if (!set_trait(line, traits, option->first, option->second)) {
      line.wrong(fmt::format("found \"{}=\", expected measure, unit, basis, coverage, prices, power, month or period", option->first));
    }
  }
}

char one_character(MappingLine& line, const std::string& text) {
  if (text == "tab") return '\t';
  if (text.size() != 1) line.wrong(fmt::format("found \"{}\", expected one character, or tab", text));
  return text.empty() ? ',' : text.front();
}

void read_file(MappingLine& line, TableLayout& layout) {
  constexpr std::array<std::pair<std::string_view, TableKind>, 5> kKinds = {{{"csv", TableKind::kCsv},
                                                                            {"tsv", TableKind::kTsv},
                                                                            {"jsonl", TableKind::kJsonLines},
                                                                            {"xlsx", TableKind::kXlsx},
                                                                            {"xls", TableKind::kXls}}};
  const std::string kind = line.text("csv, tsv, jsonl, xlsx or xls");
  bool known = false;
  for (const auto& [name, value] : kKinds) {
    if (name != kind) continue;
    layout.kind = value;
    known = true;
  }
  if (!known) line.wrong(fmt::format("found \"{}\", expected csv, tsv, jsonl, xlsx or xls", kind));
  if (layout.kind == TableKind::kTsv) {
    layout.delimiter = '\t';
    layout.quotes = false;
  }
  while (const auto option = line.option()) {
    const auto& [key, value] = *option;
    if (key == "delimiter") {
      layout.delimiter = one_character(line, value);
    } else if (key == "quotes") {
      if (value != "yes" && value != "no") line.wrong(fmt::format("found \"{}\", expected yes or no", value));
      layout.quotes = value == "yes";
    } else if (key == "header") {
      layout.year_header = value == "years";
      if (!layout.year_header) layout.header = static_cast<std::size_t>(line.whole(value, 0, 10000, "the header's row, or years"));
    } else if (key == "sheet") {
      layout.sheet = value;
    } else if (key == "decimal") {
      layout.decimal = one_character(line, value);
    } else if (key == "group") {
      layout.group = value;
    } else {
      line.wrong(fmt::format("found \"{}=\", expected delimiter, quotes, header, sheet, decimal or group", key));
    }
  }
}

void read_source(MappingLine& line, Source& source) {
  source.id = SourceId(line.text("the source's id"));
  while (const auto option = line.option()) {
    const auto& [key, value] = *option;
    const std::array<std::pair<std::string_view, std::string*>, 7> members = {{{"title", &source.title},
                                                                              {"publisher", &source.publisher},
                                                                              {"url", &source.url},
                                                                              {"licence", &source.licence},
                                                                              {"grade", &source.grade},
                                                                              {"attribution", &source.attribution},
                                                                              {"note", &source.note}}};
    bool known = false;
    for (const auto& [name, member] : members) {
      if (name != key) continue;
      *member = value;
      known = true;
    }
    if (!known) line.wrong(fmt::format("found \"{}=\", expected title, publisher, url, licence, grade, attribution or note", key));
  }
}

void read_actor(MappingLine& line, std::string& constant, std::vector<ActorColumn>& columns) {
  ActorColumn actor;
  if (line.accept("column")) {
    actor.column = line.column();
  } else if (line.accept("cell")) {
    actor.cell = line.text("a cell: B4");
  } else {
    constant = line.text("an actor's id, column or cell");
    return;
  }
  if (line.accept("as")) {
    const std::string word = line.text("a reading");
    if (word == "any") {
      actor.reading = ActorReading::kAny;
    } else if (word == "code") {
      actor.reading = ActorReading::kCode;
    } else if (word == "iso2") {
      actor.reading = ActorReading::kAlpha2;
    } else if (word == "iso3") {
      actor.reading = ActorReading::kAlpha3;
    } else if (word == "numeric") {
      actor.reading = ActorReading::kNumeric;
    } else if (word == "name") {
      actor.reading = ActorReading::kName;
    } else if (word == "names") {
      actor.reading = ActorReading::kScheme;
      actor.scheme = line.text("the list's name, as in data/names");
    } else {
      line.wrong(fmt::format("found \"{}\", expected any, code, iso2, iso3, numeric, name or names", word));
    }
  }
  columns.push_back(std::move(actor));
}

void read_period(MappingLine& line, TableMapping& mapping) {
  PeriodColumn period;
  if (line.accept("column")) {
    period.column = line.column();
  } else if (line.accept("sheet")) {
    period.sheet = true;
    period.reading = PeriodReading::kYear;
  } else {
    mapping.period = line.text("a period, column or sheet");
    if (!CivilPeriod::parse(mapping.period)) line.wrong(fmt::format("found \"{}\", expected a period: 2021, 2021-03", mapping.period));
    return;
  }
  if (line.accept("as")) {
    const std::string word = line.text("a reading");
    if (word == "year") {
      period.reading = PeriodReading::kYear;
    } else if (word == "fiscal-year") {
      period.reading = PeriodReading::kFiscalYear;
    } else if (word == "month") {
      period.reading = PeriodReading::kMonthOfYear;
      if (const auto option = line.option()) {
        if (option->first != "whole") line.wrong(fmt::format("found \"{}=\", expected whole", option->first));
        period.whole = option->second;
      }
    } else if (word != "period") {
      line.wrong(fmt::format("found \"{}\", expected period, year, fiscal-year or month", word));
    }
  }
  mapping.periods.push_back(std::move(period));
}

void read_row(MappingLine& line, TableMapping& mapping) {
  NamedRow row;
  row.name = line.text("a partner's name or code");
  const std::string word = line.text("world, aggregate, residual or skip");
  if (word != "skip") {
    row.row_class = row_class_named(word);
    if (!row.row_class || *row.row_class == RowClass::kCountry) {
      line.wrong(fmt::format("found \"{}\", expected world, aggregate, residual or skip; a country stands in a line `name`", word));
    }
  }
  mapping.rows.push_back(std::move(row));
}

void read_measure(MappingLine& line, TableMapping& mapping) {
  if (line.accept("column")) {
    mapping.measure_column = line.column();
  } else if (line.accept("sheet")) {
    mapping.measure_sheet = true;
  } else if (line.accept("file")) {
    mapping.measure_file = true;
  } else {
    mapping.traits.measure = line.text("a measure, column, sheet or file");
  }
}

void read_keyword(MappingLine& line, TableMapping& mapping) {
  const std::string& keyword = line.keyword();
  if (keyword == "source") {
    read_source(line, mapping.source);
  } else if (keyword == "file") {
    read_file(line, mapping.layout);
  } else if (keyword == "recognise") {
    const bool names = line.accept("name");
    while (!line.done() && line.fault().empty()) (names ? mapping.recognised_names : mapping.recognised_by).push_back(line.text("a name"));
  } else if (keyword == "reporter") {
    read_actor(line, mapping.reporter, mapping.reporter_columns);
  } else if (keyword == "partner") {
    if (line.accept("none")) {
      mapping.no_partner = true;
    } else {
      read_actor(line, mapping.partner, mapping.partner_columns);
    }
  } else if (keyword == "label") {
    mapping.label = line.column();
  } else if (keyword == "measure") {
    read_measure(line, mapping);
  } else if (keyword == "code") {
    MeasureCode code{line.text("a code of the measure's column"), {}};
    if (!line.accept("skip")) code.traits.measure = line.text("a measure, or skip");
    read_traits(line, code.traits);
    mapping.measure_codes.push_back(std::move(code));
  } else if (keyword == "figures") {
    read_traits(line, mapping.traits);
  } else if (keyword == "unit") {
    if (line.accept("column")) {
      mapping.unit_column = line.column();
    } else {
      mapping.traits.unit = line.text("a unit, or column");
    }
  } else if (keyword == "power") {
    if (line.accept("column")) {
      mapping.power_column = line.column();
    } else {
      mapping.traits.power = line.whole(line.text("a power of ten, or column"), -kMostPower, kMostPower, "a power of ten");
    }
  } else if (keyword == "period") {
    read_period(line, mapping);
  } else if (keyword == "value") {
    ValueColumn value;
    value.column = line.column();
    if (line.accept("status")) value.status = line.column();
    read_traits(line, value.traits);
    mapping.values.push_back(std::move(value));
  } else if (keyword == "values") {
    if (line.text("years") != "years") line.wrong("expected years");
    mapping.year_columns = true;
  } else if (keyword == "status") {
    if (line.accept("suffix")) {
      mapping.status_suffix = line.text("a suffix");
    } else {
      mapping.status_column = line.column();
    }
  } else if (keyword == "row") {
    read_row(line, mapping);
  } else if (keyword == "name") {
    NamedRow row{line.text("a partner's name or code"), "", RowClass::kCountry};
    row.actor = line.text("the actor's id");
    mapping.rows.push_back(std::move(row));
  } else if (keyword == "keep") {
    ColumnName column = line.column();
    mapping.kept_rows.push_back({std::move(column), line.text("a value")});
  } else if (keyword == "years") {
    if (line.text("complete") != "complete") line.wrong("expected complete");
    mapping.complete_years = true;
  } else if (keyword == "repeated") {
    if (line.text("first") != "first") line.wrong("expected first");
    mapping.first_of_repeated = true;
  } else {
    line.wrong_keyword(fmt::format("no line begins with \"{}\"; docs/reference/mapping.md lists those that do", keyword));
  }
  if (!line.done()) line.wrong("more words than this line has a use for");
}

std::string missing_part(const TableMapping& mapping) {
  if (mapping.source.id.empty()) return "source";
  if (mapping.values.empty() && !mapping.year_columns) return "value";
  if (mapping.reporter.empty() && mapping.reporter_columns.empty()) return "reporter";
  if (!mapping.no_partner && mapping.partner.empty() && mapping.partner_columns.empty()) return "partner";
  bool measured = !mapping.traits.measure.empty() || !mapping.measure_column.empty() || mapping.measure_sheet || mapping.measure_file;
  bool dated = !mapping.period.empty() || !mapping.periods.empty() || mapping.year_columns;
  bool counted = !mapping.traits.unit.empty() || !mapping.unit_column.empty();
  for (const ValueColumn& value : mapping.values) {
    measured |= !value.traits.measure.empty();
    dated |= !value.traits.period.empty();
    counted |= !value.traits.unit.empty();
  }
  for (const MeasureCode& code : mapping.measure_codes) counted |= !code.traits.unit.empty();
  if (!measured) return "measure";
  if (!counted) return "unit";
  return dated ? "" : "period";
}

}  // namespace

FigureTraits FigureTraits::over(const FigureTraits& other) const {
  FigureTraits both = *this;
  for (const auto member : {&FigureTraits::measure, &FigureTraits::unit, &FigureTraits::basis, &FigureTraits::coverage,
                            &FigureTraits::price_basis, &FigureTraits::period}) {
    if ((both.*member).empty()) both.*member = other.*member;
  }
  if (!both.power) both.power = other.power;
  if (!both.month) both.month = other.month;
  return both;
}

Result<TableMapping> read_mapping(std::string_view name, std::string_view text) {
  TableMapping mapping;
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line_text = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line_text.ends_with('\r')) line_text.remove_suffix(1);
    ++number;
    const std::string place = fmt::format("{}:{}", name, number);
    if (number == 1) {
      if (line_text != kFirstLine) {
        return fail(ErrorCode::kUnsupported, fmt::format("{}: a mapping begins with the line \"{}\"", place, kFirstLine));
      }
      continue;
    }
    if (line_text.starts_with('#')) continue;
    auto words = cut_mapping_line(line_text);
    if (!words) return fail(ErrorCode::kMalformed, fmt::format("{}: {}", place, words.error().message));
    if (words->empty()) continue;
    MappingLine line(place, std::move(*words));
    read_keyword(line, mapping);
    if (!line.fault().empty()) return fail(ErrorCode::kMalformed, line.fault());
  }
  if (number == 0) return fail(ErrorCode::kMalformed, fmt::format("{}: is empty; a mapping begins with the line \"{}\"", name, kFirstLine));
  for (const auto& [what, said] : {std::pair("reporter", mapping.reporter), std::pair("partner", mapping.partner),
                                   std::pair("measure", mapping.traits.measure), std::pair("unit", mapping.traits.unit)}) {
    if (said == "EDIT") {
      return fail(ErrorCode::kMalformed, fmt::format("{}: the line `{}` still says EDIT; write what the table's columns do not tell", name, what));
    }
  }
  if (const std::string missing = missing_part(mapping); !missing.empty()) {
    return fail(ErrorCode::kMalformed,
                fmt::format("{}: has no line `{}`; docs/reference/mapping.md says what a mapping needs", name, missing));
  }
  return mapping;
}

}  // namespace paraph
