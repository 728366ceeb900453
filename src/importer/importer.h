#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "importer/byte_source.h"
#include "importer/import_sink.h"
#include "lexicon/table.h"

namespace paraph {

/// What `paraph data import --help` and docs/reference/<id>.md say of a format.
struct ImportFormat {
  std::string_view id;       ///< "foreign-assistance": also the name of its page, and the word of --format-of.
  std::string_view title;    ///< "ForeignAssistance.gov, country by fiscal year (CSV)"
};

/// How sure an importer is that a file is its own.
enum class Recognition : std::uint8_t {
  kNo,
  kMaybe,    ///< The container fits (any CSV), the content would have to be described.
  kLikely,   ///< Name or structure fit.
  kCertain,  ///< A header, namespace or key that no other format has.
};

/// The beginning of a file: detection sees nothing else.
struct FileHead {
  static constexpr std::size_t kBytes = 8192;
  std::string_view name;   ///< The last part of the path.
  std::string_view bytes;  ///< The first kBytes of them, or all.
};

/// What importers may look up: the tables that the program carries, through lexicon/table.h.
struct ImportContext {
  TableFiles tables;
};

/// Reads one format. Pure: same bytes, same calls of the sink. Holds no state between readings and never the whole file:
/// 200 MB of memory are enough for a file of any size.
///
/// A reading calls source(), then series() and period() as they first appear, figure() and fact() in the file's order,
/// problem() for what it cannot keep, skipped() for what it leaves out on purpose, advance() every few thousand rows. It goes
/// on behind bad rows: whether good ones are kept is the caller's choice, not the importer's. It returns a failure only when
/// nothing can be read any more (not this format, the file ends inside a quotation, the sink stops it); the message names
/// file and line.
///
/// A new format: one class in its own .cc (foreign_assistance.cc is the pattern), its factory in formats.h and a line in
/// formats.cc, a page docs/reference/<id>.md, tests beside it, a fuzz target for a new parser.
class Importer {
 public:
  virtual ~Importer() = default;
  virtual const ImportFormat& format() const = 0;
  virtual Recognition recognise(const FileHead& head) const = 0;
  virtual Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const = 0;
};

/// All formats, in the order of formats.cc.
std::span<const Importer* const> importers();
/// The importer that is surest; fails, naming the formats, where none is at least likely or two are equally sure.
Result<const Importer*> importer_of(const FileHead& head);
/// Fails, naming all, for an unknown id.
Result<const Importer*> importer_named(std::string_view id);

}  // namespace paraph
