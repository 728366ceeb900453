#include "cli/command_grammar.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/output.h"
#include "cli/suggestion.h"
#include "cli/surroundings.h"
#include "engine/engine.h"
#include "engine/run_inputs.h"

namespace paraph {
namespace {

/// Failed phrasings that are shown without --all.
constexpr std::size_t kNearest = 8;

int refuse(const Error& error) {
  write_error(fmt::format("paraph grammar: {}\n", error.message));
  return 2;
}

int print(std::string_view text) {
  auto output = Output::open(std::nullopt);
  if (!output) return refuse(output.error());
  output->write(text);
  const auto kept = output->keep();
  return kept ? 0 : refuse(kept.error());
}

Result<Intake> sentence_of(const GrammarArguments& arguments) {
  if (arguments.words.size() == 1 && arguments.words.front() == "-") return take_in("-", {});
  Intake intake;
  intake.name = "the sentence";
  for (const std::string& word : arguments.words) intake.bytes += (intake.bytes.empty() ? "" : " ") + word;
  intake.hints.name = "sentence.txt";
  return intake;
}

int explain(const Engine& engine, const GrammarArguments& arguments) {
  ReadingOptions reading;
  if (!arguments.pair.empty()) {
    const auto pair = engine.pair_named(arguments.pair);
    if (!pair) return refuse(pair.error());
    reading.pair = *pair;
  }
  auto intake = sentence_of(arguments);
  if (!intake) return refuse(intake.error());
  const auto explained = engine.explain(std::move(*intake), reading);
  if (!explained) return refuse(explained.error());
  std::string page;
  if (arguments.format == "json") {
    write_explanation_json(explained->extraction, explained->explanation, engine.grammar(), page);
  } else {
    const ReportContext context{{page_width(0), page_colour(arguments.colour, false)}, [&](const ActorId& actor) { return engine.display_name(actor); }, {}};
    write_explanation(explained->extraction, explained->explanation, engine.grammar(), context, arguments.all ? SIZE_MAX : kNearest, page);
  }
  return print(page);
}

int list(const Engine& engine, const GrammarArguments& arguments) {
  std::vector<std::string> families;
  for (const Rule& rule : engine.grammar().rules()) {
    const std::string name(rule_family_name(rule.family));
    if (std::ranges::find(families, name) == families.end()) families.push_back(name);
  }
  for (const std::string& wanted : arguments.words) {
    if (std::ranges::find(families, wanted) != families.end()) continue;
    const auto meant = nearest_word(wanted, families);
    write_error(fmt::format("paraph grammar list: there is no family {}{}\n", wanted, meant ? fmt::format("; did you mean {}?", *meant) : ""));
    return 2;
  }
  TextTable table;
  table.columns = {{"family"}, {"says"}, {"phrasing"}, {"place"}};
  for (const Rule& rule : engine.grammar().rules()) {
    const std::string name(rule_family_name(rule.family));
    if (!arguments.words.empty() && std::ranges::find(arguments.words, name) == arguments.words.end()) continue;
    table.rows.push_back({name, rule.attributes, rule.phrasing, rule.place});
  }
  table.caption = fmt::format("{} phrasings", table.rows.size());
  std::string page;
  if (arguments.format == "json") write_json_table(table, page);
  else if (arguments.format == "csv") write_csv_table(table, page);
  else write_terminal_table(table, page_width(arguments.width), page_colour(arguments.colour, false), page);
  return print(page);
}

}  // namespace

int run_grammar(const GrammarArguments& arguments) {
  const auto engine = Engine::open();
  if (!engine) return refuse(engine.error());
  return arguments.action == GrammarArguments::Action::kExplain ? explain(*engine, arguments) : list(*engine, arguments);
}

}  // namespace paraph
