#include "report/diff_report.h"

#include "report/diff_html.h"
#include "report/diff_json.h"
#include "report/diff_terminal.h"

namespace paraph {

std::optional<DiffFormat> diff_format_named(std::string_view name) {
  if (name == "terminal") return DiffFormat::kTerminal;
  if (name == "json") return DiffFormat::kJson;
  if (name == "html") return DiffFormat::kHtml;
  return std::nullopt;
}

void write_diff(const ComparedEditions& editions, DiffFormat format, const ReportContext& context, bool all, std::string& out) {
  switch (format) {
    case DiffFormat::kTerminal: return write_diff_terminal(editions, context, all, out);
    case DiffFormat::kJson: return write_diff_json(editions, context, all, out);
    case DiffFormat::kHtml: return write_diff_html(editions, context, all, out);
  }
}

}  // namespace paraph
