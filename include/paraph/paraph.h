#pragma once

#include <expected>
#include <memory>
#include <string>
#include <string_view>

/// Paraph as a library: audit bilateral-relations fact sheets. Needs nothing but the standard library to include;
/// link `paraph::engine`.
namespace paraph {

/// How a document is to be read and checked. Dates are written as 2024-07-15.
struct SheetOptions {
  std::string pair;   ///< "US-UZ" overrides the two states that the document itself gives; empty for its own.
  std::string now;    ///< The day of the audit; wanted by check(): the library never asks the clock.
  std::string as_of;  ///< Only reference rows recorded by this day; empty for all.
};

/// What a sheet is to be written about. Dates as above.
struct BriefOptions {
  std::string as_of;        ///< The day that the sheet is about; wanted.
  std::string recorded_by;  ///< Only reference rows recorded by this day; empty for all.
  std::string style = "sheet";  ///< Or "table".
};

/// Reads, checks and writes sheets. Cheap to copy; safe to use from several threads at once. Failures come back as one sentence.
class Workbench {
 public:
  /// `shelf` is the reference database that `paraph data build` makes; empty where nothing will be checked.
  static std::expected<Workbench, std::string> open(const std::string& shelf = {});

  /// Claims and gaps of a file, "-" for standard input, or an http(s) address, as the JSON lines of docs/claims.md.
  std::expected<std::string, std::string> extract(const std::string& input, const SheetOptions& options = {}) const;
  /// The same for text in memory; `name` only says what it is ("sheet.html").
  std::expected<std::string, std::string> extract_text(std::string_view text, const std::string& name, const SheetOptions& options = {}) const;

  /// An audit in one of the formats terminal, json, jsonl, html, sarif, claimreview, csv.
  std::expected<std::string, std::string> check(const std::string& input, std::string_view format, const SheetOptions& options) const;

  /// A fact sheet about two states, named by code or name, in one of the formats md, txt, html, pdf-ready-html, json, csl,
  /// bibtex. Sentences that do not pass their own audit are not in it.
  std::expected<std::string, std::string> brief(const std::string& home, const std::string& partner, std::string_view format,
                                                const BriefOptions& options) const;

  /// Sixteen hexadecimal digits over all language tables: the same digits and the same bytes give the same claims.
  const std::string& fingerprint() const;

 private:
  struct Inside;
  explicit Workbench(std::shared_ptr<const Inside> inside);
  std::shared_ptr<const Inside> inside_;
};

/// "0.1.0"
std::string_view version();

}  // namespace paraph
