#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace paraph {

/// The only place that asks the clock: today, in UTC.
std::chrono::sys_days today();

/// Columns of the terminal on standard output: `wanted` unless 0, then COLUMNS, then the terminal's own, then 100.
std::size_t page_width(std::size_t wanted);

/// `wanted` is auto, always or never; auto heeds NO_COLOR, CLICOLOR_FORCE, TERM=dumb and whether a terminal listens.
bool page_colour(const std::string& wanted, bool to_file);

/// Where a reference database may be, best first: `wanted` alone when given, else PARAPH_SHELF alone when set, else
/// beside the program, in ../share/paraph, and in the user's data folder.
std::vector<std::filesystem::path> shelf_candidates(const std::string& wanted);

/// Where the ledger is: `wanted`, else PARAPH_LEDGER, else ledger.sqlite in the user's data folder.
std::filesystem::path ledger_file(const std::string& wanted);

/// The user's data folder for Paraph: $XDG_DATA_HOME/paraph, or ~/.local/share/paraph.
std::filesystem::path data_folder();

bool errors_on_terminal();

}  // namespace paraph
