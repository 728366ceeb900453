#pragma once

#include "brief/format_sheet.h"

namespace paraph {

/// Markdown with footnotes, or plain text with numbers in brackets and tabs between the cells of tables.
WrittenSheet write_text_sheet(const Sheet& sheet, bool markdown, SheetStyle style);

}  // namespace paraph
