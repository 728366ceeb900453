#include "engine/sheet_writer.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/check.h"
#include "brief/footnotes.h"
#include "claim/read_claims.h"
#include "engine/days.h"
#include "engine/remembering_shelf.h"
#include "lexicon/table.h"
#include "verdict/verdict.h"

namespace paraph {
namespace {

constexpr int kRounds = 4;  ///< Taking a sentence out may change how the next is read; more than twice was never seen.

Result<std::vector<StateSpan>> read_states() {
  const auto table = Table::read("data/gazetteer/actors.tsv", embedded_table_files()("gazetteer/actors.tsv"), {"id", "kind", "valid_from", "valid_to", "successors"});
  if (!table) return std::unexpected(table.error());
  std::vector<StateSpan> states;
  for (std::size_t row = 0; row < table->rows(); ++row) {
    if (table->cell(row, 1) == "bloc") continue;
    StateSpan span{ActorId(table->cell(row, 0)), {}, {}, std::string(table->cell(row, 4))};
    for (const auto& [column, day] : {std::pair(2, &span.from), std::pair(3, &span.to)}) {
      const std::string_view written = table->cell(row, static_cast<std::size_t>(column));
      if (written.empty()) continue;
      const auto read = read_day(written);
      if (!read) return fail(ErrorCode::kMalformed, fmt::format("{}: {}", table->place(row), read.error().message));
      *day = *read;
    }
    states.push_back(std::move(span));
  }
  return states;
}

/// One statement or table of the sheet with its place in the written text.
struct Part {
  const std::vector<Claim>* claims;
  TextSpan place;
  std::string text;
  std::vector<std::string> expected;  ///< Ids, sorted.
  std::vector<std::string> found;
  std::string trouble;
};

std::vector<Part> parts_of(const Sheet& sheet, const WrittenSheet& written) {
  std::vector<Part> parts;
  const auto add = [&](const std::vector<Claim>& claims, std::string text) {
    PARAPH_CHECK(parts.size() < written.places.size(), "a statement of the sheet has no place in its text");
    parts.push_back({&claims, written.places[parts.size()], std::move(text), {}, {}, {}});
  };
  for (const Section& section : sheet.sections) {
    for (const auto& paragraph : section.paragraphs) {
      for (const CitedSentence& statement : paragraph) add(statement.claims, statement.text);
    }
    for (const IndicatorTable& table : section.tables) add(table.claims, table.title);
  }
  for (Part& part : parts) {
    for (const Claim& claim : *part.claims) part.expected.push_back(claim_id(claim));
    std::ranges::sort(part.expected);
  }
  return parts;
}

Part* part_at(std::vector<Part>& parts, std::size_t byte) {
  const auto found = std::ranges::find_if(parts, [&](const Part& part) { return part.place.first() <= byte && byte < part.place.last(); });
  return found == parts.end() ? nullptr : &*found;
}

void note(Part& part, std::string trouble) {
  if (part.trouble.empty()) part.trouble = std::move(trouble);
}

/// Holds what was read and judged against what was written; what belongs to no statement is returned.
std::vector<std::string> compare(const Audit& audit, std::vector<Part>& parts) {
  std::vector<std::string> strays;
  const Reading& reading = audit.extraction.reading;
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    const Claim& claim = reading.claims[i];
    Part* part = part_at(parts, claim.span.first());
    if (part == nullptr) {
      strays.push_back(std::string(claim.span.of(audit.extraction.bytes)));
      continue;
    }
    part->found.push_back(claim.id);
    const auto& verdict = audit.verdicts[i];
    if (verdict && verdict->label != VerdictLabel::kSupported)
      note(*part, fmt::format("{}: {}", verdict_label_name(verdict->label), verdict->why));
  }
  for (const Gap& gap : reading.gaps) {
    Part* part = part_at(parts, gap.span.first());
    if (part == nullptr) {
      strays.push_back(std::string(gap.span.of(audit.extraction.bytes)));
    } else {
      note(*part, fmt::format("not read: {}", name_of(gap.reason)));
    }
  }
  for (Part& part : parts) {
    std::ranges::sort(part.found);
    if (part.found != part.expected) note(part, fmt::format("read as {} claims, not as the {} that it was written from", part.found.size(), part.expected.size()));
  }
  return strays;
}

/// Takes out what has trouble; true if there was any.
bool withhold(Sheet& sheet, const std::vector<Part>& parts, std::vector<Withheld>& withheld) {
  std::size_t at = 0;
  bool any = false;
  const auto bad = [&](const auto&) {
    const Part& part = parts[at++];
    if (part.trouble.empty()) return false;
    withheld.push_back({part.text, part.trouble});
    return any = true;
  };
  for (Section& section : sheet.sections) {
    for (auto& paragraph : section.paragraphs) std::erase_if(paragraph, bad);
    std::erase_if(section.paragraphs, [](const auto& paragraph) { return paragraph.empty(); });
    std::erase_if(section.tables, bad);
  }
  std::erase_if(sheet.sections, [](const Section& section) { return section.paragraphs.empty() && section.tables.empty(); });
  if (any) drop_unused_sources(sheet);
  return any;
}

}  // namespace

