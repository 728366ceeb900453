#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/table.h"

namespace paraph {

/// One way to say one shape of data, with a sentence that must be read as `reads`.
struct Wording {
  std::string id;       ///< "trade-up"
  std::string text;     ///< "According to {source}, … was {value} in {year}, up {percent} percent from {before} in {year_before}."
  std::string pair;     ///< Of the example: "US-UZ".
  std::string reads;    ///< Kinds of claims in the example, with commas: "trade_value,trade_change,trade_value"; "-" for none.
  std::string example;
};

/// A name that needs an article or another spelling in running text than the gazetteer's.
struct OrganisationWords {
  std::string id;
  std::string text;  ///< "the World Trade Organization"
};

/// How a source is called inside a sentence, and when it brings something new.
struct SourceWords {
  std::string id;
  std::string attribution;    ///< "the U.S. Census Bureau"; with {a's}: "{a's} statistics as published by the IMF".
  std::vector<int> months;    ///< Of publication, ascending; empty where nothing more will come or nothing is announced.
  std::string instead;        ///< Said where there are no months: "ended in February 2026".
};

using Slots = std::map<std::string, std::string, std::less<>>;

/// The tables of data/brief.
class Wordings {
 public:
  /// Fails with file:line where a row is malformed.
  static Result<Wordings> load(const TableFiles& files);

  /// The wording with its slots filled and its first letter a capital. A wording or slot that is missing is a bug.
  std::string say(std::string_view id, const Slots& slots) const;

  const std::vector<Wording>& all() const { return wordings_; }
  bool takes_article(std::string_view actor) const;
  const std::vector<OrganisationWords>& organisations() const { return organisations_; }
  const SourceWords* source(std::string_view id) const;

 private:
  std::vector<Wording> wordings_;
  std::vector<std::string> articles_;  ///< Sorted.
  std::vector<OrganisationWords> organisations_;
  std::vector<SourceWords> sources_;
};

}  // namespace paraph
