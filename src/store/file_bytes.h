#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "importer/byte_source.h"

namespace paraph {

/// A file on the disk, read in pieces.
class FileBytes final : public ByteSource {
 public:
  static Result<std::unique_ptr<FileBytes>> open(const std::filesystem::path& file);
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override;

  Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into) const override;
  std::uint64_t size() const override { return size_; }
  const std::string& name() const override { return name_; }

  /// SHA-256 of all bytes, as 64 hexadecimal digits.
  Result<std::string> sha256() const;
  /// Fails with kConflict when the file is not the one that was opened any more: somebody writes to it.
  Result<void> check_unchanged() const;

 private:
  FileBytes(std::string name, int descriptor, std::uint64_t size, std::int64_t changed)
      : name_(std::move(name)), descriptor_(descriptor), size_(size), changed_(changed) {}

  std::string name_;
  int descriptor_;
  std::uint64_t size_;
  std::int64_t changed_;  ///< Nanoseconds of the last change.
};

}  // namespace paraph
