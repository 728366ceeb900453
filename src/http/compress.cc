#include "http/compress.h"

#include <zlib.h>
#include <zstd.h>

namespace paraph {
namespace {

std::string gzipped(std::string_view bytes, int level) {
  z_stream stream{};
  constexpr int kGzipWindow = 15 + 16;  // zlib writes a gzip header for windows counted from 16.
  if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string out;
  out.resize(deflateBound(&stream, static_cast<uLong>(bytes.size())));
  // zlib's interface is older than const; it does not write to its input.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(whole ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

std::string zstd_packed(std::string_view bytes, int level) {
  std::string out;
  out.resize(ZSTD_compressBound(bytes.size()));
  const std::size_t used = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), level);
  out.resize(ZSTD_isError(used) != 0U ? 0 : used);
  return out;
}

}  // namespace

std::string compressed(std::string_view bytes, Coding coding, bool thorough) {
  constexpr std::size_t kMost = std::size_t{1} << 30;  // zlib counts in 32 bits.
  if (bytes.size() > kMost) return {};
  switch (coding) {
    case Coding::kGzip: return gzipped(bytes, thorough ? 9 : 4);
    case Coding::kZstd: return zstd_packed(bytes, thorough ? 19 : 2);
    case Coding::kIdentity: return std::string(bytes);
  }
  return {};
}

}  // namespace paraph
