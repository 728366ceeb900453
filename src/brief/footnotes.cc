#include "brief/footnotes.h"

#include <algorithm>

#include <fmt/format.h>

#include "evidence/words.h"

namespace paraph {
namespace {

const SourceNote* source_of(const Sheet& sheet, const SourceId& id) {
  const auto found = std::ranges::find_if(sheet.sources, [&](const SourceNote& note) { return note.source.id == id; });
  return found == sheet.sources.end() ? nullptr : &*found;
}

std::string recorded_text(const Sheet& sheet, const Citation& citation) {
  const SourceNote* note = source_of(sheet, citation.source);
  if (note == nullptr) return "";
  const auto vintage = std::ranges::find(note->vintages, citation.vintage, &Vintage::id);
  if (vintage == note->vintages.end() || !vintage->recorded) return "day of recording not known";
  return "recorded " + day_written(vintage->recorded->day);
}

std::string citation_text(const Citation& citation, const Sheet& sheet, std::string_view emphasis) {
  const SourceNote* note = source_of(sheet, citation.source);
  std::string text = note == nullptr ? citation.source.str() : fmt::format("{}, {}{}{}", note->source.publisher, emphasis, note->source.title, emphasis);
  text += ": " + citation.series;
  if (!citation.period.empty()) text += ", " + citation.period;
  if (!citation.rows.empty()) text += fmt::format(" ({})", citation.rows);
  text += fmt::format("; {}, {}", citation.vintage.str(), recorded_text(sheet, citation));
  return text;
}

}  // namespace

std::size_t Footnotes::number(const std::vector<Citation>& citations, const std::string& remark) {
  const Footnote note{citations, remark};
  const auto found = std::ranges::find(notes_, note);
  if (found != notes_.end()) return static_cast<std::size_t>(found - notes_.begin()) + 1;
  notes_.push_back(note);
  return notes_.size();
}

std::string footnote_text(const Footnote& note, const Sheet& sheet, std::string_view emphasis) {
  std::string text;
  for (const Citation& citation : note.citations) text += (text.empty() ? "" : ". ") + citation_text(citation, sheet, emphasis);
  text += ".";
  if (!note.remark.empty()) text += " " + note.remark;
  return text;
}

std::string source_text(const SourceNote& note, std::string_view emphasis) {
  std::string text = fmt::format("{}, {}{}{}, {}. Licence: {}.", note.source.publisher, emphasis, note.source.title, emphasis, note.source.url, note.source.licence);
  if (!note.source.attribution.empty()) text += fmt::format(" Attribution: {}.", note.source.attribution);
  text += fmt::format(" Next update: {}.", note.next_update);
  return text;
}

std::string day_written(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return date_in_words(CivilPeriod::at({static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                                        static_cast<int>(static_cast<unsigned>(date.day())), PeriodPrecision::kDay}));
}

}  // namespace paraph
