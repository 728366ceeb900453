#include "claim/read_claims.h"

#include <algorithm>

#include "claim/document_context.h"
#include "claim/read_table.h"
#include "claim/reading_trace.h"
#include "claim/scene.h"
#include "mention/find_mentions.h"

namespace paraph {
namespace {

/// What one sentence says twice ("work together in the UN, of which both are members") is one claim of it.
void drop_repeats(std::vector<Claim>& claims) {
  std::size_t kept = 0;
  std::size_t sentence = 0;  // first kept claim of this sentence
  for (std::size_t at = 0; at < claims.size(); ++at) {
    if (kept == 0 || claims[at].sentence != claims[kept - 1].sentence) sentence = kept;
    const bool repeated =
        std::any_of(claims.begin() + static_cast<std::ptrdiff_t>(sentence), claims.begin() + static_cast<std::ptrdiff_t>(kept),
                    [&](const Claim& before) { return before.id == claims[at].id; });
    if (repeated) continue;
    if (kept != at) claims[kept] = std::move(claims[at]);
    ++kept;
  }
  claims.erase(claims.begin() + static_cast<std::ptrdiff_t>(kept), claims.end());
}

/// "Imagine that …", "was urged to …", "denied that …": what stands behind such words nobody says is so.
void drop_unreal(Scene& scene) {
  for (const TriggerMatch& trigger : scene.frame.triggers) {
    if (scene.claims.empty()) return;
    if (scene.family(trigger) != RuleFamily::kModality || !scene.rule(trigger).reversed) continue;
    const TextSpan words = scene.frame.text_span(trigger.first, trigger.last);
    std::size_t end = scene.frame.text_span(trigger.first, scene.size()).last();
    for (int at = trigger.last; at < scene.size(); ++at) {
      if (!scene.is_word(at, scene.w.semicolon)) continue;
      end = scene.frame.text_span(at, at + 1).first();
      break;
    }
    std::erase_if(scene.claims, [&](const Claim& claim) {
      const bool invited = claim.kind() == ClaimKind::kVisit && claim.span.last() > words.last();  // whom they ask stands before
      return (invited || claim.span.first() >= words.first()) && claim.span.first() < end;
    });
  }
}

std::size_t sentences_of_text(const Document& document) {
  std::size_t count = 0;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kBoilerplate && block.kind != BlockKind::kMetadata && block.kind != BlockKind::kHeading)
      count += block.sentences.size();
  }
  return count;
}

/// Reads a document sentence by sentence, carrying what the text before has made known.
class ClaimReader {
 public:
  ClaimReader(const Document& document, const Lexicon& lexicon, const Grammar& grammar, const ReadingOptions& options,
              const ClaimSink& sink, ReadingTrace* trace)
      : document_(document), grammar_(grammar), sink_(sink), trace_(trace) {
    context_.lexicon = &lexicon;
    context_.grammar = &grammar;
    context_.published = document.published;
    context_.pair = options.pair ? options.pair : find_pair(document, lexicon, grammar);
    if (context_.pair) {
      context_.focus = context_.pair->partner;
      context_.home_speaks = is_published_by(document, context_.pair->home, lexicon);
      context_.home_currency_of = home_currency_owner(document, *context_.pair);
    }
    reading_.pair = context_.pair;
    reading_.sentences = sentences_of_text(document);
    if (!sink_)
      reading_.claims.reserve(document.text().size() /
                              64);  // of a dense sheet: room that is not used costs nothing, growing costs every claim once more
  }

