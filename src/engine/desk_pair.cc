#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "engine/desk.h"
#include "engine/desk_ranks.h"
#include "engine/desk_rows.h"

namespace paraph {
namespace {

/// Everything of one pair, gathered and written member after member. Rows of vintages that were not known by `as_of` are left
/// out, those whose recording day nobody knows too.
class PairWriter {
 public:
  PairWriter(const Desk& desk, const ObservationSource& shelf, const ActorId& a, const ActorId& b, const std::optional<RecordedAt>& as_of, std::string& out)
      : desk_(desk), shelf_(shelf), a_(a), b_(b), as_of_(as_of), json_(out) {}

  Result<void> write() {
    auto vintages = shelf_.vintages();
    if (!vintages) return std::unexpected(vintages.error());
    sources_.emplace(*vintages);
    vintages_ = std::move(*vintages);
    json_.StartObject();
    actor("a", a_);
    actor("b", b_);
    for (const auto& [member, kind] : {std::pair("relations", "relations"), {"missions", "mission"}, {"officials", "official"}, {"visits", "visit"}}) {
      if (const auto done = facts_between(member, kind); !done) return done;
    }
    if (const auto done = agreements(); !done) return done;
    if (const auto done = memberships(); !done) return done;
    if (const auto done = trade(); !done) return done;
    if (const auto done = ranks(); !done) return done;
    if (const auto done = aid(); !done) return done;
    if (const auto done = indicators(); !done) return done;
    write_names(json_, desk_.engine(), actors_);
    if (const auto done = named_sources(); !done) return done;
    json_.EndObject();
    return {};
  }

 private:
  bool known(const VintageId& vintage) const {
    if (!as_of_) return true;
    const auto found = std::ranges::find(vintages_, vintage, &Vintage::id);
    return found != vintages_.end() && found->recorded && *found->recorded <= *as_of_;
  }

  void actor(std::string_view key, const ActorId& id) {
    json_.Key(key);
    const ActorEntry* entry = desk_.tables().actors.at(id);
    const ActorEntry unlisted{id, std::string(desk_.engine().display_name(id)), false, false, {}, {}};
    write_actor(json_, entry == nullptr ? unlisted : *entry, {});
    actors_.insert(id);
  }

  void fact(const Fact& fact) {
    json_.StartObject();
    write_member(json_, "source", sources_->of(fact.vintage));
    write_member(json_, "vintage", fact.vintage.str());
    write_member(json_, "kind", fact.kind);
    write_member(json_, "subject", fact.subject.str());
    write_given(json_, "object", fact.object.str());
    write_member(json_, "event", fact.event);
    if (fact.from) write_member(json_, "from", fact.from->str());
    if (fact.to) write_member(json_, "to", fact.to->str());
    write_given(json_, "title", fact.title);
    write_given(json_, "name", fact.name);
    write_given(json_, "place", fact.place);
    write_given(json_, "status", fact.status);
    write_given(json_, "line", fact.line);
    json_.EndObject();
    actors_.insert({fact.subject, fact.object});
  }

  void fact_list(std::vector<Fact> facts) {
    std::erase_if(facts, [&](const Fact& each) { return !known(each.vintage); });
    std::ranges::sort(facts, [](const Fact& x, const Fact& y) { return x.from != y.from ? x.from < y.from : x < y; });
    json_.StartArray();
    for (const Fact& each : facts) fact(each);
    json_.EndArray();
  }

  Result<std::vector<Fact>> facts(std::string_view kind, const ActorId& subject, const std::optional<ActorId>& object) {
    FactQuery query;
    query.kind = std::string(kind);
    query.subject = subject;
    query.object = object;
    return shelf_.facts(query);
  }

  Result<std::vector<Fact>> both_ways(std::string_view kind) {
    auto there = facts(kind, a_, b_);
    if (!there || a_ == b_) return there;
    auto back = facts(kind, b_, a_);
    if (!back) return back;
    std::ranges::move(*back, std::back_inserter(*there));
    return there;
  }

  Result<void> facts_between(std::string_view member, std::string_view kind) {
    auto found = both_ways(kind);
    if (!found) return std::unexpected(found.error());
    json_.Key(member);
    fact_list(std::move(*found));
    return {};
  }

  /// Those of the two, and those of many parties that list both.
  Result<void> agreements() {
    auto found = both_ways("agreement");
    if (!found) return std::unexpected(found.error());
    const auto of_a = facts("agreement-party", a_, std::nullopt);
    if (!of_a) return std::unexpected(of_a.error());
    auto of_b = facts("agreement-party", b_, std::nullopt);
    if (!of_b) return std::unexpected(of_b.error());
    std::set<std::pair<VintageId, std::string>> titles;
    for (const Fact& each : *of_a) titles.emplace(each.vintage, each.title);
    for (Fact& each : *of_b) {
      if (titles.contains({each.vintage, each.title})) found->push_back(std::move(each));
    }
    json_.Key("agreements");
    fact_list(std::move(*found));
    return {};
  }

  Result<void> memberships() {
    json_.Key("memberships");
    json_.StartObject();
    for (const auto& [key, member] : {std::pair("a", a_), std::pair("b", b_)}) {
      auto found = facts("membership", member, std::nullopt);
      if (!found) return std::unexpected(found.error());
      json_.Key(key);
      fact_list(std::move(*found));
    }
    json_.EndObject();
    return {};
  }

  Result<std::vector<Observation>> figures(std::string_view measure, const ActorId& reporter, const std::optional<ActorId>& partner) {
    ObservationQuery query;
    query.measure = MeasureId(measure);
    query.reporter = reporter;
    query.partner = partner;
    auto found = shelf_.observations(query);
    if (found) std::erase_if(*found, [&](const Observation& row) { return !known(row.vintage); });
    return found;
  }

