#include "importer/unit_text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace paraph {
namespace {

struct PowerWord {
  std::string_view word;
  int power;
};
constexpr auto kPowers = std::to_array<PowerWord>({
    {"units", 0},    {"unit", 0},    {"hundred", 2},  {"thousand", 3}, {"thousands", 3}, {"тыс", 3},      {"миң", 3},
    {"million", 6},  {"millions", 6}, {"mn", 6},      {"mln", 6},      {"млн", 6},       {"billion", 9},  {"billions", 9},
    {"bn", 9},       {"bln", 9},     {"млрд", 9},     {"trillion", 12}, {"trillions", 12},
});

struct UnitWord {
  std::string_view words;  ///< Lower case, single spaces.
  std::string_view unit;
};
constexpr auto kUnits = std::to_array<UnitWord>({
    {"us dollars", "USD"},       {"us dollar", "USD"},   {"u s dollars", "USD"}, {"u s dollar", "USD"}, {"us$", "USD"},
    {"$", "USD"},                {"united states dollars", "USD"}, {"current us$", "USD"}, {"current us dollars", "USD"},
    {"долларов сша", "USD"},     {"долл сша", "USD"},    {"акш доллары", "USD"}, {"euro", "EUR"},       {"euros", "EUR"},
    {"percent", "percent"},      {"per cent", "percent"}, {"%", "percent"},      {"people", "people"},  {"persons", "people"},
    {"person", "people"},        {"inhabitants", "people"},
});

/// Lower case for ASCII and the Russian letters that the words above begin with; punctuation becomes a space.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == ' ' || c == ',' || c == '.' || c == '(' || c == ')' || c == '\t' || c == ';') {
      if (!words.back().empty()) words.emplace_back();
    } else if (c >= 'A' && c <= 'Z') {
      words.back() += static_cast<char>(c + 32);
    } else if (c == '\xD0' && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0x90 &&
               static_cast<unsigned char>(text[at + 1]) <= 0x9F) {
      words.back() += c;
      words.back() += static_cast<char>(static_cast<unsigned char>(text[++at]) + 0x20);
    } else if (c == '\xD0' && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0 &&
               static_cast<unsigned char>(text[at + 1]) <= 0xAF) {
      words.back() += '\xD1';
      words.back() += static_cast<char>(static_cast<unsigned char>(text[++at]) - 0x20);
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool currency_code(std::string_view word) {
  return word.size() == 3 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '(')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == ')')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<UnitText> read_unit_text(std::string_view text) {
  if (text.size() > 60) return std::nullopt;
  if (currency_code(trimmed(text))) return UnitText{std::string(trimmed(text)), 0};
  UnitText unit;
  std::string rest;
  bool multiplied = false;
  for (const std::string& word : words_of(text)) {
    const auto* power = std::ranges::find(kPowers, std::string_view(word), &PowerWord::word);
    if (power != kPowers.end()) {
      if (multiplied) return std::nullopt;
      multiplied = true;
      unit.power = power->power;
      continue;
    }
    rest += rest.empty() ? "" : " ";
    rest += word;
  }
  if (const auto* known = std::ranges::find(kUnits, std::string_view(rest), &UnitWord::words); known != kUnits.end()) {
    unit.unit = known->unit;
    return unit;
  }
  std::string upper = rest;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  // "million EUR": a code stands as it is written there, in capitals.
  if (multiplied && currency_code(upper) && text.find(upper) != std::string_view::npos) {
    unit.unit = upper;
    return unit;
  }
  return std::nullopt;
}

}  // namespace paraph
