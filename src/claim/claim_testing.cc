#include "claim/claim_testing.h"

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "claim/read_claims.h"
#include "document/read_document.h"
#include "lexicon/table.h"

namespace paraph {
namespace {

using Members = std::map<std::string, std::string>;

template <typename... Lambdas>
struct Overloaded : Lambdas... {
  using Lambdas::operator()...;
};

std::string joined(const std::vector<std::string>& items) { return fmt::format("{}", fmt::join(items, ", ")); }

std::string joined(const std::vector<ActorId>& actors) {
  std::vector<std::string> names;
  for (const ActorId& actor : actors) names.emplace_back(actor.str());
  return joined(names);
}

/// Members that are empty are not given.
void give(Members& members, std::string key, std::string value) {
  if (!value.empty()) members.emplace(std::move(key), std::move(value));
}

void give_scope(Members& members, const TradeScope& trade) {
  give(members, "flow", std::string(name_of(trade.flow)));
  if (trade.coverage) give(members, "coverage", std::string(name_of(*trade.coverage)));
  give(members, "product", trade.product);
  give(members, "scope", trade.scope);
}

template <typename Enum>
void give_name(Members& members, std::string key, Enum value) {
  give(members, std::move(key), std::string(name_of(value)));
}

void give_level(Members& members, std::string key, const std::optional<Quantity>& level) {
  if (level && level->value) give(members, std::move(key), level->value->str());
}

void give_period(Members& members, std::string key, const std::optional<CivilPeriod>& period) {
  if (period) give(members, std::move(key), period->str());
}

void give_body(Members& members, const ClaimBody& body) {
  std::visit(Overloaded{
                 [&](const Relations& it) { give_name(members, "event", it.event); },
                 [&](const Mission& it) {
                   give_name(members, "event", it.event);
                   give_name(members, "mission", it.mission);
                   give(members, "place", it.place);
                 },
                 [&](const Membership& it) {
                   give_name(members, "status", it.status);
                   give(members, "organisation", it.organisation);
                 },
                 [&](const Agreement& it) {
                   give_name(members, "agreement", it.agreement);
                   give_name(members, "event", it.event);
                   give(members, "title", it.title);
                   give(members, "parties", joined(it.parties));
                   if (it.provisional) give(members, "provisional", "yes");
                 },
                 [&](const TradeValue& it) { give_scope(members, it.trade); },
                 [&](const TradeChange& it) {
                   give_scope(members, it.trade);
                   give_name(members, "direction", it.direction);
                   give_level(members, "from_value", it.from_value);
                   give_level(members, "to_value", it.to_value);
                   give_period(members, "from_period", it.from_period);
                   give_period(members, "to_period", it.to_period);
                 },
                 [&](const TradeRank& it) { give_scope(members, it.trade); },
                 [&](const TradeShare& it) { give_scope(members, it.trade); },
                 [&](const TradeProducts& it) {
                   give_scope(members, it.trade);
                   give(members, "products", joined(it.products));
                 },
                 [&](const InvestmentValue& it) {
                   if (it.measure) give_name(members, "measure", *it.measure);
                 },
                 [&](const InvestmentRank& it) { give(members, "scope", it.scope); },
                 [&](const AssistanceValue& it) {
                   give(members, "sector", it.sector);
                   give(members, "channel", it.channel);
                   give(members, "prices", it.prices);
                   if (it.form) give_name(members, "form", *it.form);
                 },
                 [&](const PeopleCount& it) {
                   give_name(members, "group", it.group);
                   give(members, "per", it.per);
                 },
                 [&](const Visit& it) { give(members, "visitor", it.visitor); },
                 [&](const Dialogue& it) {
                   give_name(members, "event", it.event);
                   give(members, "title", it.title);
                   give(members, "parties", joined(it.parties));
                 },
                 [&](const Military& it) {
                   give_name(members, "event", it.event);
                   give(members, "title", it.title);
                 },
                 [&](const Indicator& it) { give_name(members, "indicator", it.indicator); },
                 [&](const Official& it) {
                   give_name(members, "role", it.role);
                   give_name(members, "event", it.event);
                   give(members, "name", it.name);
                 },
                 [&](const StateEvent& it) {
                   give_name(members, "event", it.event);
                   if (it.from) give(members, "from", std::string(it.from->str()));
                 },
                 [&](const Designation& it) {
                   give_name(members, "designation", it.designation);
                   give_name(members, "event", it.event);
                   give(members, "title", it.title);
                 },
                 [&](const AssistanceRank& it) {
                   give_name(members, "of", it.of);
                   give(members, "scope", it.scope);
                 },
                 [&](const Support& it) {
                   give(members, "means", joined(it.means));
                   give(members, "purpose", joined(it.purpose));
                 },
                 [&](const Cooperation& it) { give(members, "areas", joined(it.areas)); },
                 [&](const Threat& it) { give(members, "threats", joined(it.threats)); },
                 [&](const Stance& it) { give(members, "words", it.words); },
             },
             body);
}

[[noreturn]] void stop(const Error& error) {
  std::fprintf(stderr, "%s\n", std::string(error.message).c_str());
  std::abort();
}

EmbeddedEngine load_engine() {
  const TableFiles files = embedded_table_files();
  Result<Lexicon> lexicon = Lexicon::load(files);
  if (!lexicon) stop(lexicon.error());
  Result<Grammar> grammar = Grammar::load(files, embedded_table_paths("grammar"), *lexicon);
  if (!grammar) stop(grammar.error());
  return {std::move(*lexicon), std::move(*grammar)};
}

}  // namespace

const EmbeddedEngine& embedded_engine() {
  static const EmbeddedEngine engine = load_engine();
  return engine;
}

Members claim_members(const Claim& claim) {
  Members members;
  give_name(members, "kind", claim.kind());
  if (claim.subject) give(members, "subject", std::string(claim.subject->str()));
  if (claim.object) give(members, "object", std::string(claim.object->str()));
  give_body(members, claim.body);
  if (const auto& quantity = claim.quantity) {
    if (quantity->value) give(members, "value", quantity->value->str());
    if (quantity->low) give(members, "low", quantity->low->str());
    if (quantity->high) give(members, "high", quantity->high->str());
    give(members, "unit", quantity->unit);
    if (quantity->comparator != Comparator::kEqual) give(members, "comparator", std::string(comparator_sign(quantity->comparator)));
  }
  give_period(members, "period", claim.period);
  if (claim.fiscal_year_of) give(members, "fiscal_year_of", std::string(claim.fiscal_year_of->str()));
  if (claim.modality != Modality::kAsserted) give_name(members, "modality", claim.modality);
  give(members, "attributed_to", claim.attributed_to);
  return members;
}

std::string claim_line(const Claim& claim) {
  Members members = claim_members(claim);
  std::string line = members.extract("kind").mapped();
  for (const auto& [key, value] : members) {
    line += value.find(' ') == std::string::npos ? fmt::format(" {}={}", key, value) : fmt::format(" {}=\"{}\"", key, value);
  }
  return line;
}

std::vector<std::string> claim_lines(const Reading& reading) {
  std::vector<std::string> lines;
  for (const Claim& claim : reading.claims) lines.push_back(claim_line(claim));
  return lines;
}

Reading read_text(std::string_view text, std::string_view home, std::string_view partner, DocumentFormat format) {
  DocumentHints hints;
  hints.format = format;
  const Result<Document> document = read_document(text, hints);
  if (!document) stop(document.error());
  ReadingOptions options;
  if (!home.empty()) options.pair = ActorPair{ActorId(home), ActorId(partner)};
  const EmbeddedEngine& engine = embedded_engine();
  return read_claims(*document, engine.lexicon, engine.grammar, options);
}

}  // namespace paraph
