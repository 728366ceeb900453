#include "http/metrics.h"

#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

namespace paraph {
namespace {

void head(std::string_view name, std::string_view type, std::string_view help, std::string& out) {
  out += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

void one(std::string_view name, std::string_view type, std::string_view help, std::uint64_t value, std::string& out) {
  head(name, type, help, out);
  out += fmt::format("{} {}\n", name, value);
}

std::uint64_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  file >> size >> resident;
  return file ? resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)) : 0;
}

}  // namespace

void Durations::add(double seconds) {
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    if (seconds <= kBounds[i]) ++counts_[i];
  }
  ++count_;
  sum_ += seconds;
}

void Durations::write(std::string_view name, std::string& out) const {
  for (std::size_t i = 0; i < kBounds.size(); ++i) out += fmt::format("{}_bucket{{le=\"{}\"}} {}\n", name, kBounds[i], counts_[i]);
  out += fmt::format("{}_bucket{{le=\"+Inf\"}} {}\n{}_sum {:.6f}\n{}_count {}\n", name, count_, name, sum_, name, count_);
}

std::string write_metrics(const Metrics& metrics, const Gauges& gauges) {
  std::string out;
  head("paraph_requests_total", "counter", "Requests answered, by route and status.", out);
  for (const auto& [key, count] : metrics.requests) {
    out += fmt::format("paraph_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", key.first, key.second, count);
  }
  head("paraph_request_seconds", "histogram", "From the first byte of a request to the last of its answer.", out);
  metrics.requests_took.write("paraph_request_seconds", out);
  head("paraph_audit_seconds", "histogram", "The same of audits that were answered with 200.", out);
  metrics.audits_took.write("paraph_audit_seconds", out);
  one("paraph_connections", "gauge", "Connections that are open.", gauges.connections, out);
  one("paraph_connections_total", "counter", "Connections that were taken.", metrics.connections_ever, out);
  one("paraph_connections_refused_total", "counter", "Connections that found no room.", metrics.connections_refused, out);
  one("paraph_jobs_waiting", "gauge", "Audits and look-ups that wait for a worker.", gauges.jobs_waiting, out);
  one("paraph_jobs_running", "gauge", "Audits and look-ups that are worked on.", gauges.jobs_running, out);
  one("paraph_received_bytes_total", "counter", "Bytes of bodies received.", metrics.bytes_in, out);
  one("paraph_sent_bytes_total", "counter", "Bytes of bodies sent.", metrics.bytes_out, out);
  one("process_resident_memory_bytes", "gauge", "Memory that the process holds.", resident_bytes(), out);
  return out;
}

}  // namespace paraph
