#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "importer/byte_source.h"
#include "importer/xml_stream.h"

namespace paraph {

/// A zip archive, read in place: parts are unpacked piece by piece.
class ZipFile {
 public:
  /// `file` must outlive it. Fails for what is no archive.
  static Result<std::unique_ptr<ZipFile>> open(const ByteSource& file);
  ~ZipFile();
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;

  bool has(std::string_view part) const;
  /// Parses a part. Fails also where it is encrypted, damaged, or unpacks to more than 4 GB.
  Result<void> read_xml(std::string_view part, XmlEvents& events);
  /// Of the archive, so far.
  std::uint64_t bytes_read() const;

 private:
  struct Archive;
  explicit ZipFile(std::unique_ptr<Archive> archive);
  std::unique_ptr<Archive> archive_;
};

}  // namespace paraph
