#include "store/prefixed_bytes.h"

#include <new>

#include <fmt/format.h>
#include <zstd.h>

#include "base/check.h"

namespace paraph {

void PrefixedBytes::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }
void PrefixedBytes::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

PrefixedBytes::PrefixedBytes() : compressor_(ZSTD_createCCtx()), restorer_(ZSTD_createDCtx()) {
  if (!compressor_ || !restorer_) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(compressor_.get(), ZSTD_c_compressionLevel, 3);
  ZSTD_CCtx_setParameter(compressor_.get(), ZSTD_c_checksumFlag, 0);
}

std::string PrefixedBytes::compressed(std::string_view bytes, std::string_view prefix) {
  ZSTD_CCtx_refPrefix(compressor_.get(), prefix.data(), prefix.size());
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress2(compressor_.get(), out.data(), out.size(), bytes.data(), bytes.size());
  PARAPH_CHECK(!ZSTD_isError(size), "Compressing into enough room must not fail.");
  out.resize(size);
  return out;
}

Result<std::string> PrefixedBytes::restored(std::string_view compressed, std::string_view prefix, std::size_t size) const {
  constexpr std::size_t kMost = std::size_t{1} << 31;
  if (size > kMost) return fail(ErrorCode::kMalformed, "stored bytes claim to be larger than any document");
  std::string out(size, '\0');
  ZSTD_DCtx_refPrefix(restorer_.get(), prefix.data(), prefix.size());
  const std::size_t made = ZSTD_decompressDCtx(restorer_.get(), out.data(), out.size(), compressed.data(), compressed.size());
  if (ZSTD_isError(made) || made != size) {
    return fail(ErrorCode::kMalformed, fmt::format("stored bytes are damaged: {}", ZSTD_isError(made) ? ZSTD_getErrorName(made) : "too few"));
  }
  return out;
}

}  // namespace paraph
