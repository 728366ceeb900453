#include "claim/explain_reading.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "claim/reading_trace.h"

namespace paraph {
namespace {

std::string_view kind_name(UnitKind kind) {
  constexpr std::array<std::string_view, 11> kNames = {"word", "sign", "actor", "organisation", "money", "percent", "number", "ordinal", "measure", "period", "person"};
  return kNames[static_cast<std::size_t>(kind)];
}

class Explainer final : public ReadingTrace {
 public:
  Explainer(const Document& document, const Lexicon& lexicon, const Grammar& grammar, std::vector<ExplainedSentence>& sentences)
      : document_(document), lexicon_(lexicon), grammar_(grammar), sentences_(sentences) {}

  void begin(const SentenceFrame& frame, TextSpan sentence) override {
    frame_ = &frame;
    start_ = static_cast<std::size_t>(frame.annotated->text.data() - document_.text().data());
    best_.clear();
    sentences_.push_back({sentence, {}, {}, {}, {}});
    for (std::size_t at = 0; at < frame.units.size(); ++at) {
      const Unit& unit = frame.units[at];
      if (unit.kind <= UnitKind::kSign) continue;
      sentences_.back().units.push_back({origin(at, at + 1), std::string(kind_name(unit.kind)), says(unit)});
    }
  }

  void tried(std::uint32_t pattern, std::size_t anchor, const PatternOutcome& outcome, const TriggerMatch& match) override {
    const Pattern& shape = grammar_.patterns()[pattern];
    if (outcome.matched) {
      // Of the ways through one phrasing the first that matches stands for it; what became of it follows.
      matched_[{match.rule, match.first, match.last}] = shape.items.size();
      return;
    }
    const auto key = std::pair(shape.rule, anchor);
    const auto known = best_.find(key);
    if (known != best_.end() && known->second.met >= outcome.items_met) return;
    best_[key] = {TryOutcome::kFailed, origin(anchor, anchor + 1), shape.rule, outcome.items_met, shape.items.size(), why_not(shape, outcome)};
  }

  void outdone(const TriggerMatch& loser, const TriggerMatch& winner) override {
    const Rule& rule = grammar_.rule(winner.rule);
    add(TryOutcome::kOutdone, loser,
        fmt::format("gave way to {} ({}), which {}", rule.place, words(winner),
                    rule.family == RuleFamily::kNothing ? "blocks what it covers" : loser.rule == winner.rule ? "takes more" : "says more"));
  }

  void kept(const TriggerMatch& match) override { add(TryOutcome::kKept, match, {}); }

  void end(std::span<const Gap> gaps) override {
    ExplainedSentence& sentence = sentences_.back();
    // A phrasing that matched around a word did not fail there by another way through it.
    for (auto& [key, attempt] : best_) {
      const bool fitted = std::ranges::any_of(sentence.tries, [&](const ExplainedTry& other) {
        return other.rule == attempt.rule && other.outcome != TryOutcome::kFailed && other.span.overlaps(attempt.span);
      });
      if (!fitted) sentence.tries.push_back(std::move(attempt));
    }
    std::ranges::stable_sort(sentence.tries, [](const ExplainedTry& a, const ExplainedTry& b) {
      if (a.outcome != b.outcome) return a.outcome < b.outcome;
      if (a.outcome != TryOutcome::kFailed) return a.span < b.span;
      return a.met * b.items > b.met * a.items;  // the share of its items that fitted
    });
    sentence.gaps.assign(gaps.begin(), gaps.end());
    matched_.clear();
  }

 private:
  TextSpan origin(std::size_t first, std::size_t last) const {
    const TextSpan inside = frame_->text_span(static_cast<int>(first), static_cast<int>(last));
    return document_.origin({start_ + inside.first(), start_ + inside.last()});
  }
  std::string_view words(const TriggerMatch& match) const { return frame_->words(match.whole_first, match.whole_last); }

  void add(TryOutcome outcome, const TriggerMatch& match, std::string why) {
    const auto known = matched_.find({match.rule, match.first, match.last});
    const std::size_t items = known == matched_.end() ? 0 : known->second;
    const ExplainedTry attempt{outcome, origin(match.whole_first, match.whole_last), match.rule, items, items, std::move(why)};
    auto& tries = sentences_.back().tries;
    const bool repeated = std::ranges::any_of(tries, [&](const ExplainedTry& other) { return other.rule == attempt.rule && other.span == attempt.span; });
    if (!repeated) tries.push_back(attempt);
  }

