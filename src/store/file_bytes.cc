#include "store/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include <fmt/format.h>
#include <openssl/evp.h>

namespace paraph {
namespace {

std::int64_t last_change(const struct stat& about) { return about.st_mtim.tv_sec * 1'000'000'000 + about.st_mtim.tv_nsec; }

struct FreeDigest {
  void operator()(EVP_MD_CTX* digest) const { EVP_MD_CTX_free(digest); }
};

}  // namespace

Result<std::unique_ptr<FileBytes>> FileBytes::open(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return fail(errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable,
                fmt::format("{}: cannot be read: {}", file.string(), std::strerror(errno)));
  }
  struct stat about{};
  if (::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode)) {
    ::close(descriptor);
    return fail(ErrorCode::kUnreadable, fmt::format("{}: is no file; save what it gives as a file first", file.string()));
  }
  return std::unique_ptr<FileBytes>(new FileBytes(file.string(), descriptor, static_cast<std::uint64_t>(about.st_size), last_change(about)));
}

FileBytes::~FileBytes() { ::close(descriptor_); }

Result<std::size_t> FileBytes::read_at(std::uint64_t offset, std::span<char> into) const {
  std::size_t filled = 0;
  while (filled < into.size()) {
    const auto got = ::pread(descriptor_, into.data() + filled, into.size() - filled, static_cast<off_t>(offset + filled));
    if (got == 0) break;
    if (got < 0) {
      if (errno == EINTR) continue;
      return fail(ErrorCode::kUnreadable, fmt::format("{}: reading stopped at byte {}: {}", name_, offset + filled, std::strerror(errno)));
    }
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

Result<std::string> FileBytes::sha256() const {
  const std::unique_ptr<EVP_MD_CTX, FreeDigest> digest(EVP_MD_CTX_new());
  bool good = digest != nullptr && EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) == 1;
  ByteBlocks blocks(*this);
  while (good) {
    const auto block = blocks.next();
    if (!block) return std::unexpected(block.error());
    if (block->empty()) break;
    good = EVP_DigestUpdate(digest.get(), block->data(), block->size()) == 1;
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  if (!good || EVP_DigestFinal_ex(digest.get(), bytes.data(), &size) != 1) {
    return fail(ErrorCode::kUnreadable, fmt::format("{}: no checksum could be made", name_));
  }
  std::string text;
  for (unsigned i = 0; i < size; ++i) text += fmt::format("{:02x}", bytes[i]);
  return text;
}

Result<void> FileBytes::check_unchanged() const {
  struct stat about{};
  if (::fstat(descriptor_, &about) == 0 && static_cast<std::uint64_t>(about.st_size) == size_ && last_change(about) == changed_) return {};
  return fail(ErrorCode::kConflict, fmt::format("{}: changed while it was read; import it again when it is written", name_));
}

}  // namespace paraph
