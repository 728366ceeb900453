#include "lexicon/lexicon.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "lexicon/common_words.h"

namespace paraph {

Result<Lexicon> Lexicon::load(const TableFiles& files) {
  Lexicon lexicon;
  XXH64_hash_t hash = 0;
  const TableFiles hashed = [&](std::string_view path) {
    const std::string_view text = files(path);
    hash = XXH3_64bits_withSeed(text.data(), text.size(), hash);
    return text;
  };
  for (const std::string_view word : kCommonWords) lexicon.vocabulary_.intern(word);
  for (const auto& [word, use] : figure_words()) lexicon.vocabulary_.intern(word);
  auto gazetteer = Gazetteer::load(hashed, lexicon.vocabulary_);
  if (!gazetteer) return std::unexpected(gazetteer.error());
  lexicon.gazetteer_ = std::move(*gazetteer);
  auto units = Units::load(hashed, lexicon.vocabulary_);
  if (!units) return std::unexpected(units.error());
  lexicon.units_ = std::move(*units);
  lexicon.gazetteer_.names().each_first_word([&](WordId word) { lexicon.vocabulary_.mark(word, WordMark::kName); });
  lexicon.units_.mark_words(lexicon.vocabulary_);
  lexicon.fingerprint_ = fmt::format("{:016x}", hash);
  return lexicon;
}

void Lexicon::add_to_fingerprint(std::string_view text) {
  const std::uint64_t seed = std::stoull(fingerprint_, nullptr, 16);
  fingerprint_ = fmt::format("{:016x}", XXH3_64bits_withSeed(text.data(), text.size(), seed));
}

}  // namespace paraph
