#pragma once

#include <filesystem>
#include <functional>

#include "base/result.h"

namespace paraph {

/// One change of a shelf, whole or not at all: a file beside it, `….building`, that takes its place at the end. Readers keep
/// the file that they opened; a process that dies leaves the shelf as it was, and the next change takes its file over.
/// Only one change at a time, held by a lock that the system gives back when the process ends.
class ShelfChange {
 public:
  enum class Start { kEmpty, kCopy };

  /// kCopy begins with the shelf as it is, or with an empty file where there is none. Where another process is changing the
  /// shelf: fails with kConflict, or waits when `wait` is set, after calling it once.
  static Result<ShelfChange> begin(const std::filesystem::path& target, Start start, const std::function<void()>& wait = {});

  ShelfChange(ShelfChange&& other) noexcept;
  ShelfChange& operator=(ShelfChange&&) = delete;
  /// Leaves the shelf as it was, unless committed.
  ~ShelfChange();

  const std::filesystem::path& file() const { return temporary_; }
  /// Nothing was there to copy.
  bool fresh() const { return fresh_; }
  /// Onto the disk, and into the shelf's place.
  Result<void> commit();

 private:
  ShelfChange(std::filesystem::path target, std::filesystem::path temporary, int descriptor)
      : target_(std::move(target)), temporary_(std::move(temporary)), descriptor_(descriptor) {}
  Result<void> copy_shelf();

  std::filesystem::path target_;
  std::filesystem::path temporary_;
  int descriptor_;
  bool fresh_ = true;
};

}  // namespace paraph
