#include "cli/command_ledger.h"

#include <fmt/format.h>

#include "cli/output.h"
#include "cli/surroundings.h"
#include "engine/days.h"
#include "engine/ledger_book.h"
#include "engine/shelf_file.h"

namespace paraph {
namespace {

int refuse(const Error& error) {
  write_error(fmt::format("paraph ledger: {}\n", error.message));
  return 2;
}

Result<std::optional<std::chrono::sys_days>> day_given(const std::string& text) {
  if (text.empty()) return std::optional<std::chrono::sys_days>();
  const auto day = read_day(text);
  if (!day) return std::unexpected(day.error());
  return std::optional(*day);
}

int record(const Engine& engine, LedgerBook& book, const LedgerArguments& arguments) {
  RecordOptions options;
  options.source = arguments.source;
  options.today = today();
  const auto now = day_given(arguments.now);
  if (!now) return refuse(now.error());
  if (*now) options.today = **now;
  const auto seen = day_given(arguments.seen);
  if (!seen) return refuse(seen.error());
  options.seen = *seen;
  if (!arguments.pair.empty()) {
    const auto pair = engine.pair_named(arguments.pair);
    if (!pair) return refuse(pair.error());
    options.reading.pair = *pair;
  }
  std::unique_ptr<ObservationSource> shelf;
  if (arguments.check) {
    const auto file = find_shelf(shelf_candidates(arguments.shelf));
    if (!file) return refuse(file.error());
    auto opened = open_shelf(*file);
    if (!opened) return refuse(opened.error());
    shelf = std::move(*opened);
    options.shelf = shelf.get();
  }
  const auto inputs = gather_inputs(arguments.inputs, arguments.files_from);
  if (!inputs) return refuse(inputs.error());
  for (const Error& error : inputs->missing) write_error(fmt::format("paraph ledger record: {}\n", error.message));
  auto output = Output::open(std::nullopt);
  if (!output) return refuse(output.error());
  bool trouble = !inputs->missing.empty();
  const auto told = book.record(
      inputs->inputs, options,
      [&](const Recorded& each) {
        const std::string change = each.first ? "first edition" : each.same_bytes ? "the same bytes" : fmt::format("{} claim{} changed", each.events, each.events == 1 ? "" : "s");
        output->write(fmt::format("@{} {} {} claims, {}\n", each.place.number, each.place.source, each.claims, change));
      },
      [&](const Error& error) {
        trouble = true;
        write_error(fmt::format("paraph ledger record: {}\n", error.message));
      });
  const auto kept = output->keep();
  if (!told) return refuse(told.error());
  if (!kept) return refuse(kept.error());
  return trouble ? 2 : 0;
}

int print_table(const Result<TextTable>& table, const LedgerArguments& arguments) {
  if (!table) return refuse(table.error());
  std::string text;
  if (arguments.format == "json") {
    write_json_table(*table, text);
  } else if (arguments.format == "csv") {
    write_csv_table(*table, text);
  } else {
    write_terminal_table(*table, page_width(arguments.width), page_colour(arguments.colour, false), text);
  }
  auto output = Output::open(std::nullopt);
  if (!output) return refuse(output.error());
  output->write(text);
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  return 0;
}

int as_of(const LedgerBook& book, const LedgerArguments& arguments) {
  const auto day = read_day(arguments.asked);
  if (!day) return refuse(day.error());
  const auto recorded = day_given(arguments.recorded_by);
  if (!recorded) return refuse(recorded.error());
  std::optional<RecordedAt> bound;
  if (*recorded) bound = RecordedAt{**recorded};
  return print_table(book.as_of(ValidTime{*day}, bound, arguments.source, arguments.pair), arguments);
}

int verify(const LedgerBook& book, const LedgerArguments& arguments) {
  const auto size = book.size();
  if (!size) return refuse(size.error());
  const auto head = book.verify();
  if (!head) {
    write_error(fmt::format("paraph ledger verify: {}\n", head.error().message));
    return head.error().code == ErrorCode::kMalformed ? 1 : 2;
  }
  if (!arguments.head.empty() && *head != arguments.head) {
    write_error(fmt::format("paraph ledger verify: the last link is {}, not {}: editions were cut off or appended\n", *head, arguments.head));
    return 1;
  }
  auto output = Output::open(std::nullopt);
  if (!output) return refuse(output.error());
  output->write(fmt::format("{} editions, sound; last link {}\n", *size, *head));
  return output->keep() ? 0 : 2;
}

int export_lines(const LedgerBook& book, const LedgerArguments& arguments) {
  auto output = Output::open(arguments.output);
  if (!output) return refuse(output.error());
  const auto written = book.export_lines([&](std::string_view line) { return output->write(line); });
  if (!written) return refuse(written.error());
  if (const auto kept = output->keep(); !kept) return refuse(kept.error());
  return 0;
}

int import_lines(LedgerBook& book, const LedgerArguments& arguments) {
  const auto lines = read_bytes(arguments.inputs.front());
  if (!lines) return refuse(lines.error());
  const auto count = book.import_lines(*lines);
  if (!count) return refuse({count.error().code, arguments.inputs.front() + ": " + count.error().message});
  write_error(fmt::format("{} editions taken in\n", *count));
  return 0;
}

}  // namespace

int run_ledger(const LedgerArguments& arguments) {
  using Action = LedgerArguments::Action;
  const auto engine = Engine::open();
  if (!engine) return refuse(engine.error());
  const bool create = arguments.action == Action::kRecord || arguments.action == Action::kImport;
  auto book = LedgerBook::open(*engine, ledger_file(arguments.ledger), create);
  if (!book) return refuse(book.error());
  switch (arguments.action) {
    case Action::kRecord: return record(*engine, *book, arguments);
    case Action::kHistory: return print_table(book->history(arguments.asked), arguments);
    case Action::kAsOf: return as_of(*book, arguments);
    case Action::kVerify: return verify(*book, arguments);
    case Action::kExport: return export_lines(*book, arguments);
    case Action::kImport: return import_lines(*book, arguments);
  }
  return 2;
}

}  // namespace paraph
