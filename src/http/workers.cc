#include "http/workers.h"

#include <algorithm>
#include <exception>
#include <new>

#include "http/problem.h"

namespace paraph {
namespace {

Answer done_by(const Desk& desk, const Job& job) {
  // The boundary where a bug costs one answer and not the process.
  try {
    return job.work(desk);
  } catch (const std::bad_alloc&) {
    return refusal(Problem::kOverloaded, "there was not enough memory for this; send a shorter document");
  } catch (const std::exception& bug) {
    Answer answer = refusal(Problem::kBug, "please report it with the request's number");
    answer.cause = bug.what();
    return answer;
  }
}

}  // namespace

Result<std::unique_ptr<Workers>> Workers::start(const std::shared_ptr<const DeskTables>& tables, const WorkerLimits& limits) {
  std::unique_ptr<Workers> workers(new Workers(limits));
  for (std::size_t i = 0; i < limits.threads; ++i) {
    auto desk = Desk::open(tables);
    if (!desk) return std::unexpected(desk.error());
    workers->threads_.emplace_back([&inside = *workers, own = std::make_shared<Desk>(std::move(*desk))] { inside.work(*own); });
  }
  return workers;
}

Workers::~Workers() {
  std::deque<Waiting> left;
  {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
    left.swap(queue_);
  }
  changed_.notify_all();
  for (Waiting& each : left) each.done(refusal(Problem::kOverloaded, "the server ends"));
  threads_.clear();
}

Workers::Taken Workers::submit(Job job, const std::string& client, std::function<void(Answer)> done) {
  {
    const std::scoped_lock lock(mutex_);
    if (ending_ || queue_.size() >= limits_.waiting) return Taken::kFull;
    std::size_t& own = clients_[client];
    if (own >= limits_.of_one_client) return Taken::kClientFull;
    ++own;
    queue_.push_back({std::move(job), client, std::move(done), std::chrono::steady_clock::now()});
  }
  changed_.notify_one();
  return Taken::kYes;
}

std::deque<Workers::Waiting>::iterator Workers::runnable() {
  return std::ranges::find_if(queue_, [&](const Waiting& each) { return each.job.size != JobSize::kLarge || large_ < limits_.large_at_once; });
}

bool Workers::take(Waiting& next) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return ending_ || runnable() != queue_.end(); });
  if (ending_) return false;
  const auto found = runnable();
  next = std::move(*found);
  queue_.erase(found);
  if (const auto client = clients_.find(next.client); --client->second == 0) clients_.erase(client);
  ++running_;
  if (next.job.size == JobSize::kLarge) ++large_;
  return true;
}

void Workers::work(const Desk& desk) {
  Waiting next;
  while (take(next)) {
    const bool late = std::chrono::steady_clock::now() - next.since > limits_.patience;
    next.done(late ? refusal(Problem::kOverloaded, "this waited too long for its turn") : done_by(desk, next.job));
    {
      const std::scoped_lock lock(mutex_);
      --running_;
      if (next.job.size == JobSize::kLarge) --large_;
    }
    if (next.job.size == JobSize::kLarge) changed_.notify_one();
    next = {};
  }
}

std::size_t Workers::waiting() const {
  const std::scoped_lock lock(mutex_);
  return queue_.size();
}

std::size_t Workers::running() const {
  const std::scoped_lock lock(mutex_);
  return running_;
}

}  // namespace paraph
