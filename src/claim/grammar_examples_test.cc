#include <gmock/gmock.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "claim/claim_testing.h"
#include "lexicon/table.h"

namespace paraph {
namespace {

using Members = std::map<std::string, std::string>;

/// A document is always about two states. An example that names no other pair is read as one about these.
constexpr std::string_view kHome = "US";
constexpr std::string_view kPartner = "GH";

struct PlacedText {
  std::string_view home = kHome;
  std::string_view partner = kPartner;
  std::string text;
};

/// "[NO-KE] Trade ¶ Norway bought …": the pair to read it with, home first, and lines of their own, a heading first.
PlacedText placed_text(std::string_view text) {
  constexpr std::string_view kBreak = " ¶ ";
  PlacedText placed;
  const std::size_t dash = text.find('-');
  const std::size_t close = text.find(']');
  if (text.starts_with('[') && dash < close && close != std::string_view::npos) {
    placed.home = text.substr(1, dash - 1);
    placed.partner = text.substr(dash + 1, close - dash - 1);
    text.remove_prefix(std::min(close + 2, text.size()));
  }
  placed.text = text;
  for (std::size_t at = placed.text.find(kBreak); at != std::string::npos; at = placed.text.find(kBreak))
    placed.text.replace(at, kBreak.size(), "\n\n");
  return placed;
}

/// "kind key=value key="two words" …; kind …"
std::vector<Members> expected_claims(std::string_view text) {
  std::vector<Members> claims(1);
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    if (text[at] == ';') {
      claims.emplace_back();
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" ;=", at), text.size());
    std::string key(text.substr(at, end - at));
    at = end;
    if (at == text.size() || text[at] != '=') {
      claims.back().emplace("kind", std::move(key));
      continue;
    }
    ++at;
    const bool quoted = at < text.size() && text[at] == '"';
    if (quoted) ++at;
    const std::size_t close = std::min(quoted ? text.find('"', at) : text.find_first_of(" ;", at), text.size());
    claims.back().emplace(std::move(key), std::string(text.substr(at, close - at)));
    at = quoted ? close + 1 : close;
  }
  return claims;
}

/// A member that is expected empty must not be given.
bool says(const Members& read, const Members& expected) {
  return std::ranges::all_of(expected, [&](const auto& member) {
    const auto found = read.find(member.first);
    return found == read.end() ? member.second.empty() : found->second == member.second;
  });
}

/// Kinds that a family's rules may make; a look-alike must make none of them.
std::vector<ClaimKind> kinds_of(RuleFamily family) {
  switch (family) {
    case RuleFamily::kRelations: return {ClaimKind::kRelations};
    case RuleFamily::kMission:
    case RuleFamily::kMissionEvent: return {ClaimKind::kMission};
    case RuleFamily::kMembership: return {ClaimKind::kMembership};
    case RuleFamily::kAgreement:
    case RuleFamily::kAgreementEvent: return {ClaimKind::kAgreement};
    case RuleFamily::kTrade: return {ClaimKind::kTradeValue, ClaimKind::kTradeChange};
    case RuleFamily::kInvestment: return {ClaimKind::kInvestmentValue, ClaimKind::kInvestmentRank};
    case RuleFamily::kAssistance: return {ClaimKind::kAssistanceValue};
    case RuleFamily::kPeople: return {ClaimKind::kPeopleCount};
    case RuleFamily::kVisit: return {ClaimKind::kVisit};
    case RuleFamily::kDialogue:
    case RuleFamily::kDialogueEvent: return {ClaimKind::kDialogue};
    case RuleFamily::kMilitary: return {ClaimKind::kMilitary};
    case RuleFamily::kIndicator: return {ClaimKind::kIndicator};
    case RuleFamily::kOfficial: return {ClaimKind::kOfficial};
    case RuleFamily::kStateEvent: return {ClaimKind::kStateEvent};
    case RuleFamily::kDesignation: return {ClaimKind::kDesignation};
    case RuleFamily::kSupport: return {ClaimKind::kSupport};
    case RuleFamily::kCooperation: return {ClaimKind::kCooperation};
    case RuleFamily::kThreat: return {ClaimKind::kThreat};
    case RuleFamily::kStance: return {ClaimKind::kStance};
    case RuleFamily::kChange: return {ClaimKind::kTradeChange};
    case RuleFamily::kRank: return {ClaimKind::kTradeRank, ClaimKind::kInvestmentRank, ClaimKind::kAssistanceRank};
    case RuleFamily::kShare: return {ClaimKind::kTradeShare};
    case RuleFamily::kProducts: return {ClaimKind::kTradeProducts};
    case RuleFamily::kModality:
    case RuleFamily::kNothing: break;
  }
  std::vector<ClaimKind> all;
  for (std::size_t kind = 0; kind < EnumNames<ClaimKind>::kNames.size(); ++kind) all.push_back(static_cast<ClaimKind>(kind));
  return all;
}

