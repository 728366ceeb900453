#include "claim/document_context.h"

#include <algorithm>
#include <unordered_map>

#include "mention/find_mentions.h"

namespace paraph {
namespace {

bool is_organisation_form(NameForm form) { return form == NameForm::kOrganisation || form == NameForm::kAcronym; }

/// A homonym that a text about other states should not be read as.
bool needs_pair(const NameEntry& entry) {
  if (!entry.homonym) return false;
  return entry.form != NameForm::kName && entry.form != NameForm::kOfficial && entry.form != NameForm::kAdjective &&
         entry.form != NameForm::kDemonym && entry.form != NameForm::kDemonymPlural && entry.form != NameForm::kOrganisation;
}

using Weights = std::unordered_map<ActorId, int>;

/// What the states named in a stretch of text weigh, and which of them come first.
struct NameCount {
  Weights weights;
  std::vector<ActorId> order;

  void add(std::string_view text, int weight, const Lexicon& lexicon, const DocumentContext& context) {
    AnnotatedSentence annotated;
    find_mentions(text, lexicon, annotated);
    for (const Mention& mention : annotated.mentions) {
      const auto* name = std::get_if<NameMention>(&mention.body);
      if (name == nullptr) continue;
      const NameEntry* entry = choose_entry(*name->match, context);
      if (entry == nullptr || is_organisation_form(entry->form) || entry->form == NameForm::kGroup) continue;
      if (!lexicon.gazetteer().is_state(entry->actor)) continue;
      const bool indirect = entry->form == NameForm::kPlace || entry->form == NameForm::kCapital || entry->form == NameForm::kAgency;
      if (!weights.contains(entry->actor)) order.push_back(entry->actor);
      weights[entry->actor] += indirect ? std::max(1, weight / 2) : weight;
    }
  }

  std::optional<ActorId> heaviest(const std::optional<ActorId>& without) const {
    std::optional<ActorId> best;
    int most = 0;
    for (const ActorId& actor : order) {
      if (without && actor == *without) continue;
      if (const int weight = weights.at(actor); weight > most) most = weight, best = actor;
    }
    return best;
  }
};

/// States that a text names, in order, without places; of a title or heading.
std::vector<ActorId> states_named(std::string_view text, const Lexicon& lexicon) {
  NameCount count;
  count.add(text, 1, lexicon, {});
  return count.order;
}

bool has_word(const AnnotatedSentence& annotated, const Grammar& grammar, WordClass words) {
  return std::ranges::any_of(annotated.tokens, [&](const Token& token) { return grammar.is(words, token.word); });
}

Topic topic_of(const AnnotatedSentence& annotated, const Grammar& grammar) {
  struct Named {
    WordClass words;
    Topic topic;
  };
  constexpr std::array kTopics = {Named{WordClass::kTopicMemberships, Topic::kMemberships},
                                  Named{WordClass::kTopicRepresentation, Topic::kRepresentation},
                                  Named{WordClass::kTopicAssistance, Topic::kAssistance},
                                  Named{WordClass::kTopicInvestment, Topic::kInvestment},
                                  Named{WordClass::kTopicTrade, Topic::kTrade},
                                  Named{WordClass::kTopicAgreements, Topic::kAgreements},
                                  Named{WordClass::kTopicVisits, Topic::kVisits},
                                  Named{WordClass::kTopicMilitary, Topic::kMilitary},
                                  Named{WordClass::kTopicPeople, Topic::kPeople},
                                  Named{WordClass::kTopicDialogue, Topic::kDialogue},
                                  Named{WordClass::kTopicCountry, Topic::kCountry}};
  for (const Named& named : kTopics) {
    if (has_word(annotated, grammar, named.words)) return named.topic;
  }
  return Topic::kNone;
}

/// "From Arnor to Gondor", "<To Arnor>": it says who follows, not what about.
bool is_direction(const AnnotatedSentence& annotated, const EngineWords& words) {
  for (const Token& token : annotated.tokens) {
    if (token.is_word()) return token.word == words.from || token.word == words.to;
  }
  return false;
}

}  // namespace

void DocumentContext::learn_person(std::string_view family_name, const ActorId& state) {
  if (persons.size() < 200 && !state_of_person(family_name)) persons.emplace_back(family_name, state);
}

std::optional<ActorId> DocumentContext::state_of_person(std::string_view family_name) const {
  for (const auto& [name, state] : persons) {
    if (name == family_name) return state;
  }
  return std::nullopt;
}

const NameEntry* choose_entry(const NameMatch& match, const DocumentContext& context) {
  for (const NameEntry& entry : match.entries) {
    if (context.in_pair(entry.actor)) return &entry;
  }
  for (const NameEntry& entry : match.entries) {
    if (!needs_pair(entry)) return &entry;
  }
  return nullptr;
}

bool is_published_by(const Document& document, const ActorId& state, const Lexicon& lexicon) {
  const auto states = states_named(document.publisher, lexicon);
  return std::ranges::find(states, state) != states.end();
}

std::optional<ActorPair> find_pair(const Document& document, const Lexicon& lexicon, const Grammar&) {
  const DocumentContext none;
  std::vector<ActorId> titled = states_named(document.title, lexicon);
  NameCount count;
  count.add(document.title, 10, lexicon, none);
  std::size_t sentences = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kBoilerplate) continue;
    if (block.kind == BlockKind::kHeading) {
      const std::string_view heading = block.text.of(document.text());
      if (heading != document.title) count.add(heading, 4, lexicon, none);
      if (titled.size() < 2 && block.level <= 2) {
        if (const auto named = states_named(heading, lexicon); named.size() == 2) titled = named;
      }
    } else if (block.kind != BlockKind::kMetadata && titled.size() < 2) {
      for (const Sentence& sentence : block.sentences) {
        if (++sentences > 150) break;
        count.add(sentence.text.of(document.text()), 1, lexicon, none);
      }
    }
  }
  std::optional<ActorId> publisher;
  for (const std::string_view named : {std::string_view(document.publisher), std::string_view(document.republished_from)}) {
    if (!publisher) {
      if (const auto states = states_named(named, lexicon); !states.empty()) publisher = states.front();
    }
  }
  std::optional<ActorId> first;
  std::optional<ActorId> second;
  if (titled.size() >= 2) {
    first = titled[0];
    second = titled[1];
  } else if (titled.size() == 1) {
    first = titled[0];
    second = publisher && *publisher != *first ? publisher : count.heaviest(first);
    // A title that names one state is about the partner: "Country brief", "Visit of the President of …".
    if (second) std::swap(first, second);
  } else {
    first = count.heaviest(std::nullopt);
    if (first) second = count.heaviest(first);
    if (first && second) {
      // Whoever is named first in the text is the publisher's side.
      const auto a = std::ranges::find(count.order, *first);
      const auto b = std::ranges::find(count.order, *second);
      if (b < a) std::swap(first, second);
    }
  }
  if (!first || !second || *first == *second) return std::nullopt;
  if (publisher && *publisher == *second) std::swap(first, second);
  return ActorPair{*first, *second};
}

