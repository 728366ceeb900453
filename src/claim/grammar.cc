#include "claim/grammar.h"

#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "claim/rule_names.h"

namespace paraph {
namespace {

constexpr std::array<std::pair<std::string_view, SlotType>, 11> kSlotNames = {{
    {"actor", SlotType::kActor},
    {"org", SlotType::kOrganisation},
    {"money", SlotType::kMoney},
    {"percent", SlotType::kPercent},
    {"number", SlotType::kNumber},
    {"ordinal", SlotType::kOrdinal},
    {"period", SlotType::kPeriod},
    {"person", SlotType::kPerson},
    {"place", SlotType::kPlace},
    {"capitals", SlotType::kCapitals},
    {"any", SlotType::kAny},
}};

/// Words too common to start a search from, unless a pattern has no other.
constexpr std::array<std::string_view, 64> kCommonWords = {
    "the", "a",    "an",   "of",   "in",   "on",   "to",    "with",    "and",   "or",   "is",    "are",  "was",
    "were", "be",  "been", "has",  "have", "had",  "by",    "for",     "from",  "at",   "its",   "their", "as",
    "'s",  "also", "first", "new", "other", "that", "which", "between", "into",  "it",   "this",  "both", ",",
    "(",   ")",    ":",    "-",    "over", "up",   "about", "not",     "no",    "will", "would", "than", "since",
    "s",   "'",    "full", "our",  "we",   "they", "who",   "after",   "under", "more", "all",   "each"};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

/// Sets up to this size are searched word by word.
constexpr std::size_t kSmallSet = 8;

}  // namespace

/// Reads the files line by line; every failure names file and line.
class GrammarLoader {
 public:
  GrammarLoader(Grammar& grammar, Vocabulary& vocabulary) : grammar_(grammar), vocabulary_(vocabulary) {
    grammar_.word_sets_.emplace_back();
    for (const std::string_view word : kCommonWords) {
      const WordId id = vocabulary_.intern(word);
      if (id >= common_.size()) common_.resize(id + 1, false);
      common_[id] = true;
    }
  }

  Result<void> read(std::string_view path, std::string_view text) {
    path_ = path;
    line_ = 0;
    have_rule_ = false;
    while (!text.empty()) {
      ++line_;
      const std::size_t end = text.find('\n');
      const std::string_view raw = text.substr(0, end);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      const std::string_view line = trimmed(raw);
      if (line.empty() || line.front() == '#') continue;
      if (auto done = raw.front() == ' ' || raw.front() == '\t' ? indented(line) : header(line); !done) return done;
    }
    return {};
  }

  /// Fails when a class of words that the engine asks for is in no table.
  Result<void> finish() {
    grammar_.words_ = std::make_shared<const EngineWords>(vocabulary_);
    grammar_.classes_.assign(vocabulary_.size(), 0);
    for (std::size_t i = 0; i < EnumNames<WordClass>::kNames.size(); ++i) {
      const std::uint32_t set = grammar_.set_named(EnumNames<WordClass>::kNames[i]);
      if (set == 0) return fail(ErrorCode::kMalformed, fmt::format("data/grammar: no table has 'set {} = …'", EnumNames<WordClass>::kNames[i]));
      for (const WordId word : grammar_.word_sets_[set]) grammar_.classes_[word] |= std::uint64_t{1} << i;
    }
    grammar_.nominals_.each_first_word([&](WordId word) { vocabulary_.mark(word, WordMark::kNominal); });
    grammar_.titles_.each_first_word([&](WordId word) { vocabulary_.mark(word, WordMark::kTitle); });
    index_sets();
    for (std::uint32_t i = 0; i < grammar_.patterns_.size(); ++i) {
      Pattern& pattern = grammar_.patterns_[i];
      for (PatternItem& item : pattern.items) {
        if (item.kind == PatternItem::Kind::kWords && grammar_.word_sets_[item.word_set].size() == 1) item.word = grammar_.word_sets_[item.word_set].front();
      }
      for (const WordId word : grammar_.word_sets_[pattern.items[pattern.anchor].word_set]) {
        if (word >= grammar_.by_anchor_.size()) grammar_.by_anchor_.resize(word + 1);
        grammar_.by_anchor_[word].push_back({words_allowed(pattern, pattern.anchor - 1), words_allowed(pattern, pattern.anchor + 1), i});
      }
    }
    return {};
  }

