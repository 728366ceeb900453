#include "verdict/judge.h"

#include <array>

#include <fmt/format.h>

#include "evidence/words.h"
#include "verdict/label_lines.h"

namespace paraph {
namespace {

Verdict unverifiable(UnverifiableReason reason, std::string why, const Evidence& evidence) {
  Verdict verdict;
  verdict.reason = reason;
  verdict.why = std::move(why);
  verdict.evidence = evidence;
  return verdict;
}

/// What a claim of this kind must name before anything can be looked up.
bool needs_object(ClaimKind kind) {
  return kind != ClaimKind::kIndicator && kind != ClaimKind::kStateEvent && kind != ClaimKind::kTradeProducts &&
         kind != ClaimKind::kDialogue && kind != ClaimKind::kMilitary;
}

bool needs_period(const Claim& claim) {
  switch (claim.kind()) {
    case ClaimKind::kTradeValue:
    case ClaimKind::kAssistanceValue: return true;
    case ClaimKind::kTradeChange: {
      const auto& change = std::get<TradeChange>(claim.body);
      return !change.to_period;
    }
    default: return false;
  }
}

/// Places, shares and figures of the present are met by the document's day: without one there is nothing to ask for.
bool needs_day(ClaimKind kind) {
  return kind == ClaimKind::kTradeRank || kind == ClaimKind::kTradeShare || kind == ClaimKind::kIndicator ||
         kind == ClaimKind::kAssistanceRank;
}

/// A coverage, product, sector or set of partners that the shelf's totals do not have.
bool measures_part(const Claim& claim) {
  const auto part = [](const TradeScope& trade) {
    return !trade.product.empty() || !trade.scope.empty() || (trade.coverage && *trade.coverage != Coverage::kGoods);
  };
  if (const auto* value = std::get_if<TradeValue>(&claim.body)) return part(value->trade);
  if (const auto* change = std::get_if<TradeChange>(&claim.body)) return part(change->trade);
  if (const auto* rank = std::get_if<TradeRank>(&claim.body)) return part(rank->trade);
  if (const auto* share = std::get_if<TradeShare>(&claim.body)) return part(share->trade);
  if (const auto* aid = std::get_if<AssistanceValue>(&claim.body))
    return !aid->sector.empty() || !aid->channel.empty() || aid->form.has_value();
  return false;
}

/// Why nothing weighs for or against: the first reason that applies.
Verdict without_weight(const Claim& claim, const Evidence& evidence, const JudgingContext& context) {
  const ClaimKind kind = claim.kind();
  if (!claim.subject || (needs_object(kind) && !claim.object)) {
    return unverifiable(UnverifiableReason::kAmbiguousActor, "the text leaves open who is meant", evidence);
  }
  if (needs_period(claim) && !claim.period) {
    return unverifiable(UnverifiableReason::kMissingPeriod, "the text names no period for the figure", evidence);
  }
  if (needs_day(kind) && !claim.period && !context.published) {
    return unverifiable(UnverifiableReason::kMissingPeriod, "neither the text nor the document names a period", evidence);
  }
  if (evidence.lines.empty() && evidence.vintages_too_new) {
    return unverifiable(UnverifiableReason::kNoVintage, "all that is on record was recorded after the day asked for", evidence);
  }
  if (evidence.lines.empty() && evidence.vintage_unknown) {
    return unverifiable(UnverifiableReason::kNoVintage,
                        "what is on record has no recording date, so nobody knows whether it was there on the day asked for", evidence);
  }
  if (measures_part(claim)) {
    return unverifiable(UnverifiableReason::kAmbiguousMeasure, "the figure covers a part or a set that no series on record measures",
                        evidence);
  }
  if (!evidence.lines.empty()) {
    return unverifiable(UnverifiableReason::kNoData,
                        "what is on record beside it decides nothing: " + line_in_words(evidence.lines.front()), evidence);
  }
  return unverifiable(UnverifiableReason::kNoData, "nothing on record bears on it", evidence);
}

std::string newer_words(const EvidenceLine& line) {
  return line.period ? fmt::format("{} ({}, {})", line_in_words(line), line.source.str(), date_in_words(*line.period))
                     : fmt::format("{} ({})", line_in_words(line), line.source.str());
}

/// What overtakes a claim: nothing while the latest state still agrees. Of figures the latest; of statuses the first of
/// those that have not agreed since, for that is when it changed. Evidence lists newer lines by period.
const EvidenceLine* overtaking(const Evidence& evidence) {
  const EvidenceLine* latest = nullptr;
  const EvidenceLine* changed = nullptr;
  for (const EvidenceLine& line : evidence.newer) {
    if (line.agrees == Agrees::kContext || !line.period) continue;
    if (line.agrees != Agrees::kNo) {
      changed = nullptr;
    } else if (changed == nullptr) {
      changed = &line;
    }
    latest = &line;
  }
  if (changed == nullptr) return nullptr;
  return latest->value ? latest : changed;
}

/// A date is reached with its first day, a year's figure with its last.
bool reached_by(const EvidenceLine& line, const CivilPeriod& day) {
  if (!day.from()) return false;
  const bool figure = line.value.has_value();
  const auto& point = figure ? line.period->to() : line.period->from();
  if (!point) return false;
  return figure ? point->day_after() <= day.from()->first_day() : point->first_day() <= day.from()->first_day();
}

void lay_over(Verdict& verdict, const JudgingContext& context) {
  if (verdict.label != VerdictLabel::kSupported && verdict.label != VerdictLabel::kDisputed) return;
  const EvidenceLine* newer = overtaking(verdict.evidence);
  if (newer == nullptr) return;
  Outdated outdated;
  outdated.newer_period = *newer->period;
  outdated.now_says = newer_words(*newer);
  outdated.publication_unknown = !context.published;
  outdated.when_published = context.published && reached_by(*newer, *context.published);
  verdict.outdated = std::move(outdated);
  verdict.label = VerdictLabel::kOutdated;
}

}  // namespace

std::string_view verdict_label_name(VerdictLabel label) {
  constexpr auto kNames = std::to_array<std::string_view>({"supported", "disputed", "refuted", "outdated", "unverifiable"});
  return kNames[static_cast<std::size_t>(label)];
}

std::string_view unverifiable_reason_name(UnverifiableReason reason) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"no-data", "no-vintage", "ambiguous-measure", "ambiguous-actor", "missing-period", "not-checkable"});
  return kNames[static_cast<std::size_t>(reason)];
}

Verdict judge(const Claim& claim, const Evidence& evidence, const JudgingContext& context) {
  if (!is_checkable(claim.kind()))
    return unverifiable(UnverifiableReason::kNotCheckable, "a position or quality: no data can check it", evidence);
  if (claim.modality == Modality::kPlanned || claim.modality == Modality::kConditional) {
    return unverifiable(UnverifiableReason::kNotCheckable, "a plan or condition, not a fact", evidence);
  }
  const WeighedLines lines = weigh(evidence);
  if (lines.empty()) return without_weight(claim, evidence, context);
  Verdict verdict;
  verdict.evidence = evidence;
  verdict.label = label_of(lines);
  verdict.was = verdict.label;
  verdict.why = why_of(lines, verdict.label);
  if (verdict.label != VerdictLabel::kRefuted) verdict.readings = readings_of(lines);
  lay_over(verdict, context);
  return verdict;
}

}  // namespace paraph
