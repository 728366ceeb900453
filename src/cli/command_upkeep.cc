#include "cli/command_upkeep.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "cli/output.h"
#include "cli/surroundings.h"
#include "engine/shelf_file.h"
#include "engine/shelf_upkeep.h"

namespace paraph {
namespace {

volatile std::sig_atomic_t interrupted = 0;

int refuse(const Error& error) {
  write_error(fmt::format("paraph data: {}\n", error.message));
  return 2;
}

/// A line on a terminal: how far, how fast, how long still. Nothing elsewhere.
class ImportLine {
 public:
  ~ImportLine() {
    if (drawn_) write_error("\r\x1b[K");
  }

  void at(const std::string& file, const ImportProgress& progress, std::uint64_t bytes) {
    if (!errors_on_terminal()) return;
    const auto now = std::chrono::steady_clock::now();
    if (file != file_) {
      file_ = file;
      begun_ = now;
    }
    if (drawn_ && now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    drawn_ = true;
    const double seconds = std::max(1e-3, std::chrono::duration<double>(now - begun_).count());
    const double share = bytes == 0 ? 1 : static_cast<double>(progress.bytes) / static_cast<double>(bytes);
    std::string line = fmt::format("\r\x1b[K{}: {:.0f} %, {} rows, {:.0f} rows/s", file, share * 100, progress.rows, static_cast<double>(progress.rows) / seconds);
    if (share > 0.01) line += fmt::format(", {:.0f} s left", seconds * (1 - share) / share);
    write_error(line);
  }

 private:
  std::string file_;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point shown_;
  bool drawn_ = false;
};

void say_waiting() { write_error("paraph data: another process is changing the shelf; waiting for it\n"); }

/// Where a new shelf may be made: at --shelf, else the one that is found.
Result<std::filesystem::path> shelf_to_change(const DataArguments& arguments) {
  if (!arguments.shelf.empty()) return std::filesystem::path(arguments.shelf);
  return find_shelf(shelf_candidates(arguments.shelf));
}

int run_import(const DataArguments& arguments) {
  const auto shelf = shelf_to_change(arguments);
  if (!shelf) return refuse(shelf.error());
  ImportRequest request;
  for (const std::string& file : arguments.operands) request.files.emplace_back(file);
  request.source = arguments.source;
  request.vintage = arguments.vintage;
  request.keep_good = arguments.keep_good;
  request.today = fmt::format("{:%Y-%m-%d}", today());
  std::signal(SIGINT, [](int) { interrupted = 1; });
  std::signal(SIGTERM, [](int) { interrupted = 1; });
  Result<ImportReport> report;
  {
    ImportLine line;
    ImportWatch watch;
    watch.advance = [&](const std::string& file, const ImportProgress& progress, std::uint64_t bytes) {
      line.at(file, progress, bytes);
      return interrupted == 0;
    };
    watch.wait = say_waiting;
    report = import_into(*shelf, request, arguments.as, watch);
  }
  if (!report) return refuse(report.error());
  const int printed = print_table(import_table(*report), arguments);
  if (printed != 0) return printed;
  if (report->refused) return 2;
  for (const VintageReport& vintage : report->vintages) {
    if (vintage.state != "whole") return 1;
  }
  return 0;
}

int run_verify(const DataArguments& arguments, const std::filesystem::path& shelf) {
  bool good = false;
  const auto table = [&] {
    const bool visible = errors_on_terminal();
    auto verified = verify_table(
        shelf,
        [&](std::uint64_t rows) {
          if (visible) write_error(fmt::format("\r\x1b[K{} rows read back", rows));
        },
        good);
    if (visible) write_error("\r\x1b[K");
    return verified;
  }();
  if (!table) return refuse(table.error());
  const int printed = print_table(*table, arguments);
  return printed != 0 ? printed : good ? 0 : 1;
}

Result<TextTable> table_for(const DataArguments& arguments, const std::filesystem::path& shelf) {
  using Action = DataArguments::Action;
  const auto& operands = arguments.operands;
  if (arguments.action == Action::kVintage) return vintage_table(shelf, operands.at(0));
  if (arguments.action == Action::kDiff) {
    return diff_table(shelf, operands.at(0), operands.at(1), arguments.limit == 0 ? SIZE_MAX : arguments.limit);
  }
  if (arguments.action == Action::kForget) return forget_table(shelf, operands.at(0), arguments.yes, say_waiting);
  return licence_table(shelf, operands);
}

}  // namespace

bool is_upkeep(DataArguments::Action action) {
  using Action = DataArguments::Action;
  return action == Action::kImport || action == Action::kFormats || action == Action::kVintage || action == Action::kDiff ||
         action == Action::kVerify || action == Action::kForget || action == Action::kLicence;
}

int run_upkeep(const DataArguments& arguments) {
  using Action = DataArguments::Action;
  if (arguments.action == Action::kImport) return run_import(arguments);
  if (arguments.action == Action::kFormats) return print_table(formats_table(), arguments);
  const auto shelf = find_shelf(shelf_candidates(arguments.shelf));
  if (!shelf) return refuse(shelf.error());
  if (arguments.action == Action::kVerify) return run_verify(arguments, *shelf);
  const auto table = table_for(arguments, *shelf);
  return table ? print_table(*table, arguments) : refuse(table.error());
}

int print_table(const TextTable& table, const DataArguments& arguments) {
  std::string text;
  if (arguments.format == "json") {
    write_json_table(table, text);
  } else if (arguments.format == "csv") {
    write_csv_table(table, text);
  } else {
    write_terminal_table(table, page_width(arguments.width), page_colour(arguments.colour, false), text);
  }
  auto output = Output::open(std::nullopt);
  if (!output) return refuse(output.error());
  output->write(text);
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  return 0;
}

}  // namespace paraph