 private:
  void index_sets() {
    for (const std::vector<WordId>& set : grammar_.word_sets_) {
      std::uint64_t marks = 0;
      for (const WordId word : set) marks |= std::uint64_t{1} << (word & 63U);
      grammar_.set_marks_.push_back(marks);
      auto& members = grammar_.set_members_.emplace_back();
      if (set.size() <= kSmallSet) continue;
      members.resize(set.back() + 1);
      for (const WordId word : set) members[word] = true;
    }
  }

  /// The marks of the words that the pattern allows at this step; everything for a slot, a gap or no step.
  std::uint64_t words_allowed(const Pattern& pattern, int step) const {
    if (step < 0 || static_cast<std::size_t>(step) >= pattern.items.size()) return AnchoredPattern::kAnything;
    const PatternItem& item = pattern.items[static_cast<std::size_t>(step)];
    return item.kind == PatternItem::Kind::kWords ? grammar_.set_marks_[item.word_set] : AnchoredPattern::kAnything;
  }

  std::string place() const { return fmt::format("data/{}:{}", path_, line_); }
  std::unexpected<Error> malformed(std::string_view what) const {
    return fail(ErrorCode::kMalformed, fmt::format("{}: {}", place(), what));
  }

  Result<void> header(std::string_view line) {
    have_rule_ = false;
    if (line.starts_with("set ")) return word_list(line.substr(4));
    if (line.starts_with("nominal ")) return nominal(line.substr(8));
    if (line.starts_with("title ") || line.starts_with("title=")) return title(line);
    auto parts = split(line, ' ');
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    const auto family = rule_family_named(parts.front());
    if (!family) return malformed(fmt::format("'{}' is no rule family", parts.front()));
    header_ = Rule{};
    header_.family = *family;
    have_rule_ = true;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      header_.attributes.append(i == 1 ? "" : " ").append(parts[i]);
      if (auto done = attribute(header_, parts[i]); !done) return done;
    }
    return {};
  }

