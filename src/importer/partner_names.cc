#include "importer/partner_names.h"

#include <charconv>

#include <fmt/format.h>

namespace paraph {
namespace {

std::optional<int> year_in(std::string_view cell) {
  int year = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), year);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return year;
}

}  // namespace

Result<PartnerNames> PartnerNames::load(const TableFiles& tables, std::string_view scheme) {
  const std::string path = fmt::format("names/{}.tsv", scheme);
  const auto table = Table::read("data/" + path, tables(path), {"name", "actor", "class", "from", "to"});
  if (!table) return std::unexpected(table.error());
  PartnerNames names;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    PartnerName meaning;
    meaning.actor = table->cell(row, 1);
    const auto row_class = row_class_named(table->cell(row, 2));
    if (table->cell(row, 2) == "closed") {
      names.left_out_.emplace(table->cell(row, 0), "a code that the publisher has closed");
      continue;
    }
    if (!row_class) {
      return fail(ErrorCode::kMalformed, fmt::format("{}: \"{}\" is no class; it is country, world, aggregate, residual or closed",
                                                     table->place(row), table->cell(row, 2)));
    }
    meaning.row_class = *row_class;
    for (const auto& [column, year] : {std::pair(3U, &meaning.from), std::pair(4U, &meaning.to)}) {
      if (table->cell(row, column).empty()) continue;
      const auto read = year_in(table->cell(row, column));
      if (!read) return fail(ErrorCode::kMalformed, fmt::format("{}: \"{}\" is no year", table->place(row), table->cell(row, column)));
      *year = *read;
    }
    names.meanings_[std::string(table->cell(row, 0))].push_back(std::move(meaning));
  }
  const auto ignored = Table::read("data/names/ignored.tsv", tables("names/ignored.tsv"), {"scheme", "name", "reason"});
  if (!ignored) return std::unexpected(ignored.error());
  for (std::size_t row = 0; row < ignored->rows(); ++row) {
    std::string_view of = ignored->cell(row, 0);
    if (of.substr(0, of.find('/')) == scheme) names.left_out_.emplace(ignored->cell(row, 1), ignored->cell(row, 2));
  }
  return names;
}

std::string_view PartnerNames::reason_left_out(std::string_view name) const {
  const auto found = left_out_.find(name);
  return found == left_out_.end() ? std::string_view() : std::string_view(found->second);
}

const PartnerName* PartnerNames::find(std::string_view name, int year) const {
  const auto found = meanings_.find(name);
  if (found == meanings_.end()) return nullptr;
  for (const PartnerName& meaning : found->second) {
    if (year != 0 && meaning.from != 0 && year < meaning.from) continue;
    if (year != 0 && meaning.to != 0 && year > meaning.to) continue;
    return &meaning;
  }
  return nullptr;
}

}  // namespace paraph
