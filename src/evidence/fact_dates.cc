#include "evidence/fact_dates.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "evidence/words.h"

namespace paraph {
namespace {

bool agreeing(const EvidenceLine& line) { return line.agrees == Agrees::kYes || line.agrees == Agrees::kRounded; }

}  // namespace

DateFit fit_date(const std::optional<CivilPeriod>& recorded, const std::optional<CivilPeriod>& claimed) {
  if (!recorded || !claimed || !recorded->from()) return DateFit::kUndated;
  const auto record_first = recorded->from()->first_day();
  const auto record_after = recorded->from()->day_after();
  // "Since 1992" and "until 2008" name the event by the end that they give; an interval names the days in which it fell.
  const CivilPoint first = claimed->from() ? *claimed->from() : *claimed->to();
  const CivilPoint last = claimed->from() && claimed->to() ? *claimed->to() : first;
  const auto claim_first = first.first_day();
  const auto claim_after = last.day_after();
  if (record_first >= claim_first && record_after <= claim_after) return DateFit::kWithin;
  if (claim_first >= record_first && claim_after <= record_after) return DateFit::kCoarser;
  return DateFit::kOutside;
}

bool overlaps(const std::optional<CivilPeriod>& from, const std::optional<CivilPeriod>& to, const CivilPeriod& period) {
  const bool begun = !from || !from->from() || !period.to() || from->from()->first_day() < period.to()->day_after();
  const bool lasting = !to || !to->to() || !period.from() || to->to()->day_after() > period.from()->first_day();
  return begun && lasting;
}

EvidenceLine event_line(const ShelfView& shelf, const Fact& fact, const std::optional<CivilPeriod>& claimed, std::string reading) {
  EvidenceLine line = shelf.line(fact.vintage, std::move(reading));
  line.series = fmt::format("{} {}, record {}", fact.kind, fact.event, fact.line);
  line.period = fact.from;
  line.says = fact.from ? date_in_words(*fact.from) : "undated";
  if (fact.status == "heading-differs") line.reading += ", whose heading gives another year";
  switch (fit_date(fact.from, claimed)) {
    case DateFit::kWithin: line.agrees = Agrees::kYes; break;
    case DateFit::kCoarser:
      line.agrees = Agrees::kYes;
      line.reading += ", recorded no more exactly";
      break;
    case DateFit::kOutside: line.agrees = Agrees::kNo; break;
    case DateFit::kUndated: line.agrees = claimed ? Agrees::kContext : Agrees::kYes; break;
  }
  return line;
}

void forgive_other_dates(std::vector<EvidenceLine>& lines) {
  std::set<SourceId> fitting;
  for (const EvidenceLine& line : lines) {
    if (agreeing(line)) fitting.insert(line.source);
  }
  for (EvidenceLine& line : lines) {
    if (line.agrees == Agrees::kNo && fitting.contains(line.source)) line.agrees = Agrees::kContext;
  }
}

}  // namespace paraph
