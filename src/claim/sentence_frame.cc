#include "claim/sentence_frame.h"

#include <algorithm>

#include "claim/person_end.h"

namespace paraph {
namespace {

ActorCue cue_of(WordId word, const EngineWords& words) {
  if (word == words.of) return ActorCue::kOf;
  if (word == words.to || word == words.towards) return ActorCue::kTo;
  if (word == words.with) return ActorCue::kWith;
  if (word == words.from) return ActorCue::kFrom;
  if (word == words.in || word == words.into || word == words.at || word == words.within || word == words.throughout ||
      word == words.inside)
    return ActorCue::kIn;
  if (word == words.by) return ActorCue::kBy;
  if (word == words.for_) return ActorCue::kFor;
  if (word == words.between) return ActorCue::kBetween;
  if (word == words.against) return ActorCue::kAgainst;
  if (word == words.after || word == words.than) return ActorCue::kAfter;
  return ActorCue::kPlain;
}

class Framer {
 public:
  Framer(const AnnotatedSentence& annotated, const DocumentContext& context, SentenceFrame& frame)
      : annotated_(annotated), context_(context), frame_(frame), words_(context.grammar->words()) {}

  void run() {
    frame_.annotated = &annotated_;
    frame_.units.clear();
    frame_.actors.clear();
    frame_.triggers.clear();
    frame_.kinds = 0;
    const auto& tokens = annotated_.tokens;
    std::size_t next_mention = 0;
    for (std::size_t at = 0; at < tokens.size();) {
      while (next_mention < annotated_.mentions.size() && annotated_.mentions[next_mention].last <= at) ++next_mention;
      const Mention* mention = next_mention < annotated_.mentions.size() ? &annotated_.mentions[next_mention] : nullptr;
      const std::size_t limit = mention == nullptr ? tokens.size() : std::max<std::size_t>(mention->first, at);
      if (mention != nullptr && mention->first <= at) {
        at = add_mention(next_mention);
      } else if (tokens[at].marks == 0) {
        add_word(at++);
      } else if (const std::size_t after = person_end(annotated_, context_, at, next_mention); after > at) {
        add_unit(UnitKind::kPerson, at, after, -1, -1);
        at = after;
      } else if (const auto nominal = context_.grammar->nominals().longest({tokens.data() + at, limit - at})) {
        add_nominal(at, at + nominal->tokens, context_.grammar->nominals().value(nominal->index));
        at += nominal->tokens;
      } else {
        add_word(at++);
      }
      if (frame_.units.size() >= 4000) break;
    }
    join_coordinated();
    for (ActorUse& use : frame_.actors) place_actor(use);
    mark_clauses();
  }

 private:
  void add_unit(UnitKind kind, std::size_t first, std::size_t last, int mention, int actor) {
    frame_.kinds |= 1U << static_cast<unsigned>(kind);
    frame_.units.push_back({kind, 0, annotated_.tokens[last - 1].word, static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(last),
                            static_cast<std::int16_t>(mention), static_cast<std::int16_t>(actor)});
  }

  void add_word(std::size_t at) {
    const Token& token = annotated_.tokens[at];
    add_unit(token.is_word() ? UnitKind::kWord : UnitKind::kSign, at, at + 1, -1, -1);
  }

  std::size_t add_mention(std::size_t index) {
    const Mention& mention = annotated_.mentions[index];
    const int number = static_cast<int>(index);
    if (const auto* quantity = std::get_if<QuantityMention>(&mention.body)) {
      constexpr std::array kKinds = {UnitKind::kMoney,   UnitKind::kPercent, UnitKind::kPercent,
                                     UnitKind::kOrdinal, UnitKind::kMeasure, UnitKind::kNumber};
      add_unit(kKinds[static_cast<std::size_t>(quantity->kind)], mention.first, mention.last, number, -1);
    } else if (std::holds_alternative<PeriodMention>(mention.body)) {
      add_unit(UnitKind::kPeriod, mention.first, mention.last, number, -1);
    } else if (const auto* name = std::get_if<NameMention>(&mention.body)) {
      add_name(mention, *name, number);
    } else {
      add_unit(UnitKind::kPerson, mention.first, mention.last, number, -1);
    }
    return mention.last;
  }

  void add_name(const Mention& mention, const NameMention& name, int number) {
    const NameEntry* entry = choose_entry(*name.match, context_);
    if (entry == nullptr) {
      for (std::size_t at = mention.first; at < mention.last; ++at) add_word(at);
      return;
    }
    if (entry->form == NameForm::kOrganisation || entry->form == NameForm::kAcronym) {
      add_unit(UnitKind::kOrganisation, mention.first, mention.last, number, -1);
      return;
    }
    ActorUse use;
    use.form = entry->form;
    use.place = entry->form == NameForm::kCapital || entry->form == NameForm::kPlace;
    use.actors = entry->form == NameForm::kGroup ? entry->members : std::vector<ActorId>{entry->actor};
    use.body = use.actors.size() == 1 && context_.lexicon->gazetteer().has_settled_id(use.actors.front());
    use.unit = static_cast<std::uint16_t>(frame_.units.size());
    frame_.actors.push_back(std::move(use));
    add_unit(UnitKind::kActor, mention.first, mention.last, number, static_cast<int>(frame_.actors.size()) - 1);
  }

