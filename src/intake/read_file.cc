#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "intake/fetch_url.h"
#include "intake/intake.h"

namespace paraph {
namespace {

/// Reads to the end; `expected` is the size that the file claims to have, 0 if unknown.
Result<std::string> read_all(int file, const std::string& name, std::size_t expected, std::size_t most) {
  std::string bytes;
  bytes.resize(std::min(most, expected) + 1);
  std::size_t at = 0;
  while (true) {
    if (at == bytes.size()) bytes.resize(std::min(most + 1, std::max<std::size_t>(65536, bytes.size() * 2)));
    const ssize_t got = read(file, bytes.data() + at, bytes.size() - at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(ErrorCode::kUnreadable, fmt::format("{}: {}", name, std::strerror(errno)));
    if (got == 0) break;
    at += static_cast<std::size_t>(got);
    if (at > most) return fail(ErrorCode::kLimitExceeded, fmt::format("{}: larger than the limit of {} bytes for a file", name, most));
  }
  bytes.resize(at);
  return bytes;
}

Result<Intake> read_file(const std::string& path, const IntakeLimits& limits) {
  const bool standard_input = path == "-";
  const int file = standard_input ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return fail(missing ? ErrorCode::kNotFound : ErrorCode::kUnreadable, fmt::format("{}: {}", path, std::strerror(errno)));
  }
  struct stat status{};
  std::size_t expected = 0;
  bool folder = false;
  if (fstat(file, &status) == 0) {
    folder = S_ISDIR(status.st_mode);
    if (S_ISREG(status.st_mode)) expected = static_cast<std::size_t>(status.st_size);
  }
  Result<std::string> bytes = fail(ErrorCode::kUnreadable, fmt::format("{}: is a folder, not a file", path));
  if (!folder) {
    bytes =
        expected > limits.file_bytes
            ? Result<std::string>(fail(ErrorCode::kLimitExceeded, fmt::format("{}: {} bytes, more than the limit of {} bytes for a file",
                                                                              path, expected, limits.file_bytes)))
            : read_all(file, path, expected, limits.file_bytes);
  }
  if (!standard_input) close(file);
  if (!bytes) return fail(bytes.error().code, bytes.error().message);
  Intake intake;
  intake.name = path;
  intake.bytes = std::move(*bytes);
  intake.hints.name = standard_input ? std::string() : path;
  return intake;
}

}  // namespace

Result<Intake> take_in(const std::string& path_or_url, const IntakeLimits& limits) {
  Result<Intake> intake = is_web_address(path_or_url) ? fetch_url(path_or_url, limits) : read_file(path_or_url, limits);
  if (!intake) return intake;
  return with_pdf_as_text(std::move(*intake), limits);
}

Result<Intake> with_pdf_as_text(Intake intake, const IntakeLimits& limits) {
  if (intake.hints.format || detect_format(intake.bytes, intake.name) != DocumentFormat::kPdf) return intake;
  Result<std::string> text = pdf_to_text(intake.bytes, limits);
  if (!text) return fail(text.error().code, fmt::format("{}: {}", intake.name, text.error().message));
  intake.bytes = std::move(*text);
  intake.hints.format = DocumentFormat::kPdf;
  intake.hints.charset = "utf-8";
  return intake;
}

Result<Document> open_document(const Intake& intake, const DocumentLimits& limits) {
  const bool raw_pdf = (!intake.hints.format || *intake.hints.format == DocumentFormat::kPdf) &&
                       detect_format(intake.bytes, intake.name) == DocumentFormat::kPdf;
  if (!raw_pdf) return read_document(intake.bytes, intake.hints, limits);
  Result<std::string> text = pdf_to_text(intake.bytes);
  if (!text) return fail(text.error().code, fmt::format("{}: {}", intake.name, text.error().message));
  DocumentHints hints = intake.hints;
  hints.format = DocumentFormat::kPdf;
  hints.charset = "utf-8";
  return read_document(*text, hints, limits);
}

}  // namespace paraph