Result<SheetWriter> SheetWriter::open(const Engine& engine) {
  auto wordings = Wordings::load(embedded_table_files());
  if (!wordings) return std::unexpected(wordings.error());
  auto states = read_states();
  if (!states) return std::unexpected(states.error());
  return SheetWriter(engine, std::move(*wordings), std::move(*states));
}

Result<void> SheetWriter::refuse(const BriefRequest& request) const {
  for (const ActorId& actor : {request.pair.home, request.pair.partner}) {
    const auto span = std::ranges::find(states_, actor, &StateSpan::id);
    if (span == states_.end())
      return fail(ErrorCode::kOutOfRange, fmt::format("{} is no state; a sheet is about two states, such as US and UZ", engine_->display_name(actor)));
    if (span->from && request.as_of < *span->from)
      return fail(ErrorCode::kOutOfRange, fmt::format("{} was no state on {}: it has been one since {}", engine_->display_name(actor),
                                                      day_written(request.as_of), day_written(*span->from)));
    if (span->to && request.as_of > *span->to)
      return fail(ErrorCode::kOutOfRange, fmt::format("{} was no state any more on {}: it was one until {}; its successors are {}. Give a day with --as-of",
                                                      engine_->display_name(actor), day_written(request.as_of), day_written(*span->to), span->successors));
  }
  if (request.pair.home == request.pair.partner)
    return fail(ErrorCode::kOutOfRange, fmt::format("a sheet is about two states; {} was given twice", engine_->display_name(request.pair.home)));
  return {};
}

Result<CheckedSheet> SheetWriter::write(const BriefRequest& request, const ObservationSource& shelf) const {
  if (const auto refused = refuse(request); !refused) return std::unexpected(refused.error());
  const RememberingShelf rows(shelf);
  auto sheet = write_brief(request, rows, wordings_, [this](const ActorId& actor) { return engine_->display_name(actor); });
  if (!sheet) return std::unexpected(sheet.error());
  CheckedSheet checked{std::move(*sheet), {}, 0};
  AuditOptions options;
  options.reading.pair = request.pair;
  options.now = request.as_of;
  options.as_of = request.recorded_by;
  for (int round = 0; round < kRounds; ++round) {
    WrittenSheet written = format_sheet(checked.sheet, SheetFormat::kMarkdown);
    std::vector<Part> parts = parts_of(checked.sheet, written);
    Intake intake;
    intake.name = "brief.md";
    intake.hints.name = "brief.md";
    intake.bytes = std::move(written.text);
    auto extraction = engine_->extract_bytes(std::move(intake), options.reading);
    if (!extraction) return std::unexpected(extraction.error());
    const auto audit = engine_->check_extraction(std::move(*extraction), options, rows);
    if (!audit) return std::unexpected(audit.error());
    const std::vector<std::string> strays = compare(*audit, parts);
    if (withhold(checked.sheet, parts, checked.withheld)) continue;
    if (!strays.empty())
      return fail(ErrorCode::kConflict, fmt::format("the sheet of {} reads as a claim where it makes none: \"{}\"", checked.sheet.title, strays.front()));
    checked.claims = audit->extraction.reading.claims.size();
    return checked;
  }
  return fail(ErrorCode::kConflict, fmt::format("the sheet of {} does not pass its own audit", checked.sheet.title));
}

}  // namespace paraph
