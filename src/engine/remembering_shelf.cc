#include "engine/remembering_shelf.h"

#include <utility>

namespace paraph {
namespace {

constexpr std::size_t kPairsKept = 256;
constexpr std::size_t kTablesKept = 512;
constexpr std::size_t kFactsKept = 1024;

template <typename Id>
void add_part(std::string& key, const std::optional<Id>& part) {
  key += '|';
  if constexpr (requires { part->str(); }) {
    if (part) key += part->str();
  } else {
    if (part) key += *part;
  }
  key += part ? "" : "*";
}

void add_day(std::string& key, const std::optional<RecordedAt>& day) {
  key += '|';
  if (day) key += std::to_string(day->day.time_since_epoch().count());
}

/// The kept answer, or the shelf's, which is then kept. What was kept before goes when there is no more room.
template <typename Answer, typename Ask>
Result<Answer> kept(std::unordered_map<std::string, Answer>& answers, std::size_t room, std::string key, Ask&& ask) {
  if (const auto found = answers.find(key); found != answers.end()) return found->second;
  Result<Answer> answer = ask();
  if (!answer) return answer;
  if (answers.size() >= room) answers.clear();
  return answers.emplace(std::move(key), std::move(*answer)).first->second;
}

}  // namespace

Result<std::vector<Observation>> RememberingShelf::observations(const ObservationQuery& query) const {
  std::string key = std::to_string(query.limit) + (query.with_marks ? "+" : "");
  add_part(key, query.measure);
  add_part(key, query.reporter);
  add_part(key, query.partner);
  add_part(key, query.period);
  add_day(key, query.recorded_by);
  const auto ask = [&] { return shelf_->observations(query); };
  return query.partner ? kept(pairs_, kPairsKept, std::move(key), ask) : kept(tables_, kTablesKept, std::move(key), ask);
}

Result<std::vector<Fact>> RememberingShelf::facts(const FactQuery& query) const {
  std::string key = std::to_string(query.limit);
  add_part(key, query.kind);
  add_part(key, query.subject);
  add_part(key, query.object);
  add_day(key, query.recorded_by);
  return kept(facts_, kFactsKept, std::move(key), [&] { return shelf_->facts(query); });
}

Result<std::vector<Source>> RememberingShelf::sources() const {
  if (!sources_) {
    auto read = shelf_->sources();
    if (!read) return read;
    sources_ = std::move(*read);
  }
  return *sources_;
}

Result<std::vector<Vintage>> RememberingShelf::vintages() const {
  if (!vintages_) {
    auto read = shelf_->vintages();
    if (!read) return read;
    vintages_ = std::move(*read);
  }
  return *vintages_;
}

}  // namespace paraph
