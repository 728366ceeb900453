#include "engine/engine.h"

#include <utility>

#include <fmt/format.h>

#include "claim/grammar.h"
#include "evidence/gather_evidence.h"
#include "lexicon/lexicon.h"
#include "lexicon/table.h"
#include "verdict/judge.h"

namespace paraph {

struct Engine::Tables {
  Lexicon lexicon;
  Grammar grammar;
};

Engine::Engine(std::shared_ptr<const Tables> tables, EngineOptions options) : tables_(std::move(tables)), options_(std::move(options)) {}

Result<Engine> Engine::open(const EngineOptions& options) {
  const TableFiles files = embedded_table_files();
  auto lexicon = Lexicon::load(files);
  if (!lexicon) return std::unexpected(lexicon.error());
  const std::vector<std::string_view> paths = embedded_table_paths("grammar");
  auto grammar = Grammar::load(files, paths, *lexicon);
  if (!grammar) return std::unexpected(grammar.error());
  return Engine(std::make_shared<const Tables>(std::move(*lexicon), std::move(*grammar)), options);
}

Result<Extraction> Engine::extract(const std::string& input, const ReadingOptions& options, const ExtractionSink& sink) const {
  auto intake = take_in(input, options_.intake);
  if (!intake) return std::unexpected(intake.error());
  return extract_bytes(std::move(*intake), options, sink);
}

Result<Extraction> Engine::extract_bytes(Intake intake, const ReadingOptions& options, const ExtractionSink& sink) const {
  auto document = open_document(intake, options_.document);
  if (!document) return std::unexpected(document.error());
  Extraction extraction;
  extraction.name = std::move(intake.name);
  extraction.bytes = std::move(intake.bytes);
  extraction.document = std::move(*document);
  extraction.fingerprint = fingerprint();
  const ClaimSink hand_on = [&](const Reading& so_far, std::span<const Claim> claims) {
    extraction.reading.pair = so_far.pair;
    extraction.reading.sentences = so_far.sentences;
    sink(extraction, claims);
  };
  extraction.reading = read_claims(extraction.document, tables_->lexicon, tables_->grammar, options, sink ? hand_on : ClaimSink());
  return extraction;
}

Result<Explained> Engine::explain(Intake intake, const ReadingOptions& options) const {
  auto document = open_document(intake, options_.document);
  if (!document) return std::unexpected(document.error());
  Explained explained;
  explained.extraction.name = std::move(intake.name);
  explained.extraction.bytes = std::move(intake.bytes);
  explained.extraction.document = std::move(*document);
  explained.explanation = explain_reading(explained.extraction.document, tables_->lexicon, tables_->grammar, options);
  explained.extraction.reading = explained.explanation.reading;
  explained.extraction.fingerprint = fingerprint();
  return explained;
}

Result<Audit> Engine::check(const std::string& input, const AuditOptions& options, const ObservationSource& shelf) const {
  auto extraction = extract(input, options.reading);
  if (!extraction) return std::unexpected(extraction.error());
  return check_extraction(std::move(*extraction), options, shelf);
}

Result<Audit> Engine::check_extraction(Extraction extraction, const AuditOptions& options, const ObservationSource& shelf) const {
  Audit audit;
  audit.now = options.now;
  audit.as_of = options.as_of;
  audit.extraction = std::move(extraction);
  const std::optional<CivilPeriod>& published = audit.extraction.document.published;
  for (const Claim& claim : audit.extraction.reading.claims) {
    if (!is_checkable(claim.kind())) {
      audit.verdicts.emplace_back();
      continue;
    }
    const auto evidence = gather_evidence(claim, shelf, {options.now, options.as_of, published, [this](const ActorId& actor) { return display_name(actor); }});
    if (!evidence) return std::unexpected(evidence.error());
    audit.verdicts.emplace_back(judge(claim, *evidence, {options.now, published}));
  }
  return audit;
}

const Lexicon& Engine::lexicon() const { return tables_->lexicon; }
const Grammar& Engine::grammar() const { return tables_->grammar; }
const std::string& Engine::fingerprint() const { return tables_->lexicon.fingerprint(); }

std::string_view Engine::display_name(const ActorId& actor) const { return tables_->lexicon.gazetteer().display_name(actor); }

Result<ActorId> Engine::actor_named(std::string_view written) const {
  const Gazetteer& gazetteer = tables_->lexicon.gazetteer();
  if (auto actor = gazetteer.find_actor(written)) return *actor;
  const ActorId id(written);
  if (gazetteer.is_organisation(id)) return id;
  return fail(ErrorCode::kNotFound, fmt::format("\"{}\" is no state or organisation that the gazetteer knows by one meaning; "
                                                "write a code such as UZ or an acronym such as NATO", written));
}

Result<ActorPair> Engine::pair_named(std::string_view written) const {
  // Names may hold hyphens themselves: every hyphen is tried as the one between the two.
  for (std::size_t at = written.find('-'); at != std::string_view::npos; at = written.find('-', at + 1)) {
    const auto home = actor_named(written.substr(0, at));
    const auto partner = actor_named(written.substr(at + 1));
    if (home && partner) return ActorPair{*home, *partner};
  }
  return fail(ErrorCode::kMalformed, fmt::format("\"{}\" is no pair of states; write two codes or names with a hyphen, such as US-UZ", written));
}

}  // namespace paraph
