#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "report/text_table.h"
#include "store/import_files.h"

namespace paraph {

/// Imports with the program's own formats and tables; `format` is an id of --as, or empty for detection.
Result<ImportReport> import_into(const std::filesystem::path& shelf, const ImportRequest& request, const std::string& format, const ImportWatch& watch);
/// Files and vintages of an import, with counts, what was left out and what could not be kept.
TextTable import_table(const ImportReport& report);
/// "foreign-assistance  ForeignAssistance.gov, …", one a row.
TextTable formats_table();

/// One vintage: its files, checksums, counts, what was left out, problems.
Result<TextTable> vintage_table(const std::filesystem::path& shelf, const std::string& vintage);
/// What the second vintage revised of the first.
Result<TextTable> diff_table(const std::filesystem::path& shelf, const std::string& first, const std::string& second, std::size_t limit);
/// `good` says whether everything is as it was imported; sums that miss a published total are shown, not held against it.
Result<TextTable> verify_table(const std::filesystem::path& shelf, const std::function<void(std::uint64_t rows)>& progress, bool& good);
/// What goes with a source or vintage; it goes when `now`.
Result<TextTable> forget_table(const std::filesystem::path& shelf, const std::string& id, bool now, const std::function<void()>& wait);
/// What a published sheet owes to the sources that it cites: all of the shelf where `sources` is empty. Ids of vintages do, too.
Result<TextTable> licence_table(const std::filesystem::path& shelf, const std::vector<std::string>& sources);

}  // namespace paraph
