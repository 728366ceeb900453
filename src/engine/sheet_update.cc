#include "engine/sheet_update.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "evidence/words.h"
#include "mention/find_mentions.h"

namespace paraph {
namespace {

bool wrong(const Verdict& verdict) { return verdict.label == VerdictLabel::kRefuted || verdict.label == VerdictLabel::kOutdated; }

std::size_t wrong_claims(const Audit& audit) {
  return static_cast<std::size_t>(std::ranges::count_if(audit.verdicts, [](const auto& verdict) { return verdict && wrong(*verdict); }));
}

/// What the shelf has in the place of a claim's figure or date: the nearest for a false one, the latest for an old one.
const EvidenceLine* line_instead(const Verdict& verdict) {
  if (verdict.label == VerdictLabel::kOutdated) {
    const auto& newer = verdict.evidence.newer;
    const auto last = std::find_if(newer.rbegin(), newer.rend(), [](const EvidenceLine& line) { return line.agrees == Agrees::kNo; });
    return last == newer.rend() ? nullptr : &*last;
  }
  const auto first = std::ranges::find_if(verdict.evidence.lines, [](const EvidenceLine& line) { return line.agrees == Agrees::kNo && line.usual; });
  return first == verdict.evidence.lines.end() ? nullptr : &*first;
}

/// The sentence of a claim, with what it names.
struct Place {
  const Extraction& extraction;
  AnnotatedSentence annotated;
  std::size_t at = 0;  ///< Of the sentence in the document's text.

