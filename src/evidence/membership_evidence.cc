#include <algorithm>

#include <fmt/format.h>

#include "evidence/fact_dates.h"
#include "evidence/families.h"
#include "evidence/words.h"

namespace paraph {
namespace {

constexpr int kEditionLag = 3;  ///< Editions list a new member up to so many years late.

const ActorId kTradeOrganization("WTO");

/// Words of the lists that a claimed status covers. Observers of the WTO must open talks on accession within five years
/// (its general rules on observer status), so that its observers are applicants too.
bool same_status(MembershipStatus claimed, const ActorId& organisation, std::string_view recorded) {
  switch (claimed) {
    case MembershipStatus::kMember: return recorded == "member";
    case MembershipStatus::kObserver: return recorded == "observer" || recorded == "guest";
    case MembershipStatus::kCandidate:
    case MembershipStatus::kApplicant:
      return recorded == "applicant" || recorded == "candidate" || (recorded == "observer" && organisation == kTradeOrganization);
    case MembershipStatus::kPartner: return recorded == "partner" || recorded == "participant";
    case MembershipStatus::kAssociate: return recorded == "associate";
    case MembershipStatus::kSuspended: return recorded == "suspended";
    case MembershipStatus::kFormer: return recorded == "former";
    case MembershipStatus::kFounder:
    case MembershipStatus::kHost:
    case MembershipStatus::kChair: return false;
  }
  return false;
}

/// A row of a list that comes out in editions holds years of editions; else dates of accession and exit.
bool by_edition(const Fact& fact) { return fact.event == "listed"; }

struct MembershipRows {
  std::vector<Fact> rows;  ///< By date.
  int last_edition = 0;

