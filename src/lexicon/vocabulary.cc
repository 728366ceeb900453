#include "lexicon/vocabulary.h"

#include <cstring>

#include "base/check.h"

namespace paraph {
namespace {

/// Up to eight bytes as a number; with their count, no two texts share one.
std::uint64_t short_bytes(const char* bytes, std::size_t size) {
  if (size >= 4) {
    std::uint32_t head;
    std::uint32_t tail;
    std::memcpy(&head, bytes, 4);
    std::memcpy(&tail, bytes + size - 4, 4);
    return head | (std::uint64_t{tail} << 32);
  }
  if (size == 0) return 0;
  const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(bytes[at])}; };
  return byte(0) | (byte(size / 2) << 8) | (byte(size - 1) << 16);
}

/// Words are short: their bytes are compared in place.
bool same_bytes(const char* a, const char* b, std::size_t size) {
  if (size <= 8) return short_bytes(a, size) == short_bytes(b, size);
  if (size > 16) return std::memcmp(a, b, size) == 0;
  return short_bytes(a, 8) == short_bytes(b, 8) && short_bytes(a + size - 8, 8) == short_bytes(b + size - 8, 8);
}

std::uint64_t hash_bytes(const char* bytes, std::size_t size) {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ size;
  while (size >= 8) {
    std::uint64_t chunk;
    std::memcpy(&chunk, bytes, 8);
    hash = (hash ^ chunk) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 32;
    bytes += 8;
    size -= 8;
  }
  hash = (hash ^ short_bytes(bytes, size)) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

}  // namespace

Vocabulary::Vocabulary() : words_(1), marks_(1), slots_(1U << 15) {}

WordId Vocabulary::find(std::string_view folded) const {
  constexpr Slot kIdMask = (Slot{1} << kIdBits) - 1;
  const std::uint64_t hash = hash_bytes(folded.data(), folded.size());
  const auto tag = static_cast<Slot>(hash >> 32) & ~kIdMask;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot slot = slots_[at];
    if (slot == 0) return kUnknownWord;
    if ((slot & ~kIdMask) != tag) continue;
    const std::string& word = words_[slot & kIdMask];
    if (word.size() == folded.size() && same_bytes(word.data(), folded.data(), folded.size())) return slot & kIdMask;
  }
}

WordId Vocabulary::intern(std::string_view folded) {
  if (const WordId known = find(folded); known != kUnknownWord) return known;
  PARAPH_CHECK(words_.size() < (std::size_t{1} << kIdBits), "The tables must hold fewer than a million words.");
  if (words_.size() * 2 >= slots_.size()) grow();
  const auto id = static_cast<WordId>(words_.size());
  words_.emplace_back(folded);
  marks_.push_back(0);
  place(id);
  return id;
}

void Vocabulary::place(WordId id) {
  const std::uint64_t hash = hash_bytes(words_[id].data(), words_[id].size());
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at] != 0) at = (at + 1) & mask;
  slots_[at] = (static_cast<Slot>(hash >> 32) >> kIdBits << kIdBits) | id;
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, Slot{0});
  for (WordId id = 1; id < words_.size(); ++id) place(id);
}

}  // namespace paraph
