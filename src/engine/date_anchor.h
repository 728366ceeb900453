#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "mention/time_words.h"

namespace paraph {

/// A date in TIMEX3's terms.
struct DatedValue {
  std::string value;             ///< "1992", "2021-Q3", "FY2021", "1992/1995"; empty where the text does not give enough.
  std::string_view anchor;       ///< What it hangs on: "published", "previous", "year-of-context"; empty for absolute dates.
  std::string fiscal_year_of;    ///< Whose fiscal year it is, where the document's pair tells.
  std::string from;              ///< First day of that fiscal year, "2020-10-01".
  std::string to;                ///< Its last day.
};

/// Reads dates in the order of the text, so that "the same year" and "in March" find the date that they hang on. Only
/// dates that the document itself gives are used; without one the value stays empty.
class DateAnchor {
 public:
  /// `home` is whose fiscal years the text counts in; empty when unknown.
  DateAnchor(std::optional<CivilPeriod> published, std::optional<ActorId> home, const Lexicon& lexicon);

  /// A section begins: dates of the one before say nothing about it.
  void enter_heading();
  /// The dates of the sentence that is read next: "on 3 May … in 2010" takes the year behind it.
  void enter_sentence(const AnnotatedSentence& sentence);
  DatedValue read(const PeriodMention& mention);
  DatedValue read(const TimeWords& words) const;

 private:
  DatedValue fiscal(const PeriodMention& mention) const;
  DatedValue in_year(const PeriodMention& mention, int year, std::string_view anchor);

  std::optional<CivilPeriod> published_;
  std::optional<ActorId> home_;
  std::optional<FiscalYearRule> rule_;
  std::optional<CivilPeriod> last_;         ///< The absolute date read last in this section.
  std::optional<int> year_in_sentence_;     ///< First year that the sentence names.
};

/// TIMEX3's "mod" of a date as written: START, MID, END, APPROX, BEFORE, AFTER; empty for none.
std::string_view modifier_of(std::string_view written, PeriodBound bound);

/// One end of a period: "1992", "2021-03", "2021-Q3", "2024-H2", "199" for a decade, "19" for a century.
std::string timex_of(const CivilPoint& point);
std::string timex_of(const CivilPeriod& period);

}  // namespace paraph
