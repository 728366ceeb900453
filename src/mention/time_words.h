#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/units.h"
#include "mention/mention.h"

namespace paraph {

/// What a stretch of time words is, in TIMEX3's terms.
enum class TimeWordsKind : std::uint8_t {
  kDuration,  ///< "three years", "a two-day visit"
  kSet,       ///< "every year", "annually"
  kTime,      ///< "10:30", "3 p.m."
  kVague,     ///< "currently", "in recent years"
  kStep,      ///< "last month", "yesterday", "three weeks ago": so many steps from the document's own date.
};

/// Words of time that no claim's period is made of: how long, how often, and dates finer than a year that hang on the
/// document's own. "Last year", "in March" and every absolute date are PeriodMentions.
struct TimeWords {
  std::uint32_t first = 0;  ///< Tokens [first, last).
  std::uint32_t last = 0;
  TimeWordsKind kind = TimeWordsKind::kDuration;
  std::string value;        ///< TIMEX3: "P3Y", "T10:30", "PAST_REF"; empty for a step.
  int steps = 0;            ///< For a step: how many units on, negative for back.
  char unit = 'D';          ///< Of a step: D, W, M, Q.
};

/// Every such stretch of a sentence, ascending and disjoint, none inside a period that was found before.
std::vector<TimeWords> find_time_words(const AnnotatedSentence& sentence, const Units& units);

}  // namespace paraph
