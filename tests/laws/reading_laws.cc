#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/engine.h"

namespace paraph {
namespace {

const Engine& engine() {
  static const Engine opened = [] {
    auto result = Engine::open();
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
  }();
  return opened;
}

Extraction read(std::string bytes, const std::string& name = "sheet.txt") {
  Intake intake;
  intake.name = name;
  intake.hints.name = name;
  intake.bytes = std::move(bytes);
  auto extraction = engine().extract_bytes(std::move(intake), {});
  RC_ASSERT(extraction.has_value());
  return *std::move(extraction);
}

std::string number(int low, int high) { return std::to_string(*rc::gen::inRange(low, high)); }

/// A sentence that states something about the United States and Ghana.
std::string any_statement() {
  const std::string year = number(1990, 2024);
  const std::string amount = "$" + number(1, 900) + (*rc::gen::arbitrary<bool>() ? "." + number(1, 9) : "") + *rc::gen::element(" million", " billion");
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      return "The United States established diplomatic relations with Ghana in " + year + ".";
    case 1:
      return "U.S. goods exports to Ghana were " + amount + " in " + year + ".";
    case 2:
      return "Ghana is a member of the United Nations, the World Trade Organization and the African Union.";
    case 3:
      return "Since " + year + ", the United States has provided about " + amount + " in assistance to Ghana.";
    case 4:
      return "The U.S. Embassy in Accra opened in " + year + ".";
    default:
      return "Ghana's trade with the United States rose from " + amount + " in 2010 to $1.4 billion in 2015.";
  }
}

std::vector<std::string> any_statements() {
  std::vector<std::string> statements(static_cast<std::size_t>(*rc::gen::inRange(1, 7)));
  for (std::string& statement : statements) statement = any_statement();
  return statements;
}

std::string paragraphs(const std::vector<std::string>& statements, const std::string& before, const std::string& after) {
  std::string text;
  for (const std::string& statement : statements) text += before + statement + after;
  return text;
}

std::string plain(const std::vector<std::string>& statements) {
  return "Ghana and the United States\n\n" + paragraphs(statements, "", "\n\n");
}

std::vector<std::string> ids(const Extraction& extraction) {
  std::vector<std::string> found;
  for (const Claim& claim : extraction.reading.claims) found.push_back(claim.id);
  return found;
}

RC_GTEST_PROP(ReadingLaws, StatementsAreRead, ()) {
  const std::vector<std::string> statements = any_statements();
  RC_ASSERT(ids(read(plain(statements))).size() >= statements.size());
}

RC_GTEST_PROP(ReadingLaws, TheSameBytesGiveTheSameClaims, ()) {
  const std::string bytes = plain(any_statements());
  const Extraction once = read(bytes);
  const Extraction again = read(bytes);
  RC_ASSERT(once.reading.claims == again.reading.claims);
  RC_ASSERT(once.reading.gaps == again.reading.gaps);
}

RC_GTEST_PROP(ReadingLaws, ClaimsStandInTheirSentencesInDocumentOrder, ()) {
  const Extraction extraction = read(plain(any_statements()));
  const auto& claims = extraction.reading.claims;
  for (const Claim& claim : claims) {
    RC_ASSERT(!claim.span.empty());
    RC_ASSERT(claim.sentence.contains(claim.span));
    RC_ASSERT(claim.sentence.last() <= extraction.bytes.size());
    RC_ASSERT(!claim.id.empty());
  }
  for (const Gap& gap : extraction.reading.gaps) RC_ASSERT(gap.span.last() <= extraction.bytes.size());
  RC_ASSERT(std::is_sorted(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) { return a.span.first() < b.span.first(); }));
}

RC_GTEST_PROP(ReadingLaws, AnUnrelatedSentenceAtTheEndKeepsTheClaimsBeforeIt, ()) {
  const std::string bytes = plain(any_statements());
  const Extraction before = read(bytes);
  const Extraction after = read(bytes + "The weather on the coast was mild and the harbour was calm.\n");
  RC_ASSERT(after.reading.claims.size() >= before.reading.claims.size());
  for (std::size_t i = 0; i < before.reading.claims.size(); ++i) RC_ASSERT(after.reading.claims[i] == before.reading.claims[i]);
}

RC_GTEST_PROP(ReadingLaws, FormAndWhiteSpaceDoNotChangeWhatIsClaimed, ()) {
  const std::vector<std::string> statements = any_statements();
  const auto wanted = ids(read(plain(statements)));
  const std::string html = "<html><head><title>Ghana and the United States</title></head><body><h1>Ghana and the United States</h1>" +
                           paragraphs(statements, "<p>", "</p>\n") + "</body></html>";
  RC_ASSERT(ids(read(html, "sheet.html")) == wanted);
  RC_ASSERT(ids(read("# Ghana and the United States\n\n" + paragraphs(statements, "", "\n\n"), "sheet.md")) == wanted);
  std::string wide = plain(statements);
  for (std::size_t at = wide.find(' '); at != std::string::npos; at = wide.find(' ', at + 2)) wide.insert(at, " ");
  RC_ASSERT(ids(read(wide)) == wanted);
}

RC_GTEST_PROP(ReadingLaws, DamageNeverMovesASpanOutOfTheInput, ()) {
  std::string bytes = plain(any_statements());
  const int cuts = *rc::gen::inRange(1, 6);
  for (int i = 0; i < cuts; ++i) {
    const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(bytes.size())));
    bytes[at] = static_cast<char>(*rc::gen::inRange(0, 256));
  }
  Intake intake;
  intake.name = "damaged.txt";
  intake.bytes = bytes;
  const auto extraction = engine().extract_bytes(std::move(intake), {});
  if (!extraction) return;
  for (const Claim& claim : extraction->reading.claims) {
    RC_ASSERT(claim.sentence.contains(claim.span));
    RC_ASSERT(claim.sentence.last() <= bytes.size());
  }
}

}  // namespace
}  // namespace paraph
