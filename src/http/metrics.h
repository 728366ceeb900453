#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace paraph {

/// How long things took, in buckets as Prometheus wants them.
class Durations {
 public:
  void add(double seconds);
  /// The lines of a histogram of this name.
  void write(std::string_view name, std::string& out) const;

 private:
  static constexpr std::array<double, 12> kBounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
  std::array<std::uint64_t, kBounds.size()> counts_{};
  std::uint64_t count_ = 0;
  double sum_ = 0;
};

/// What the server counts. One thread only.
struct Metrics {
  std::map<std::pair<std::string, unsigned>, std::uint64_t> requests;  ///< By route and status.
  Durations requests_took;
  Durations audits_took;
  std::uint64_t connections_ever = 0;
  std::uint64_t connections_refused = 0;
  std::uint64_t bytes_in = 0;
  std::uint64_t bytes_out = 0;
};

/// What stands at the moment.
struct Gauges {
  std::size_t connections = 0;
  std::size_t jobs_waiting = 0;
  std::size_t jobs_running = 0;
};

/// The text format of Prometheus, with the process's own memory.
std::string write_metrics(const Metrics& metrics, const Gauges& gauges);

}  // namespace paraph
