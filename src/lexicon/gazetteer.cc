#include "lexicon/gazetteer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace paraph {
namespace {

constexpr std::array<std::pair<std::string_view, NameForm>, 12> kForms = {{
    {"name", NameForm::kName},
    {"official", NameForm::kOfficial},
    {"alias", NameForm::kAlias},
    {"former", NameForm::kAlias},
    {"adjective", NameForm::kAdjective},
    {"demonym", NameForm::kDemonym},
    {"demonym-plural", NameForm::kDemonymPlural},
    {"capital", NameForm::kCapital},
    {"metonym", NameForm::kMetonym},
    {"agency", NameForm::kAgency},
    {"group", NameForm::kGroup},
    {"acronym", NameForm::kAcronym},
}};

std::optional<NameForm> form_named(std::string_view name) {
  for (const auto& [text, form] : kForms) {
    if (text == name) return form;
  }
  return std::nullopt;
}

int year_of(std::string_view date) {
  int year = 0;
  std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), year);
  return year;
}

bool has_flag(std::string_view flags, std::string_view flag) {
  while (!flags.empty()) {
    const std::size_t comma = flags.find(',');
    if (flags.substr(0, comma) == flag) return true;
    if (comma == std::string_view::npos) break;
    flags.remove_prefix(comma + 1);
  }
  return false;
}

std::vector<ActorId> split_ids(std::string_view text) {
  std::vector<ActorId> ids;
  while (!text.empty()) {
    const std::size_t comma = text.find(',');
    ids.emplace_back(text.substr(0, comma));
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
  }
  return ids;
}

/// Collects entries under their spelling.
class NameIndex {
 public:
  NameIndex(TokenTrie<NameMatch>& names, Vocabulary& vocabulary) : names_(names), vocabulary_(vocabulary) {}

  void add(std::string_view name, NameEntry entry) {
    tokens_.clear();
    tokenise_and_intern(name, vocabulary_, tokens_);
    if (tokens_.empty()) return;
    entry.capitals = tokens_.size() == 1 && tokens_[0].shape == TokenShape::kCaps ? 1 : 0;
    NameMatch& match = names_[tokens_];
    if (match.written.empty()) match.written = std::string(name);
    for (NameEntry& known : match.entries) {
      if (known.actor == entry.actor && known.form == entry.form) {
        known.homonym = known.homonym || entry.homonym;
        return;
      }
    }
    match.entries.push_back(std::move(entry));
  }

 private:
  TokenTrie<NameMatch>& names_;
  Vocabulary& vocabulary_;
  std::vector<Token> tokens_;
};

}  // namespace

