#include "claim/person_end.h"

#include <algorithm>
#include <array>
#include <optional>

namespace paraph {
namespace {

class PersonReader {
 public:
  PersonReader(const AnnotatedSentence& annotated, const DocumentContext& context, std::size_t next_mention)
      : annotated_(annotated),
        tokens_(annotated.tokens),
        grammar_(*context.grammar),
        words_(context.grammar->words()),
        next_mention_(next_mention) {}

  std::size_t end_from(std::size_t at) const {
    if (!tokens_[at].may_start(WordMark::kTitle) || !tokens_[at].capitalised()) return at;
    const std::size_t first = title_at(at);
    if (first == 0) return at;
    std::size_t end = at + first;
    while (end < tokens_.size() && tokens_[end].capitalised()) {  // further titles: "His Excellency Mr."
      const std::size_t more = title_at(end);
      if (more == 0) break;
      end += more;
    }
    const std::size_t titled = end;
    end = name_end(after_portfolio(end), titled);
    // A title without a name stands for its holder only where it is an office: "the Prime Minister", not "Consul General".
    if (end == titled && first == 1 && titled == at + 1 && !grammar_.is(WordClass::kOffices, tokens_[at].word)) return at;
    return end;
  }

 private:
  /// Tokens of the title that starts at `at`; 0 for none.
  std::size_t title_at(std::size_t at) const {
    const auto title = grammar_.titles().longest({tokens_.data() + at, tokens_.size() - at});
    return title ? title->tokens : 0;
  }

  std::size_t name_end(std::size_t end, std::size_t titled) const {
    std::size_t mention = next_mention_;
    while (end < tokens_.size()) {
      while (mention < annotated_.mentions.size() && annotated_.mentions[mention].last <= end) ++mention;
      const Token& token = tokens_[end];
      if (mention < annotated_.mentions.size() && annotated_.mentions[mention].first <= end) {
        // A homonym inside a name ("Michael Jordan"), but not a state after its leader's title.
        const auto* name = std::get_if<NameMention>(&annotated_.mentions[mention].body);
        // "President Lincoln": behind a title, a town's name is a person's.
        const bool town = name != nullptr && end == titled && name->match->entries.front().form == NameForm::kPlace;
        if (name == nullptr || (!town && (end == titled || !name->match->entries.front().homonym))) break;
        end = annotated_.mentions[mention].last;
        continue;
      }
      if (token.capitalised()) {
        ++end;
      } else if (const std::size_t particles = particles_from(end); particles > 0) {  // "von der Leyen"
        end += particles + 1;
      } else if (token.shape == TokenShape::kDash && !token.space_before && end + 1 < tokens_.size() && tokens_[end + 1].is_word() &&
                 !tokens_[end + 1].space_before) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  bool is_mentioned(std::size_t at) const {
    for (std::size_t m = next_mention_; m < annotated_.mentions.size() && annotated_.mentions[m].first <= at; ++m) {
      if (annotated_.mentions[m].last > at) return true;
    }
    return false;
  }

  bool is_named(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].is_word() && tokens_[at].capitalised() && !is_mentioned(at);
  }

  std::size_t capitals_end(std::size_t at) const {
    while (is_named(at) && !(tokens_[at].may_start(WordMark::kTitle) && title_at(at) > 0)) ++at;
    return at;
  }

  bool is_joint(std::size_t at) const {
    return at < tokens_.size() && (tokens_[at].word == words_.and_ || tokens_[at].word == words_.ampersand);
  }

  /// Behind a title: the end of "of Foreign Affairs and Trade", "for Industry, Energy and Mines", "of the House of Deputies", "of the
  /// Prime Minister"; `at` where what follows is no office.
  std::size_t after_portfolio(std::size_t at) const {
    std::size_t end = at;
    for (int parts = 0; parts < 3 && end < tokens_.size() && (tokens_[end].word == words_.of || tokens_[end].word == words_.for_);
         ++parts) {
      std::size_t next = end + 1;
      if (next < tokens_.size() && tokens_[next].word == words_.the) ++next;
      if (!is_named(next)) break;
      if (const std::size_t title = title_at(next); title > 0) {
        end = next + title;
        continue;
      }
      end = topics_end(capitals_end(next));
    }
    return end;
  }

  /// Behind the first topic of an office: the end of "and Trade", ", Energy and Mines".
  std::size_t topics_end(std::size_t at) const {
    while (at + 1 < tokens_.size()) {
      const bool list = tokens_[at].word == words_.comma && list_goes_on(capitals_end(at + 1));
      if (!is_joint(at) && !list) break;
      const std::size_t further = capitals_end(at + 1);
      if (further == at + 1) break;
      at = further;
    }
    return at;
  }

  bool list_goes_on(std::size_t at) const {
    for (int steps = 0; steps < 8 && at < tokens_.size(); ++steps, ++at) {
      if (is_joint(at)) return is_named(at + 1);
      if (tokens_[at].word != words_.comma && !is_named(at)) return false;
    }
    return false;
  }

  /// How many particles of a name stand at `at`, where a capitalised name follows them.
  std::size_t particles_from(std::size_t at) const {
    std::size_t end = at;
    while (end < tokens_.size() && end < at + 3 && tokens_[end].is_word() && is_particle(tokens_[end])) ++end;
    return end > at && end < tokens_.size() && tokens_[end].capitalised() ? end - at : 0;
  }

  bool is_particle(const Token& token) const {
    constexpr std::array<std::string_view, 17> kParticles = {"bin", "bint", "al", "de",  "von", "van", "der", "da", "do",
                                                             "dos", "ibn",  "el", "del", "la",  "ben", "di",  "ul"};
    const std::string_view text = annotated_.text.substr(token.first, token.last - token.first);
    return std::ranges::find(kParticles, text) != kParticles.end();
  }

  const AnnotatedSentence& annotated_;
  const std::vector<Token>& tokens_;
  const Grammar& grammar_;
  const EngineWords& words_;
  std::size_t next_mention_;
};

}  // namespace

std::size_t person_end(const AnnotatedSentence& annotated, const DocumentContext& context, std::size_t at, std::size_t next_mention) {
  return PersonReader(annotated, context, next_mention).end_from(at);
}

}  // namespace paraph
