#include "report/trace_report.h"

#include "report/trace_forms.h"

namespace paraph {

std::optional<TraceFormat> trace_format_named(std::string_view name) {
  if (name == "terminal") return TraceFormat::kTerminal;
  if (name == "json") return TraceFormat::kJson;
  if (name == "html") return TraceFormat::kHtml;
  return std::nullopt;
}

bool is_faithful(const TracedCopies& traced, std::size_t descent) {
  return traced.descents[descent].parent && !traced.comparisons[descent].text_differs();
}

void write_trace(const TracedCopies& traced, TraceFormat format, const ReportContext& context, bool all, std::string& out) {
  switch (format) {
    case TraceFormat::kTerminal: return write_trace_terminal(traced, context, all, out);
    case TraceFormat::kJson: return write_trace_json(traced, context, all, out);
    case TraceFormat::kHtml: return write_trace_html(traced, context, all, out);
  }
}

}  // namespace paraph