  Result<void> attribute(Rule& rule, std::string_view text) {
    const std::size_t equals = text.find('=');
    const std::string_view key = text.substr(0, equals);
    const std::string_view value = equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1);
    std::optional<std::int8_t> index;
    if (key == "negated") return rule.negated = true, Result<void>();
    if (key == "reversed") return rule.reversed = true, Result<void>();
    if (key == "goal") return rule.goal = true, Result<void>();
    if (key == "percent") {
      std::from_chars(value.data(), value.data() + value.size(), rule.percent);
      return {};
    }
    if (key == "event") index = event_index(rule.family, value), rule.event = index.value_or(-1);
    else if (key == "type") index = type_index(rule.family, value), rule.type = index.value_or(-1);
    else if (key == "flow") index = name_index<Flow>(value), rule.flow = index.value_or(-1);
    else if (key == "coverage") index = name_index<Coverage>(value), rule.coverage = index.value_or(-1);
    else if (key == "direction") index = name_index<Direction>(value), rule.direction = index.value_or(-1);
    else if (key == "form") index = name_index<AssistanceForm>(value), rule.form = index.value_or(-1);
    else if (key == "unit") {
      for (const auto& [name, slot] : kSlotNames)
        if (name == value) index = static_cast<std::int8_t>(slot);
      rule.unit = index.value_or(-1);
    } else {
      return malformed(fmt::format("'{}' is no attribute", key));
    }
    if (!index) return malformed(fmt::format("'{}' is no {} of {}", value, key, rule_family_name(rule.family)));
    return {};
  }

  Result<void> indented(std::string_view line) {
    if (!have_rule_) return malformed("a pattern or example needs a rule above it");
    const std::string_view rest = trimmed(line.substr(1));
    if (line.front() == ':') return pattern(rest);
    if (line.front() == '+') {
      const std::size_t arrow = rest.find("=>");
      if (arrow == std::string_view::npos) return malformed("an example to read needs '=> kind key=value …'");
      grammar_.examples_.push_back(
          {std::string(trimmed(rest.substr(0, arrow))), std::string(trimmed(rest.substr(arrow + 2))), header_.family, place()});
      return {};
    }
    if (line.front() == '-') {
      grammar_.examples_.push_back({std::string(rest), "", header_.family, place()});
      return {};
    }
    return malformed("expected ':' for a pattern, '+' or '-' for an example");
  }

  Result<void> word_list(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return malformed("expected 'set name = words'");
    std::vector<WordId> words;
    for (const std::string_view word : split(text.substr(equals + 1), ' ')) {
      if (word.empty()) continue;
      if (word.front() == '@') {
        const std::uint32_t other = grammar_.set_named(word.substr(1));
        if (other == 0) return malformed(fmt::format("no set '{}' above", word));
        words.insert(words.end(), grammar_.word_sets_[other].begin(), grammar_.word_sets_[other].end());
      } else {
        words.push_back(vocabulary_.intern(fold(word)));
      }
    }
    grammar_.named_sets_.emplace_back(std::string(trimmed(text.substr(0, equals))), new_set(std::move(words)));
    return {};
  }

  Result<void> nominal(std::string_view text) {
    constexpr std::array<std::string_view, 5> kRoles = {"pair", "home", "partner", "focus", "other"};
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return malformed("expected 'nominal role = phrase | phrase'");
    const auto role = std::ranges::find(kRoles, trimmed(text.substr(0, equals)));
    if (role == kRoles.end()) return malformed("a nominal is pair, home, partner, focus or other");
    for (const std::string_view phrase : split(text.substr(equals + 1), '|')) {
      std::vector<Token> tokens;
      tokenise_and_intern(phrase, vocabulary_, tokens);
      if (!tokens.empty()) grammar_.nominals_[tokens] = static_cast<NominalRole>(role - kRoles.begin());
    }
    return {};
  }

  Result<void> title(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return malformed("expected 'title = phrase | phrase'");
    for (const std::string_view phrase : split(text.substr(equals + 1), '|')) {
      std::vector<Token> tokens;
      tokenise_and_intern(phrase, vocabulary_, tokens);
      if (!tokens.empty()) grammar_.titles_[tokens] = 1;
    }
    return {};
  }

  std::uint32_t new_set(std::vector<WordId> words) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const auto [known, fresh] = set_numbers_.try_emplace(words, static_cast<std::uint32_t>(grammar_.word_sets_.size()));
    if (fresh) grammar_.word_sets_.push_back(std::move(words));
    return known->second;
  }

  // A pattern: alternatives in ( | ), options in [ | ], @sets, {slots}, * and ** for gaps; "=> key=value" adds attributes.
  Result<void> pattern(std::string_view text) {
    Rule rule = header_;
    rule.place = place();
    rule.phrasing = text;
    if (const std::size_t arrow = text.find("=>"); arrow != std::string_view::npos) {
      for (const std::string_view part : split(text.substr(arrow + 2), ' ')) {
        if (part.empty()) continue;
        if (auto done = attribute(rule, part); !done) return done;
      }
      text = text.substr(0, arrow);
    }
    rest_ = trimmed(text);
    auto sequences = alternatives(0);
    if (!sequences) return std::unexpected(sequences.error());
    if (!rest_.empty()) return malformed(fmt::format("cannot read the pattern from '{}' on", rest_));
    const auto index = static_cast<std::uint32_t>(grammar_.rules_.size());
    grammar_.rules_.push_back(rule);
    for (Sequence& sequence : *sequences) {
      Pattern flat{std::move(sequence), 0, 0, index};
      if (!choose_anchor(flat)) return malformed("a pattern needs at least one word in every alternative");
      grammar_.patterns_.push_back(std::move(flat));
    }
    return {};
  }

  using Sequence = std::vector<PatternItem>;

  Result<std::vector<Sequence>> alternatives(int depth) {
    std::vector<Sequence> all;
    std::vector<Sequence> current = {{}};
    if (depth > 8) return malformed("brackets nested too deep");
    while (true) {
      rest_ = trimmed(rest_);
      if (rest_.empty() || rest_.front() == ')' || rest_.front() == ']') break;
      if (rest_.front() == '|') {
        rest_.remove_prefix(1);
        std::ranges::move(current, std::back_inserter(all));
        current = {{}};
        continue;
      }
      std::vector<Sequence> step;
      if (rest_.front() == '(' || rest_.front() == '[') {
        const bool optional = rest_.front() == '[';
        rest_.remove_prefix(1);
        auto inner = alternatives(depth + 1);
        if (!inner) return inner;
        if (rest_.empty() || rest_.front() != (optional ? ']' : ')')) return malformed("a bracket is not closed");
        rest_.remove_prefix(1);
        step = merged_words(std::move(*inner));
        if (optional) step.emplace_back();
      } else {
        auto item = one_item();
        if (!item) return std::unexpected(item.error());
        step = {*item};
      }
      std::vector<Sequence> product;
      for (const Sequence& head : current) {
        for (const Sequence& tail : step) {
          product.push_back(head);
          product.back().insert(product.back().end(), tail.begin(), tail.end());
        }
      }
      if (product.size() > 512) return malformed("more than 512 ways through one pattern: split it");
      current = std::move(product);
    }
    std::ranges::move(current, std::back_inserter(all));
    return all;
  }

  /// Alternatives of one word each become one item over a joint set.
  std::vector<Sequence> merged_words(std::vector<Sequence> sequences) {
    std::vector<WordId> words;
    std::vector<Sequence> rest;
    for (Sequence& sequence : sequences) {
      if (sequence.size() == 1 && sequence.front().kind == PatternItem::Kind::kWords) {
        const auto& set = grammar_.word_sets_[sequence.front().word_set];
        words.insert(words.end(), set.begin(), set.end());
      } else {
        rest.push_back(std::move(sequence));
      }
    }
    if (!words.empty()) rest.push_back({PatternItem{.word_set = new_set(std::move(words))}});
    return rest;
  }

  /// A word (which may be several tokens), a @set, a {slot} or a gap.
  Result<Sequence> one_item() {
    const std::size_t end = rest_.find_first_of(" \t|()[]");
    const std::string_view text = rest_.substr(0, end);
    rest_.remove_prefix(text.size());
    if (text == "*") return Sequence{{.kind = PatternItem::Kind::kGap, .longest_gap = 4}};
    if (text == "**") return Sequence{{.kind = PatternItem::Kind::kGap, .longest_gap = 12}};
    if (text.starts_with('{') && text.ends_with('}')) return slot(text.substr(1, text.size() - 2));
    if (text.starts_with('@')) {
      const std::uint32_t set = grammar_.set_named(text.substr(1));
      if (set == 0) return malformed(fmt::format("no set '{}' above", text));
      return Sequence{{.word_set = set}};
    }
    std::vector<Token> tokens;
    tokenise_and_intern(text, vocabulary_, tokens);
    if (tokens.empty()) return malformed(fmt::format("'{}' is no word", text));
    Sequence sequence;
    for (const Token& token : tokens) sequence.push_back({.word_set = new_set({token.word})});
    return sequence;
  }

  Result<Sequence> slot(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, SlotRole>, 8> kRoles = {{{"subject", SlotRole::kSubject},
                                                                              {"object", SlotRole::kObject},
                                                                              {"value", SlotRole::kValue},
                                                                              {"period", SlotRole::kPeriod},
                                                                              {"organisation", SlotRole::kOrganisation},
                                                                              {"place", SlotRole::kPlace},
                                                                              {"person", SlotRole::kPerson},
                                                                              {"title", SlotRole::kTitle}}};
    PatternItem item{.kind = PatternItem::Kind::kSlot};
    const std::size_t colon = text.find(':');
    const std::string_view type = colon == std::string_view::npos ? text : text.substr(colon + 1);
    bool known = false;
    for (const auto& [name, slot_type] : kSlotNames) {
      if (name == type) item.slot = slot_type, known = true;
    }
    if (!known) return malformed(fmt::format("'{}' is no slot type", type));
    if (colon != std::string_view::npos) {
      known = false;
      for (const auto& [name, role] : kRoles) {
        if (name == text.substr(0, colon)) item.role = role, known = true;
      }
      if (!known) return malformed(fmt::format("'{}' is no slot role", text.substr(0, colon)));
    }
    return Sequence{item};
  }

  bool choose_anchor(Pattern& pattern) const {
    int best = -1;
    int highest = -1000;
    for (std::size_t i = 0; i < pattern.items.size(); ++i) {
      if (pattern.items[i].kind != PatternItem::Kind::kWords) continue;
      ++pattern.literals;
      const auto& set = grammar_.word_sets_[pattern.items[i].word_set];
      const bool common = std::ranges::any_of(set, [&](WordId word) { return word < common_.size() && common_[word]; });
      const int score = (common ? 0 : 1000) - static_cast<int>(std::min<std::size_t>(set.size(), 200));
      if (score > highest) highest = score, best = static_cast<int>(i);
    }
    if (best < 0) return false;
    pattern.anchor = static_cast<std::uint16_t>(best);
    return true;
  }

  Grammar& grammar_;
  Vocabulary& vocabulary_;
  std::vector<bool> common_;                                 ///< By WordId.
  std::map<std::vector<WordId>, std::uint32_t> set_numbers_;  ///< Sets by their words.
  std::string path_;
  std::size_t line_ = 0;
  std::string_view rest_;
  Rule header_;
  bool have_rule_ = false;
};

