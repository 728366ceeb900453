#include "engine/ledger_book.h"

#include <utility>

#include <fmt/format.h>

#include "engine/days.h"
#include "ledger/compare.h"
#include "ledger/digest.h"
#include "ledger/lives.h"
#include "ledger/state_edition.h"
#include "report/claim_json.h"
#include "report/describe_claim.h"
#include "store/sqlite_ledger.h"

namespace paraph {
namespace {

constexpr std::size_t kBatch = 256;  // editions a transaction
constexpr std::size_t kRecent = 512; // sources whose last edition is kept in memory

std::string id_of(const std::optional<ActorId>& actor) { return actor ? actor->str() : std::string(); }

StatedClaim state(const Claim& claim, Quoter& quoter) {
  StatedClaim out;
  out.id = claim.id;
  out.kind = name_of(claim.kind());
  out.subject = id_of(claim.subject);
  out.object = id_of(claim.object);
  out.says = describe_claim(claim, {});
  out.span = claim.span;
  out.sentence = claim.sentence;
  JsonWriter json(out.json);
  json.StartObject();
  write_claim_members(json, claim, quoter);
  json.EndObject();
  return out;
}

}  // namespace

Result<LedgerBook> LedgerBook::open(const Engine& engine, const std::filesystem::path& file, bool create) {
  auto storage = open_ledger(file, create);
  if (!storage) return std::unexpected(storage.error());
  return LedgerBook(engine, std::move(*storage));
}

Result<void> LedgerBook::record(const std::vector<std::string>& inputs, const RecordOptions& options, const std::function<void(const Recorded&)>& done,
                                const std::function<void(const Error&)>& failed) {
  for (std::size_t first = 0; first < inputs.size(); first += kBatch) {
    // Reading takes longest and needs no other writer held off.
    std::vector<std::pair<std::string, Extraction>> batch;
    for (std::size_t i = first; i < std::min(first + kBatch, inputs.size()); ++i) {
      auto extraction = engine_->extract(inputs[i], options.reading);
      if (!extraction) {
        failed(extraction.error());
        continue;
      }
      batch.emplace_back(inputs[i], std::move(*extraction));
    }
    if (batch.empty()) continue;
    if (auto begun = storage_->begin(); !begun) return begun;
    std::vector<Recorded> written;
    for (auto& [input, extraction] : batch) {
      auto recorded = append(std::move(extraction), input, options);
      if (!recorded) {
        storage_->rollback();
        return std::unexpected(recorded.error());
      }
      written.push_back(std::move(*recorded));
    }
    if (auto committed = storage_->commit(); !committed) {
      storage_->rollback();
      return committed;
    }
    for (const Recorded& each : written) done(each);
  }
  return {};
}

Result<Recorded> LedgerBook::append(Extraction extraction, const std::string& input, const RecordOptions& options) {
  Edition edition;
  edition.source = options.source.empty() ? input : options.source;
  edition.name = extraction.name;
  edition.seen = ValidTime{options.seen.value_or(options.today)};
  edition.recorded = RecordedAt{options.today};
  edition.document = sha256(extraction.bytes);
  const Document& document = extraction.document;
  edition.format = document_format_name(document.format);
  edition.published = document.published ? document.published->str() : "";
  edition.title = document.title;
  edition.publisher = document.publisher;
  if (extraction.reading.pair) {
    edition.home = extraction.reading.pair->home.str();
    edition.partner = extraction.reading.pair->partner.str();
  }
  edition.lexicon = extraction.fingerprint;
  Recorded out;
  const auto before = storage_->in_force(edition.source, edition.seen, std::nullopt);
  if (!before) return std::unexpected(before.error());
  if (!*before) {
    out.first = true;
    edition.events = events_of_first(extraction);
  } else {
    edition.previous = (*before)->number;
    const auto known = recent_.find(edition.source);
    std::shared_ptr<const Extraction> old;
    if (known != recent_.end() && known->second.number == edition.previous) {
      out.same_bytes = known->second.document == edition.document;
      old = known->second.extraction;
    } else {
      auto again = read_again(**before, options.reading);
      if (!again) return std::unexpected(again.error());
      old = std::move(*again);
      out.same_bytes = old->bytes == extraction.bytes;
    }
    if (!out.same_bytes) edition.events = events_of_comparison(*old, extraction, compare(*old, extraction));
  }
  Quoter quoter(extraction);
  for (const Claim& claim : extraction.reading.claims) edition.claims.push_back(state(claim, quoter));
  for (const Gap& gap : extraction.reading.gaps) edition.gaps.push_back({std::string(name_of(gap.reason)), gap.span});
  auto kept = std::make_shared<Extraction>(std::move(extraction));
  if (options.shelf != nullptr) {
    AuditOptions audit_options;
    audit_options.reading = options.reading;
    audit_options.now = options.today;
    const auto audit = engine_->check_extraction(*kept, audit_options, *options.shelf);
    if (!audit) return std::unexpected(audit.error());
    for (std::size_t i = 0; i < audit->verdicts.size(); ++i) {
      if (audit->verdicts[i]) edition.claims[i].verdict = verdict_label_name(audit->verdicts[i]->label);
    }
  }
  auto place = storage_->append(edition, kept->bytes);
  if (!place) return std::unexpected(place.error());
  out.place = std::move(*place);
  out.claims = edition.claims.size();
  out.events = edition.events.size();
  if (recent_.size() >= kRecent) recent_.clear();
  recent_[edition.source] = {out.place.number, edition.document, std::move(kept)};
  return out;
}

Result<std::shared_ptr<const Extraction>> LedgerBook::read_again(const EditionPlace& place, const ReadingOptions& reading) const {
  const auto record = storage_->record(place.number);
  if (!record) return std::unexpected(record.error());
  const auto edition = read_record(*record);
  if (!edition) return std::unexpected(edition.error());
  auto bytes = storage_->document(edition->document);
  if (!bytes) return std::unexpected(bytes.error());
  Intake intake;
  intake.name = edition->name;
  intake.bytes = std::move(*bytes);
  intake.hints.name = edition->name;
  for (const DocumentFormat format : {DocumentFormat::kPlain, DocumentFormat::kMarkdown, DocumentFormat::kHtml, DocumentFormat::kPdf}) {
    if (document_format_name(format) == edition->format) intake.hints.format = format;
  }
  auto extraction = engine_->extract_bytes(std::move(intake), reading);
  if (!extraction) return std::unexpected(extraction.error());
  return std::make_shared<const Extraction>(std::move(*extraction));
}

Result<std::optional<Extraction>> LedgerBook::edition(std::string_view reference, const ReadingOptions& reading) const {
  const std::size_t at = reference.rfind('@');
  if (at == std::string_view::npos) return std::optional<Extraction>();
  std::optional<EditionPlace> place;
  const std::string_view behind = reference.substr(at + 1);
  if (at == 0) {
    std::int64_t number = 0;
    for (const char c : behind) {
      if (c < '0' || c > '9' || number > 1'000'000'000'000) return std::optional<Extraction>();
      number = number * 10 + (c - '0');
    }
    auto found = storage_->place(number);
    if (!found) return std::unexpected(found.error());
    place = std::move(*found);
  } else {
    const auto day = read_day(behind);
    if (!day) return std::optional<Extraction>();
    auto found = storage_->in_force(reference.substr(0, at), ValidTime{*day}, std::nullopt);
    if (!found) return std::unexpected(found.error());
    if (!*found) return fail(ErrorCode::kNotFound, fmt::format("{}: the ledger has no edition of this source by then", reference));
    place = std::move(*found);
  }
  auto extraction = read_again(*place, reading);
  if (!extraction) return std::unexpected(extraction.error());
  std::optional<Extraction> out(**extraction);
  out->name = fmt::format("@{} {}, seen {}", place->number, place->source, day_text(place->seen.day));
  return out;
}

Result<std::string> LedgerBook::verify() const { return verify_chain(*storage_); }

Result<TextTable> LedgerBook::history(std::string_view claim_or_pair) const {
  std::vector<ClaimLife> lives;
  const bool is_id = claim_or_pair.size() == 17 && claim_or_pair.front() == 'c' && claim_or_pair.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
  if (is_id) {
    auto life = life_of(*storage_, claim_or_pair);
    if (!life) return std::unexpected(life.error());
    lives.push_back(std::move(*life));
  } else {
    const auto pair = engine_->pair_named(claim_or_pair);
    if (!pair) return std::unexpected(pair.error());
    auto found = lives_between(*storage_, pair->home.str(), pair->partner.str());
    if (!found) return std::unexpected(found.error());
    lives = std::move(*found);
  }
  TextTable table;
  table.caption = fmt::format("History of {}", claim_or_pair);
  table.columns = {{"statement", true}, {"edition", true}, {"seen"}, {"what"}, {"says"}, {"claim"}, {"source"}};
  for (std::size_t i = 0; i < lives.size(); ++i) {
    for (const LifeStep& step : lives[i].steps) {
      const bool first = &step == &lives[i].steps.front();
      const std::string what = step.back ? "back again" : first && step.kind == ChangeKind::kAdded ? "first seen" : std::string(change_kind_name(step.kind));
      table.rows.push_back({std::to_string(i + 1), std::to_string(step.edition.number), day_text(step.edition.seen.day), what, step.claim.says, step.claim.id,
                            step.edition.source});
    }
  }
  if (lives.empty()) table.notes.push_back("No edition in the ledger states a claim between these two.");
  return table;
}

Result<TextTable> LedgerBook::as_of(ValidTime at, std::optional<RecordedAt> recorded_by, std::string_view source, std::string_view pair) const {
  auto sources = storage_->sources();
  if (!sources) return std::unexpected(sources.error());
  if (!source.empty()) sources = std::vector<std::string>{std::string(source)};
  std::optional<ActorPair> wanted;
  if (!pair.empty()) {
    const auto named = engine_->pair_named(pair);
    if (!named) return std::unexpected(named.error());
    wanted = *named;
  }
  const bool claims = wanted.has_value() || !source.empty();
  TextTable table;
  table.caption = fmt::format("As of {}{}", day_text(at.day), recorded_by ? ", recorded by " + day_text(recorded_by->day) : "");
  if (claims) {
    table.columns = {{"edition", true}, {"seen"}, {"claim"}, {"says"}, {"verdict"}, {"source"}};
  } else {
    table.columns = {{"edition", true}, {"seen"}, {"recorded"}, {"source"}};
  }
  for (const std::string& each : *sources) {
    const auto place = storage_->in_force(each, at, recorded_by);
    if (!place) return std::unexpected(place.error());
    if (!*place) continue;
    const std::string number = std::to_string((*place)->number);
    const std::string seen = day_text((*place)->seen.day);
    if (!claims) {
      table.rows.push_back({number, seen, day_text((*place)->recorded.day), each});
      continue;
    }
    const auto record = storage_->record((*place)->number);
    if (!record) return std::unexpected(record.error());
    const auto edition = read_record(*record);
    if (!edition) return std::unexpected(edition.error());
    for (const StatedClaim& claim : edition->claims) {
      const auto is = [&](const ActorId& a, const ActorId& b) { return claim.subject == a.str() && claim.object == b.str(); };
      if (wanted && !is(wanted->home, wanted->partner) && !is(wanted->partner, wanted->home)) continue;
      table.rows.push_back({number, seen, claim.id, claim.says, claim.verdict, each});
    }
  }
  if (table.rows.empty()) table.notes.push_back("The ledger holds no edition that was seen by then.");
  return table;
}

}  // namespace paraph
