#include "engine/run_inputs.h"

#include <algorithm>
#include <memory>
#include <thread>

#include "engine/ordered_work.h"
#include "store/sqlite_shelf.h"

namespace paraph {
namespace {

/// One input's part of the report, or why there is none.
struct Part {
  std::string text;
  ReportTotals totals;
  std::optional<Error> error;
};

/// Bytes of a part that are held before they go out.
constexpr std::size_t kLongPart = 1 << 20;

std::size_t thread_count(std::size_t wanted) {
  if (wanted > 0) return wanted;
  return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

void add(ReportTotals& totals, const ReportTotals& part) {
  totals.documents += part.documents;
  totals.failed += part.failed;
  totals.claims += part.claims;
  totals.gaps += part.gaps;
  totals.summary.supported += part.summary.supported;
  totals.summary.disputed += part.summary.disputed;
  totals.summary.refuted += part.summary.refuted;
  totals.summary.outdated += part.summary.outdated;
  totals.summary.unverifiable += part.summary.unverifiable;
  totals.summary.checkable += part.summary.checkable;
  totals.summary.tracked += part.summary.tracked;
  totals.summary.gaps += part.summary.gaps;
}

/// Writes head, parts in order and tail; the same for extractions and audits.
template <typename Report, typename Work>
ReportTotals write_run(const RunOptions& run, const Report& report, const RunSink& sink, Work&& work) {
  ReportTotals totals;
  std::string text;
  report.head(text);
  if (!text.empty() && !sink.write(text)) return totals;
  bool written = false;
  bool open = true;
  work_in_order<Part>(run.inputs.size(), thread_count(run.threads), work, [&](std::size_t index, Part part) {
    if (part.error) {
      ++totals.failed;
      sink.fail(run.inputs[index], *part.error);
      return true;
    }
    add(totals, part.totals);
    if (part.text.empty()) return true;
    if (written && !report.between().empty()) open = open && sink.write(report.between());
    written = true;
    open = open && sink.write(part.text);
    return open;
  });
  if (!open) return totals;
  text.clear();
  report.tail(totals, text);
  if (!text.empty()) sink.write(text);
  return totals;
}

}  // namespace

ReportTotals run_extractions(const Engine& engine, const RunOptions& run, const ReadingOptions& reading, const ExtractionReport& report,
                             const AfterExtraction& after, const RunSink& sink) {
  // With one thread the inputs are read in the order of the report: a long part goes out while it grows.
  const bool in_order = std::min(thread_count(run.threads), run.inputs.size()) <= 1;
  return write_run(run, report, sink, [&](std::size_t index, std::size_t) {
    Part part;
    const std::unique_ptr<GrowingPart> growing = after ? nullptr : report.grow(part.text);
    const ExtractionSink add = [&](const Extraction& so_far, std::span<const Claim> claims) {
      growing->add(so_far, claims);
      part.totals.claims += claims.size();
      if (!in_order || part.text.size() < kLongPart) return;
      sink.write(part.text);
      part.text.clear();
    };
    const auto extraction = engine.extract(run.inputs[index], reading, growing ? add : ExtractionSink());
    if (!extraction) {
      part.error = extraction.error();
      return part;
    }
    if (growing) {
      growing->finish(*extraction);
    } else {
      report.part(*extraction, part.text);
    }
    if (after) after(*extraction, part.text);
    add_to(part.totals, *extraction);
    return part;
  });
}

Result<ReportTotals> run_audits(const Engine& engine, const RunOptions& run, const AuditOptions& options, const std::filesystem::path& shelf,
                                const AuditReport& report, const RunSink& sink) {
  const std::size_t threads = std::min(thread_count(run.threads), std::max<std::size_t>(1, run.inputs.size()));
  std::vector<std::unique_ptr<ObservationSource>> shelves;
  for (std::size_t i = 0; i < threads; ++i) {
    auto opened = open_shelf(shelf);
    if (!opened) return std::unexpected(opened.error());
    shelves.push_back(std::move(*opened));
  }
  return write_run(run, report, sink, [&](std::size_t index, std::size_t thread) {
    Part part;
    const auto audit = engine.check(run.inputs[index], options, *shelves[thread]);
    if (!audit) {
      part.error = audit.error();
      return part;
    }
    report.part(*audit, part.text);
    add_to(part.totals, *audit);
    return part;
  });
}

}  // namespace paraph
