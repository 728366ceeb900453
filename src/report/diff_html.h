#pragma once

#include <string>
#include <string_view>

#include "report/diff_report.h"

namespace paraph {

/// One page that needs nothing from outside: the editions side by side, changed words marked as <del> and <ins>.
void write_diff_html(const ComparedEditions& editions, const ReportContext& context, bool all, std::string& out);

/// The parts of such a page. Opening leaves the heading open: its words and `</h1>` come next.
void open_editions_page(std::string_view title, std::string& out);
void close_editions_page(const ReportContext& context, std::string& out);
void open_editions_table(const ComparedEditions& editions, std::string& out);
void write_editions_row(const PassageChange& change, const ComparedEditions& editions, const ReportContext& context, std::string& out);
void close_editions_table(std::string& out);

}  // namespace paraph
