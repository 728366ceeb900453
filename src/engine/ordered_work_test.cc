#include "engine/ordered_work.h"

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>

#include <gtest/gtest.h>

namespace paraph {
namespace {

TEST(OrderedWork, GivesResultsInOrderWhateverTheThreads) {
  for (const std::size_t threads : {1u, 2u, 5u, 64u}) {
    std::vector<std::size_t> seen;
    work_in_order<std::size_t>(
        500, threads, [](std::size_t index, std::size_t) { return index * index; },
        [&](std::size_t index, std::size_t square) {
          EXPECT_EQ(square, index * index);
          seen.push_back(index);
          return true;
        });
    std::vector<std::size_t> wanted(500);
    std::iota(wanted.begin(), wanted.end(), std::size_t{0});
    EXPECT_EQ(seen, wanted) << threads;
  }
}

TEST(OrderedWork, KeepsOnlyAFewResultsWaiting) {
  std::atomic<std::size_t> started = 0;
  work_in_order<int>(
      200, 2,
      [&](std::size_t, std::size_t) {
        ++started;
        return 0;
      },
      [&](std::size_t index, int) {
        EXPECT_LE(started.load(), index + 1 + 8);
        return true;
      });
}

TEST(OrderedWork, EndsEarlyWhenTheReaderHasGone) {
  std::size_t consumed = 0;
  work_in_order<int>(
      100'000, 3, [](std::size_t, std::size_t) { return 0; }, [&](std::size_t, int) { return ++consumed < 10; });
  EXPECT_EQ(consumed, 10u);
}

TEST(OrderedWork, ThrowsWhatTheWorkThrewInItsTurn) {
  for (const std::size_t threads : {1u, 3u}) {
    std::size_t consumed = 0;
    const auto run = [&] {
      work_in_order<int>(
          100, threads,
          [](std::size_t index, std::size_t) -> int {
            if (index == 40) throw std::runtime_error("forty");
            return 0;
          },
          [&](std::size_t, int) {
            ++consumed;
            return true;
          });
    };
    EXPECT_THROW(run(), std::runtime_error);
    EXPECT_EQ(consumed, 40u);
  }
}

TEST(OrderedWork, DoesNothingForNothing) {
  work_in_order<int>(
      0, 4, [](std::size_t, std::size_t) { return 0; },
      [](std::size_t, int) {
        ADD_FAILURE();
        return true;
      });
}

}  // namespace
}  // namespace paraph
