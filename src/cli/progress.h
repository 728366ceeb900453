#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paraph {

/// A bar on a terminal's standard error over tables of known sizes; silent elsewhere.
class Progress {
 public:
  struct Table {
    std::string name;
    std::size_t bytes = 0;
  };

  Progress(std::vector<Table> tables, bool visible);
  /// Clears the line.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Called as often as the work likes; draws when something that shows has changed.
  void at(std::string_view table, std::size_t rows);

 private:
  std::vector<Table> tables_;
  std::size_t total_ = 0;
  std::string last_;
  bool visible_;
};

}  // namespace paraph
