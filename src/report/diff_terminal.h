#pragma once

#include <string>

#include "report/diff_report.h"

namespace paraph {

/// "updated" in its colour.
std::string change_label(ChangeKind kind, bool colour);

/// The two sides of one changed passage, "-" and "+" before them, words that left or came marked.
void write_terminal_passage(const PassageChange& change, const ComparedEditions& editions, const ReportContext& context, std::string& out);

void write_diff_terminal(const ComparedEditions& editions, const ReportContext& context, bool all, std::string& out);

}  // namespace paraph
