#include "importer/iati_schema.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "value/civil_period.h"

namespace paraph {
namespace {

struct KindName {
  std::string_view name;
  IatiValue kind;
};
constexpr auto kKinds = std::to_array<KindName>({{"string", IatiValue::kString},       {"anyURI", IatiValue::kString},
                                                 {"NMTOKEN", IatiValue::kString},      {"decimal", IatiValue::kDecimal},
                                                 {"int", IatiValue::kInteger},         {"nonNegativeInteger", IatiValue::kPositiveInteger},
                                                 {"positiveInteger", IatiValue::kPositiveInteger}, {"boolean", IatiValue::kBoolean},
                                                 {"date", IatiValue::kDate},           {"dateTime", IatiValue::kDateTime}});

std::string_view trimmed(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

bool digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool decimal(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return digits(text);
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = text.substr(point + 1);
  return (digits(whole) || whole.empty()) && (digits(part) || part.empty()) && text.size() > 1;
}

/// "Z", "+05:00" or nothing.
bool zone(std::string_view text) {
  if (text.empty() || text == "Z") return true;
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') && digits(text.substr(1, 2)) && text[3] == ':' && digits(text.substr(4));
}

bool day(std::string_view text) { return text.size() == 10 && CivilPeriod::parse(text).has_value(); }

bool date_time(std::string_view text) {
  if (text.size() < 19 || !day(text.substr(0, 10)) || text[10] != 'T' || text[13] != ':' || text[16] != ':') return false;
  if (!digits(text.substr(11, 2)) || !digits(text.substr(14, 2)) || !digits(text.substr(17, 2))) return false;
  std::string_view rest = text.substr(19);
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (end == 0) return false;
    rest.remove_prefix(end);
  }
  return text.substr(11, 2) <= "24" && text.substr(14, 2) < "60" && text.substr(17, 2) < "60" && zone(rest);
}

}  // namespace

bool is_iati_value(std::string_view text, IatiValue kind) {
  text = trimmed(text);
  switch (kind) {
    case IatiValue::kString: return true;
    case IatiValue::kDecimal: return decimal(text);
    case IatiValue::kInteger: return digits(text.starts_with('-') ? text.substr(1) : text);
    case IatiValue::kPositiveInteger: return digits(text);
    case IatiValue::kBoolean: return text == "true" || text == "false" || text == "1" || text == "0";
    case IatiValue::kDate: return text.size() >= 10 && day(text.substr(0, 10)) && zone(text.substr(10));
    case IatiValue::kDateTime: return date_time(text);
  }
  return false;
}

std::string_view iati_value_words(IatiValue kind) {
  switch (kind) {
    case IatiValue::kString: return "text";
    case IatiValue::kDecimal: return "a decimal figure";
    case IatiValue::kInteger: return "a whole number";
    case IatiValue::kPositiveInteger: return "a whole number that is not negative";
    case IatiValue::kBoolean: return "true, false, 1 or 0";
    case IatiValue::kDate: return "a day: 2021-03-04";
    case IatiValue::kDateTime: return "a day and time: 2021-03-04T10:00:00Z";
  }
  return "";
}

Result<IatiSchema> IatiSchema::load(const TableFiles& tables, std::string_view root) {
  const auto table =
      Table::read("data/iati/elements.tsv", tables("iati/elements.tsv"), {"root", "type", "kind", "name", "of", "least", "most"});
  if (!table) return std::unexpected(table.error());
  IatiSchema schema;
  std::unordered_map<std::string, std::size_t> numbers;
  const auto number = [&](std::string_view id) {
    const auto [place, fresh] = numbers.try_emplace(std::string(id), schema.types_.size());
    if (fresh) schema.types_.emplace_back();
    return place->second;
  };
  const auto count = [](std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  };
  const auto kind_of = [](std::string_view name) -> std::optional<IatiValue> {
    const auto* kind = std::ranges::find(kKinds, name, &KindName::name);
    return kind == kKinds.end() ? std::nullopt : std::optional(kind->kind);
  };
  for (std::size_t row = 0; row < table->rows(); ++row) {
    if (table->cell(row, 0) != root) continue;
    const std::size_t type = number(table->cell(row, 1));
    const std::string_view what = table->cell(row, 2);
    if (what == "child") {
      const std::size_t child = number(table->cell(row, 4));
      schema.types_[type].children.push_back({std::string(table->cell(row, 3)), child, count(table->cell(row, 5)), count(table->cell(row, 6))});
      continue;
    }
    const auto kind = kind_of(table->cell(row, 4));
    if (!kind || (what != "attribute" && what != "text")) {
      return fail(ErrorCode::kMalformed, fmt::format("{}: \"{}\" of \"{}\" is no kind of value", table->place(row), what, table->cell(row, 4)));
    }
    if (what == "text") {
      schema.types_[type].text = *kind;
    } else {
      schema.types_[type].attributes.push_back({std::string(table->cell(row, 3)), *kind, table->cell(row, 5) == "1"});
    }
  }
  schema.root_ = number(root);
  if (schema.types_[schema.root_].children.empty()) {
    return fail(ErrorCode::kMalformed, fmt::format("data/iati/elements.tsv: says nothing of {}", root));
  }
  return schema;
}

}  // namespace paraph
