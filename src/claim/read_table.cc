#include "claim/read_table.h"

#include <algorithm>
#include <initializer_list>
#include <memory>

#include "claim/figures.h"
#include "mention/find_mentions.h"

namespace paraph {
namespace {

/// The unit that a label puts on bare figures: "(US$ mn)", "€ million", "(%)".
struct Scale {
  std::string unit;
  std::string_view home_form;
  int power = 0;

  bool empty() const { return unit.empty() && home_form.empty() && power == 0; }
};

/// What one cell, header or caption says.
struct Label {
  AnnotatedSentence annotated;
  SentenceFrame frame;
  std::optional<ClaimPeriod> period;
  const TriggerMatch* topic = nullptr;  ///< Trade or indicator.
  bool total = false;
  Scale scale;
};

int power_of(const MultiplierForm& form) {
  int power = form.power;
  for (std::int64_t factor = form.factor; factor >= 10; factor /= 10) ++power;
  return form.power != 0 ? form.power : power;
}

class TableReader {
 public:
  TableReader(std::span<const Block> rows, const Document& document, const DocumentContext& context)
      : rows_(rows), document_(document), context_(context) {}

  std::vector<Claim> run(std::string_view caption) {
    const std::unique_ptr<Label> above = label(caption);
    std::size_t header = rows_.size();
    for (std::size_t r = 0; r < rows_.size() && header == rows_.size(); ++r) {
      if (is_header(rows_[r])) header = r;
    }
    if (header == rows_.size()) return {};
    std::vector<std::unique_ptr<Label>> columns;
    for (const TextSpan& cell : rows_[header].cells) columns.push_back(label(cell.of(document_.text())));
    // "Exports | Imports | Total (US$ mn)": what the last label says of figures holds for the row.
    for (const auto& column : columns) {
      if (column->scale.power == 0 || column->scale.unit == "percent") continue;
      if (table_label_ == nullptr) table_label_ = column.get();
    }
    for (std::size_t r = header + 1; r < rows_.size(); ++r) read_row(rows_[r], columns, *above);
    table_label_ = nullptr;
    return std::move(claims_);
  }

 private:
  std::unique_ptr<Label> label(std::string_view text) const {
    auto made = std::make_unique<Label>();
    find_mentions(text, *context_.lexicon, made->annotated);
    frame_sentence(made->annotated, context_, made->frame);
    find_triggers(*context_.grammar, made->frame);
    const Scene scene(made->frame, *context_.grammar, context_);
    for (const TriggerMatch& trigger : made->frame.triggers) {
      const RuleFamily family = scene.family(trigger);
      if (family != RuleFamily::kTrade && family != RuleFamily::kIndicator) continue;
      // "GDP per capita" is more than "GDP", an indicator more than the bare word "trade".
      if (made->topic == nullptr || trigger.literals > made->topic->literals) made->topic = &trigger;
    }
    for (int at = 0; at < scene.size(); ++at) {
      if (scene.unit(at).kind == UnitKind::kPeriod && !made->period) made->period = scene.resolve(at, home());
      if (scene.is_word(at, scene.w.total)) made->total = true;
    }
    const auto& tokens = made->annotated.tokens;
    if (!made->period && tokens.size() == 1 && text.size() == 4) {  // a year alone
      if (const auto year = CivilPeriod::parse(text); year && year->single_year().value_or(0) > 1800) made->period = ClaimPeriod{.period = *year, .fiscal_year_of = {}, .implicit = false, .unit = -1};
    }
    made->scale = scale(made->annotated);
    return made;
  }

