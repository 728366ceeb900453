#include "brief/format_sheet.h"

#include <algorithm>

#include "brief/html_sheet.h"
#include "brief/json_sheet.h"
#include "brief/text_sheet.h"

namespace paraph {

std::optional<SheetFormat> sheet_format_named(std::string_view name) {
  const auto found = std::ranges::find(kSheetFormats, name);
  if (found == kSheetFormats.end()) return std::nullopt;
  return static_cast<SheetFormat>(found - kSheetFormats.begin());
}

WrittenSheet format_sheet(const Sheet& sheet, SheetFormat format, SheetStyle style) {
  switch (format) {
    case SheetFormat::kMarkdown: return write_text_sheet(sheet, true, style);
    case SheetFormat::kText: return write_text_sheet(sheet, false, style);
    case SheetFormat::kHtml: return {write_html_sheet(sheet, false), {}};
    case SheetFormat::kPrintHtml: return {write_html_sheet(sheet, true), {}};
    case SheetFormat::kJson: return {write_json_sheet(sheet), {}};
    case SheetFormat::kCsl: return {write_csl(sheet), {}};
    case SheetFormat::kBibtex: return {write_bibtex(sheet), {}};
  }
  return {};
}

}  // namespace paraph
