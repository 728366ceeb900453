#include "store/shelf_change.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace paraph {
namespace {

std::unexpected<Error> system_failure(const std::filesystem::path& file, std::string_view what) {
  return fail(ErrorCode::kUnreadable, fmt::format("{}: {}: {}", file.string(), what, std::strerror(errno)));
}

Result<void> sync_folder(const std::filesystem::path& target) {
  const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
  auto failure = done ? Result<void>() : Result<void>(system_failure(folder, "cannot be made durable"));
  if (descriptor >= 0) ::close(descriptor);
  return failure;
}

Result<void> lock(int descriptor, const std::filesystem::path& file, const std::function<void()>& wait) {
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return {};
  if (errno != EWOULDBLOCK) return system_failure(file, "cannot be locked");
  if (!wait) return fail(ErrorCode::kConflict, fmt::format("{}: another build is writing; wait for it to end", file.string()));
  wait();
  while (::flock(descriptor, LOCK_EX) != 0) {
    if (errno != EINTR) return system_failure(file, "cannot be locked");
  }
  return {};
}

}  // namespace

ShelfChange::ShelfChange(ShelfChange&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::move(other.temporary_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      fresh_(other.fresh_) {}

ShelfChange::~ShelfChange() {
  if (descriptor_ < 0) return;
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
  ::close(descriptor_);
}

Result<ShelfChange> ShelfChange::begin(const std::filesystem::path& target, Start start, const std::function<void()>& wait) {
  std::filesystem::path temporary = target;
  temporary += ".building";
  for (;;) {
    const int descriptor = ::open(temporary.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) return system_failure(temporary, "cannot be written");
    if (auto locked = lock(descriptor, temporary, wait); !locked) {
      ::close(descriptor);
      return std::unexpected(locked.error());
    }
    // Between opening and locking, a change that ended may have renamed the file into its place: then this is no longer ours.
    struct stat held{};
    struct stat named{};
    if (::fstat(descriptor, &held) != 0 || ::stat(temporary.c_str(), &named) != 0 || held.st_ino != named.st_ino ||
        held.st_dev != named.st_dev) {
      ::close(descriptor);
      continue;
    }
    ShelfChange change(target, temporary, descriptor);
    if (::ftruncate(descriptor, 0) != 0) return system_failure(temporary, "cannot be emptied");
    if (start == Start::kCopy) {
      if (auto done = change.copy_shelf(); !done) return std::unexpected(done.error());
    }
    return change;
  }
}

Result<void> ShelfChange::copy_shelf() {
  const int from = ::open(target_.c_str(), O_RDONLY | O_CLOEXEC);
  if (from < 0) {
    if (errno == ENOENT) return {};
    return system_failure(target_, "cannot be read");
  }
  fresh_ = false;
  // The file system may share the bytes instead of copying them; where it can do neither, they are read and written.
  bool ended = false;
  bool failed = false;
  for (;;) {
    const auto copied = ::copy_file_range(from, nullptr, descriptor_, nullptr, std::size_t{1} << 30, 0);
    if (copied > 0) continue;
    ended = copied == 0;
    break;
  }
  std::vector<char> buffer(ended ? 0 : std::size_t{1} << 20);
  while (!ended && !failed) {
    const auto got = ::read(from, buffer.data(), buffer.size());
    ended = got == 0;
    failed = got < 0 || ::write(descriptor_, buffer.data(), static_cast<std::size_t>(got)) != got;
  }
  auto done = failed ? Result<void>(system_failure(temporary_, "cannot hold a copy of the shelf")) : Result<void>();
  ::close(from);
  return done;
}

Result<void> ShelfChange::commit() {
  if (::fsync(descriptor_) != 0) return system_failure(temporary_, "cannot be made durable");
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return system_failure(target_, "cannot be replaced");
  ::close(std::exchange(descriptor_, -1));
  return sync_folder(target_);
}

}  // namespace paraph