  Reading run() {
    const std::span<const Block> blocks = document_.blocks;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
      const Block& block = blocks[at];
      switch (block.kind) {
        case BlockKind::kBoilerplate:
        case BlockKind::kMetadata: break;
        case BlockKind::kHeading: heading(block); break;
        case BlockKind::kTableRow: {
          std::size_t end = at + 1;
          while (end < blocks.size() && blocks[end].kind == BlockKind::kTableRow && blocks[end].table == block.table) ++end;
          table(blocks.subspan(at, end - at));
          at = end - 1;
          break;
        }
        default:
          for (const Sentence& sentence : block.sentences) read(sentence);
          last_line_ = block.text.of(document_.text());
      }
    }
    return std::move(reading_);
  }

 private:
  void heading(const Block& block) {
    find_mentions(block.text.of(document_.text()), *context_.lexicon, annotated_);
    enter_heading(annotated_, block.level, context_);
    last_line_ = block.text.of(document_.text());
  }

  /// A table of figures as a whole; any other row by row, as sentences.
  void table(std::span<const Block> rows) {
    auto claims = read_table(rows, document_, last_line_, context_);
    if (claims.empty()) {
      const auto section = context_.heading_period;
      for (const Block& row : rows) {
        // A row that starts with a year dates what it says.
        if (!row.cells.empty()) {
          const std::string_view cell = row.cells.front().of(document_.text());
          const auto year = cell.size() == 4 ? CivilPeriod::parse(cell) : std::nullopt;
          context_.heading_period = year && year->single_year() ? year : section;
        }
        for (const Sentence& sentence : row.sentences) read(sentence);
      }
      context_.heading_period = section;
      return;
    }
    std::vector<std::size_t> places;
    for (const Claim& claim : claims) places.push_back(claim.span.first());
    std::ranges::sort(places);
    for (const Block& row : rows) {
      for (const Sentence& sentence : row.sentences) note_row(sentence, places);
    }
    give(claims);
  }

  void read(const Sentence& sentence) {
    find_mentions(sentence.text.of(document_.text()), *context_.lexicon, annotated_);
    frame_sentence(annotated_, context_, frame_);
    if (trace_ == nullptr) {
      find_triggers(grammar_, frame_);
    } else {
      trace_->begin(frame_, sentence.origin);
      find_triggers(grammar_, frame_, *trace_);
    }
    const std::size_t gaps = reading_.gaps.size();
    read_triggers(sentence);
    if (trace_ != nullptr) trace_->end(std::span(reading_.gaps).subspan(gaps));
  }

  void read_triggers(const Sentence& sentence) {
    if (std::ranges::any_of(frame_.actors, &ActorUse::speaker)) context_.home_speaks = true;
    if (frame_.units.empty()) return;
    if (is_label()) enter_label(annotated_, context_);
    Scene scene(frame_, grammar_, context_);
    if (!frame_.triggers.empty() || context_.topic == Topic::kVisits) {
      read_relations(scene);
      read_state_events(scene);
      read_missions(scene);
      read_memberships(scene);
      read_agreements(scene);
      read_dialogues(scene);
      read_visits(scene);
      read_officials(scene);
      read_figures(scene);
      read_products(scene);
      read_tracked(scene);
      drop_unreal(scene);
    }
    note_gap(scene, sentence);
    remember(scene);
    keep(scene, sentence);
  }

  /// "From Arnor to Gondor", "To Arnor:": a line that heads what follows, without a statement of its own.
  bool is_label() const {
    if (frame_.units.size() > 8 || frame_.actors.empty()) return false;
    std::size_t word = 0;
    while (word + 1 < frame_.units.size() && frame_.units[word].kind == UnitKind::kSign) ++word;  // "<To Arnor>", "(From Arnor)"
    const WordId first = frame_.units[word].word;
    if (first != grammar_.words().from && first != grammar_.words().to) return false;
    return std::ranges::none_of(
        frame_.units, [&](const Unit& unit) { return unit.mention < 0 && unit.actor < 0 && grammar_.is(WordClass::kVerbs, unit.word); });
  }

  /// A sentence that looks checkable and gave no claim.
  void note_gap(const Scene& scene, const Sentence& sentence) {
    const bool checkable = frame_.checkable();
    if (checkable) ++reading_.checkable;
    if (!scene.claims.empty()) return;
    const bool triggered = std::ranges::any_of(
        frame_.triggers, [&](const TriggerMatch& trigger) { return scene.family(trigger) < RuleFamily::kAgreementEvent; });
    if (checkable || (triggered && has_figure())) reading_.gaps.push_back({sentence.origin, gap_reason(checkable, triggered)});
  }

  bool has_figure() const {
    return frame_.has(UnitKind::kMoney) || frame_.has(UnitKind::kPercent) || frame_.has(UnitKind::kNumber) ||
           frame_.has(UnitKind::kMeasure) || frame_.has(UnitKind::kPeriod);
  }

  GapReason gap_reason(bool actor, bool triggered) const {
    if (!triggered) return english() ? GapReason::kNoTrigger : GapReason::kOtherLanguage;
    if (actor) return GapReason::kTwoReadings;
    const bool homonym = std::ranges::any_of(annotated_.mentions, [&](const Mention& mention) {
      const auto* name = std::get_if<NameMention>(&mention.body);
      return name != nullptr && choose_entry(*name->match, context_) == nullptr;
    });
    return homonym ? GapReason::kAmbiguousName : names_stranger() ? GapReason::kUnknownName : GapReason::kMissingActor;
  }

  /// "exports to Mordor": a capitalised word that the gazetteer does not know where an actor would stand.
  bool names_stranger() const {
    for (std::size_t at = 1; at < frame_.units.size(); ++at) {
      const Unit& unit = frame_.units[at];
      const Unit& before = frame_.units[at - 1];
      if (unit.kind != UnitKind::kWord || unit.word != kUnknownWord || before.kind != UnitKind::kWord) continue;
      const EngineWords& w = grammar_.words();
      const bool placed =
          before.word == w.to || before.word == w.with || before.word == w.from || before.word == w.between || before.word == w.by;
      if (placed && annotated_.tokens[unit.first].shape == TokenShape::kCapitalised) return true;
    }
    return false;
  }

  /// Whether a sentence of some length has any of the words that no English one goes without.
  bool english() const {
    const EngineWords& w = grammar_.words();
    std::size_t small = 0;
    for (const Token& token : annotated_.tokens) {
      if (token.shape != TokenShape::kLower) continue;
      ++small;
      if (token.word == w.the || token.word == w.of || token.word == w.and_ || token.word == w.to || token.word == w.with ||
          token.word == w.by || token.word == w.from || token.word == w.for_ || token.word == w.its ||
          grammar_.is(WordClass::kVerbs, token.word))
        return true;
    }
    return small < 8;
  }

  /// A row of a table that was read as a whole: what gave no figure of it is no claim, and said to be none.
  /// `places` are where the table's claims stand, ascending.
  void note_row(const Sentence& row, std::span<const std::size_t> places) {
    find_mentions(row.text.of(document_.text()), *context_.lexicon, annotated_);
    frame_sentence(annotated_, context_, frame_);
    if (!frame_.checkable()) return;
    ++reading_.checkable;
    const auto place = std::ranges::lower_bound(places, row.origin.first());
    if (place == places.end() || *place >= row.origin.last()) reading_.gaps.push_back({row.origin, GapReason::kNoTrigger});
  }

  void keep(Scene& scene, const Sentence& sentence) {
    for (Claim& claim : scene.claims) {
      claim.span = document_.origin({sentence.text.first() + claim.span.first(), sentence.text.first() + claim.span.last()});
      claim.sentence = sentence.origin;
    }
    if (!std::ranges::is_sorted(scene.claims)) std::ranges::sort(scene.claims);
    give(scene.claims);
  }

  /// Names the claims, and hands them on.
  void give(std::vector<Claim>& claims) {
    if (claims.empty()) return;
    for (Claim& claim : claims) claim.id = claim_id(claim);
    drop_repeats(claims);
    if (sink_) return sink_(reading_, claims);
    std::ranges::move(claims, std::back_inserter(reading_.claims));
  }

  void remember(const Scene& scene) {
    for (const ActorUse& use : frame_.actors) {  // the first state that is no possessor is what "it" will mean
      if (use.actors.size() != 1 || use.place || use.cue != ActorCue::kPlain) continue;
      context_.focus = use.actors.front();
      break;
    }
    for (const Unit& unit : frame_.units) {
      if (unit.kind != UnitKind::kPeriod) continue;
      const auto& mention = std::get<PeriodMention>(annotated_.mentions[static_cast<std::size_t>(unit.mention)].body);
      if (mention.anchor != PeriodAnchor::kNone || (!mention.period.from() && !mention.period.to())) continue;
      context_.last_period = mention.period;
      if (mention.period.is_point() && mention.period.from()->day != 0) context_.last_day = mention.period;
    }
    remember_subjects(scene.claims, context_);
    learn_persons(scene, context_);
    for (const Claim& claim : scene.claims) {
      if (const auto* dialogue = std::get_if<Dialogue>(&claim.body)) context_.last_dialogue = dialogue->title;
      if (claim.period) context_.last_period = claim.period;
      if (claim.fiscal_year_of) context_.last_fiscal_owner = claim.fiscal_year_of;
    }
    bool dated = false;
    for (const Claim& claim : scene.claims) {  // the first figure's date is the passage's; later ones compare
      const auto* value = std::get_if<TradeValue>(&claim.body);
      if (value != nullptr && value->trade.flow != Flow::kTotal && claim.subject && claim.object)
        context_.last_traders = ActorPair{*claim.subject, *claim.object};
      const bool trade = value != nullptr || claim.kind() == ClaimKind::kTradeChange || claim.kind() == ClaimKind::kTradeShare;
      if (!trade || !claim.period || (dated && value == nullptr)) continue;
      if (!dated) context_.last_trade_period = claim.period;
      dated = true;
    }
  }

  const Document& document_;
  const Grammar& grammar_;
  const ClaimSink& sink_;
  DocumentContext context_;
  AnnotatedSentence annotated_;
  SentenceFrame frame_;
  ReadingTrace* trace_;         ///< Null for none.
  std::string_view last_line_;  ///< Heading or paragraph read last: a table's caption.
  Reading reading_;
};

}  // namespace

Reading read_claims(const Document& document, const Lexicon& lexicon, const Grammar& grammar, const ReadingOptions& options,
                    const ClaimSink& sink, ReadingTrace* trace) {
  return ClaimReader(document, lexicon, grammar, options, sink, trace).run();
}

}  // namespace paraph
