#include <map>

#include <fmt/format.h>

#include "brief/amounts.h"
#include "brief/planner.h"
#include "evidence/words.h"

namespace paraph {
namespace {

/// One donor's amounts for one recipient by fiscal year, from one vintage.
struct AidSide {
  ActorId donor;
  ActorId recipient;
  VintageId vintage;
  std::string prices;  ///< "current", "constant-FY2024"
  std::map<int, Decimal> years;
  std::map<int, std::string> lines;

  Decimal sum() const {
    Decimal whole;
    for (const auto& [year, value] : years) whole = whole + value;
    return whole;
  }
};

/// The same measure in current and in constant money; a transition quarter is counted with the year before it.
struct AidAccount {
  std::optional<AidSide> current;
  std::optional<AidSide> constant;
};

Result<AidAccount> account_of(Planner& planner, std::string_view measure, const ActorId& donor) {
  const ActorId& recipient = planner.other(donor);
  const auto rows = planner.shelf.figures(measure, donor, recipient);
  if (!rows) return std::unexpected(rows.error());
  std::map<std::pair<VintageId, std::string>, AidSide> sides;
  for (const Observation& row : *rows) {
    const auto year = row.period.single_year();
    if (row.row_class == RowClass::kResidual || row.unit != "USD" || !year || !planner.over(row.period)) continue;
    // A fiscal year from October is over before the calendar year that names it; the period says which.
    AidSide& side = sides[{row.vintage, row.price_basis}];
    side.donor = donor;
    side.recipient = recipient;
    side.vintage = row.vintage;
    side.prices = row.price_basis;
    side.years[*year] = side.years[*year] + row.value;
    std::string& lines = side.lines[*year];
    lines += (lines.empty() ? "" : ", ") + row.line;
  }
  // The vintage recorded last; one without a date gives way.
  AidAccount account;
  const Vintage* best = nullptr;
  for (auto& [key, side] : sides) {
    const Vintage* vintage = planner.shelf.vintage(key.first);
    if (vintage == nullptr || (best != nullptr && vintage->id != best->id && vintage->recorded < best->recorded)) continue;
    if (best == nullptr || vintage->id != best->id) account = {};
    best = vintage;
    (key.second.starts_with("constant") ? account.constant : account.current) = std::move(side);
  }
  return account;
}

Citation cite_aid(const Planner& planner, const AidSide& side, std::string_view measure, int first, int last) {
  const std::string& from = side.lines.at(first);
  const std::string& to = side.lines.at(last);
  return planner.cite(side.vintage,
                      fmt::format("{}, {} to {}, {}", measure, planner.name(side.donor), planner.name(side.recipient),
                                  side.prices == "current" ? "current dollars" : fmt::format("constant dollars of fiscal year {}", side.prices.substr(11))),
                      first == last ? fmt::format("fiscal year {}", first) : fmt::format("fiscal years {} to {}", first, last),
                      from == to ? from : fmt::format("{} to {}", from, to),
                      fmt::format("paraph data show aid {} {} {}", side.donor.str(), side.recipient.str(),
                                  first == last ? std::to_string(first) : fmt::format("{}..{}", first, last)));
}

Claim amount(const AidSide& side, const Quantity& quantity, int first, int last) {
  AssistanceValue body;
  if (side.prices != "current") body.prices = "constant " + side.prices.substr(std::string_view("constant-").size());
  Claim claim = claim_of(std::move(body), side.donor, side.recipient,
                         first == last ? CivilPeriod::fiscal_year(first) : CivilPeriod::fiscal_years(first, last), quantity);
  claim.fiscal_year_of = side.donor;
  return claim;
}

void add_total(const Planner& planner, const AidSide& side, std::string_view verb, std::string_view measure, std::vector<CitedSentence>& out) {
  const Decimal sum = side.sum();
  if (sum <= Decimal(0)) return;  // More was taken back than bound.
  const int first = side.years.begin()->first;
  const int last = side.years.rbegin()->first;
  const auto value = planner.dollars(sum);
  Slots slots{{"a", planner.name(side.donor)},      {"b", planner.name(side.recipient)}, {"verb", std::string(verb)},
              {"value", value.text},                {"first", std::to_string(first)},    {"last", std::to_string(last)},
              {"prices", side.prices == "current" ? "" : fmt::format("fiscal year {}", side.prices.substr(11))}};
  std::string wording = first == last ? "aid-year" : "aid-total";
  if (side.prices != "current") wording += "-constant";
  out.push_back(planner.say(wording, slots, {amount(side, value.quantity, first, last)}, {cite_aid(planner, side, measure, first, last)}));
}

void add_last_year(const Planner& planner, const AidSide& side, std::string_view verb, std::string_view measure, std::vector<CitedSentence>& out) {
  const auto& [year, figure] = *side.years.rbegin();
  if (side.years.size() < 2 || figure <= Decimal(0)) return;
  const auto value = planner.dollars(figure);
  out.push_back(planner.say("aid-year",
                            {{"a", planner.name(side.donor)}, {"b", planner.name(side.recipient)}, {"verb", std::string(verb)},
                             {"value", value.text}, {"last", std::to_string(year)}},
                            {amount(side, value.quantity, year, year)}, {cite_aid(planner, side, measure, year, year)}));
}

Chart aid_chart(const Planner& planner, const AidSide& side) {
  Chart chart;
  chart.kind = ChartKind::kBars;
  chart.title = fmt::format("Assistance of {} to {}, obligations by fiscal year, current dollars", planner.name(side.donor), planner.name(side.recipient));
  chart.unit = "USD";
  ChartLine line{"obligations", {side.years.begin(), side.years.end()}};
  auto most = line.points.front();
  for (const auto& point : line.points) {
    if (point.second > most.second) most = point;
  }
  if (most.second > Decimal(0)) chart.words = fmt::format("Fiscal years {} to {}; the most, {}, in {}.", line.points.front().first, line.points.back().first, planner.dollars(most.second).text, most.first);
  chart.citations = {cite_aid(planner, side, "obligations", line.points.front().first, line.points.back().first)};
  chart.lines.push_back(std::move(line));
  return chart;
}

}  // namespace

Result<Section> plan_assistance(Planner& planner) {
  Section section{SectionKind::kAssistance, "Assistance", {}, false, {}, {}};
  for (const ActorId& donor : {planner.home(), planner.partner()}) {
    const auto bound = account_of(planner, "aid-obligations", donor);
    if (!bound) return std::unexpected(bound.error());
    const auto paid = account_of(planner, "aid-disbursements", donor);
    if (!paid) return std::unexpected(paid.error());
    std::vector<CitedSentence> paragraph;
    if (bound->current) add_total(planner, *bound->current, "obligated", "obligations", paragraph);
    if (bound->constant) add_total(planner, *bound->constant, "obligated", "obligations", paragraph);
    if (bound->current) add_last_year(planner, *bound->current, "obligated", "obligations", paragraph);
    if (paid->current) add_total(planner, *paid->current, "disbursed", "disbursements", paragraph);
    if (paragraph.empty()) continue;
    paragraph.front().remark = "Fiscal years run from October to September. An obligation is bound by contract, a disbursement is paid out; sums are net of what was taken back.";
    section.paragraphs.push_back(std::move(paragraph));
    if (planner.request.charts && bound->current && bound->current->years.size() > 2) section.charts.push_back(aid_chart(planner, *bound->current));
  }
  if (section.paragraphs.empty()) {
    planner.miss("Assistance between the two states", planner.searched({"us-foreign-assistance"}, "assistance",
                 fmt::format("paraph data show aid {} {}", planner.home().str(), planner.partner().str())));
  }
  return section;
}

}  // namespace paraph