  /// A row that the latest edition still has goes on.
  std::optional<CivilPeriod> end_of(const Fact& fact) const {
    if (by_edition(fact) && fact.to && fact.to->to() && fact.to->to()->year >= last_edition) return std::nullopt;
    return fact.to;
  }
  bool covers(const Fact& fact, const CivilPeriod& when) const { return overlaps(fact.from, end_of(fact), when); }
};

std::string span_words(const MembershipRows& rows, const Fact& fact) {
  const std::string from = fact.from ? date_in_words(*fact.from) : "";
  if (by_edition(fact)) {
    const std::string to = fact.to ? date_in_words(*fact.to) : "";
    return fmt::format("{}, {} {}{}", fact.status, to.empty() || to == from ? "edition of" : "editions of", from,
                       to.empty() || to == from ? "" : " to " + to);
  }
  const auto end = rows.end_of(fact);
  return fmt::format("{} {}{}", fact.status, end ? "" : "since ", end ? fmt::format("from {} to {}", from, date_in_words(*end)) : from);
}

/// The day or period at which the status is asked: the claim's, its beginning for "since", the document's present.
CivilPeriod asked_at(const Claim& claim, const ShelfView& shelf) {
  if (claim.period && claim.period->from() && claim.period->to()) return *claim.period;
  if (claim.period && !claim.period->from()) return *claim.period;
  const std::chrono::year_month_day day(shelf.present());
  return CivilPeriod::at({static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                          static_cast<int>(static_cast<unsigned>(day.day())), PeriodPrecision::kDay});
}

/// "Since 1992", "joined in 1992": when it began. A closed interval names a time of membership instead.
std::optional<CivilPeriod> claimed_beginning(const Claim& claim) {
  if (!claim.period || !claim.period->from()) return std::nullopt;
  if (!claim.period->to() || claim.period->is_point()) return CivilPeriod::at(*claim.period->from());
  return std::nullopt;
}

/// Editions lag: a first listing shortly after the claimed beginning bears it out, one before it contradicts.
Agrees beginning_agrees(const Fact& fact, const CivilPeriod& beginning, bool first_of_all) {
  if (!by_edition(fact)) {
    const DateFit fit = fit_date(fact.from, beginning);
    return fit == DateFit::kOutside ? Agrees::kNo : fit == DateFit::kUndated ? Agrees::kContext : Agrees::kYes;
  }
  if (!fact.from || !fact.from->from() || first_of_all) return Agrees::kContext;
  const int listed = fact.from->from()->year;
  const int claimed = beginning.from()->year;
  if (listed < claimed) return Agrees::kNo;
  return listed - claimed <= kEditionLag ? Agrees::kYes : Agrees::kContext;
}

/// The end of a membership. Lists by edition lag and keep those who left: only an end that fits says something.
Agrees exit_agrees(const Fact& fact, const std::optional<CivilPeriod>& end, const CivilPeriod& claimed) {
  if (!by_edition(fact)) {
    if (!end) return overlaps(fact.from, end, claimed) ? Agrees::kNo : Agrees::kContext;
    return fit_date(end, claimed) == DateFit::kOutside ? Agrees::kNo : Agrees::kYes;
  }
  const auto& exit = claimed.from() ? claimed.from() : claimed.to();
  if (!end || !end->to()) return Agrees::kContext;
  const int listed = end->to()->year;
  return listed >= exit->year - 1 && listed <= exit->year + kEditionLag ? Agrees::kYes : Agrees::kContext;
}

/// Roles beside the status, which no list on the shelf tells.
bool is_role(MembershipStatus status) {
  return status == MembershipStatus::kFounder || status == MembershipStatus::kHost || status == MembershipStatus::kChair;
}

Result<MembershipRows> read_rows(const Claim& claim, ShelfView& shelf) {
  auto facts = shelf.facts("membership", *claim.subject, *claim.object);
  if (!facts) return std::unexpected(facts.error());
  MembershipRows rows{std::move(*facts), 0};
  if (std::ranges::none_of(rows.rows, by_edition)) return rows;
  // The latest edition is that of any row of the list: this member's other organisations suffice.
  const auto all = shelf.facts("membership", claim.subject, std::nullopt);
  if (!all) return std::unexpected(all.error());
  for (const Fact& fact : *all) {
    if (by_edition(fact) && fact.to && fact.to->to()) rows.last_edition = std::max(rows.last_edition, fact.to->to()->year);
  }
  return rows;
}

EvidenceLine row_line(const Claim& claim, const MembershipRows& rows, const Fact& fact, const ShelfView& shelf) {
  std::string reading = by_edition(fact) ? "membership by edition" : "dates of membership";
  // Under which name the list has it: CSCE for the OSCE.
  if (!fact.as_published.empty() && !fact.as_published.starts_with(fact.object.str())) reading += fmt::format(", as {}", fact.as_published);
  EvidenceLine line = shelf.line(fact.vintage, std::move(reading));
  line.series = fmt::format("membership of {} in {}, record {}", fact.subject.str(), fact.object.str(), fact.line);
  line.says = span_words(rows, fact);
  line.period = fact.from;
  line.query = fmt::format("paraph data show membership {} {}", claim.subject->str(), claim.object->str());
  return line;
}

bool is_later(const Fact& fact, const CivilPeriod& when) {
  return fact.from && fact.from->from() && when.to() && fact.from->from()->first_day() >= when.to()->day_after();
}

/// The earliest year of the list itself: rows that begin there say nothing of a beginning.
constexpr int kFirstEdition = 1990;

}  // namespace

Result<void> add_membership(const Claim& claim, const Membership& membership, ShelfView& shelf, Evidence& evidence) {
  if (!claim.subject || !claim.object) return {};
  const auto rows = read_rows(claim, shelf);
  if (!rows) return std::unexpected(rows.error());
  const CivilPeriod when = asked_at(claim, shelf);
  const auto beginning = claimed_beginning(claim);
  const bool current = !claim.period || !claim.period->to();
  // Former: a member once and no longer.
  const bool former = membership.status == MembershipStatus::kFormer;
  const auto fits = [&](const Fact& fact) {
    return former ? fact.status == "member" || fact.status == "former" : same_status(membership.status, fact.object, fact.status);
  };
  // Of several times of one status in a list the last one counts, if none covers the day.
  const auto lasts = [&](const Fact& fact) {
    return std::ranges::none_of(rows->rows, [&](const Fact& other) {
      return other.vintage == fact.vintage && fits(other) && fact.from < other.from && !is_later(other, when);
    });
  };
  for (const Fact& fact : rows->rows) {
    EvidenceLine line = row_line(claim, *rows, fact, shelf);
    const bool covers = rows->covers(fact, when);
    const auto end = rows->end_of(fact);
    const bool past = end && end->to() && when.from() && end->to()->day_after() <= when.from()->first_day();
    const bool first_of_all = by_edition(fact) && fact.from && fact.from->from() && fact.from->from()->year == kFirstEdition;
    if (is_role(membership.status)) {
      line.agrees = Agrees::kContext;
    } else if (former && fact.status == "member") {
      line.agrees = claim.period ? exit_agrees(fact, end, *claim.period) : past ? Agrees::kYes : covers ? Agrees::kNo : Agrees::kContext;
    } else if (fits(fact) && beginning) {
      line.agrees = beginning_agrees(fact, *beginning, first_of_all);
      // "A member in 1995" need not mean that it began then.
      const bool one_year = claim.period->is_point() && claim.period->from()->precision == PeriodPrecision::kYear;
      if (line.agrees != Agrees::kYes && one_year && covers) {
        line.agrees = Agrees::kYes;
        line.usual = false;
        line.reading += ", in that year, not its beginning";
      }
    } else if (fits(fact)) {
      const bool last_past = past && current && lasts(fact);
      line.agrees = covers || last_past ? Agrees::kYes : Agrees::kContext;
      // A status that had ended by the document's day was true of its time: what came after makes it outdated.
      if (last_past && !former) {
        EvidenceLine ended = line;
        ended.period = CivilPeriod::at(*end->to());
        ended.says = by_edition(fact) ? fmt::format("not listed as {} after the edition of {}", fact.status, date_in_words(*end))
                                      : "ended " + date_in_words(*end);
        ended.agrees = Agrees::kNo;
        evidence.newer.push_back(std::move(ended));
      }
    } else if (covers && !beginning) {
      line.agrees = Agrees::kNo;
    }
    if (is_later(fact, when) && shelf.is_past(CivilPeriod::at(*fact.from->from()))) {
      line.agrees = !current || is_role(membership.status) ? Agrees::kContext : fits(fact) ? Agrees::kYes : Agrees::kNo;
      evidence.newer.push_back(std::move(line));
    } else {
      evidence.lines.push_back(std::move(line));
    }
  }
  // Where a status fits and a later row of another status holds by the document's day, the later row overtakes it.
  const auto newest_fit = std::ranges::max_element(
      evidence.lines, {}, [](const EvidenceLine& line) { return line.agrees == Agrees::kYes ? line.period : std::nullopt; });
  if (newest_fit != evidence.lines.end() && newest_fit->agrees == Agrees::kYes && !beginning && current && !former) {
    const auto since = newest_fit->period;
    const SourceId source = newest_fit->source;
    for (EvidenceLine& line : evidence.lines) {
      if (line.agrees != Agrees::kNo || !(since < line.period)) continue;
      evidence.newer.push_back(line);
      // The source that still lists the old status disputes this; another status of a later date alone does not.
      const bool lapsed = std::ranges::any_of(evidence.newer, [&](const EvidenceLine& ended) {
        return ended.source == source && ended.agrees == Agrees::kNo && ended.period != line.period;
      });
      if (lapsed) line.agrees = Agrees::kContext;
    }
  }
  return {};
}

}  // namespace paraph
