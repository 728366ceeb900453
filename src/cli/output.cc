#include "cli/output.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paraph {
namespace {

/// What an interrupt has to remove: set once, before the signals are caught, and read in their handler.
char interrupted_file[4096];

extern "C" void remove_and_end(int signal) {
  if (interrupted_file[0] != '\0') unlink(interrupted_file);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void guard(const std::string& temporary) {
  if (temporary.size() + 1 > sizeof(interrupted_file)) return;
  std::memcpy(interrupted_file, temporary.c_str(), temporary.size() + 1);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, remove_and_end);
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Output::Output(int descriptor, std::string target, std::string temporary)
    : descriptor_(descriptor), target_(std::move(target)), temporary_(std::move(temporary)) {}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      error_(std::move(other.error_)),
      closed_by_reader_(other.closed_by_reader_) {}

Output::~Output() {
  if (temporary_.empty()) return;
  if (descriptor_ >= 0) close(descriptor_);
  unlink(temporary_.c_str());
  interrupted_file[0] = '\0';
}

Result<Output> Output::open(const std::optional<std::string>& file) {
  if (!file || *file == "-") return Output(STDOUT_FILENO, "", "");
  std::string temporary = fmt::format("{}.{}.part", *file, getpid());
  const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor < 0) return fail(ErrorCode::kUnreadable, fmt::format("{}: cannot be written: {}", *file, std::strerror(errno)));
  guard(temporary);
  return Output(descriptor, *file, std::move(temporary));
}

bool Output::write(std::string_view text) {
  if (error_ || closed_by_reader_) return false;
  if (write_all(descriptor_, text)) return true;
  if (errno == EPIPE) {
    closed_by_reader_ = true;
  } else {
    error_ = Error{ErrorCode::kUnreadable, fmt::format("{}: cannot be written: {}", target_.empty() ? "standard output" : target_, std::strerror(errno))};
  }
  return false;
}

Result<void> Output::keep() {
  if (error_) return std::unexpected(*error_);
  if (temporary_.empty()) return {};
  const bool closed = close(std::exchange(descriptor_, -1)) == 0;
  if (!closed || std::rename(temporary_.c_str(), target_.c_str()) != 0) {
    return fail(ErrorCode::kUnreadable, fmt::format("{}: cannot be written: {}", target_, std::strerror(errno)));
  }
  temporary_.clear();
  interrupted_file[0] = '\0';
  return {};
}

void write_error(std::string_view text) {
  // Nobody is left to tell when standard error fails.
  static_cast<void>(write_all(STDERR_FILENO, text));
}

}  // namespace paraph
