#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace paraph {

/// Zstandard with other bytes in front: what the two share takes no room. One thread an object.
class PrefixedBytes {
 public:
  PrefixedBytes();

  std::string compressed(std::string_view bytes, std::string_view prefix);
  /// `size` is that of the original. kMalformed where the bytes are damaged or the prefix is another.
  Result<std::string> restored(std::string_view compressed, std::string_view prefix, std::size_t size) const;

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
    void operator()(ZSTD_DCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_CCtx_s, Free> compressor_;
  std::unique_ptr<ZSTD_DCtx_s, Free> restorer_;
};

}  // namespace paraph