Result<Gazetteer> Gazetteer::load(const TableFiles& files, Vocabulary& vocabulary) {
  Gazetteer gazetteer;
  NameIndex index(gazetteer.names_, vocabulary);
  const auto table = [&files](const std::string& path, std::initializer_list<std::string_view> columns) {
    return Table::read("data/" + path, files(path), columns);
  };

  const auto actors = table("gazetteer/actors.tsv", {"id", "name", "alpha3"});
  if (!actors) return std::unexpected(actors.error());
  for (std::size_t row = 0; row < actors->rows(); ++row) {
    const ActorId id(actors->cell(row, 0));
    gazetteer.state_names_[id] = std::string(actors->cell(row, 1));
    for (const std::size_t column : {0UL, 1UL, 2UL}) {
      if (!actors->cell(row, column).empty()) gazetteer.codes_[fold(actors->cell(row, column))] = id;
    }
  }

  const auto names = table("gazetteer/actor_names.tsv", {"actor", "name", "form", "valid_from", "valid_to", "flags"});
  if (!names) return std::unexpected(names.error());
  for (std::size_t row = 0; row < names->rows(); ++row) {
    const ActorId id(names->cell(row, 0));
    const auto form = form_named(names->cell(row, 2));
    if (!form) return fail(ErrorCode::kMalformed, fmt::format("{}: unknown form '{}'", names->place(row), names->cell(row, 2)));
    if (!gazetteer.state_names_.contains(id)) {
      return fail(ErrorCode::kMalformed, fmt::format("{}: actor '{}' is not in actors.tsv", names->place(row), id.str()));
    }
    index.add(names->cell(row, 1), {.actor = id,
                                    .form = *form,
                                    .homonym = has_flag(names->cell(row, 5), "homonym"),
                                    .members = {},
                                    .valid_from = year_of(names->cell(row, 3)),
                                    .valid_to = year_of(names->cell(row, 4))});
    if (*form == NameForm::kName || *form == NameForm::kOfficial || *form == NameForm::kAlias) {
      gazetteer.codes_.try_emplace(fold(names->cell(row, 1)), id);
    }
  }

  const auto organisations = table("gazetteer/organisations.tsv", {"id", "name"});
  if (!organisations) return std::unexpected(organisations.error());
  for (std::size_t row = 0; row < organisations->rows(); ++row) {
    gazetteer.organisation_names_[ActorId(organisations->cell(row, 0))] = std::string(organisations->cell(row, 1));
  }
  const auto settled = table("gazetteer/settled_organisations.tsv", {"organisation"});
  if (!settled) return std::unexpected(settled.error());
  for (std::size_t row = 0; row < settled->rows(); ++row) {
    const ActorId id(settled->cell(row, 0));
    if (!gazetteer.organisation_names_.contains(id) && !gazetteer.state_names_.contains(id)) {
      return fail(ErrorCode::kMalformed, fmt::format("{}: '{}' is neither in organisations.tsv nor in actors.tsv", settled->place(row), id.str()));
    }
    gazetteer.settled_.insert(id);
  }
  const auto organisation_names =
      table("gazetteer/organisation_names.tsv", {"organisation", "name", "form", "valid_from", "valid_to", "flags"});
  if (!organisation_names) return std::unexpected(organisation_names.error());
  for (std::size_t row = 0; row < organisation_names->rows(); ++row) {
    const ActorId id(organisation_names->cell(row, 0));
    if (!gazetteer.organisation_names_.contains(id)) {
      return fail(ErrorCode::kMalformed,
                  fmt::format("{}: organisation '{}' is not in organisations.tsv", organisation_names->place(row), id.str()));
    }
    const bool acronym = organisation_names->cell(row, 2) == "acronym";
    index.add(organisation_names->cell(row, 1), {.actor = id,
                                                 .form = acronym ? NameForm::kAcronym : NameForm::kOrganisation,
                                                 .homonym = has_flag(organisation_names->cell(row, 5), "homonym"),
                                                 .members = {},
                                                 .valid_from = year_of(organisation_names->cell(row, 3)),
                                                 .valid_to = year_of(organisation_names->cell(row, 4))});
  }

  const auto agencies = table("gazetteer/agencies.tsv", {"name", "acts_for", "acronym", "flags"});
  if (!agencies) return std::unexpected(agencies.error());
  for (std::size_t row = 0; row < agencies->rows(); ++row) {
    NameEntry entry{.actor = ActorId(agencies->cell(row, 1)),
                    .form = NameForm::kAgency,
                    .homonym = has_flag(agencies->cell(row, 3), "homonym"),
                    .members = {}};
    index.add(agencies->cell(row, 0), entry);
    if (!agencies->cell(row, 2).empty()) index.add(agencies->cell(row, 2), entry);
  }

  const auto groups = table("gazetteer/groups.tsv", {"id", "name", "members"});
  if (!groups) return std::unexpected(groups.error());
  for (std::size_t row = 0; row < groups->rows(); ++row) {
    index.add(groups->cell(row, 1), {.actor = ActorId(groups->cell(row, 0)),
                                     .form = NameForm::kGroup,
                                     .members = split_ids(groups->cell(row, 2))});
  }

  const auto places = table("gazetteer/places.tsv", {"name", "actor", "flags"});
  if (!places) return std::unexpected(places.error());
  for (std::size_t row = 0; row < places->rows(); ++row) {
    index.add(places->cell(row, 0), {.actor = ActorId(places->cell(row, 1)),
                                     .form = NameForm::kPlace,
                                     .homonym = has_flag(places->cell(row, 2), "homonym"),
                                     .members = {}});
  }

  for (NameMatch& match : gazetteer.names_.values()) {
    std::ranges::stable_sort(match.entries, {}, [](const NameEntry& entry) {
      return std::pair(entry.form == NameForm::kPlace || entry.form == NameForm::kAgency, entry.valid_to != 0);
    });
  }
  return gazetteer;
}

std::string_view Gazetteer::display_name(const ActorId& actor) const {
  if (const auto state = state_names_.find(actor); state != state_names_.end()) return state->second;
  if (const auto body = organisation_names_.find(actor); body != organisation_names_.end()) return body->second;
  return actor.str();
}

std::optional<ActorId> Gazetteer::find_actor(std::string_view written) const {
  const auto found = codes_.find(fold(written));
  return found == codes_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace paraph