  void add_nominal(std::size_t first, std::size_t last, NominalRole role) {
    ActorUse use;
    use.implicit = true;
    use.unit = static_cast<std::uint16_t>(frame_.units.size());
    const auto& pair = context_.pair;
    // "both" alone speaks of the two where a verb follows: "Both are members".
    if (role == NominalRole::kPair && last - first == 1 && annotated_.tokens[first].word == words_.both) {
      if (last >= annotated_.tokens.size() || !context_.grammar->is(WordClass::kVerbs, annotated_.tokens[last].word)) {
        add_word(first);
        return;
      }
    }
    if (role == NominalRole::kPair && pair) {
      use.actors = {pair->home, pair->partner};
      use.pair = true;
    } else if (role == NominalRole::kHome && pair) {
      use.actors = {pair->home};
      use.speaker = true;
    } else if (role == NominalRole::kPartner && pair) {
      use.actors = {pair->partner};
    } else if (role == NominalRole::kFocus) {
      for (const ActorUse& before : frame_.actors) {
        if (before.actors.size() == 1 && !before.place) {
          use.actors = before.actors;
          break;
        }
      }
      if (use.actors.empty() && context_.focus) use.actors = {*context_.focus};
      if (use.actors.empty() && pair) use.actors = {pair->partner};
    } else if (role == NominalRole::kOther && pair) {
      for (const ActorUse& before : frame_.actors) {
        if (before.actors.size() == 1) {
          if (const auto other = context_.other(before.actors.front())) use.actors = {*other};
          break;
        }
      }
    }
    if (use.actors.empty()) {
      for (std::size_t at = first; at < last; ++at) add_word(at);
      return;
    }
    const WordId word = annotated_.tokens[last - 1].word;
    use.possessive = word == words_.its || word == words_.their || word == words_.our;
    frame_.actors.push_back(std::move(use));
    add_unit(UnitKind::kActor, first, last, -1, static_cast<int>(frame_.actors.size()) - 1);
  }

  /// "Arnor and Gondor", "Arnor, Gondor and Rohan", "Arnor-Gondor", "between Arnor and Gondor": one unit, all its actors.
  void join_coordinated() {
    auto& units = frame_.units;
    thread_local std::vector<Unit> joined;
    joined.clear();
    for (std::size_t at = 0; at < units.size();) {
      Unit unit = units[at];
      if (unit.kind != UnitKind::kActor || frame_.actors[static_cast<std::size_t>(unit.actor)].place || is_possessed(at)) {
        joined.push_back(unit);
        ++at;
        continue;
      }
      ActorUse& use = frame_.actors[static_cast<std::size_t>(unit.actor)];
      std::size_t end = at + 1;
      while (true) {
        std::size_t next = end;
        bool and_seen = false;
        bool dash = false;
        if (next < units.size() && units[next].word == words_.comma && units[next].kind == UnitKind::kSign) ++next;
        if (next < units.size() && (units[next].word == words_.and_ || units[next].word == words_.ampersand) && units[next].mention < 0)
          ++next, and_seen = true;
        if (next == end && next < units.size() && units[next].kind == UnitKind::kSign &&
            (annotated_.tokens[units[next].first].shape == TokenShape::kDash || units[next].word == words_.slash)) {
          ++next;
          dash = true;
        }
        if (next < units.size() && units[next].word == words_.the && units[next].mention < 0) ++next;
        if (next == end || next >= units.size() || units[next].kind != UnitKind::kActor) break;
        ActorUse& more = frame_.actors[static_cast<std::size_t>(units[next].actor)];
        if (more.place || more.implicit || use.implicit) break;
        if (!dash && name_like(use) != name_like(more)) break;
        if (!and_seen && !dash && !list_goes_on(next)) break;
        for (const ActorId& actor : more.actors) {
          if (std::ranges::find(use.actors, actor) == use.actors.end()) use.actors.push_back(actor);
        }
        more.actors.clear();
        end = next + 1;
        if (is_possessed(next)) break;
      }
      unit.last = units[end - 1].last;
      unit.word = units[end - 1].word;
      use.unit = static_cast<std::uint16_t>(joined.size());
      joined.push_back(unit);
      at = end;
    }
    units.swap(joined);
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (units[i].kind == UnitKind::kActor) frame_.actors[static_cast<std::size_t>(units[i].actor)].unit = static_cast<std::uint16_t>(i);
    }
  }

  static bool name_like(const ActorUse& use) { return use.form != NameForm::kAdjective; }

