#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace paraph {

/// Calls `work(index, thread)` for 0 … count-1 on `threads` threads and `consume(index, result)` on the calling thread,
/// strictly in order. At most `4 * threads` results wait. `consume` returning false ends early. An exception from `work`
/// is thrown here, in its turn. One thread means no thread is started.
template <typename Outcome, typename Work, typename Consume>
void work_in_order(std::size_t count, std::size_t threads, Work&& work, Consume&& consume) {
  threads = std::min(threads, count);
  if (threads <= 1) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!consume(i, work(i, std::size_t{0}))) return;
    }
    return;
  }
  struct Slot {
    std::optional<Outcome> outcome;
    std::exception_ptr thrown;
    bool done = false;
  };
  const std::size_t window = 4 * threads;
  std::vector<Slot> slots(window);
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t next = 0;      // Next index to start.
  std::size_t consumed = 0;  // Everything below is written out.
  bool stopped = false;

  const auto labour = [&](std::size_t thread) {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return stopped || next >= count || next < consumed + window; });
      if (stopped || next >= count) return;
      const std::size_t index = next++;
      lock.unlock();
      Slot slot;
      try {
        slot.outcome.emplace(work(index, thread));
      } catch (...) {
        slot.thrown = std::current_exception();
      }
      slot.done = true;
      lock.lock();
      slots[index % window] = std::move(slot);
      changed.notify_all();
    }
  };

  std::vector<std::jthread> pool;
  // Declared after the pool and so destroyed before it: the threads are told to end before they are joined.
  struct Stop {
    std::mutex& mutex;
    std::condition_variable& changed;
    bool& stopped;
    ~Stop() {
      {
        const std::lock_guard lock(mutex);
        stopped = true;
      }
      changed.notify_all();
    }
  };
  const Stop stop{mutex, changed, stopped};
  for (std::size_t i = 0; i < threads; ++i) pool.emplace_back(labour, i);

  for (std::size_t i = 0; i < count; ++i) {
    Slot slot;
    {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return slots[i % window].done; });
      slot = std::move(slots[i % window]);
      slots[i % window] = Slot{};
      consumed = i + 1;
    }
    changed.notify_all();
    if (slot.thrown) std::rethrow_exception(slot.thrown);
    if (!consume(i, std::move(*slot.outcome))) break;
  }
}

}  // namespace paraph
