#include "ledger/compare.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

#include "ledger/plain_words.h"

namespace paraph {
namespace {

/// Passages that were joined, split or changed, and the claims in them, are aligned by what the claims say.
class Comparer {
 public:
  Comparer(const Extraction& before, const Extraction& after) : before_(before), after_(after) {}

  Comparison compare() {
    out_.old_passages = find_passages(before_);
    out_.new_passages = find_passages(after_);
    alignment_ = align_passages(out_.old_passages, out_.new_passages);
    old_home_ = homes(out_.old_passages, before_.reading.claims.size());
    new_home_ = homes(out_.new_passages, after_.reading.claims.size());
    partner_.assign(before_.reading.claims.size(), std::nullopt);
    taken_.assign(after_.reading.claims.size(), false);
    pair_in_same_passages();
    pair_equal();
    pair_alike();
    pair_by_claims();
    write_claims();
    write_passages();
    write_about();
    return std::move(out_);
  }

 private:
  using Homes = std::vector<std::optional<std::size_t>>;

  static Homes homes(const Passages& passages, std::size_t claims) {
    Homes out(claims);
    for (std::size_t p = 0; p < passages.all.size(); ++p) {
      for (const std::size_t claim : passages.all[p].claims) out[claim] = p;
    }
    return out;
  }

  void pair(std::size_t i, std::size_t j) {
    partner_[i] = j;
    taken_[j] = true;
  }

  const Claim& old_claim(std::size_t i) const { return before_.reading.claims[i]; }
  const Claim& new_claim(std::size_t j) const { return after_.reading.claims[j]; }

  /// Words that are the same say the same, whatever the text around makes of "it" and "that year".
  void pair_in_same_passages() {
    std::unordered_map<std::size_t, std::vector<std::size_t>> in_new;
    for (const PassagePair& each : alignment_.pairs) {
      if (!each.same) continue;
      const auto& left = out_.old_passages.all[each.before].claims;
      const auto& right = out_.new_passages.all[each.after].claims;
      for (const std::size_t i : left) {
        const auto equal = std::ranges::find_if(right, [&](std::size_t j) { return !taken_[j] && new_claim(j).id == old_claim(i).id; });
        if (!partner_[i] && equal != right.end()) pair(i, *equal);
      }
      for (const std::size_t i : left) {
        if (partner_[i]) continue;
        const auto alike = std::ranges::find_if(right, [&](std::size_t j) { return !taken_[j] && new_claim(j).kind() == old_claim(i).kind(); });
        if (alike != right.end()) pair(i, *alike);
      }
    }
  }

  /// The same statement anywhere else: first in the passage that stands for its own, then in any.
  void pair_equal() {
    std::unordered_map<std::string_view, std::vector<std::size_t>> open;
    for (std::size_t j = taken_.size(); j-- > 0;) {
      if (!taken_[j]) open[new_claim(j).id].push_back(j);
    }
    for (const bool at_home : {true, false}) {
      for (std::size_t i = 0; i < partner_.size(); ++i) {
        if (partner_[i]) continue;
        const auto found = open.find(old_claim(i).id);
        if (found == open.end()) continue;
        auto& places = found->second;
        const auto place = std::ranges::find_if(places, [&](std::size_t j) { return !taken_[j] && (!at_home || paired_homes(i, j)); });
        if (place == places.end()) continue;
        pair(i, *place);
        places.erase(place);
      }
    }
  }

  bool paired_homes(std::size_t i, std::size_t j) const {
    if (!old_home_[i] || !new_home_[j]) return false;
    const auto range = std::ranges::equal_range(alignment_.pairs, *old_home_[i], {}, &PassagePair::before);
    return std::ranges::any_of(range, [&](const PassagePair& each) { return each.after == *new_home_[j]; });
  }

  /// The rest by what speaks for one statement; standing in passages that stand for each other speaks most.
  void pair_alike() {
    struct Candidate {
      double score;
      std::size_t before;
      std::size_t after;
    };
    std::vector<std::pair<std::size_t, ClaimFeatures>> left;
    std::vector<std::pair<std::size_t, ClaimFeatures>> right;
    for (std::size_t i = 0; i < partner_.size(); ++i) {
      if (!partner_[i]) left.emplace_back(i, features_of(old_claim(i)));
    }
    for (std::size_t j = 0; j < taken_.size(); ++j) {
      if (!taken_[j]) right.emplace_back(j, features_of(new_claim(j)));
    }
    std::vector<Candidate> candidates;
    // Far more changed claims than a sheet has are no two editions of one: only passages pair them then.
    const bool anywhere = left.size() * right.size() < 250'000;
    for (const auto& [i, a] : left) {
      for (const auto& [j, b] : right) {
        if (a.kind != b.kind) continue;
        const bool home = paired_homes(i, j);
        if (!home && !anywhere) continue;
        const double score = statement_likeness(a, b) + (home ? 3.0 : 0.0);
        if (score >= kOneStatement + (home ? 0.0 : 1.0)) candidates.push_back({score, i, j});
      }
    }
    std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    for (const Candidate& each : candidates) {
      if (!partner_[each.before] && !taken_[each.after]) pair(each.before, each.after);
    }
  }

