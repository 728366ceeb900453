#include "report/diff_json.h"

#include "report/claim_json.h"
#include "report/diff_quotes.h"
#include "report/display_text.h"
#include "report/quoter.h"

namespace paraph {
namespace {

void write_edition(JsonWriter& json, std::string_view key, const Extraction& edition) {
  write_key(json, key);
  json.StartObject();
  write_document_members(json, edition);
  json.EndObject();
}

void write_side(JsonWriter& json, std::string_view key, const Extraction& edition, const Passages& passages, std::optional<std::size_t> passage) {
  if (!passage) return;
  const Passage& it = passages.all[*passage];
  write_key(json, key);
  json.StartObject();
  write_member(json, "span", it.origin);
  write_member(json, "quote", edit_words(edition, it.text));
  json.EndObject();
}

void write_edits(JsonWriter& json, const PassageChange& change, const ComparedEditions& editions) {
  if (change.edits.empty()) return;
  write_key(json, "edits");
  json.StartArray();
  for (const WordEdit& edit : change.edits) {
    json.StartObject();
    write_member(json, "of", word_weight_name(edit.weight));
    write_given(json, "before", edit_words(editions.before, edit.before));
    write_given(json, "after", edit_words(editions.after, edit.after));
    json.EndObject();
  }
  json.EndArray();
}

void write_claim_side(JsonWriter& json, std::string_view key, const Extraction& edition, std::optional<std::size_t> claim, const NameActor& name_actor) {
  if (!claim) return;
  const Claim& it = edition.reading.claims[*claim];
  write_key(json, key);
  json.StartObject();
  write_member(json, "id", it.id);
  write_member(json, "span", it.span);
  write_member(json, "says", mended_utf8(describe_claim(it, name_actor)));
  json.EndObject();
}

void write_claims(JsonWriter& json, const PassageChange& change, const ComparedEditions& editions, const NameActor& name_actor) {
  if (change.claims.empty()) return;
  write_key(json, "claims");
  json.StartArray();
  for (const std::size_t index : change.claims) {
    const ClaimChange& it = editions.comparison.claims[index];
    json.StartObject();
    write_member(json, "change", change_kind_name(it.change.kind));
    const Claim& claim = it.after ? editions.after.reading.claims[*it.after] : editions.before.reading.claims[*it.before];
    write_member(json, "kind", name_of(claim.kind()));
    write_list(json, "members", it.change.members);
    write_list(json, "items_added", it.change.items_added);
    write_list(json, "items_dropped", it.change.items_dropped);
    write_claim_side(json, "before", editions.before, it.before, name_actor);
    write_claim_side(json, "after", editions.after, it.after, name_actor);
    json.EndObject();
  }
  json.EndArray();
}

void write_orphans(JsonWriter& json, std::string_view key, const Extraction& edition, const Passages& passages) {
  if (passages.orphans.empty()) return;
  write_key(json, key);
  json.StartArray();
  for (const std::size_t claim : passages.orphans) write_string(json, edition.reading.claims[claim].id);
  json.EndArray();
}

}  // namespace

void write_passage_change(JsonWriter& json, const PassageChange& change, const ComparedEditions& editions, const NameActor& name_actor) {
  json.StartObject();
  write_member(json, "change", change_kind_name(change.kind));
  if (change.moved) write_member(json, "moved", true);
  write_side(json, "before", editions.before, editions.comparison.old_passages, change.before);
  write_side(json, "after", editions.after, editions.comparison.new_passages, change.after);
  write_edits(json, change, editions);
  write_list(json, "gone", change.hard.gone);
  write_list(json, "come", change.hard.come);
  write_claims(json, change, editions, name_actor);
  json.EndObject();
}

void write_diff_json(const ComparedEditions& editions, const ReportContext& context, bool all, std::string& out) {
  const Comparison& comparison = editions.comparison;
  JsonWriter json(out);
  json.StartObject();
  write_member(json, "type", "diff");
  write_edition(json, "before", editions.before);
  write_edition(json, "after", editions.after);
  write_member(json, "differs", comparison.differs());
  write_key(json, "counts");
  json.StartObject();
  for (const ChangeKind kind : kChangeKinds) write_member(json, change_kind_name(kind), comparison.count(kind));
  json.EndObject();
  write_key(json, "about");
  json.StartArray();
  for (const AboutChange& change : comparison.about) {
    json.StartObject();
    write_member(json, "member", change.member);
    write_member(json, "before", mended_utf8(change.before));
    write_member(json, "after", mended_utf8(change.after));
    json.EndObject();
  }
  json.EndArray();
  write_key(json, "changes");
  json.StartArray();
  for (const PassageChange& change : comparison.passages) {
    if (all || is_change(change.kind)) write_passage_change(json, change, editions, context.name_actor);
  }
  json.EndArray();
  write_orphans(json, "orphans_before", editions.before, comparison.old_passages);
  write_orphans(json, "orphans_after", editions.after, comparison.new_passages);
  json.EndObject();
  json.end_line();
}

}  // namespace paraph
