#pragma once

#include <string>
#include <vector>

#include "brief/brief.h"

namespace paraph {

/// One numbered note: what it cites, and a remark.
struct Footnote {
  std::vector<Citation> citations;
  std::string remark;

  friend auto operator<=>(const Footnote&, const Footnote&) = default;
};

/// The notes of a sheet in order of first use; equal ones share a number.
class Footnotes {
 public:
  /// From 1.
  std::size_t number(const std::vector<Citation>& citations, const std::string& remark);
  const std::vector<Footnote>& all() const { return notes_; }

 private:
  std::vector<Footnote> notes_;
};

/// "U.S. Census Bureau, U.S. Trade in Goods by Country: goods, exports …, 2023 and 2024 (lines 4, 5); vintage
/// us-census-country@2026-10, recorded 31 October 2026." `emphasis` stands around titles: "*", or nothing.
std::string footnote_text(const Footnote& note, const Sheet& sheet, std::string_view emphasis);

/// "CC BY 4.0. World Bank, World Development Indicators. https://…. Next update expected: July 2027."
std::string source_text(const SourceNote& note, std::string_view emphasis);

/// "25 November 2026"
std::string day_written(std::chrono::sys_days day);

}  // namespace paraph
