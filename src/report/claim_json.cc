#include "report/claim_json.h"

namespace paraph {
namespace {

template <typename... Lambdas>
struct Overloaded : Lambdas... {
  using Lambdas::operator()...;
};

void write_parties(JsonWriter& json, const std::vector<ActorId>& parties) {
  if (parties.empty()) return;
  write_key(json, "parties");
  json.StartArray();
  for (const ActorId& party : parties) write_string(json, party.str());
  json.EndArray();
}

void write_period(JsonWriter& json, std::string_view key, const std::optional<CivilPeriod>& period) {
  if (period) write_member(json, key, period->str());
}

/// A figure that is a member of its own: a number, or the middle that a range leaves open.
void write_level(JsonWriter& json, std::string_view key, const std::optional<Quantity>& level) {
  if (level && level->value) write_member(json, key, *level->value);
}

void write_scope(JsonWriter& json, const TradeScope& trade) {
  write_member(json, "flow", name_of(trade.flow));
  if (trade.coverage) write_member(json, "coverage", name_of(*trade.coverage));
  write_given(json, "product", trade.product);
  write_given(json, "scope", trade.scope);
}

/// The members that only this kind has; one alternative a kind, none forgotten.
void write_body(JsonWriter& json, const ClaimBody& body) {
  std::visit(
      Overloaded{
          [&](const Relations& it) { write_member(json, "event", name_of(it.event)); },
          [&](const Mission& it) {
            write_member(json, "event", name_of(it.event));
            write_member(json, "mission", name_of(it.mission));
            write_given(json, "place", it.place);
          },
          [&](const Membership& it) { write_member(json, "status", name_of(it.status)); },
          [&](const Agreement& it) {
            write_member(json, "agreement", name_of(it.agreement));
            write_given(json, "title", it.title);
            write_parties(json, it.parties);
            write_member(json, "event", name_of(it.event));
            if (it.provisional) write_member(json, "provisional", true);
          },
          [&](const TradeValue& it) { write_scope(json, it.trade); },
          [&](const TradeChange& it) {
            write_scope(json, it.trade);
            write_member(json, "direction", name_of(it.direction));
            write_level(json, "from_value", it.from_value);
            write_level(json, "to_value", it.to_value);
            write_period(json, "from_period", it.from_period);
            write_period(json, "to_period", it.to_period);
          },
          [&](const TradeRank& it) { write_scope(json, it.trade); },
          [&](const TradeShare& it) { write_scope(json, it.trade); },
          [&](const TradeProducts& it) {
            write_scope(json, it.trade);
            write_list(json, "products", it.products);
          },
          [&](const InvestmentValue& it) {
            if (it.measure) write_member(json, "measure", name_of(*it.measure));
          },
          [&](const InvestmentRank& it) { write_given(json, "scope", it.scope); },
          [&](const AssistanceValue& it) {
            write_given(json, "sector", it.sector);
            write_given(json, "channel", it.channel);
            if (it.form) write_member(json, "form", name_of(*it.form));
            write_given(json, "prices", it.prices);
          },
          [&](const PeopleCount& it) {
            write_member(json, "group", name_of(it.group));
            write_given(json, "per", it.per);
          },
          [&](const Visit& it) { write_given(json, "visitor", it.visitor); },
          [&](const Dialogue& it) {
            write_given(json, "title", it.title);
            write_parties(json, it.parties);
            write_member(json, "event", name_of(it.event));
          },
          [&](const Military& it) {
            write_member(json, "event", name_of(it.event));
            write_given(json, "title", it.title);
          },
          [&](const Indicator& it) { write_member(json, "indicator", name_of(it.indicator)); },
          [&](const Official& it) {
            write_member(json, "role", name_of(it.role));
            write_given(json, "name", it.name);
            write_member(json, "event", name_of(it.event));
          },
          [&](const StateEvent& it) {
            write_member(json, "event", name_of(it.event));
            if (it.from) write_member(json, "from", it.from->str());
          },
          [&](const Designation& it) {
            write_member(json, "designation", name_of(it.designation));
            write_member(json, "event", name_of(it.event));
            write_given(json, "title", it.title);
          },
          [&](const AssistanceRank& it) {
            write_member(json, "of", name_of(it.of));
            write_given(json, "scope", it.scope);
          },
          [&](const Support& it) {
            write_list(json, "means", it.means);
            write_list(json, "purpose", it.purpose);
          },
          [&](const Cooperation& it) { write_list(json, "areas", it.areas); },
          [&](const Threat& it) { write_list(json, "threats", it.threats); },
          [&](const Stance&) {},
      },
      body);
}

void write_quantity(JsonWriter& json, const Quantity& quantity) {
  write_given(json, "value", quantity.value);
  write_given(json, "low", quantity.low);
  write_given(json, "high", quantity.high);
  write_given(json, "unit", quantity.unit);
  if (!quantity.value && !quantity.low && !quantity.high) return;
  write_member(json, "comparator", comparator_sign(quantity.comparator));
  if (quantity.digits > 0) write_member(json, "digits", static_cast<std::size_t>(quantity.digits));
}

}  // namespace

void write_claim_members(JsonWriter& json, const Claim& claim, Quoter& quoter) {
  write_member(json, "type", "claim");
  write_member(json, "id", claim.id);
  write_member(json, "kind", name_of(claim.kind()));
  write_member(json, "span", claim.span);
  write_member(json, "sentence", claim.sentence);
  const Quote quote = quoter.quote(claim.span);
  write_member(json, "quote", quote.exact);
  write_member(json, "prefix", quote.prefix);
  write_member(json, "suffix", quote.suffix);
  if (claim.subject) write_member(json, "subject", claim.subject->str());
  const auto* membership = std::get_if<Membership>(&claim.body);
  if (membership != nullptr && !membership->organisation.empty()) write_member(json, "object", membership->organisation);
  else if (claim.object) write_member(json, "object", claim.object->str());
  write_body(json, claim.body);
  if (claim.quantity) write_quantity(json, *claim.quantity);
  write_period(json, "period", claim.period);
  if (claim.fiscal_year_of) write_member(json, "fiscal_year_of", claim.fiscal_year_of->str());
  write_member(json, "modality", name_of(claim.modality));
  write_given(json, "attributed_to", claim.attributed_to);
  if (claim.implicit.empty()) return;
  write_key(json, "implicit");
  json.StartArray();
  for (const ClaimMember member : claim.implicit) write_string(json, name_of(member));
  json.EndArray();
}

void write_document_members(JsonWriter& json, const Extraction& extraction) {
  const Document& document = extraction.document;
  write_member(json, "type", "document");
  write_member(json, "id", document.id);
  write_member(json, "name", mended_utf8(extraction.name));
  write_given(json, "title", document.title);
  write_given(json, "publisher", document.publisher);
  write_key(json, "published");
  if (document.published) {
    write_string(json, document.published->str());
  } else {
    json.Null();
  }
  write_given(json, "republished_from", document.republished_from);
  write_given(json, "source_url", document.source_url);
  write_key(json, "pair");
  json.StartArray();
  if (extraction.reading.pair) {
    write_string(json, extraction.reading.pair->home.str());
    write_string(json, extraction.reading.pair->partner.str());
  }
  json.EndArray();
  write_member(json, "format", document_format_name(document.format));
  write_member(json, "encoding", encoding_name(document.decoding.encoding));
  if (document.decoding.replaced > 0) write_member(json, "replaced", document.decoding.replaced);
  write_list(json, "warnings", document.warnings);
  write_member(json, "lexicon", extraction.fingerprint);
  write_member(json, "sentences", extraction.reading.sentences);
}

void write_gap_members(JsonWriter& json, const Gap& gap, Quoter& quoter) {
  write_member(json, "type", "gap");
  write_member(json, "span", gap.span);
  write_member(json, "reason", name_of(gap.reason));
  write_member(json, "quote", quoter.quote(gap.span).exact);
}

}  // namespace paraph