  std::string says(const Unit& unit) const {
    if (unit.actor >= 0) {
      const ActorUse& use = frame_->actors[static_cast<std::size_t>(unit.actor)];
      std::string list;
      for (const ActorId& actor : use.actors) list.append(list.empty() ? "" : ", ").append(actor.str());
      return use.implicit ? list + " by context" : use.place ? list + ", a place" : list;
    }
    if (unit.mention < 0) return {};
    const Mention& mention = frame_->annotated->mentions[static_cast<std::size_t>(unit.mention)];
    if (const auto* quantity = std::get_if<QuantityMention>(&mention.body)) {
      const Quantity& said = quantity->quantity;
      const std::string figure = said.value ? said.value->str() : said.low && said.high ? said.low->str() + ".." + said.high->str() : "";
      const std::string_view sign = said.comparator == Comparator::kEqual || said.comparator == Comparator::kRange ? "" : comparator_sign(said.comparator);
      const std::string_view unit_said = said.unit.empty() ? quantity->home_form : std::string_view(said.unit);
      return fmt::format("{}{}{}{}", sign, figure, unit_said.empty() ? "" : " ", unit_said);
    }
    if (const auto* period = std::get_if<PeriodMention>(&mention.body)) {
      switch (period->anchor) {
        case PeriodAnchor::kNone: return period->period.str();
        case PeriodAnchor::kPublished: return "hangs on the document's date";
        case PeriodAnchor::kPrevious: return "hangs on the date before";
        case PeriodAnchor::kMonthOfYear: return "its year is the context's";
      }
    }
    return {};
  }

  std::string wanted(const PatternItem& item) const {
    if (item.kind == PatternItem::Kind::kSlot) return fmt::format("{{{}}}", slot_name(item.slot));
    if (item.kind == PatternItem::Kind::kGap) return "a gap";
    if (const std::string_view name = grammar_.set_name(item.word_set); !name.empty()) return fmt::format("a word of @{}", name);
    const auto set = grammar_.words_in(item.word_set);
    std::string list;
    for (std::size_t i = 0; i < set.size() && i < 5; ++i) {
      if (i > 0) list += i + 1 == set.size() ? " or " : ", ";
      list += fmt::format("\"{}\"", lexicon_.vocabulary().word(set[i]));
    }
    return set.size() > 5 ? list + " …" : list;
  }

  std::string why_not(const Pattern& pattern, const PatternOutcome& outcome) const {
    if (outcome.item >= pattern.items.size()) return "the clause ends before it";
    std::string reason = fmt::format("wanted {} {}", wanted(pattern.items[outcome.item]), outcome.forward ? "next" : "before");
    const std::size_t gap = outcome.forward ? outcome.item - 1 : outcome.item + 1;
    const bool over_gap = gap < pattern.items.size() && pattern.items[gap].kind == PatternItem::Kind::kGap;
    if (over_gap) {
      reason += fmt::format(" within {} units", pattern.items[gap].longest_gap);
      return outcome.clause_end ? reason + ", and a gap does not cross the end of the clause" : reason;
    }
    if (outcome.unit >= frame_->units.size()) return reason + (outcome.forward ? ", but the sentence ends" : ", but the sentence begins");
    const Unit& unit = frame_->units[outcome.unit];
    const auto at = static_cast<int>(outcome.unit);
    reason += fmt::format(", found \"{}\"", frame_->words(at, at + 1));
    return unit.kind > UnitKind::kSign ? fmt::format("{} ({})", reason, kind_name(unit.kind)) : reason;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const Grammar& grammar_;
  std::vector<ExplainedSentence>& sentences_;
  const SentenceFrame* frame_ = nullptr;
  std::size_t start_ = 0;  ///< Of the sentence in the document's text.
  std::map<std::pair<std::uint32_t, std::size_t>, ExplainedTry> best_;  ///< By rule and anchor: its best failure.
  std::map<std::tuple<std::uint32_t, std::size_t, std::size_t>, std::size_t> matched_;  ///< Items of each match.
};

}  // namespace

Explanation explain_reading(const Document& document, const Lexicon& lexicon, const Grammar& grammar, const ReadingOptions& options) {
  Explanation explanation;
  Explainer explainer(document, lexicon, grammar, explanation.sentences);
  explanation.reading = read_claims(document, lexicon, grammar, options, {}, &explainer);
  // Claims as they come out in the end: with their ids, and without what a sentence says twice.
  std::map<TextSpan, std::vector<Claim>> by_sentence;
  for (const Claim& claim : explanation.reading.claims) by_sentence[claim.sentence].push_back(claim);
  for (ExplainedSentence& sentence : explanation.sentences) sentence.claims = by_sentence[sentence.span];
  return explanation;
}

}  // namespace paraph