  Scale scale(const AnnotatedSentence& annotated) const {
    Scale found;
    const Units& units = context_.lexicon->units();
    const std::span<const Token> tokens = annotated.tokens;
    std::size_t next = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      while (next < annotated.mentions.size() && annotated.mentions[next].last <= at) ++next;
      const Mention* name = next < annotated.mentions.size() && annotated.mentions[next].first <= at && std::holds_alternative<NameMention>(annotated.mentions[next].body) ? &annotated.mentions[next] : nullptr;
      const auto currency = units.currencies().longest(tokens.subspan(at));
      if (currency && found.unit.empty() && found.home_form.empty() && (name == nullptr || at + currency->tokens > name->last)) {  // "to ROK" is no unit, "US$" is one
        const CurrencyForm& form = units.currencies().value(currency->index);
        if (form.home) found.home_form = form.form;
        else found.unit = form.code;
        at += currency->tokens - 1;
      } else if (const auto multiplier = units.multipliers().longest(tokens.subspan(at)); multiplier && name == nullptr && found.power == 0) {
        found.power = power_of(units.multipliers().value(multiplier->index));
        at += multiplier->tokens - 1;
      } else if (const std::string_view sign = annotated.text.substr(tokens[at].first, tokens[at].last - tokens[at].first); sign == "%" || sign == "percent") {
        found.unit = "percent";
      }
    }
    return found;
  }

  std::optional<ActorId> home() const { return context_.pair ? std::optional(context_.pair->home) : std::nullopt; }

  /// A row of labels: no figure in it but years.
  bool is_header(const Block& row) const {
    if (row.cells.size() < 2) return false;
    bool said = false;
    for (std::size_t c = 1; c < row.cells.size(); ++c) {
      const auto made = label(row.cells[c].of(document_.text()));
      said = said || made->period || made->topic != nullptr;
      const bool figure = std::ranges::any_of(made->annotated.mentions, [](const Mention& mention) { return std::holds_alternative<QuantityMention>(mention.body); });
      if (figure && !made->period) return false;
    }
    return said || row.header_row;
  }

  void read_row(const Block& row, const std::vector<std::unique_ptr<Label>>& columns, const Label& caption) {
    if (row.cells.size() < 2) return;
    const auto head = label(row.cells[0].of(document_.text()));
    // A header without a cell above the labels is one column short.
    const std::size_t shift = row.cells.size() == columns.size() + 1 ? 1 : 0;
    for (std::size_t c = 1; c < row.cells.size(); ++c) {
      if (c < shift || c - shift >= columns.size()) continue;
      const Label& column = *columns[c - shift];
      const Label* said = head->topic != nullptr ? head.get() : column.topic != nullptr ? &column : nullptr;
      const bool total = said == nullptr && (column.total || head->total) && any_flow(columns);
      if (said == nullptr && !total) continue;
      const auto figure = label(row.cells[c].of(document_.text()));
      add(row, c, *figure, said, total ? (column.total ? column : *head) : *said, head->period ? head->period : column.period, *head, column, caption, *columns.front());
    }
  }

  static bool any_flow(const std::vector<std::unique_ptr<Label>>& columns) {
    return std::ranges::any_of(columns, [](const auto& column) { return column->topic != nullptr; });
  }

