#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "brief/brief.h"

namespace paraph {

enum class SheetFormat { kMarkdown, kText, kHtml, kPrintHtml, kJson, kCsl, kBibtex };
inline constexpr auto kSheetFormats = std::to_array<std::string_view>({"md", "txt", "html", "pdf-ready-html", "json", "csl", "bibtex"});
std::optional<SheetFormat> sheet_format_named(std::string_view name);

enum class SheetStyle { kSheet, kTable };

/// The bytes of a sheet, and where each statement stands in them: what reading them back is compared by.
struct WrittenSheet {
  std::string text;
  std::vector<TextSpan> places;  ///< Of statements and tables in order of the sheet; for text formats only.
};

/// Same sheet, same bytes. The table style gives each section as one table of statement and notes.
WrittenSheet format_sheet(const Sheet& sheet, SheetFormat format, SheetStyle style = SheetStyle::kSheet);

}  // namespace paraph
