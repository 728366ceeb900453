#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text_span.h"
#include "claim/claim.h"
#include "reference/observation.h"
#include "value/actor_pair.h"

namespace paraph {

/// Rows of the shelf that a sentence rests on, as a footnote and as data.
struct Citation {
  SourceId source;
  VintageId vintage;
  std::string series;   ///< "exports and imports of Uzbekistan with the United States".
  std::string period;   ///< "2022 and 2023"; empty for lists without dates.
  std::string rows;     ///< Lines or records of the vintage's file: "1105:56, 1176:57".
  std::string command;  ///< "paraph data show trade UZ US 2022..2023".

  friend auto operator<=>(const Citation&, const Citation&) = default;
};

/// One sentence of a sheet: the words, the claims that a reader must find in them, and what they rest on.
struct CitedSentence {
  std::string wording;  ///< Row of data/brief/wordings.tsv: "trade-up".
  std::string text;
  std::vector<Claim> claims;         ///< What it says, without places; empty for statements of what is not known.
  std::vector<Citation> citations;   ///< Never empty.
  std::string remark;                ///< Stands in the footnote: the set of a rank, the gap between mirror statistics.
};

/// Figures of one state by year, as a table of the document: rows carry claims as sentences do.
struct IndicatorRow {
  std::string label;               ///< "Population (million)"
  std::vector<std::string> cells;  ///< By year; empty where there is none.
};
struct IndicatorTable {
  std::string title;               ///< A heading: "The Gambia: key figures".
  std::vector<std::string> years;
  std::vector<IndicatorRow> rows;
  std::vector<Claim> claims;
  std::vector<Citation> citations;
};

/// A picture of figures that sentences give in part; `words` says the same for those who do not see it.
struct ChartLine {
  std::string name;
  std::vector<std::pair<int, Decimal>> points;  ///< Year and value, ascending.
};
enum class ChartKind : std::uint8_t { kLines, kBars, kRanks };  ///< Ranks have 1 at the top.
struct Chart {
  ChartKind kind = ChartKind::kLines;
  std::string title;
  std::string unit;  ///< "USD", or "rank".
  std::vector<ChartLine> lines;
  std::string words;
  std::vector<Citation> citations;
};

enum class SectionKind : std::uint8_t {
  kRelations, kAgreements, kTrade, kAssistance, kMemberships, kVisits, kFigures, kUnknown
};

struct Section {
  SectionKind kind = SectionKind::kRelations;
  std::string heading;
  std::vector<std::vector<CitedSentence>> paragraphs;
  bool list = false;  ///< Paragraphs are items of a list.
  std::vector<IndicatorTable> tables;
  std::vector<Chart> charts;
};

/// A source as the end of a sheet names it.
struct SourceNote {
  Source source;
  std::vector<Vintage> vintages;  ///< Those cited.
  std::string next_update;        ///< "July 2027"; or why there will be none.
};

/// A fact sheet about two states on one day.
struct Sheet {
  ActorPair pair;
  std::string title;
  std::chrono::sys_days as_of;
  std::vector<Section> sections;
  std::vector<SourceNote> sources;
};

/// What a sheet is asked to be.
struct BriefRequest {
  ActorPair pair;
  std::chrono::sys_days as_of;            ///< What holds on this day: later periods and events are left out.
  std::optional<RecordedAt> recorded_by;  ///< Only vintages recorded by this day; empty for all.
  std::vector<SectionKind> sections;      ///< Empty for all, always in the order of SectionKind.
  bool charts = false;
};

}  // namespace paraph
