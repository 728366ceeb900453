#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "lexicon/gazetteer.h"
#include "lexicon/table.h"
#include "lexicon/tokens.h"
#include "lexicon/units.h"

namespace paraph {

/// All tables of data/, loaded and checked. Built once, then only read; safe to share between threads.
class Lexicon {
 public:
  /// Fails with file:line at the first malformed row.
  static Result<Lexicon> load(const TableFiles& files);

  const Vocabulary& vocabulary() const { return vocabulary_; }
  Vocabulary& vocabulary() { return vocabulary_; }
  const Gazetteer& gazetteer() const { return gazetteer_; }
  const Units& units() const { return units_; }
  /// Sixteen hexadecimal digits over the bytes of every table: stamped on every output.
  const std::string& fingerprint() const { return fingerprint_; }
  /// Tables that are loaded later (the grammar) count too.
  void add_to_fingerprint(std::string_view text);

 private:
  Vocabulary vocabulary_;
  Gazetteer gazetteer_;
  Units units_;
  std::string fingerprint_;
};

}  // namespace paraph
