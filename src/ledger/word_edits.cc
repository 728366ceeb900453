#include "ledger/word_edits.h"

#include <algorithm>
#include <cstdint>
#include <map>

namespace paraph {
namespace {

/// More than this many comparisons are not worth a shortest way: the whole middle is then one edit.
constexpr std::size_t kMostCells = 4'000'000;

struct Range {
  std::size_t first;
  std::size_t last;
};

/// Which words of each side stand in a longest common subsequence.
class CommonWords {
 public:
  CommonWords(const std::vector<PlainWord>& a, const std::vector<PlainWord>& b) : a_(a), b_(b), kept_a(a.size(), false), kept_b(b.size(), false) {
    std::size_t first = 0;
    while (first < a.size() && first < b.size() && a[first].folded == b[first].folded) keep(first, first), ++first;
    std::size_t tail = 0;
    while (tail + first < a.size() && tail + first < b.size() && a[a.size() - 1 - tail].folded == b[b.size() - 1 - tail].folded) {
      keep(a.size() - 1 - tail, b.size() - 1 - tail);
      ++tail;
    }
    middle({first, a.size() - tail}, {first, b.size() - tail});
  }

 private:
  void keep(std::size_t i, std::size_t j) { kept_a[i] = kept_b[j] = true; }

  void middle(Range a, Range b) {
    const std::size_t rows = a.last - a.first;
    const std::size_t columns = b.last - b.first;
    if (rows == 0 || columns == 0 || rows * columns > kMostCells) return;
    std::vector<std::uint32_t> best((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return best[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        at(i, j) = a_[a.first + i].folded == b_[b.first + j].folded ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
      }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (a_[a.first + i].folded == b_[b.first + j].folded) {
        keep(a.first + i++, b.first + j++);
      } else if (at(i + 1, j) >= at(i, j + 1)) {
        ++i;
      } else {
        ++j;
      }
    }
  }

  const std::vector<PlainWord>& a_;
  const std::vector<PlainWord>& b_;

 public:
  std::vector<bool> kept_a;
  std::vector<bool> kept_b;
};

TextSpan place_of(const std::vector<PlainWord>& words, std::size_t first, std::size_t last) {
  if (first < last) return {words[first].place.first(), words[last - 1].place.last()};
  if (first > 0) return {words[first - 1].place.last(), words[first - 1].place.last()};
  const std::size_t at = words.empty() ? 0 : words.front().place.first();
  return {at, at};
}

}  // namespace

std::vector<WordEdit> find_word_edits(const std::vector<PlainWord>& before, const std::vector<PlainWord>& after) {
  const CommonWords common(before, after);
  std::vector<WordEdit> edits;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() || j < after.size()) {
    const std::size_t first_i = i;
    const std::size_t first_j = j;
    while (i < before.size() && !common.kept_a[i]) ++i;
    while (j < after.size() && !common.kept_b[j]) ++j;
    if (i == first_i && j == first_j) {
      ++i;
      ++j;
      continue;
    }
    WordEdit edit;
    edit.before = place_of(before, first_i, i);
    edit.after = place_of(after, first_j, j);
    for (std::size_t k = first_i; k < i; ++k) {
      edit.weight = std::min(edit.weight, before[k].weight);
      edit.taken.push_back(before[k].folded);
    }
    for (std::size_t k = first_j; k < j; ++k) {
      edit.weight = std::min(edit.weight, after[k].weight);
      edit.given.push_back(after[k].folded);
    }
    edits.push_back(std::move(edit));
  }
  return edits;
}

HardDifference hard_difference(const std::vector<WordEdit>& edits, const std::vector<PlainWord>& before, const std::vector<PlainWord>& after) {
  HardDifference out;
  if (edits.empty()) return out;
  // Balances count words over the whole passage: what only stands elsewhere in it is no difference.
  std::map<std::string, int> balance;
  for (const PlainWord& word : before) {
    if (is_hard(word.weight)) --balance[word.folded];
  }
  for (const PlainWord& word : after) {
    if (is_hard(word.weight)) ++balance[word.folded];
  }
  // A word may weigh on one side only, where it opens a sentence on the other: then it did not leave.
  const auto stands = [](const std::vector<PlainWord>& words, const std::string& folded) {
    return std::ranges::count(words, folded, &PlainWord::folded);
  };
  for (const auto& [word, count] : balance) {
    if (count == 0) continue;
    const auto difference = stands(after, word) - stands(before, word);
    for (auto i = difference; i < 0; ++i) out.gone.push_back(word);
    for (auto i = difference; i > 0; --i) out.come.push_back(word);
  }
  if (out.gone.empty() && out.come.empty()) {
    out.exchanged = edits.size() >= 2 && std::ranges::all_of(edits, [](const WordEdit& edit) {
                      return is_hard(edit.weight) && !edit.taken.empty() && !edit.given.empty();
                    });
  }
  return out;
}

}  // namespace paraph
