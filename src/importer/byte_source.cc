#include "importer/byte_source.h"

#include <algorithm>

namespace paraph {

Result<std::size_t> MemoryBytes::read_at(std::uint64_t offset, std::span<char> into) const {
  if (offset >= bytes_.size()) return std::size_t{0};
  const std::string_view rest = bytes_.substr(static_cast<std::size_t>(offset), into.size());
  std::ranges::copy(rest, into.begin());
  return rest.size();
}

Result<std::string_view> ByteBlocks::next() {
  const auto got = source_->read_at(offset_, buffer_);
  if (!got) return std::unexpected(got.error());
  offset_ += *got;
  return std::string_view(buffer_.data(), *got);
}

}  // namespace paraph
