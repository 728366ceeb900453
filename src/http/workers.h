#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "http/job.h"

namespace paraph {

/// Bounds of one group of workers.
struct WorkerLimits {
  std::size_t threads = 2;
  std::size_t waiting = 256;            ///< Jobs in the queue.
  std::size_t of_one_client = 192;      ///< Of these, of one address.
  std::size_t large_at_once = 1;        ///< Jobs of kLarge that run together; at least one thread is left for the others.
  std::chrono::milliseconds patience{10'000};  ///< A job that waited longer is answered with 503 and not done.
};

/// Threads with a desk each and one bounded queue between them. Jobs that throw are answered as bugs.
class Workers {
 public:
  enum class Taken { kYes, kFull, kClientFull };

  /// Fails where a desk cannot be opened.
  static Result<std::unique_ptr<Workers>> start(const std::shared_ptr<const DeskTables>& tables, const WorkerLimits& limits);
  /// Ends when what is running is done; what waits is answered with 503.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// `done` is called once, by a worker.
  Taken submit(Job job, const std::string& client, std::function<void(Answer)> done);
  std::size_t waiting() const;
  std::size_t running() const;

 private:
  struct Waiting {
    Job job;
    std::string client;
    std::function<void(Answer)> done;
    std::chrono::steady_clock::time_point since;
  };
  explicit Workers(const WorkerLimits& limits) : limits_(limits) {}
  void work(const Desk& desk);
  bool take(Waiting& next);
  std::deque<Waiting>::iterator runnable();

  WorkerLimits limits_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> queue_;
  std::map<std::string, std::size_t> clients_;
  std::size_t running_ = 0;
  std::size_t large_ = 0;
  bool ending_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace paraph
