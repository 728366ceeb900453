#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/check.h"
#include "lexicon/tokens.h"

namespace paraph {

/// Multi-word entries over word numbers: the longest entry that starts at a token, in one look-up a token.
/// An edge is keyed by (node, word) in one open-addressing table; a first word without entry costs one probe.
template <typename Value>
class TokenTrie {
 public:
  struct Found {
    std::size_t tokens;   ///< How many tokens the entry covers.
    std::uint32_t index;  ///< Into values().
  };

  TokenTrie() : edges_(1024) {}

  /// Returns the value for this word sequence, default-made when new.
  Value& operator[](std::span<const Token> words) {
    PARAPH_CHECK(!words.empty(), "An entry must have a word.");
    std::uint32_t node = 0;
    for (const Token& token : words) node = child_or_new(node, token.word);
    if (value_at_[node] == kNone) {
      value_at_[node] = static_cast<std::uint32_t>(values_.size());
      values_.emplace_back();
    }
    return values_[value_at_[node]];
  }

  /// The longest entry that starts at the first token and for which `accept(value, tokens)` holds.
  template <typename Accept>
  std::optional<Found> longest(std::span<const Token> tokens, Accept accept) const {
    std::optional<Found> best;
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::uint32_t next = child(node, tokens[i].word);
      if (next == kNone) break;
      node = next;
      const std::uint32_t value = value_at_[node];
      if (value != kNone && accept(values_[value], tokens.first(i + 1))) best = Found{i + 1, value};
    }
    return best;
  }
  std::optional<Found> longest(std::span<const Token> tokens) const {
    return longest(tokens, [](const Value&, std::span<const Token>) { return true; });
  }

  /// Calls `with(word)` for every word that an entry starts with.
  template <typename With>
  void each_first_word(With with) const {
    for (WordId word = 0; word < roots_.size(); ++word) {
      if (roots_[word] != kNone) with(word);
    }
  }

  const Value& value(std::uint32_t index) const { return values_[index]; }
  const std::vector<Value>& values() const { return values_; }
  std::vector<Value>& values() { return values_; }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  struct Edge {
    std::uint32_t node = kNone;
    WordId word = kUnknownWord;
    std::uint32_t child = kNone;
  };

  static std::size_t mix(std::uint32_t node, WordId word) {
    const std::uint64_t key = (std::uint64_t{node} << 32) | word;
    const std::uint64_t hash = key * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(hash ^ (hash >> 32));
  }

  std::uint32_t child(std::uint32_t node, WordId word) const {
    if (word == kUnknownWord) return kNone;
    if (node == 0) return word < roots_.size() ? roots_[word] : kNone;
    const std::size_t mask = edges_.size() - 1;
    for (std::size_t slot = mix(node, word) & mask;; slot = (slot + 1) & mask) {
      const Edge& edge = edges_[slot];
      if (edge.child == kNone) return kNone;
      if (edge.node == node && edge.word == word) return edge.child;
    }
  }

  std::uint32_t child_or_new(std::uint32_t node, WordId word) {
    if (const std::uint32_t known = child(node, word); known != kNone) return known;
    const auto fresh = static_cast<std::uint32_t>(value_at_.size());
    value_at_.push_back(kNone);
    if (node == 0) {
      if (word >= roots_.size()) roots_.resize(word + 1, kNone);
      roots_[word] = fresh;
      return fresh;
    }
    if ((edge_count_ + 1) * 2 > edges_.size()) {
      std::vector<Edge> old(edges_.size() * 2);
      old.swap(edges_);
      for (const Edge& edge : old)
        if (edge.child != kNone) place(edge);
    }
    place({node, word, fresh});
    ++edge_count_;
    return fresh;
  }

  void place(const Edge& edge) {
    const std::size_t mask = edges_.size() - 1;
    std::size_t slot = mix(edge.node, edge.word) & mask;
    while (edges_[slot].child != kNone) slot = (slot + 1) & mask;
    edges_[slot] = edge;
  }

  std::vector<Edge> edges_;
  std::size_t edge_count_ = 0;
  std::vector<std::uint32_t> roots_;                            ///< First words, by word number.
  std::vector<std::uint32_t> value_at_ = {kNone};               ///< By node.
  std::vector<Value> values_;
};

}  // namespace paraph