  TextSpan text_of(const Mention& mention) const {
    return {at + annotated.tokens[mention.first].first, at + annotated.tokens[mention.last - 1].last};
  }
  std::string_view words(TextSpan span) const { return span.of(extraction.document.text()); }
  TextSpan origin(TextSpan span) const { return extraction.document.origin(span); }
};

std::optional<Place> place_of(const Claim& claim, const Extraction& extraction, const Lexicon& lexicon) {
  for (const Block& block : extraction.document.blocks) {
    for (const Sentence& sentence : block.sentences) {
      if (sentence.origin != claim.sentence) continue;
      Place place{extraction, {}, sentence.text.first()};
      find_mentions(sentence.text.of(extraction.document.text()), lexicon, place.annotated);
      return place;
    }
  }
  return std::nullopt;
}

/// The mention of the claim's figure inside the claim's own words.
const Mention* figure_in(const Place& place, const Claim& claim) {
  if (!claim.quantity || !claim.quantity->value) return nullptr;
  const Mention* found = nullptr;
  for (const Mention& mention : place.annotated.mentions) {
    const auto* figure = std::get_if<QuantityMention>(&mention.body);
    if (figure == nullptr || figure->quantity.value != claim.quantity->value) continue;
    const TextSpan origin = place.origin(place.text_of(mention));
    if (found == nullptr || (origin.first() >= claim.span.first() && origin.last() <= claim.span.last())) found = &mention;
  }
  return found;
}

const Mention* date_in(const Place& place, const CivilPeriod& period) {
  const auto found = std::ranges::find_if(place.annotated.mentions, [&](const Mention& mention) {
    const auto* date = std::get_if<PeriodMention>(&mention.body);
    return date != nullptr && date->anchor == PeriodAnchor::kNone && date->period == period;
  });
  return found == place.annotated.mentions.end() ? nullptr : &*found;
}

std::string grouped_as(std::string_view old, std::string figure) {
  if (old.find(',') == std::string_view::npos) return figure;
  const std::size_t point = std::min(figure.find('.'), figure.size());
  for (std::size_t at = point; at > 3; at -= 3) figure.insert(at - 3, ",");
  return figure;
}

/// The new figure in the scale and with the decimals of the old numeral: "$424.6 million" becomes "$426.3 million".
std::optional<SheetEdit::Replacement> new_figure(const Place& place, const Mention& mention, const Quantity& old, const EvidenceLine& line) {
  const TextSpan span = place.text_of(mention);
  const std::string_view words = place.words(span);
  const std::size_t first = words.find_first_of("0123456789");
  if (first == std::string_view::npos || line.value->negative() != old.value->negative()) return std::nullopt;
  std::size_t last = std::min(words.find_first_not_of("0123456789.,", first), words.size());
  while (words[last - 1] == '.' || words[last - 1] == ',') --last;
  const std::string_view numeral = words.substr(first, last - first);
  std::string figure;
  if (old.unit == "rank") {
    figure = ordinal_in_words(static_cast<std::size_t>(line.value->units()));
    last = std::min(words.find_first_not_of("abcdefghijklmnopqrstuvwxyz", last), words.size());
  } else {
    const std::size_t point = numeral.find('.');
    const int places = point == std::string_view::npos ? 0 : static_cast<int>(numeral.size() - point - 1);
    figure = grouped_as(numeral, Decimal::divide(line.value->abs().shifted(-(old.exponent + places)), Decimal(1), places).str());
  }
  return SheetEdit::Replacement{place.origin({span.first() + first, span.first() + last}), std::move(figure)};
}

/// The new date as finely and in the order of the old one: "February 19, 1992" keeps the month first.
std::optional<SheetEdit::Replacement> new_date(const Place& place, const Mention& mention, const CivilPeriod& period) {
  const TextSpan span = place.text_of(mention);
  const std::string_view words = place.words(span);
  const auto& old = std::get<PeriodMention>(mention.body).period;
  if (!period.from() || !old.from() || !old.is_point()) return std::nullopt;
  CivilPoint point = *period.from();
  if (old.from()->precision > point.precision) {
    point.precision = old.from()->precision;
    point.day = 0;
    if (point.precision == PeriodPrecision::kYear) point.month = 0;
  }
  std::string written = date_in_words(CivilPeriod::at(point));
  if (point.precision == PeriodPrecision::kDay && words.find(',') != std::string_view::npos) {
    const std::size_t day = written.find(' ');
    const std::size_t year = written.rfind(' ');
    written = fmt::format("{} {},{}", written.substr(day + 1, year - day - 1), written.substr(0, day), written.substr(year));
  }
  // A preposition that belongs to the date stays: the figures and the month alone are replaced.
  const std::size_t first = words.find_first_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (first == std::string_view::npos) return std::nullopt;
  const TextSpan origin = place.origin({span.first() + first, span.last()});
  return SheetEdit::Replacement{origin, std::move(written)};
}

std::optional<SheetEdit> edit_of(const Claim& claim, const Verdict& verdict, const Extraction& extraction, const Lexicon& lexicon) {
  const EvidenceLine* line = line_instead(verdict);
  const auto place = place_of(claim, extraction, lexicon);
  if (line == nullptr || !place) return std::nullopt;
  SheetEdit edit;
  if (line->value && claim.quantity && claim.quantity->value && line->unit == claim.quantity->unit) {
    const Mention* figure = figure_in(*place, claim);
    auto replacement = figure == nullptr ? std::nullopt : new_figure(*place, *figure, *claim.quantity, *line);
    if (!replacement) return std::nullopt;
    edit.replacements.push_back(std::move(*replacement));
    const bool moved = verdict.outdated && claim.period && line->period && *line->period != *claim.period;
    if (moved) {
      const Mention* date = date_in(*place, *claim.period);
      auto year = date == nullptr ? std::nullopt : new_date(*place, *date, *line->period);
      if (year) edit.replacements.push_back(std::move(*year));
    }
  } else if (!line->value && claim.period && line->period) {
    const Mention* date = date_in(*place, *claim.period);
    auto replacement = date == nullptr ? std::nullopt : new_date(*place, *date, *line->period);
    if (!replacement) return std::nullopt;
    edit.replacements.push_back(std::move(*replacement));
  } else {
    return std::nullopt;
  }
  std::ranges::sort(edit.replacements, {}, [](const auto& each) { return each.place.first(); });
  return edit;
}

std::string reason_of(const Verdict& verdict) {
  if (verdict.outdated) return fmt::format("outdated: now {}", verdict.outdated->now_says);
  return fmt::format("{}: {}", verdict_label_name(verdict.label), verdict.why);
}

std::string applied(const std::string& bytes, const std::vector<SheetEdit::Replacement>& replacements) {
  std::string out;
  std::size_t at = 0;
  for (const auto& each : replacements) {
    out.append(bytes, at, each.place.first() - at);
    out += each.words;
    at = each.place.last();
  }
  return out.append(bytes, at);
}

bool overlap(const SheetEdit& edit, const std::vector<SheetEdit::Replacement>& taken) {
  return std::ranges::any_of(edit.replacements, [&](const auto& one) {
    return std::ranges::any_of(taken, [&](const auto& other) { return one.place.first() < other.place.last() && other.place.first() < one.place.last(); });
  });
}

struct Line {
  std::size_t number;  ///< From 1.
  TextSpan place;      ///< Without its line feed.
};

Line line_at(const std::string& bytes, std::size_t byte) {
  const std::size_t before = byte == 0 ? std::string::npos : bytes.rfind('\n', byte - 1);
  const std::size_t first = before == std::string::npos ? 0 : before + 1;
  const std::size_t last = std::min(bytes.find('\n', byte), bytes.size());
  return {static_cast<std::size_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(first), '\n')) + 1, {first, last}};
}

}  // namespace