  void add(const Block& row, std::size_t c, const Label& figure, const Label* said, const Label& named, std::optional<ClaimPeriod> period, const Label& head, const Label& column,
           const Label& caption, const Label& corner) {
    const Mention* mention = nullptr;
    for (const Mention& one : figure.annotated.mentions) {
      if (std::holds_alternative<QuantityMention>(one.body) && mention == nullptr) mention = &one;
    }
    if (mention == nullptr) return;
    const auto& stated = std::get<QuantityMention>(mention->body);
    Quantity quantity = stated.quantity;
    if (stated.kind == QuantityClass::kNumber) set_scale(quantity, {&head, &column, &corner, table_label_, caption.annotated.tokens.size() <= 25 ? &caption : nullptr});
    Scene scene(named.frame, *context_.grammar, context_);
    Claim claim;
    if (said == nullptr || scene.family(*said->topic) == RuleFamily::kTrade) {
      if (quantity.unit.empty() || quantity.unit == "percent") return;
      const Flow flow = said == nullptr ? Flow::kTotal : scene.rule(*said->topic).flow >= 0 ? static_cast<Flow>(scene.rule(*said->topic).flow) : Flow::kTotal;
      Parties parties;
      if (said != nullptr) parties = trade_parties(scene, *said->topic, flow);
      else complete_symmetric(parties, context_);
      TradeScope scope{.flow = flow, .coverage = {}, .product = {}, .scope = {}};
      if (said != nullptr) scope.coverage = trade_scope(scene, *said->topic, flow).coverage;
      for (const Label* where : {&corner, &caption}) {  // "Arnor's trade in goods with Gondor" above "Exports" and "Imports"
        if (where->topic == nullptr) continue;
        const Scene above(where->frame, *context_.grammar, context_);
        if (above.family(*where->topic) != RuleFamily::kTrade) continue;
        if (parties.subjects.empty()) parties = trade_parties(above, *where->topic, Flow::kTotal);
        if (!scope.coverage) scope.coverage = trade_scope(above, *where->topic, Flow::kTotal).coverage;
      }
      if (parties.subjects.empty() || parties.objects.empty()) return;
      claim.body = TradeValue{std::move(scope)};
      claim.subject = parties.subjects.front();
      claim.object = parties.objects.front();
      if (!scene.names(*claim.subject)) add_implicit(claim, ClaimMember::kSubject);
      if (!scene.names(*claim.object)) add_implicit(claim, ClaimMember::kObject);
      if (flow == Flow::kBalance && scene.rule(*said->topic).negated && quantity.value) quantity.value = -*quantity.value;
    } else {
      if (!accepts_figure(scene.rule(*said->topic), unit_kind(quantity))) return;
      claim.body = Indicator{static_cast<IndicatorKind>(std::max<int>(scene.rule(*said->topic).type, 0))};
      claim.subject = indicator_subject(scene, *said->topic);
      if (!claim.subject) return;
    }
    claim.quantity = std::move(quantity);
    if (!period) period = caption.period;
    if (period) {
      claim.period = period->period;
      claim.fiscal_year_of = period->fiscal_year_of;
    }
    claim.span = document_.origin(row.cells[c]);
    claim.sentence = document_.origin(row.text);
    claims_.push_back(std::move(claim));
  }

  /// Unit and multiplier of a bare figure, from the label nearest to it that tells the unit.
  void set_scale(Quantity& quantity, std::initializer_list<const Label*> labels) const {
    int power = 0;
    for (const Label* where : labels) {
      if (where == nullptr || where->scale.empty()) continue;
      const Scale& said = where->scale;
      if (power == 0) power = said.power;
      quantity.unit = said.unit;
      if (!said.home_form.empty() && home()) quantity.unit = context_.lexicon->units().home_currency(said.home_form, *home());
      if (quantity.unit.empty() && said.home_form == "$") quantity.unit = "USD";
      if (!quantity.unit.empty()) break;
    }
    if (quantity.value) quantity.value = quantity.value->shifted(power);
    quantity.exponent += power;
  }

  static UnitKind unit_kind(const Quantity& quantity) {
    if (quantity.unit == "percent") return UnitKind::kPercent;
    return quantity.unit.size() == 3 && quantity.unit[0] >= 'A' && quantity.unit[0] <= 'Z' ? UnitKind::kMoney : UnitKind::kNumber;
  }

  std::span<const Block> rows_;
  const Document& document_;
  const DocumentContext& context_;
  const Label* table_label_ = nullptr;  ///< The column whose unit stands for those that say none.
  std::vector<Claim> claims_;
};

}  // namespace

std::vector<Claim> read_table(std::span<const Block> rows, const Document& document, std::string_view caption, const DocumentContext& context) {
  return TableReader(rows, document, context).run(caption);
}

}  // namespace paraph
