#include "store/starter_table.h"

#include <fstream>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <zstd.h>

namespace paraph {
namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20;

/// Cuts bytes that arrive in pieces into lines and lines into fields.
class LineCutter {
 public:
  LineCutter(const std::filesystem::path& file, std::span<const std::string_view> columns,
             const std::function<Result<void>(const StarterRow&)>& each)
      : file_(file), columns_(columns), each_(each) {}

  Result<void> take(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::size_t end = bytes.find('\n');
      if (end == std::string_view::npos) {
        carried_ += bytes;
        if (carried_.size() > kLongestLine)
          return fail(ErrorCode::kLimitExceeded, row_place(file_, line_ + 1) + ": the line is longer than 1 MB");
        return {};
      }
      Result<void> done;
      if (carried_.empty()) {
        done = take_line(bytes.substr(0, end));
      } else {
        carried_ += bytes.substr(0, end);
        done = take_line(carried_);
        carried_.clear();
      }
      if (!done) return done;
      bytes.remove_prefix(end + 1);
    }
    return {};
  }

  Result<void> finish() {
    if (!carried_.empty()) {
      if (auto done = take_line(carried_); !done) return done;
    }
    if (line_ == 0) return fail(ErrorCode::kMalformed, row_place(file_, 1) + ": the table is empty; its first line must name the columns");
    return {};
  }

 private:
  Result<void> take_line(std::string_view line) {
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    fields_.clear();
    for (std::size_t from = 0;;) {
      const std::size_t tab = line.find('\t', from);
      fields_.push_back(line.substr(from, tab == std::string_view::npos ? tab : tab - from));
      if (tab == std::string_view::npos) break;
      from = tab + 1;
    }
    if (line_ == 1) {
      if (std::ranges::equal(fields_, columns_)) return {};
      return fail(ErrorCode::kMalformed, fmt::format("{}: the columns must be: {}", row_place(file_, 1), fmt::join(columns_, ", ")));
    }
    if (fields_.size() != columns_.size()) {
      return fail(ErrorCode::kMalformed,
                  fmt::format("{}: {} fields where there must be {}", row_place(file_, line_), fields_.size(), columns_.size()));
    }
    return each_({fields_, line_});
  }

  const std::filesystem::path& file_;
  std::span<const std::string_view> columns_;
  const std::function<Result<void>(const StarterRow&)>& each_;
  std::vector<std::string_view> fields_;
  std::string carried_;
  std::size_t line_ = 0;
};

struct FreeStream {
  void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

}  // namespace

std::string row_place(const std::filesystem::path& file, std::size_t line) { return fmt::format("{}:{}", file.string(), line); }

Result<void> read_starter_table(const std::filesystem::path& file, std::span<const std::string_view> columns,
                                const std::function<Result<void>(const StarterRow&)>& each) {
  std::ifstream input(file, std::ios::binary);
  if (!input) return fail(ErrorCode::kNotFound, fmt::format("{}: cannot be read", file.string()));
  LineCutter cutter(file, columns, each);
  std::vector<char> buffer(ZSTD_DStreamInSize());
  const bool packed = file.extension() == ".zst";
  const std::unique_ptr<ZSTD_DStream, FreeStream> stream(packed ? ZSTD_createDStream() : nullptr);
  std::vector<char> unpacked(packed ? ZSTD_DStreamOutSize() : 0);
  std::size_t wanted = 0;  // What zstd still expects: 0 exactly at the end of a frame.
  while (input) {
    input.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto got = static_cast<std::size_t>(input.gcount());
    if (!packed) {
      if (auto done = cutter.take({buffer.data(), got}); !done) return done;
      continue;
    }
    ZSTD_inBuffer in{buffer.data(), got, 0};
    while (in.pos < in.size) {
      ZSTD_outBuffer out{unpacked.data(), unpacked.size(), 0};
      wanted = ZSTD_decompressStream(stream.get(), &out, &in);
      if (ZSTD_isError(wanted) != 0) {
        return fail(ErrorCode::kMalformed, fmt::format("{}: not readable as zstd: {}", file.string(), ZSTD_getErrorName(wanted)));
      }
      if (auto done = cutter.take({unpacked.data(), out.pos}); !done) return done;
    }
    // The output buffer may have been full when the input ran out.
    for (bool full = true; full && wanted != 0;) {
      ZSTD_outBuffer out{unpacked.data(), unpacked.size(), 0};
      ZSTD_inBuffer none{nullptr, 0, 0};
      const std::size_t rest = ZSTD_decompressStream(stream.get(), &out, &none);
      if (ZSTD_isError(rest) != 0) {
        return fail(ErrorCode::kMalformed, fmt::format("{}: not readable as zstd: {}", file.string(), ZSTD_getErrorName(rest)));
      }
      wanted = rest;
      full = out.pos == out.size;
      if (auto done = cutter.take({unpacked.data(), out.pos}); !done) return done;
    }
  }
  if (input.bad()) return fail(ErrorCode::kUnreadable, fmt::format("{}: reading stopped before the end", file.string()));
  if (packed && wanted != 0) return fail(ErrorCode::kMalformed, fmt::format("{}: the compressed table ends early", file.string()));
  return cutter.finish();
}

}  // namespace paraph
