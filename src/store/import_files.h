#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "importer/importer.h"

namespace paraph {

/// What is to be brought onto a shelf: files that make one vintage of each source that they hold.
struct ImportRequest {
  std::vector<std::filesystem::path> files;
  std::string source;         ///< Id to file the rows under; empty for the format's own.
  std::string vintage;        ///< "2023-10": when the publisher issued it; empty for what the file says, else `today`.
  bool keep_good = false;     ///< Keep good rows where others are bad; else one bad row refuses all.
  std::string today;          ///< "2026-11-25": nothing is known of the rows before that day, unless `vintage` or the file says so.
  std::string url;            ///< Where the files were had, and when; may be empty.
  std::string retrieved;
};

/// How one file was read.
struct FileReport {
  std::string name;
  std::string format;
  std::string sha256;
  std::string already;  ///< The vintage that holds these bytes: then nothing was read.
  std::string source;
  std::uint32_t number = 0;  ///< Before the line of each row, where several files were given; else 0.
  std::uint64_t bytes = 0;
  std::uint64_t rows = 0;
  std::uint64_t kept = 0;     ///< Figures, marks and facts.
  std::uint64_t bad = 0;
  std::uint64_t unknown = 0;
  std::uint64_t odd = 0;
  std::map<std::string, std::uint64_t, std::less<>> left_out;  ///< By reason.
  std::vector<std::string> problems;                           ///< The first kMostProblems, as sentences.

  static constexpr std::size_t kMostProblems = 100;
};

struct VintageReport {
  std::string id;
  std::string source;
  std::string state;
  std::uint64_t observations = 0;
  std::uint64_t marks = 0;
  std::uint64_t facts = 0;
};

struct ImportReport {
  std::vector<FileReport> files;
  std::vector<VintageReport> vintages;
  bool refused = false;  ///< Rows were bad and keep_good was not asked: the shelf is as it was.
};

/// Calls back while it goes on.
struct ImportWatch {
  /// Of one file; false stops the import and leaves the shelf as it was. May be empty.
  std::function<bool(const std::string& file, const ImportProgress& progress, std::uint64_t bytes)> advance;
  /// Another process is changing the shelf: waiting for it. May be empty, then it is a failure.
  std::function<void()> wait;
};

/// Picks the importer of a file, by the user's word or by its first bytes.
using ImporterChoice = std::function<Result<const Importer*>(const FileHead& head)>;

/// Reads the files into new vintages of the shelf, which is made where there is none. Whole or not at all; files whose bytes the
/// shelf holds already, whole, are passed over. Fails, with the shelf as it was, where a file cannot be read.
Result<ImportReport> import_files(const std::filesystem::path& shelf, const ImportRequest& request, const ImporterChoice& choose,
                                  const ImportContext& context, const ImportWatch& watch);

/// "aid.csv:17, column "Fiscal Year": found "20x1", expected a fiscal year; advice"
std::string problem_text(std::string_view file, const Problem& problem);

}  // namespace paraph
