#include "ledger/align_passages.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace paraph {
namespace {

/// A word that stands in more passages than this does not lead from one passage to another.
constexpr std::size_t kCommonWord = 200;

class Aligner {
 public:
  Aligner(const Passages& before, const Passages& after)
      : old_(before.all), new_(after.all), old_done_(before.all.size(), false), new_done_(after.all.size(), false) {}

  PassageAlignment align() {
    take_same();
    take_joined(false);
    take_joined(true);
    take_alike();
    std::ranges::sort(out_.pairs, [](const PassagePair& a, const PassagePair& b) { return std::pair(a.before, a.after) < std::pair(b.before, b.after); });
    mark_moved();
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (!old_done_[i] && old_[i].role != PassageRole::kFurniture) out_.only_old.push_back(i);
    }
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (!new_done_[i] && new_[i].role != PassageRole::kFurniture) out_.only_new.push_back(i);
    }
    return std::move(out_);
  }

 private:
  void pair(std::size_t i, std::size_t j, bool same, double likeness, bool joined = false) {
    old_done_[i] = new_done_[j] = true;
    out_.pairs.push_back({i, j, same, likeness, false, joined});
  }

  /// The n-th of equal passages goes with the n-th; text goes with text before it goes with furniture.
  void take_same() {
    for (const bool with_furniture : {false, true}) {
      std::unordered_map<std::uint64_t, std::vector<std::size_t>> open;
      for (std::size_t j = new_.size(); j-- > 0;) {
        if (!new_done_[j] && (with_furniture || new_[j].role != PassageRole::kFurniture)) open[new_[j].digest].push_back(j);
      }
      for (std::size_t i = 0; i < old_.size(); ++i) {
        if (old_done_[i] || (!with_furniture && old_[i].role == PassageRole::kFurniture)) continue;
        const auto found = open.find(old_[i].digest);
        if (found == open.end() || found->second.empty()) continue;
        pair(i, found->second.back(), true, 1.0);
        found->second.pop_back();
      }
    }
  }

  /// One passage whose words are those of several neighbours on the other side.
  void take_joined(bool new_is_whole) {
    const auto& wholes = new_is_whole ? new_ : old_;
    const auto& parts = new_is_whole ? old_ : new_;
    auto& whole_done = new_is_whole ? new_done_ : old_done_;
    auto& part_done = new_is_whole ? old_done_ : new_done_;
    std::unordered_map<std::string_view, std::vector<std::size_t>> openers;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (!part_done[p]) openers[parts[p].words.front().folded].push_back(p);
    }
    for (std::size_t w = 0; w < wholes.size(); ++w) {
      if (whole_done[w]) continue;
      const auto found = openers.find(wholes[w].words.front().folded);
      if (found == openers.end()) continue;
      for (const std::size_t first : found->second) {
        const std::size_t last = parts_of(wholes[w], parts, part_done, first);
        if (last <= first + 1) continue;
        for (std::size_t p = first; p < last; ++p) new_is_whole ? pair(p, w, true, 1.0, true) : pair(w, p, true, 1.0, true);
        break;
      }
    }
  }

  /// Behind the last of the parts from `first` on whose words are together the whole's; `first` where they are not.
  static std::size_t parts_of(const Passage& whole, const std::vector<Passage>& parts, const std::vector<bool>& done, std::size_t first) {
    std::size_t at = 0;
    std::size_t p = first;
    for (; p < parts.size() && !done[p] && at < whole.words.size(); ++p) {
      const auto& words = parts[p].words;
      if (at + words.size() > whole.words.size()) return first;
      for (const PlainWord& word : words) {
        if (whole.words[at++].folded != word.folded) return first;
      }
    }
    return at == whole.words.size() ? p : first;
  }

  struct Candidate {
    double likeness;
    std::size_t distance;
    std::size_t before;
    std::size_t after;
  };

  static bool may_pair(const Passage& a, const Passage& b) {
    if (a.role == PassageRole::kFurniture || b.role == PassageRole::kFurniture) return false;
    return a.role == b.role;
  }

  /// The rest, most alike first. A word weighs by how few passages have it.
  void take_alike() {
    std::unordered_map<std::string_view, std::size_t> passages_with;
    std::unordered_map<std::string_view, std::vector<std::size_t>> places;
    for (const auto* side : {&old_, &new_}) {
      for (const Passage& passage : *side) {
        for (const std::string_view word : distinct(passage)) ++passages_with[word];
      }
    }
    std::size_t open_old = 0;
    std::size_t open_new = 0;
    for (std::size_t i = 0; i < old_.size(); ++i) open_old += old_done_[i] ? 0U : 1U;
    for (std::size_t j = 0; j < new_.size(); ++j) {
      if (new_done_[j]) continue;
      ++open_new;
      for (const std::string_view word : distinct(new_[j])) places[word].push_back(j);
    }
    if (open_old == 0 || open_new == 0) return;
    const double total = static_cast<double>(old_.size() + new_.size());
    const auto weight = [&](std::string_view word) { return std::log(1.0 + total / static_cast<double>(passages_with[word])); };
    const auto mass = [&](const Passage& passage) {
      double sum = 0;
      for (const std::string_view word : distinct(passage)) sum += weight(word);
      return sum;
    };
    std::vector<double> new_mass(new_.size(), 0);
    for (std::size_t j = 0; j < new_.size(); ++j) {
      if (!new_done_[j]) new_mass[j] = mass(new_[j]);
    }
    std::vector<Candidate> candidates;
    std::unordered_map<std::size_t, double> shared;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (old_done_[i]) continue;
      shared.clear();
      for (const std::string_view word : distinct(old_[i])) {
        const auto found = places.find(word);
        if (found == places.end() || found->second.size() > kCommonWord) continue;
        for (const std::size_t j : found->second) shared[j] += weight(word);
      }
      const double own = mass(old_[i]);
      for (const auto& [j, sum] : shared) {
        const double likeness = 2 * sum / (own + new_mass[j]);
        if (likeness < kLikeEnough || !may_pair(old_[i], new_[j])) continue;
        candidates.push_back({likeness, i > j ? i - j : j - i, i, j});
      }
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
      if (a.likeness != b.likeness) return a.likeness > b.likeness;
      if (a.distance != b.distance) return a.distance < b.distance;
      return std::pair(a.before, a.after) < std::pair(b.before, b.after);
    });
    for (const Candidate& candidate : candidates) {
      if (old_done_[candidate.before] || new_done_[candidate.after]) continue;
      pair(candidate.before, candidate.after, false, candidate.likeness);
    }
  }

  static std::vector<std::string_view> distinct(const Passage& passage) {
    std::vector<std::string_view> words;
    for (const PlainWord& word : passage.words) words.push_back(word.folded);
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  /// What is not in a longest run that keeps its order has moved.
  void mark_moved() {
    std::vector<std::size_t> tails;             // Index into pairs of the smallest end of a run of each length.
    std::vector<std::optional<std::size_t>> back(out_.pairs.size());
    for (std::size_t k = 0; k < out_.pairs.size(); ++k) {
      const auto at = std::ranges::upper_bound(tails, out_.pairs[k].after, {}, [&](std::size_t t) { return out_.pairs[t].after; });
      if (at != tails.begin()) back[k] = *(at - 1);
      if (at == tails.end()) {
        tails.push_back(k);
      } else {
        *at = k;
      }
    }
    for (PassagePair& each : out_.pairs) each.moved = true;
    for (std::optional<std::size_t> k = tails.empty() ? std::nullopt : std::optional(tails.back()); k; k = back[*k]) out_.pairs[*k].moved = false;
  }

  const std::vector<Passage>& old_;
  const std::vector<Passage>& new_;
  std::vector<bool> old_done_;
  std::vector<bool> new_done_;
  PassageAlignment out_;
};

}  // namespace

PassageAlignment align_passages(const Passages& before, const Passages& after) { return Aligner(before, after).align(); }

}  // namespace paraph
