#include "intake/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace paraph {
namespace {

constexpr std::size_t kTroubleBytes = 4096;

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { reset(); }

  int number() const { return number_; }
  bool open() const { return number_ >= 0; }
  void reset() {
    if (number_ >= 0) close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

Result<Descriptor> file_with(std::string_view bytes) {
  Descriptor file(memfd_create("input", MFD_CLOEXEC));
  if (!file.open()) return fail(ErrorCode::kUnreadable, fmt::format("cannot make a file in memory: {}", std::strerror(errno)));
  std::size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t written = write(file.number(), bytes.data() + at, bytes.size() - at);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return fail(ErrorCode::kUnreadable, fmt::format("cannot hand over the input: {}", std::strerror(errno)));
    at += static_cast<std::size_t>(written);
  }
  lseek(file.number(), 0, SEEK_SET);
  return file;
}

struct Pipe {
  Descriptor read;
  Descriptor write;
};

Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail(ErrorCode::kUnreadable, fmt::format("cannot make a pipe: {}", std::strerror(errno)));
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

void limit(int resource, rlim_t most) {
  const rlimit bounds{most, most};
  setrlimit(static_cast<__rlimit_resource>(resource), &bounds);
}

/// In the child, between fork and exec: only calls that are safe there.
[[noreturn]] void become(const char* program, char* const* arguments, char* const* environment, int in, int out, int error,
                         const ChildLimits& limits) {
  if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(error, 2) < 0) _exit(126);
  limit(RLIMIT_AS, limits.memory);
  limit(RLIMIT_CPU, static_cast<rlim_t>((limits.time.count() + 999) / 1000));
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  execve(program, arguments, environment);
  _exit(127);
}

/// Appends what is ready; false when the other end is closed.
bool drain(const Descriptor& from, std::string& into, std::size_t most) {
  std::array<char, 65536> buffer;
  const ssize_t got = read(from.number(), buffer.data(), buffer.size());
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  if (got == 0) return false;
  const std::size_t room = most - std::min(most, into.size());
  into.append(buffer.data(), std::min(room, static_cast<std::size_t>(got)));
  return true;
}

}  // namespace

std::string find_program(std::string_view name) {
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
  while (true) {
    const std::size_t colon = rest.find(':');
    const std::string_view folder = rest.substr(0, colon);
    if (!folder.empty()) {
      std::string candidate = fmt::format("{}/{}", folder, name);
      if (access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    if (colon == std::string_view::npos) return {};
    rest.remove_prefix(colon + 1);
  }
}

Result<ChildOutcome> run_child(const std::string& program, const std::vector<std::string>& arguments, std::string_view input,
                               const ChildLimits& limits) {
  Result<Descriptor> in = file_with(input);
  if (!in) return fail(in.error().code, in.error().message);
  Result<Pipe> out = make_pipe();
  if (!out) return fail(out.error().code, out.error().message);
  Result<Pipe> error = make_pipe();
  if (!error) return fail(error.error().code, error.error().message);

  std::vector<std::string> words{program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::string path = "PATH=/usr/bin:/bin";
  std::string language = "LC_ALL=C.UTF-8";
  std::array<char*, 3> environment{path.data(), language.data(), nullptr};

  const auto deadline = std::chrono::steady_clock::now() + limits.time;
  const pid_t child = fork();
  if (child < 0) return fail(ErrorCode::kUnreadable, fmt::format("cannot start {}: {}", program, std::strerror(errno)));
  if (child == 0)
    become(program.c_str(), argv.data(), environment.data(), in->number(), out->write.number(), error->write.number(), limits);
  out->write.reset();
  error->write.reset();

  ChildOutcome outcome;
  bool out_open = true;
  bool error_open = true;
  bool late = false;
  while (out_open || error_open) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    late = left.count() <= 0;
    if (late || outcome.output.size() > limits.output) break;
    std::array<pollfd, 2> waiting{pollfd{out_open ? out->read.number() : -1, POLLIN, 0},
                                  pollfd{error_open ? error->read.number() : -1, POLLIN, 0}};
    if (poll(waiting.data(), waiting.size(), static_cast<int>(left.count()) + 1) < 0 && errno != EINTR) break;
    if (waiting[0].revents != 0) out_open = drain(out->read, outcome.output, limits.output + 1);
    if (waiting[1].revents != 0) error_open = drain(error->read, outcome.trouble, kTroubleBytes);
  }
  const bool loud = outcome.output.size() > limits.output;
  if (late || loud) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (loud) return fail(ErrorCode::kLimitExceeded, fmt::format("{} wrote more than {} bytes and was stopped", program, limits.output));
  const bool starved = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
  if (late || starved)
    return fail(ErrorCode::kLimitExceeded, fmt::format("{} took longer than {} ms and was stopped", program, limits.time.count()));
  outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  outcome.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  return outcome;
}

}  // namespace paraph
