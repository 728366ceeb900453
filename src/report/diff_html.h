#pragma once

#include <string>

#include "report/diff_report.h"

namespace paraph {

/// One page that needs nothing from outside: the editions side by side, changed words marked as <del> and <ins>.
void write_diff_html(const ComparedEditions& editions, const ReportContext& context, bool all, std::string& out);

}  // namespace paraph