Result<Grammar> Grammar::load(const TableFiles& files, std::span<const std::string_view> paths, Lexicon& lexicon) {
  Grammar grammar;
  GrammarLoader loader(grammar, lexicon.vocabulary());
  for (const std::string_view path : paths) {
    const std::string_view text = files(path);
    lexicon.add_to_fingerprint(text);
    if (auto done = loader.read(path, text); !done) return std::unexpected(done.error());
  }
  if (auto done = loader.finish(); !done) return std::unexpected(done.error());
  return grammar;
}

std::span<const AnchoredPattern> Grammar::anchored_at(WordId word) const {
  if (word == kUnknownWord || word >= by_anchor_.size()) return {};
  return by_anchor_[word];
}

bool Grammar::is_in_set(std::uint32_t word_set, WordId word) const {
  const auto& members = set_members_[word_set];
  if (!members.empty()) return word < members.size() && members[word];
  return std::ranges::find(word_sets_[word_set], word) != word_sets_[word_set].end();
}

std::uint32_t Grammar::set_named(std::string_view name) const {
  for (const auto& [known, set] : named_sets_) {
    if (known == name) return set;
  }
  return 0;
}

std::string_view slot_name(SlotType slot) {
  const auto found = std::ranges::find(kSlotNames, slot, [](const auto& named) { return named.second; });
  return found == std::end(kSlotNames) ? std::string_view() : found->first;
}

}  // namespace paraph