  /// Rows into series: those that differ in nothing but their period.
  void series(const std::vector<Observation>& rows) {
    using Key = std::tuple<std::string, std::string, std::string, std::string, std::string>;
    std::map<Key, std::vector<const Observation*>> grouped;
    for (const Observation& row : rows) grouped[{row.vintage.str(), row.unit, row.basis, row.coverage, row.price_basis}].push_back(&row);
    for (auto& [key, points] : grouped) {
      std::ranges::sort(points, {}, [](const Observation* row) { return row->period; });
      json_.StartObject();
      write_series_members(json_, *points.front(), sources_->of(points.front()->vintage));
      json_.Key("points");
      json_.StartArray();
      for (const Observation* point : points) {
        json_.StartObject();
        write_member(json_, "period", point->period.str());
        write_member(json_, "value", point->value);
        write_given(json_, "line", point->line);
        write_given(json_, "status", point->status);
        json_.EndObject();
      }
      json_.EndArray();
      json_.EndObject();
    }
  }

  Result<void> trade() {
    std::array<std::vector<Observation>, 4> rows;
    json_.Key("trade");
    json_.StartArray();
    std::size_t at = 0;
    for (const auto& [reporter, partner] : {std::pair(a_, b_), std::pair(b_, a_)}) {
      for (const char* measure : {"exports", "imports"}) {
        auto found = figures(measure, reporter, partner);
        if (!found) return std::unexpected(found.error());
        series(*found);
        rows[at++] = std::move(*found);
      }
    }
    json_.EndArray();
    json_.Key("mirror");
    json_.StartArray();
    mirror(rows[0], rows[3]);
    mirror(rows[2], rows[1]);
    json_.EndArray();
    return {};
  }

  /// One flow by both sides' statistics, where one vintage holds both for the same period, unit and coverage.
  void mirror(const std::vector<Observation>& exports, const std::vector<Observation>& imports) {
    for (const Observation& out : exports) {
      const auto in = std::ranges::find_if(imports, [&](const Observation& row) {
        return row.vintage == out.vintage && row.period == out.period && row.unit == out.unit && row.coverage == out.coverage && row.price_basis == out.price_basis;
      });
      if (in == imports.end()) continue;
      json_.StartObject();
      write_member(json_, "source", sources_->of(out.vintage));
      write_member(json_, "vintage", out.vintage.str());
      write_member(json_, "period", out.period.str());
      write_member(json_, "exporter", out.reporter.str());
      write_member(json_, "importer", in->reporter.str());
      write_member(json_, "unit", out.unit);
      write_member(json_, "exports", out.value);
      write_member(json_, "imports", in->value);
      write_member(json_, "gap", in->value - out.value);
      if (!out.value.zero()) write_member(json_, "gap_percent", Decimal::divide((in->value - out.value) * Decimal(100), out.value, 2));
      json_.EndObject();
    }
  }

  Result<void> ranks() {
    json_.Key("ranks");
    json_.StartArray();
    for (const auto& [reporter, partner] : {std::pair(a_, b_), std::pair(b_, a_)}) {
      for (const RankFlow flow : {RankFlow::kExports, RankFlow::kImports, RankFlow::kTotal}) {
        const auto tables = rank_tables(shelf_, reporter, flow, std::nullopt, [&](const VintageId& vintage) { return known(vintage); });
        if (!tables) return std::unexpected(tables.error());
        write_rank_series(json_, *tables, reporter, flow, partner, *sources_);
      }
    }
    json_.EndArray();
    return {};
  }

  Result<void> aid() {
    json_.Key("aid");
    json_.StartArray();
    for (const auto& [donor, recipient] : {std::pair(a_, b_), std::pair(b_, a_)}) {
      for (const char* measure : {"aid-appropriated", "aid-requested", "aid-allocated", "aid-obligations", "aid-disbursements", "oda-net"}) {
        const auto found = figures(measure, donor, recipient);
        if (!found) return std::unexpected(found.error());
        series(*found);
      }
    }
    json_.EndArray();
    return {};
  }

  Result<void> indicators() {
    json_.Key("indicators");
    json_.StartArray();
    for (const ActorId& of : {a_, b_}) {
      for (const char* measure : {"gdp", "population"}) {
        const auto found = figures(measure, of, ActorId(""));
        if (!found) return std::unexpected(found.error());
        series(*found);
      }
    }
    json_.EndArray();
    return {};
  }

  Result<void> named_sources() {
    const auto all = shelf_.sources();
    if (!all) return std::unexpected(all.error());
    json_.Key("sources");
    json_.StartArray();
    for (const Source& source : *all) {
      if (!sources_->used().contains(source.id)) continue;
      json_.StartObject();
      write_source_members(json_, source);
      json_.EndObject();
    }
    json_.EndArray();
    return {};
  }

  const Desk& desk_;
  const ObservationSource& shelf_;
  ActorId a_;
  ActorId b_;
  std::optional<RecordedAt> as_of_;
  JsonWriter json_;
  std::vector<Vintage> vintages_;
  std::optional<SourceNames> sources_;
  std::set<ActorId> actors_;
};

}  // namespace

Result<std::string> Desk::pair(const ActorId& a, const ActorId& b, const std::optional<RecordedAt>& as_of) const {
  std::string out;
  {
    PairWriter writer(*this, *shelf_, a, b, as_of, out);
    if (const auto written = writer.write(); !written) return std::unexpected(written.error());
  }
  return out;
}

}  // namespace paraph
