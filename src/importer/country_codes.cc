#include "importer/country_codes.h"

#include <algorithm>
#include <array>

namespace paraph {
namespace {

constexpr auto kForms = std::to_array<std::string_view>({"name", "official", "alias"});

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string upper(std::string_view text) {
  std::string raised(text);
  for (char& c : raised) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return raised;
}

}  // namespace

std::string folded_name(std::string_view name) {
  std::string folded;
  bool space = false;
  for (const char c : name) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      space = !folded.empty();
      continue;
    }
    if (space) folded += ' ';
    space = false;
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return folded;
}

Result<CountryCodes> CountryCodes::load(const TableFiles& tables) {
  CountryCodes codes;
  const auto actors =
      Table::read("data/gazetteer/actors.tsv", tables("gazetteer/actors.tsv"), {"id", "name", "official_name", "alpha3", "numeric"});
  if (!actors) return std::unexpected(actors.error());
  const auto add_name = [&](std::string_view name, std::string_view actor) {
    if (name.empty()) return;
    const auto [place, fresh] = codes.names_.try_emplace(folded_name(name), actor);
    if (!fresh && place->second != actor) place->second.clear();  // Of two actors: of neither.
  };
  for (std::size_t row = 0; row < actors->rows(); ++row) {
    const std::string id(actors->cell(row, 0));
    if (id.size() == 2) codes.alpha2_.emplace(id, id);
    if (!actors->cell(row, 3).empty()) codes.alpha3_.emplace(actors->cell(row, 3), id);
    if (!actors->cell(row, 4).empty()) codes.numbers_.emplace(actors->cell(row, 4), id);
    add_name(actors->cell(row, 1), id);
    add_name(actors->cell(row, 2), id);
  }
  const auto names = Table::read("data/gazetteer/actor_names.tsv", tables("gazetteer/actor_names.tsv"), {"actor", "name", "form", "flags"});
  if (!names) return std::unexpected(names.error());
  for (std::size_t row = 0; row < names->rows(); ++row) {
    if (std::ranges::find(kForms, names->cell(row, 2)) == kForms.end() || names->cell(row, 3) == "ambiguous") continue;
    add_name(names->cell(row, 1), names->cell(row, 0));
  }
  return codes;
}

const std::string* CountryCodes::find(const Index& index, std::string_view key) {
  const auto found = index.find(key);
  return found == index.end() || found->second.empty() ? nullptr : &found->second;
}

const std::string* CountryCodes::by_alpha2(std::string_view code) const { return code.size() == 2 ? find(alpha2_, upper(code)) : nullptr; }
const std::string* CountryCodes::by_alpha3(std::string_view code) const { return code.size() == 3 ? find(alpha3_, upper(code)) : nullptr; }

const std::string* CountryCodes::by_number(std::string_view code) const {
  if (!all_digits(code) || code.size() > 3) return nullptr;
  return find(numbers_, std::string(3 - code.size(), '0').append(code));
}

const std::string* CountryCodes::by_name(std::string_view name) const {
  if (name.size() > 200) return nullptr;
  return find(names_, folded_name(name));
}

const std::string* CountryCodes::by_code(std::string_view code) const {
  if (code.size() == 2 && !all_digits(code)) return by_alpha2(code);
  if (code.size() == 3 && !all_digits(code)) return by_alpha3(code);
  return by_number(code);
}

}  // namespace paraph