  /// Sentences with hardly a word in common that state the same claims are one sentence in other words.
  void pair_by_claims() {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> votes;
    for (std::size_t i = 0; i < partner_.size(); ++i) {
      if (!partner_[i] || !old_home_[i] || !new_home_[*partner_[i]]) continue;
      const bool open = std::ranges::count(alignment_.only_old, *old_home_[i]) > 0 && std::ranges::count(alignment_.only_new, *new_home_[*partner_[i]]) > 0;
      if (open) ++votes[{*old_home_[i], *new_home_[*partner_[i]]}];
    }
    std::vector<std::pair<std::size_t, std::pair<std::size_t, std::size_t>>> ranked;
    for (const auto& [homes, count] : votes) ranked.emplace_back(count, homes);
    std::ranges::stable_sort(ranked, [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [count, homes] : ranked) {
      if (std::erase(alignment_.only_old, homes.first) == 0) continue;
      if (std::erase(alignment_.only_new, homes.second) == 0) {
        alignment_.only_old.insert(std::ranges::lower_bound(alignment_.only_old, homes.first), homes.first);
        continue;
      }
      alignment_.pairs.push_back({homes.first, homes.second, false, kByClaims, false, false});
    }
    std::ranges::sort(alignment_.pairs, [](const PassagePair& a, const PassagePair& b) { return std::pair(a.before, a.after) < std::pair(b.before, b.after); });
  }

  void write_claims() {
    for (std::size_t i = 0; i < partner_.size(); ++i) {
      ClaimChange each{i, partner_[i], {}};
      if (!partner_[i]) {
        each.change.kind = ChangeKind::kDropped;
      } else if (in_same_words(i, *partner_[i])) {
        if (old_claim(i).id != new_claim(*partner_[i]).id) each.change.members.push_back("context");
      } else {
        each.change = change_of_statement(old_claim(i), new_claim(*partner_[i]));
        each.change.kind = std::max(each.change.kind, ChangeKind::kReworded);
      }
      out_.claims.push_back(std::move(each));
    }
    for (std::size_t j = 0; j < taken_.size(); ++j) {
      if (taken_[j]) continue;
      // A claim that only the text around it made of words that were there already is no news.
      const bool stood = new_home_[j] && same_as_before(*new_home_[j]);
      out_.claims.push_back({std::nullopt, j, {stood ? ChangeKind::kKept : ChangeKind::kAdded, {}, {}, {}}});
      if (stood) out_.claims.back().change.members.push_back("context");
    }
    for (ClaimChange& each : out_.claims) {
      if (each.after || !each.before || !old_home_[*each.before] || !same_as_after(*old_home_[*each.before])) continue;
      each.change.kind = ChangeKind::kKept;
      each.change.members.push_back("context");
    }
  }

  bool in_same_words(std::size_t i, std::size_t j) const {
    if (!old_home_[i] || !new_home_[j]) return false;
    return std::ranges::any_of(alignment_.pairs, [&](const PassagePair& each) {
      return each.same && each.before == *old_home_[i] && each.after == *new_home_[j];
    });
  }
  bool same_as_before(std::size_t after) const {
    return std::ranges::any_of(alignment_.pairs, [&](const PassagePair& each) { return each.same && each.after == after; });
  }
  bool same_as_after(std::size_t before) const {
    return std::ranges::any_of(alignment_.pairs, [&](const PassagePair& each) { return each.same && each.before == before; });
  }

  void write_passages() {
    std::multimap<std::size_t, std::size_t> of_old;
    std::multimap<std::size_t, std::size_t> of_new;
    for (std::size_t c = 0; c < out_.claims.size(); ++c) {
      const ClaimChange& each = out_.claims[c];
      if (each.after && new_home_[*each.after]) {
        of_new.emplace(*new_home_[*each.after], c);
      } else if (!each.after && old_home_[*each.before]) {
        of_old.emplace(*old_home_[*each.before], c);
      }
    }
    const auto add_claims = [&](const std::multimap<std::size_t, std::size_t>& from, std::size_t passage, PassageChange& into) {
      const auto [first, last] = from.equal_range(passage);
      for (auto it = first; it != last; ++it) into.claims.push_back(it->second);
    };
    std::vector<bool> new_written(out_.new_passages.all.size(), false);
    std::vector<bool> old_written(out_.old_passages.all.size(), false);
    for (const PassagePair& each : alignment_.pairs) {
      PassageChange change;
      change.before = each.before;
      change.after = each.after;
      change.moved = each.moved;
      change.likeness = each.likeness;
      if (!new_written[each.after]) add_claims(of_new, each.after, change);
      if (!old_written[each.before]) add_claims(of_old, each.before, change);
      new_written[each.after] = old_written[each.before] = true;
      weigh(each, change);
      if (furniture(each)) change.kind = ChangeKind::kKept;
      out_.passages.push_back(std::move(change));
    }
    for (const std::size_t p : alignment_.only_old) {
      PassageChange change;
      change.before = p;
      change.kind = out_.old_passages.all[p].role == PassageRole::kText ? ChangeKind::kDropped : ChangeKind::kKept;
      add_claims(of_old, p, change);
      out_.passages.push_back(std::move(change));
    }
    for (const std::size_t p : alignment_.only_new) {
      PassageChange change;
      change.after = p;
      change.kind = out_.new_passages.all[p].role == PassageRole::kText ? ChangeKind::kAdded : ChangeKind::kKept;
      add_claims(of_new, p, change);
      out_.passages.push_back(std::move(change));
    }
    std::ranges::stable_sort(out_.passages, {}, [&](const PassageChange& each) { return std::pair(position(each), each.after.has_value()); });
  }

  bool furniture(const PassagePair& each) const {
    return out_.old_passages.all[each.before].role == PassageRole::kFurniture && out_.new_passages.all[each.after].role == PassageRole::kFurniture;
  }

  void weigh(const PassagePair& each, PassageChange& change) {
    if (each.same) {
      change.kind = each.moved ? ChangeKind::kMoved : ChangeKind::kKept;
      return;
    }
    const auto& before = out_.old_passages.all[each.before].words;
    const auto& after = out_.new_passages.all[each.after].words;
    change.edits = find_word_edits(before, after);
    change.hard = hard_difference(change.edits, before, after);
    if (each.likeness == kByClaims) only_figures(change.hard);
    change.kind = ChangeKind::kReworded;
    bool explained = false;
    for (const std::size_t c : change.claims) {
      const ChangeKind kind = out_.claims[c].change.kind;
      change.kind = std::max(change.kind, kind);
      explained = explained || kind >= ChangeKind::kUpdated;
    }
    if (change.hard.any() && !explained) change.kind = std::max(change.kind, ChangeKind::kAltered);
  }

  /// Other words have other names for the same: between paraphrases only figures and dates tell.
  static void only_figures(HardDifference& hard) {
    const auto no_figure = [](const std::string& word) { return std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; }); };
    std::erase_if(hard.gone, no_figure);
    std::erase_if(hard.come, no_figure);
  }

