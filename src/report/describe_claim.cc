#include "report/describe_claim.h"

#include <fmt/format.h>

#include "report/figures.h"

namespace paraph {
namespace {

template <typename... Lambdas>
struct Overloaded : Lambdas... {
  using Lambdas::operator()...;
};

/// "free-trade" is read as "free trade".
std::string words_of(std::string_view name) {
  std::string words(name);
  for (char& c : words) {
    if (c == '-' || c == '_') c = ' ';
  }
  return words;
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += ", ";
    out += item;
  }
  return out;
}

std::string scope_words(const TradeScope& trade) {
  std::string out;
  if (trade.coverage) out += fmt::format(" in {}", *trade.coverage == Coverage::kGoodsServices ? "goods and services" : name_of(*trade.coverage));
  if (!trade.product.empty()) out += fmt::format(" of {}", trade.product);
  if (!trade.scope.empty()) out += fmt::format(" {}", trade.scope);
  return out;
}

/// "Uzbekistan's", "United States'".
std::string owned(const std::string& name) { return name + (name.ends_with('s') ? "'" : "'s"); }

/// Says who, what and whom; figure and period are appended for all kinds alike.
class Description {
 public:
  Description(const Claim& claim, const NameActor& name_actor) : claim_(claim), name_actor_(name_actor) {}

  std::string text() const {
    std::string out = std::visit(*this, claim_.body);
    const bool shown = claim_.kind() == ClaimKind::kTradeRank || claim_.kind() == ClaimKind::kAssistanceRank ||
                       (claim_.kind() == ClaimKind::kInvestmentRank && claim_.quantity && claim_.quantity->unit == "rank");
    if (claim_.quantity && !shown) {
      const std::string figure = quantity_in_words(*claim_.quantity);
      if (!figure.empty()) out += ": " + figure;
    }
    const auto* change = std::get_if<TradeChange>(&claim_.body);
    const bool told = change != nullptr && change->to_period;  // "2020 to 2021" says it
    if (claim_.period && !told) out += ", " + period_in_words(*claim_.period);
    if (claim_.modality != Modality::kAsserted) out += fmt::format(" ({})", name_of(claim_.modality));
    return out;
  }