Result<SheetUpdate> propose_update(const Engine& engine, const std::string& input, const AuditOptions& options, const ObservationSource& shelf) {
  const auto audit = engine.check(input, options, shelf);
  if (!audit) return std::unexpected(audit.error());
  SheetUpdate update;
  update.name = audit->extraction.name;
  update.original = audit->extraction.bytes;
  const std::size_t wrong_before = wrong_claims(*audit);
  std::vector<SheetEdit::Replacement> taken;
  for (std::size_t i = 0; i < audit->verdicts.size(); ++i) {
    const auto& verdict = audit->verdicts[i];
    const Claim& claim = audit->extraction.reading.claims[i];
    if (!verdict || !wrong(*verdict)) continue;
    auto edit = edit_of(claim, *verdict, audit->extraction, engine.lexicon());
    bool holds = false;
    if (edit && !overlap(*edit, taken)) {
      Intake intake;
      intake.name = update.name;
      intake.hints.name = update.name;
      intake.bytes = applied(update.original, edit->replacements);
      auto extraction = engine.extract_bytes(std::move(intake), options.reading);
      if (!extraction) return std::unexpected(extraction.error());
      const auto tried = engine.check_extraction(std::move(*extraction), options, shelf);
      if (!tried) return std::unexpected(tried.error());
      holds = wrong_claims(*tried) < wrong_before;
    }
    if (!holds) {
      if (!edit || !overlap(*edit, taken)) update.unmended.push_back({std::string(claim.span.of(update.original)), reason_of(*verdict)});
      continue;
    }
    edit->reason = reason_of(*verdict);
    taken.insert(taken.end(), edit->replacements.begin(), edit->replacements.end());
    update.edits.push_back(std::move(*edit));
  }
  std::ranges::sort(taken, {}, [](const auto& each) { return each.place.first(); });
  std::ranges::sort(update.edits, {}, [](const SheetEdit& edit) { return edit.replacements.front().place.first(); });
  update.updated = applied(update.original, taken);
  return update;
}

std::string update_diff(const SheetUpdate& update) {
  std::string out;
  for (const UnmendedClaim& claim : update.unmended) {
    std::string quote = claim.quote;
    std::ranges::replace(quote, '\n', ' ');
    out += fmt::format("# no small edit mends \"{}\": {}\n", quote, claim.reason);
  }
  if (update.edits.empty()) return out;
  out += fmt::format("--- {}\n+++ {}\n", update.name, update.name);
  for (std::size_t i = 0; i < update.edits.size();) {
    // Edits of one line make one hunk.
    const Line line = line_at(update.original, update.edits[i].replacements.front().place.first());
    std::vector<SheetEdit::Replacement> replacements;
    std::string reasons;
    std::size_t last = line.place.last();
    for (; i < update.edits.size() && update.edits[i].replacements.front().place.first() < last; ++i) {
      for (const auto& each : update.edits[i].replacements) {
        replacements.push_back(each);
        last = std::max(last, line_at(update.original, each.place.last()).place.last());
      }
      reasons += (reasons.empty() ? "" : "; ") + update.edits[i].reason;
    }
    std::ranges::sort(replacements, {}, [](const auto& each) { return each.place.first(); });
    const std::string old = update.original.substr(line.place.first(), last - line.place.first());
    for (auto& each : replacements) each.place = {each.place.first() - line.place.first(), each.place.last() - line.place.first()};
    const std::string mended = applied(old, replacements);
    const auto lines_of = [](const std::string& text) { return std::ranges::count(text, '\n') + 1; };
    out += fmt::format("@@ -{},{} +{},{} @@ {}\n", line.number, lines_of(old), line.number, lines_of(mended), reasons);
    for (const auto& [mark, text] : {std::pair('-', &old), std::pair('+', &mended)}) {
      std::size_t at = 0;
      while (at <= text->size()) {
        const std::size_t end = std::min(text->find('\n', at), text->size());
        out += mark + text->substr(at, end - at) + "\n";
        at = end + 1;
      }
    }
  }
  return out;
}

}  // namespace paraph
