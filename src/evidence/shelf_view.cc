#include "evidence/shelf_view.h"

#include <algorithm>

namespace paraph {
namespace {

constexpr std::string_view kTyped = "@typed";

}  // namespace

Result<ShelfView> ShelfView::open(const ObservationSource& shelf, const EvidenceContext& context) {
  auto vintages = shelf.vintages();
  if (!vintages) return std::unexpected(vintages.error());
  ShelfView view(shelf, context);
  view.vintages_ = std::move(*vintages);
  return view;
}

const Vintage* ShelfView::vintage(const VintageId& id) const {
  const auto found = std::ranges::find(vintages_, id, &Vintage::id);
  return found == vintages_.end() ? nullptr : &*found;
}

const SourceId& ShelfView::source_of(const VintageId& id) const {
  static const SourceId kNone;
  const Vintage* found = vintage(id);
  return found == nullptr ? kNone : found->source;
}

bool ShelfView::known(const VintageId& id) {
  if (!context_->as_of) return true;
  const Vintage* found = vintage(id);
  if (found == nullptr || !found->recorded) {
    left_out_unknown_ = true;
    return false;
  }
  if (*found->recorded > *context_->as_of) {
    left_out_newer_ = true;
    return false;
  }
  return true;
}

Result<std::vector<Observation>> ShelfView::figures(const ObservationQuery& query) {
  auto found = shelf_->observations(query);
  if (found) std::erase_if(*found, [&](const Observation& row) { return !known(row.vintage); });
  return found;
}

Result<std::vector<Observation>> ShelfView::figures(std::string_view measure, const ActorId& reporter, const ActorId& partner) {
  ObservationQuery query;
  query.measure = MeasureId(measure);
  query.reporter = reporter;
  query.partner = partner;
  return figures(query);
}

Result<std::vector<Fact>> ShelfView::facts(std::string_view kind, const std::optional<ActorId>& subject,
                                           const std::optional<ActorId>& object) {
  FactQuery query;
  query.kind = std::string(kind);
  query.subject = subject;
  query.object = object;
  auto found = shelf_->facts(query);
  if (found) std::erase_if(*found, [&](const Fact& fact) { return !known(fact.vintage); });
  return found;
}

Result<std::vector<Fact>> ShelfView::facts_between(std::string_view kind, const ActorId& a, const ActorId& b) {
  auto found = facts(kind, a, b);
  if (!found || a == b) return found;
  auto back = facts(kind, b, a);
  if (!back) return back;
  std::ranges::move(*back, std::back_inserter(*found));
  std::ranges::sort(*found, [](const Fact& x, const Fact& y) { return x.from != y.from ? x.from < y.from : x < y; });
  return found;
}

std::string ShelfView::name(const ActorId& actor) const {
  if (!context_->name_actor) return actor.str();
  const std::string_view named = context_->name_actor(actor);
  return named.empty() ? actor.str() : std::string(named);
}

std::string ShelfView::possessive(const ActorId& actor) const {
  std::string text = name(actor);
  text += text.ends_with('s') ? "'" : "'s";
  return text;
}

std::chrono::sys_days ShelfView::present() const {
  const auto& published = context_->published;
  if (published && published->to()) return published->to()->day_after() - std::chrono::days(1);
  return context_->now;
}

int ShelfView::last_full_year() const {
  const std::chrono::year_month_day day(present());
  return static_cast<int>(day.year()) - 1;
}

bool ShelfView::is_past(const CivilPeriod& period) const { return period.to() && period.to()->day_after() <= context_->now; }

EvidenceLine ShelfView::line(const VintageId& id, std::string reading) const {
  EvidenceLine line;
  line.source = source_of(id);
  line.vintage = id;
  line.reading = std::move(reading);
  if (id.str().ends_with(kTyped)) line.reading += line.reading.empty() ? "typed from the public record" : ", typed from the public record";
  return line;
}

void ShelfView::report_left_out(Evidence& evidence) const {
  evidence.vintage_unknown = left_out_unknown_;
  evidence.vintages_too_new = left_out_newer_;
}

}  // namespace paraph