ActorId home_currency_owner(const Document& document, const ActorPair& pair) {
  const ActorId united_states("US");
  const bool theirs = (pair.home == united_states || pair.partner == united_states) && document.publisher.empty();
  return theirs ? united_states : pair.home;
}

void enter_heading(const AnnotatedSentence& annotated, int level, DocumentContext& context) {
  const Topic topic = topic_of(annotated, *context.grammar);
  // "From Arnor to Gondor" under "Visits" is still about visits.
  if (topic != Topic::kNone || (level <= context.topic_level && !is_direction(annotated, context.grammar->words()))) {
    context.topic = topic;
    context.topic_level = level;
  }
  context.heading_period.reset();
  context.heading_fiscal_owner.reset();
  context.heading_flow.reset();
  remember_subjects({}, context);
  context.heading_signed = has_word(annotated, *context.grammar, WordClass::kSigning);
  context.heading_in_force =
      std::ranges::any_of(annotated.tokens, [&](const Token& token) { return token.word == context.grammar->words().force; });
  context.last_period.reset();
  context.last_trade_period.reset();
  context.last_traders.reset();
  enter_label(annotated, context);
  const Grammar& grammar = *context.grammar;
  if (has_word(annotated, grammar, WordClass::kProfile) && !has_word(annotated, grammar, WordClass::kMutual) &&
      context.heading_actors.size() < 2) {
    if (context.heading_actors.size() == 1)
      context.profile_of = context.heading_actors.front();
    else if (context.pair)
      context.profile_of = context.pair->partner;
  } else if (topic != Topic::kNone || level <= context.topic_level || has_word(annotated, grammar, WordClass::kMutual)) {
    context.profile_of.reset();
  }
  if (context.heading_actors.size() == 1) context.focus = context.heading_actors.front();
}

void remember_subjects(const std::vector<Claim>& claims, DocumentContext& context) {
  context.last_ties.reset();
  context.last_agreement.reset();
  context.last_mission.reset();
  if (claims.empty()) context.last_visit.reset();
  for (const Claim& claim : claims) {
    if (claim.kind() == ClaimKind::kVisit) context.last_visit = claim;
    if (claim.kind() == ClaimKind::kRelations && claim.subject && claim.object)
      context.last_ties = ActorPair{*claim.subject, *claim.object};
    if (claim.kind() == ClaimKind::kAgreement) context.last_agreement = claim;
    if (claim.kind() == ClaimKind::kMission) context.last_mission = claim;
  }
}

void enter_label(const AnnotatedSentence& annotated, DocumentContext& context) {
  context.heading_actors.clear();
  context.heading_subject.reset();
  context.heading_object.reset();
  const EngineWords& w = context.grammar->words();
  WordId before = kUnknownWord;
  std::size_t next = 0;
  for (std::size_t at = 0; at < annotated.tokens.size(); ++at) {
    while (next < annotated.mentions.size() && annotated.mentions[next].last <= at) ++next;
    if (next < annotated.mentions.size() && annotated.mentions[next].first == at) {
      const Mention& mention = annotated.mentions[next];
      if (const auto* name = std::get_if<NameMention>(&mention.body)) {
        const NameEntry* entry = choose_entry(*name->match, context);
        if (entry != nullptr && !is_organisation_form(entry->form) && entry->form != NameForm::kGroup) {
          context.heading_actors.push_back(entry->actor);
          if (before == w.from)
            context.heading_subject = entry->actor;
          else if (before == w.to || before == w.in || before == w.with)
            context.heading_object = entry->actor;
        }
      } else if (const auto* period = std::get_if<PeriodMention>(&mention.body)) {
        if (period->anchor == PeriodAnchor::kNone) {
          context.heading_period = period->period;
          if (period->period.fiscal() && context.pair) context.heading_fiscal_owner = context.pair->home;
        }
      }
      at = mention.last - 1U;
      continue;
    }
    const WordId word = annotated.tokens[at].word;
    if (word == w.exports || word == w.export_) context.heading_flow = static_cast<int>(Flow::kExports);
    if (word == w.imports || word == w.import_) context.heading_flow = static_cast<int>(Flow::kImports);
    if (word != w.the) before = word;
  }
  if (!context.heading_subject && !context.heading_actors.empty()) {
    for (const ActorId& actor : context.heading_actors) {
      if (context.heading_object && *context.heading_object == actor) continue;
      context.heading_subject = actor;
      break;
    }
  }
}

}  // namespace paraph