  std::string operator()(const Relations& it) const { return fmt::format("relations {}: {} and {}", name_of(it.event), subject(), object()); }
  std::string operator()(const Mission& it) const {
    return fmt::format("{} {} in {} {}", owned(subject()), words_of(name_of(it.mission)), it.place.empty() ? object() : it.place, name_of(it.event));
  }
  std::string operator()(const Membership& it) const { return fmt::format("{}: {} of {}", subject(), name_of(it.status), object()); }
  std::string operator()(const Agreement& it) const {
    return fmt::format("{} agreement {}: {} and {}", words_of(name_of(it.agreement)), words_of(name_of(it.event)), subject(), object());
  }
  std::string operator()(const TradeValue& it) const { return trade(it.trade); }
  std::string operator()(const TradeChange& it) const {
    std::string out = trade(it.trade) + " " + std::string(name_of(it.direction));
    if (it.from_value && it.to_value) out += fmt::format(" from {} to {}", quantity_in_words(*it.from_value), quantity_in_words(*it.to_value));
    if (it.from_period && it.to_period) out += fmt::format(", {} to {}", period_in_words(*it.from_period), period_in_words(*it.to_period));
    return out;
  }
  std::string operator()(const TradeRank& it) const {
    return fmt::format("{} is {} {} largest partner ({}){}", object(), owned(subject()), rank(), name_of(it.trade.flow), scope_words(it.trade));
  }
  std::string operator()(const TradeShare& it) const {
    return fmt::format("{} share of {} {}{}", owned(object()), owned(subject()), name_of(it.trade.flow), scope_words(it.trade));
  }
  std::string operator()(const TradeProducts& it) const { return trade(it.trade) + ": " + joined(it.products); }
  std::string operator()(const InvestmentValue& it) const {
    return fmt::format("{} investment in {}{}", owned(subject()), object(), it.measure ? fmt::format(" ({})", name_of(*it.measure)) : "");
  }
  std::string operator()(const InvestmentRank& it) const {
    if (claim_.quantity && claim_.quantity->unit != "rank") return fmt::format("companies of {} in {}", subject(), object());
    return fmt::format("{} is {} {} largest investor {}", subject(), owned(object()), rank(), it.scope);
  }
  std::string operator()(const AssistanceValue& it) const {
    std::string out = fmt::format("{} assistance to {}", owned(subject()), object());
    if (!it.sector.empty()) out += " for " + it.sector;
    if (!it.channel.empty()) out += " through " + it.channel;
    if (it.form) out += fmt::format(" ({})", name_of(*it.form));
    if (!it.prices.empty()) out += fmt::format(" in {} dollars", it.prices);
    return out;
  }
  std::string operator()(const PeopleCount& it) const {
    return fmt::format("{} of {} in {}{}", words_of(name_of(it.group)), subject(), object(), it.per.empty() ? "" : " a " + it.per);
  }
  std::string operator()(const Visit& it) const {
    return fmt::format("{} of {} visited {}", it.visitor.empty() ? "somebody" : it.visitor, subject(), object());
  }
  std::string operator()(const Dialogue& it) const { return fmt::format("{} {}", it.title.empty() ? "dialogue" : it.title, name_of(it.event)); }
  std::string operator()(const Military& it) const {
    return fmt::format("{} of {} in {}{}", name_of(it.event), subject(), object(), it.title.empty() ? "" : ": " + it.title);
  }
  std::string operator()(const Indicator& it) const { return fmt::format("{} of {}", words_of(name_of(it.indicator)), subject()); }
  std::string operator()(const Official& it) const {
    return fmt::format("{} {} to {} {}{}", owned(subject()), words_of(name_of(it.role)), object(), name_of(it.event), it.name.empty() ? "" : ": " + it.name);
  }
  std::string operator()(const StateEvent& it) const {
    return fmt::format("{}: {}{}", subject(), words_of(name_of(it.event)), it.from ? fmt::format(" from {}", name(*it.from)) : "");
  }
  std::string operator()(const Designation& it) const {
    return fmt::format("{} for {} by {}: {}", words_of(name_of(it.designation)), object(), subject(), name_of(it.event));
  }
  std::string operator()(const AssistanceRank& it) const {
    return fmt::format("{} is {} {} largest {} {}", it.of == RankSide::kDonor ? subject() : object(),
                       owned(it.of == RankSide::kDonor ? object() : subject()), rank(), name_of(it.of), it.scope);
  }
  std::string operator()(const Support&) const { return fmt::format("{} support for {}", owned(subject()), object()); }
  std::string operator()(const Cooperation&) const { return fmt::format("cooperation of {} and {}", subject(), object()); }
  std::string operator()(const Threat&) const { return claim_.subject ? "threats in " + subject() : "threats"; }
  std::string operator()(const Stance&) const { return "a position or quality"; }

 private:
  std::string name(const ActorId& actor) const { return name_actor_ ? std::string(name_actor_(actor)) : actor.str(); }
  std::string subject() const { return claim_.subject ? name(*claim_.subject) : "?"; }
  std::string object() const { return claim_.object ? name(*claim_.object) : "?"; }
  std::string rank() const { return claim_.quantity && claim_.quantity->value ? ordinal(*claim_.quantity->value) : "?"; }

  std::string trade(const TradeScope& scope) const {
    switch (scope.flow) {
      case Flow::kExports: return fmt::format("{} exports to {}{}", owned(subject()), object(), scope_words(scope));
      case Flow::kImports: return fmt::format("{} imports from {}{}", owned(subject()), object(), scope_words(scope));
      case Flow::kTotal: return fmt::format("{} trade with {}{}", owned(subject()), object(), scope_words(scope));
      case Flow::kBalance: return fmt::format("{} trade balance with {}{}", owned(subject()), object(), scope_words(scope));
    }
    return {};
  }

  const Claim& claim_;
  const NameActor& name_actor_;
};

}  // namespace

std::string describe_claim(const Claim& claim, const NameActor& name_actor) { return Description(claim, name_actor).text(); }

}  // namespace paraph
