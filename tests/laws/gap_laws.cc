#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "claim/document_context.h"
#include "engine/engine.h"
#include "mention/find_mentions.h"

namespace paraph {
namespace {

namespace fs = std::filesystem;

const Engine& engine() {
  static const Engine opened = [] {
    auto result = Engine::open();
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
  }();
  return opened;
}

Extraction read(std::string bytes, const std::string& name) {
  Intake intake;
  intake.name = intake.hints.name = name;
  intake.bytes = std::move(bytes);
  auto extraction = engine().extract_bytes(std::move(intake), {});
  if (!extraction) throw std::runtime_error(extraction.error().message);
  return *std::move(extraction);
}

/// Found without the grammar: a figure or date, and a name that can only be a state's or organisation's.
bool looks_checkable(std::string_view text) {
  AnnotatedSentence annotated;
  find_mentions(text, engine().lexicon(), annotated);
  const bool figure = std::ranges::any_of(annotated.mentions, [](const Mention& mention) {
    return std::holds_alternative<QuantityMention>(mention.body) || std::holds_alternative<PeriodMention>(mention.body);
  });
  const bool actor = std::ranges::any_of(annotated.mentions, [](const Mention& mention) {
    const auto* name = std::get_if<NameMention>(&mention.body);
    if (name == nullptr) return false;
    const NameEntry& entry = name->match->entries.front();
    return name->match->entries.size() == 1 && !entry.homonym && entry.form == NameForm::kName;
  });
  return figure && actor;
}

/// The sentences that look checkable and have neither claim nor gap.
std::vector<std::string> unanswered(const Extraction& extraction) {
  std::vector<TextSpan> answered;
  for (const Claim& claim : extraction.reading.claims) answered.push_back(claim.sentence);
  for (const Claim& claim : extraction.reading.claims) answered.push_back(claim.span);
  for (const Gap& gap : extraction.reading.gaps) answered.push_back(gap.span);
  std::vector<std::string> silent;
  for (const Block& block : extraction.document.blocks) {
    if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kBoilerplate || block.kind == BlockKind::kMetadata) continue;
    for (const Sentence& sentence : block.sentences) {
      const std::string_view text = sentence.text.of(extraction.document.text());
      if (!looks_checkable(text)) continue;
      const bool has = std::ranges::any_of(answered, [&](TextSpan span) { return span.overlaps(sentence.origin); });
      if (!has) silent.emplace_back(text);
    }
  }
  return silent;
}

std::vector<fs::path> documents_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string suffix = entry.path().extension().string();
    if (suffix == ".txt" || suffix == ".html" || suffix == ".md") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

void expect_no_silence(const fs::path& folder) {
  for (const fs::path& path : documents_in(folder)) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    for (const std::string& sentence : unanswered(read(bytes.str(), path.string()))) ADD_FAILURE() << path.filename() << ": neither claim nor gap: " << sentence;
  }
}

TEST(GapLaws, EveryCheckableSentenceOfTheExamplesIsAnswered) {
  ASSERT_FALSE(documents_in(PARAPH_SOURCE_DIR "/examples/sheets").empty());
  expect_no_silence(PARAPH_SOURCE_DIR "/examples/sheets");
  expect_no_silence(PARAPH_SOURCE_DIR "/tests/eval/sheets");
}

TEST(GapLaws, EveryCheckableSentenceOfTheAnnotatedSheetsIsAnswered) {
  const char* shared = std::getenv("PARAPH_SHARED");
  if (shared == nullptr || documents_in(fs::path(shared) / "gold/docs").empty()) GTEST_SKIP() << "$PARAPH_SHARED names no folder with gold/docs";
  expect_no_silence(fs::path(shared) / "gold/docs");
}

/// Words that mean something to the reader, in no order that anybody would write.
std::string any_passage() {
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "Ghana", "Norway", "Kenya", "the WTO", "exports", "imports", "signed", "a trade agreement", "visited", "opened", "its embassy", "in 1992", "$5 million", "12%",
      "about 400", "students", "will", "not", "the two countries", "and", "with", "to", "from", "of", ",", ";", "the", "largest", "16th", "partner", "rose", "by", "since",
      "2010", "member", "of", "said", "that", "aid", "worth", "between", "last year", "in March", "(", ")", "President", "Okoro"));
  std::string text;
  for (const std::string& word : words) text += (text.empty() || word == "," || word == ";" ? "" : " ") + word;
  return text + ".";
}

RC_GTEST_PROP(GapLaws, NoOrderOfWordsSilencesAReading, ()) {
  std::string text = "Ghana and Norway\n\n";
  const std::size_t sentences = *rc::gen::inRange<std::size_t>(1, 5);
  for (std::size_t i = 0; i < sentences; ++i) text += "Of this it is said: " + any_passage() + "\n\n";
  const auto silent = unanswered(read(text, "sheet.txt"));
  if (!silent.empty()) RC_FAIL(silent.front());
}

RC_GTEST_PROP(GapLaws, NoTableSilencesARow, ()) {
  std::string text = "Trade of Ghana and Norway\n\n<table><tr><th>Year</th><th>Exports</th><th>Imports</th></tr>";
  for (int row = *rc::gen::inRange(2, 6); row > 0; --row) {
    text += "<tr><td>" + *rc::gen::element<std::string>("2019", "2020", "Kenya 2021", "Total for Ghana, 2022", "n/a") + "</td><td>" +
            *rc::gen::element<std::string>("5.2", "12", "-", "about 3", "Ghana 4") + "</td><td>" + *rc::gen::element<std::string>("7.1", "n/a", "10%") + "</td></tr>";
  }
  const auto silent = unanswered(read("<html><body><h1>Ghana and Norway</h1><p>Trade in US$ million</p>" + text.substr(text.find("<table>")) + "</table></body></html>", "sheet.html"));
  if (!silent.empty()) RC_FAIL(silent.front());
}

}  // namespace
}  // namespace paraph