std::string lines(const Reading& reading) {
  std::string text;
  for (const Claim& claim : reading.claims) text += fmt::format("\n  read: {}", claim_line(claim));
  return text.empty() ? "\n  nothing was read" : text;
}

TEST(GrammarExamples, AreReadAsTheySay) {
  for (const GrammarExample& example : embedded_engine().grammar.examples()) {
    if (example.expected.empty()) continue;
    const PlacedText placed = placed_text(example.text);
    const Reading reading = read_text(placed.text, placed.home, placed.partner);
    std::vector<Members> read;
    for (const Claim& claim : reading.claims) read.push_back(claim_members(claim));
    for (const Members& expected : expected_claims(example.expected)) {
      const bool found = std::ranges::any_of(read, [&](const Members& claim) { return says(claim, expected); });
      if (found) continue;
      std::string wanted;
      for (const auto& [key, value] : expected) wanted += fmt::format(" {}={}", key, value);
      ADD_FAILURE() << example.place << ": " << placed.text << "\n  expected:" << wanted << lines(reading);
    }
  }
}

TEST(GrammarExamples, LookAlikesAreLeftAlone) {
  for (const GrammarExample& example : embedded_engine().grammar.examples()) {
    if (!example.expected.empty()) continue;
    const PlacedText placed = placed_text(example.text);
    const Reading reading = read_text(placed.text, placed.home, placed.partner);
    const auto kinds = kinds_of(example.family);
    const bool left_alone =
        std::ranges::none_of(reading.claims, [&](const Claim& claim) { return std::ranges::count(kinds, claim.kind()) > 0; });
    EXPECT_TRUE(left_alone) << example.place << ": " << placed.text << "\n  is no " << rule_family_name(example.family) << lines(reading);
  }
}

/// A header with its patterns, and how many examples stand with them.
struct HeaderBlock {
  std::string place;
  std::string family;
  int patterns = 0;
  int to_read = 0;
  int look_alikes = 0;
};

std::vector<HeaderBlock> header_blocks() {
  std::vector<HeaderBlock> blocks;
  const TableFiles files = embedded_table_files();
  for (const std::string_view path : embedded_table_paths("grammar")) {
    std::string_view text = files(path);
    for (int number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      const std::size_t first = line.find_first_not_of(" \t");
      if (first == std::string_view::npos || line[first] == '#') continue;
      if (first == 0) {
        blocks.push_back({fmt::format("data/{}:{}", path, number), std::string(line.substr(0, line.find(' ')))});
        continue;
      }
      if (line[first] == ':') ++blocks.back().patterns;
      if (line[first] == '+') ++blocks.back().to_read;
      if (line[first] == '-') ++blocks.back().look_alikes;
    }
  }
  std::erase_if(blocks, [](const HeaderBlock& block) { return block.patterns == 0; });
  return blocks;
}

TEST(GrammarExamples, StandWithEveryRule) {
  const auto blocks = header_blocks();
  EXPECT_GT(blocks.size(), 100U);
  for (const HeaderBlock& block : blocks) {
    // What only qualifies the claims around it has no look-alikes; what only blocks them has nothing to read.
    const bool qualifies = block.family.ends_with("-event") || block.family == "modality";
    const bool blocks_only = block.family == "nothing";
    EXPECT_GE(block.to_read, blocks_only ? 0 : 2) << block.place << ": a " << block.family << " rule needs two examples to read";
    EXPECT_GE(block.look_alikes, qualifies ? 0 : 1) << block.place << ": a " << block.family << " rule needs a look-alike";
  }
}

}  // namespace
}  // namespace paraph
