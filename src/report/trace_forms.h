#pragma once

#include <string>

#include "report/trace_report.h"

namespace paraph {

void write_trace_terminal(const TracedCopies& traced, const ReportContext& context, bool all, std::string& out);
/// One object and a line feed, as docs/cli/trace.md describes it.
void write_trace_json(const TracedCopies& traced, const ReportContext& context, bool all, std::string& out);
/// One page: the tree, then a table side by side for each copy.
void write_trace_html(const TracedCopies& traced, const ReportContext& context, bool all, std::string& out);

}  // namespace paraph
