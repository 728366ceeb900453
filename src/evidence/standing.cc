#include "evidence/standing.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

#include "evidence/words.h"

namespace paraph {
namespace {

using Words = std::vector<std::string>;

/// Words of an attribution that name nobody.
constexpr auto kFillers = std::to_array<std::string_view>(
    {"the", "of", "s", "its", "own", "and", "to", "in", "by", "as", "at", "from", "with", "published", "reported", "figures", "figure",
     "statistics", "data", "returns", "estimates", "official", "latest", "recent"});

Words words_of(std::string_view text) {
  Words words;
  std::istringstream stream{folded(text)};
  for (std::string word; stream >> word;) {
    // "U.S." folds into two letters.
    if (word == "s" && !words.empty() && words.back() == "u") {
      words.back() = "united";
      words.emplace_back("states");
    } else {
      words.push_back(std::move(word));
    }
  }
  return words;
}

bool filler(const std::string& word) { return std::ranges::find(kFillers, word) != kFillers.end(); }

/// Where `name` stands in `words`, as a run; `words.end()` where it does not.
Words::const_iterator find_name(const Words& words, const Words& name) {
  return name.empty() ? words.end() : std::search(words.begin(), words.end(), name.begin(), name.end());
}

/// Whom an attribution names.
struct Named {
  ActorId reporter;         ///< Empty where it names no state whose figures are at hand.
  Words words;              ///< What else it says: of the source.
};

Named named_by(const Claim& claim, const ShelfView& shelf, const Evidence& evidence) {
  Named named;
  named.words = words_of(claim.attributed_to);
  std::set<ActorId> reporters;
  for (const EvidenceLine& line : evidence.lines) {
    if (!line.reporter.empty()) reporters.insert(line.reporter);
  }
  Words longest;
  for (const ActorId& reporter : reporters) {
    const Words name = words_of(shelf.name(reporter));
    if (name.size() <= longest.size() || find_name(named.words, name) == named.words.end()) continue;
    longest = name;
    named.reporter = reporter;
  }
  if (const auto at = find_name(named.words, longest); at != named.words.end())
    named.words.erase(at, at + static_cast<std::ptrdiff_t>(longest.size()));
  std::erase_if(named.words, filler);
  return named;
}

bool says_all(const Source& source, const Words& wanted) {
  const Words own = words_of(source.publisher + " " + source.title + " " + source.attribution + " " + source.id.str());
  return std::ranges::all_of(wanted, [&](const std::string& word) { return std::ranges::find(own, word) != own.end(); });
}

}  // namespace

Result<void> heed_attribution(const Claim& claim, const ShelfView& shelf, Evidence& evidence) {
  if (claim.attributed_to.empty() || evidence.lines.empty()) return {};
  const Named named = named_by(claim, shelf, evidence);
  if (named.reporter.empty() && named.words.empty()) return {};
  std::set<SourceId> meant;
  if (!named.words.empty()) {
    const auto sources = shelf.sources();
    if (!sources) return std::unexpected(sources.error());
    for (const Source& source : *sources) {
      if (says_all(source, named.words)) meant.insert(source.id);
    }
  }
  const auto heeded = [&](const EvidenceLine& line) {
    return (named.reporter.empty() || line.reporter.empty() || line.reporter == named.reporter) &&
           (named.words.empty() || meant.contains(line.source));
  };
  if (std::ranges::none_of(evidence.lines, heeded)) return {};
  for (auto* lines : {&evidence.lines, &evidence.newer}) {
    for (EvidenceLine& line : *lines) {
      if (!heeded(line)) line.agrees = Agrees::kContext;
    }
  }
  return {};
}

void forgive_older_vintages(const ShelfView& shelf, Evidence& evidence) {
  std::map<SourceId, std::optional<RecordedAt>> newest;
  for (const EvidenceLine& line : evidence.lines) {
    const Vintage* vintage = shelf.vintage(line.vintage);
    if (vintage != nullptr && line.agrees != Agrees::kContext) newest[line.source] = std::max(newest[line.source], vintage->recorded);
  }
  std::set<SourceId> borne_out;
  const auto is_newest = [&](const EvidenceLine& line) {
    const Vintage* vintage = shelf.vintage(line.vintage);
    const auto found = newest.find(line.source);
    return vintage != nullptr && vintage->recorded && found != newest.end() && vintage->recorded == found->second;
  };
  for (const EvidenceLine& line : evidence.lines) {
    const bool fits = line.agrees == Agrees::kYes || line.agrees == Agrees::kRounded;
    if (fits && line.usual && line.value && is_newest(line)) borne_out.insert(line.source);
  }
  for (EvidenceLine& line : evidence.lines) {
    if (line.agrees == Agrees::kNo && line.value && borne_out.contains(line.source) && !is_newest(line)) line.agrees = Agrees::kContext;
  }
}

}  // namespace paraph