  bool is_possessed(std::size_t at) const {
    return at + 1 < frame_.units.size() && frame_.units[at + 1].mention < 0 && frame_.units[at + 1].actor < 0 &&
           (frame_.units[at + 1].word == words_.possessive);
  }

  /// After a comma, an actor continues a list only when the list ends in "and" further on.
  bool list_goes_on(std::size_t at) const {
    for (std::size_t next = at + 1; next + 1 < frame_.units.size() && next < at + 14; ++next) {
      const Unit& unit = frame_.units[next];
      if (unit.kind == UnitKind::kActor) continue;
      if (unit.word == words_.comma || unit.word == words_.the) continue;
      return unit.word == words_.and_ && unit.mention < 0;
    }
    return false;
  }

  void place_actor(ActorUse& use) {
    if (use.actors.empty()) return;
    const auto& units = frame_.units;
    const std::size_t at = use.unit;
    if (at + 1 < units.size() && units[at + 1].mention < 0 && units[at + 1].actor < 0 &&
        (units[at + 1].word == words_.possessive || units[at + 1].word == words_.apostrophe)) {
      use.possessive = true;
    }
    if (use.form == NameForm::kAdjective && at + 1 < units.size() &&
        (units[at + 1].kind == UnitKind::kWord || units[at + 1].kind == UnitKind::kPerson))
      use.possessive = true;
    for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
      const Unit& before = units[at - back];
      if (before.mention >= 0 || before.actor >= 0) break;
      const ActorCue cue = cue_of(before.word, words_);
      if (cue != ActorCue::kPlain) {
        // "the Government of Arnor", "the Republic of Arnor": look through to what stands before.
        if (cue == ActorCue::kOf && back < at && back <= 3) {
          const WordId noun = units[at - back - 1].word;
          if (context_.grammar->is(WordClass::kStateNoun, noun)) {
            back += 1;
            continue;
          }
        }
        use.cue = cue;
        break;
      }
      if (before.word == words_.the || before.word == words_.a || before.word == words_.an) continue;
      if (back == 1 && before.kind == UnitKind::kWord && before.word != words_.which &&
          annotated_.tokens[before.first].shape == TokenShape::kLower && at >= 2 &&
          cue_of(units[at - 2].word, words_) != ActorCue::kPlain && units[at - 2].mention < 0)
        continue;  // "to neighbouring Arnor"
      break;
    }
  }

  void mark_clauses() {
    std::uint8_t clause = 0;
    std::uint8_t last_clause = 0;
    std::uint8_t outer = 0;
    bool inserted = false;  // inside "Exports – mostly wool – were …"
    auto& units = frame_.units;
    for (std::size_t i = 0; i < units.size(); ++i) {
      const Unit& unit = units[i];
      bool boundary = false;
      if (unit.kind == UnitKind::kSign) {
        const TokenShape shape = annotated_.tokens[unit.first].shape;
        boundary = unit.word == words_.semicolon || shape == TokenShape::kEmDash || unit.word == words_.colon;
      } else if (unit.kind == UnitKind::kWord) {
        boundary = unit.word == words_.while_ || unit.word == words_.whereas || unit.word == words_.but;
        if (!boundary && i > 0 && units[i - 1].word == words_.comma && units[i - 1].kind == UnitKind::kSign) {
          boundary = unit.word == words_.which || unit.word == words_.who || unit.word == words_.where;
        }
      }
      const bool dash = unit.kind == UnitKind::kSign && annotated_.tokens[unit.first].shape == TokenShape::kEmDash;
      if (boundary && last_clause < 250) {
        const bool closes = dash && inserted;
        if (dash && !inserted) outer = clause;
        inserted = dash && !inserted && closed_by_dash(i + 1);
        clause = closes ? outer : ++last_clause;
      }
      units[i].clause = clause;
    }
  }

  /// Another dash before a semicolon or colon, with the sentence going on behind it.
  bool closed_by_dash(std::size_t from) const {
    for (std::size_t i = from; i + 2 < frame_.units.size() && i < from + 40; ++i) {
      const Unit& unit = frame_.units[i];
      if (unit.kind != UnitKind::kSign) continue;
      if (annotated_.tokens[unit.first].shape == TokenShape::kEmDash) return true;
      if (unit.word == words_.semicolon || unit.word == words_.colon) return false;
    }
    return false;
  }

  const AnnotatedSentence& annotated_;
  const DocumentContext& context_;
  SentenceFrame& frame_;
  const EngineWords& words_;
};

}  // namespace

TextSpan SentenceFrame::text_span(int first, int last) const {
  const auto& tokens = annotated->tokens;
  return {tokens[units[static_cast<std::size_t>(first)].first].first, tokens[units[static_cast<std::size_t>(last) - 1].last - 1U].last};
}

std::string_view SentenceFrame::words(int first, int last) const { return text_span(first, last).of(annotated->text); }

void frame_sentence(const AnnotatedSentence& annotated, const DocumentContext& context, SentenceFrame& frame) {
  Framer(annotated, context, frame).run();
}

}  // namespace paraph
