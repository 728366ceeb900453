#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace paraph {

/// The bytes of one file, read in pieces: importers never hold a whole file. The store opens files, tests use memory.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Fills `into` from `offset`; gives how many bytes there were, fewer only at the end, 0 behind it.
  virtual Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into) const = 0;
  virtual std::uint64_t size() const = 0;
  /// As the user named it: detection looks at its ending, messages begin with it.
  virtual const std::string& name() const = 0;
};

/// Bytes that the caller keeps alive.
class MemoryBytes final : public ByteSource {
 public:
  MemoryBytes(std::string name, std::string_view bytes) : name_(std::move(name)), bytes_(bytes) {}
  Result<std::size_t> read_at(std::uint64_t offset, std::span<char> into) const override;
  std::uint64_t size() const override { return bytes_.size(); }
  const std::string& name() const override { return name_; }

 private:
  std::string name_;
  std::string_view bytes_;
};

/// Reads a source from front to back, block by block.
class ByteBlocks {
 public:
  static constexpr std::size_t kBlock = std::size_t{256} << 10;

  explicit ByteBlocks(const ByteSource& source) : source_(&source), buffer_(kBlock) {}
  /// The next bytes, valid until the next call; empty at the end.
  Result<std::string_view> next();
  /// Bytes given so far.
  std::uint64_t offset() const { return offset_; }

 private:
  const ByteSource* source_;
  std::vector<char> buffer_;
  std::uint64_t offset_ = 0;
};

}  // namespace paraph
