#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>

#include <xxhash.h>

#include "claim/read_claims.h"
#include "lexicon/tokens.h"

namespace paraph {
namespace {

/// Collects what a claim says in one canonical line: members in a fixed order, words folded, white space levelled.
class Canon {
 public:
  std::string line;

  void add(std::string_view text) {
    const bool plain = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    add_folded(plain ? text : std::string_view(folded_ = fold(text)));
  }
  void add(int number) { add(std::to_string(number)); }
  /// A template, so that a literal cannot slide into it.
  template <typename Bool>
    requires std::is_same_v<Bool, bool>
  void add(Bool flag) {
    add(flag ? 1 : 0);
  }
  void add(const std::optional<ActorId>& actor) { add(actor ? actor->str() : std::string_view()); }
  void add(const std::optional<CivilPeriod>& period) {
    add_folded(period ? period->str() : std::string());
  }
  void add(const std::optional<Decimal>& figure) {
    std::array<char, Decimal::kLongestText> text;
    if (figure) line.append(text.data(), figure->write(text));
    line += '|';
  }
  void add(const std::vector<std::string>& words) {
    for (const std::string& word : words) add(word);
    add("]");
  }
  void add(const std::vector<ActorId>& actors) {
    for (const ActorId& actor : actors) add(actor.str());
    add("]");
  }
  void add(const std::optional<Quantity>& quantity) {
    if (!quantity) return add("-");
    add(quantity->value);
    add(quantity->low);
    add(quantity->high);
    add(quantity->unit);
    (line += comparator_sign(quantity->comparator)) += '|';
  }
  template <typename Enum>
    requires std::is_enum_v<Enum>
  void add(Enum value) {
    (line += name_of(value)) += '|';
  }
  template <typename Enum>
    requires std::is_enum_v<Enum>
  void add(const std::optional<Enum>& value) {
    if (value) line += name_of(*value);
    line += '|';
  }
  void add_folded(std::string_view text) {
    bool space = false;
    for (const char c : text) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        space = true;
        continue;
      }
      if (space && !line.empty() && line.back() != '|') line += ' ';
      space = false;
      line += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    line += '|';
  }
  template <typename... Members>
  void all(const Members&... members) {
    (add(members), ...);
  }

  void add(const TradeScope& trade) { all(trade.flow, trade.coverage, trade.product, trade.scope); }
  void body(const Relations& b) { all(b.event); }
  void body(const Mission& b) { all(b.event, b.mission, b.place); }
  void body(const Membership& b) { all(b.status); }
  void body(const Agreement& b) { all(b.agreement, b.event, b.title, b.parties, b.provisional); }
  void body(const TradeValue& b) { all(b.trade); }
  void body(const TradeChange& b) { all(b.trade, b.direction, b.from_value, b.to_value, b.from_period, b.to_period); }
  void body(const TradeRank& b) { all(b.trade); }
  void body(const TradeShare& b) { all(b.trade); }
  void body(const TradeProducts& b) { all(b.trade, b.products); }
  void body(const InvestmentValue& b) { all(b.measure); }
  void body(const InvestmentRank& b) { all(b.scope); }
  void body(const AssistanceValue& b) {
    all(b.sector, b.channel, b.form);
    if (!b.prices.empty()) add(b.prices);
  }
  void body(const PeopleCount& b) { all(b.group, b.per); }
  void body(const Visit& b) { all(b.visitor); }
  void body(const Dialogue& b) { all(b.title, b.parties, b.event); }
  void body(const Military& b) { all(b.event, b.title); }
  void body(const Indicator& b) { all(b.indicator); }
  void body(const Official& b) { all(b.role, b.event, b.name); }
  void body(const StateEvent& b) { all(b.event, b.from); }
  void body(const Designation& b) { all(b.designation, b.event, b.title); }
  void body(const AssistanceRank& b) { all(b.of, b.scope); }
  void body(const Support& b) { all(b.means, b.purpose); }
  void body(const Cooperation& b) { all(b.areas); }
  void body(const Threat& b) { all(b.threats); }
  void body(const Stance& b) { all(b.words); }

 private:
  std::string folded_;
};

}  // namespace

std::string claim_id(const Claim& claim) {
  thread_local Canon canon;
  canon.line.clear();
  canon.all(claim.kind(), claim.subject, claim.object, claim.quantity, claim.period, claim.fiscal_year_of, claim.modality, claim.attributed_to);
  std::visit([&](const auto& body) { canon.body(body); }, claim.body);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string id(17, 'c');
  for (std::uint64_t hash = XXH3_64bits(canon.line.data(), canon.line.size()), at = 16; at > 0; --at, hash >>= 4) id[at] = kDigits[hash & 0xF];
  return id;
}

}  // namespace paraph