  /// In the new edition; a dropped passage stands behind the counterpart of the one that stood before it.
  std::size_t position(const PassageChange& change) const {
    if (change.after) return 2 * *change.after + 1;
    std::size_t at = 0;
    for (const PassagePair& each : alignment_.pairs) {
      if (each.before > *change.before) break;
      if (!each.moved) at = 2 * each.after + 2;
    }
    return at;
  }

  void write_about() {
    const auto plain = [](std::string_view text) {
      std::string out;
      for (const PlainWord& word : plain_words(text)) out.append(word.folded).push_back(' ');
      return out;
    };
    const auto add = [&](std::string_view member, const std::string& old_text, const std::string& new_text) {
      if (!old_text.empty() && !new_text.empty() && plain(old_text) != plain(new_text)) {
        out_.about.push_back({std::string(member), old_text, new_text});
      }
    };
    add("title", before_.document.title, after_.document.title);
    add("publisher", before_.document.publisher, after_.document.publisher);
    const auto date = [](const Document& document) { return document.published ? document.published->str() : std::string(); };
    if (!date(before_.document).empty() && !date(after_.document).empty() && date(before_.document) != date(after_.document)) {
      out_.about.push_back({"published", date(before_.document), date(after_.document)});
    }
  }

  const Extraction& before_;
  const Extraction& after_;
  PassageAlignment alignment_;
  Homes old_home_;
  Homes new_home_;
  std::vector<std::optional<std::size_t>> partner_;
  std::vector<bool> taken_;
  Comparison out_;
};

}  // namespace

std::size_t Comparison::count(ChangeKind kind) const {
  return static_cast<std::size_t>(std::ranges::count(passages, kind, &PassageChange::kind));
}

bool Comparison::text_differs() const {
  return std::ranges::any_of(passages, [&](const PassageChange& each) {
    const auto describes = [](const Passages& side, std::optional<std::size_t> p) { return p && side.all[*p].role == PassageRole::kAbout; };
    return is_change(each.kind) && !(describes(old_passages, each.before) || describes(new_passages, each.after));
  });
}

bool Comparison::differs() const {
  return !about.empty() || std::ranges::any_of(passages, [](const PassageChange& each) { return is_change(each.kind); });
}

Comparison compare(const Extraction& before, const Extraction& after) { return Comparer(before, after).compare(); }

}  // namespace paraph
