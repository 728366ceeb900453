#include "brief/wordings.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/check.h"

namespace paraph {
namespace {

Result<std::vector<int>> months_of(std::string_view text, const std::string& place) {
  std::vector<int> months;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    int month = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + comma, month);
    if (error != std::errc() || end != text.data() + comma || month < 1 || month > 12)
      return fail(ErrorCode::kMalformed, fmt::format("{}: \"{}\" is no list of months such as 3,9", place, text));
    months.push_back(month);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  std::ranges::sort(months);
  return months;
}

std::string filled(std::string_view text, const Slots& slots, std::string_view id) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::size_t close = text.find('}');
    PARAPH_CHECK(close != std::string_view::npos, fmt::format("the wording {} has a slot without an end", id));
    const auto slot = slots.find(text.substr(1, close - 1));
    PARAPH_CHECK(slot != slots.end(), fmt::format("the wording {} has no value for its slot {}", id, text.substr(0, close + 1)));
    out += slot->second;
    text.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

Result<Wordings> Wordings::load(const TableFiles& files) {
  Wordings wordings;
  const auto said = Table::read("data/brief/wordings.tsv", files("brief/wordings.tsv"), {"id", "text", "pair", "reads", "example"});
  if (!said) return std::unexpected(said.error());
  for (std::size_t row = 0; row < said->rows(); ++row) {
    const auto cell = [&](std::size_t column) { return std::string(said->cell(row, column)); };
    wordings.wordings_.push_back({cell(0), cell(1), cell(2), cell(3), cell(4)});
  }
  const auto articles = Table::read("data/brief/articles.tsv", files("brief/articles.tsv"), {"actor"});
  if (!articles) return std::unexpected(articles.error());
  for (std::size_t row = 0; row < articles->rows(); ++row) wordings.articles_.emplace_back(articles->cell(row, 0));
  std::ranges::sort(wordings.articles_);
  const auto names = Table::read("data/brief/organisations.tsv", files("brief/organisations.tsv"), {"organisation", "text"});
  if (!names) return std::unexpected(names.error());
  for (std::size_t row = 0; row < names->rows(); ++row)
    wordings.organisations_.push_back({std::string(names->cell(row, 0)), std::string(names->cell(row, 1))});
  const auto sources = Table::read("data/brief/sources.tsv", files("brief/sources.tsv"), {"source", "attribution", "months", "instead"});
  if (!sources) return std::unexpected(sources.error());
  for (std::size_t row = 0; row < sources->rows(); ++row) {
    auto months = months_of(sources->cell(row, 2), sources->place(row));
    if (!months) return std::unexpected(months.error());
    wordings.sources_.push_back(
        {std::string(sources->cell(row, 0)), std::string(sources->cell(row, 1)), std::move(*months), std::string(sources->cell(row, 3))});
  }
  return wordings;
}

std::string Wordings::say(std::string_view id, const Slots& slots) const {
  const auto found = std::ranges::find(wordings_, id, &Wording::id);
  PARAPH_CHECK(found != wordings_.end(), fmt::format("there is no wording {} in data/brief/wordings.tsv", id));
  std::string out = filled(found->text, slots, id);
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

bool Wordings::takes_article(std::string_view actor) const { return std::ranges::binary_search(articles_, actor); }

const SourceWords* Wordings::source(std::string_view id) const {
  const auto found = std::ranges::find(sources_, id, &SourceWords::id);
  return found == sources_.end() ? nullptr : &*found;
}

}  // namespace paraph
