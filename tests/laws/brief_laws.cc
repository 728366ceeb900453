// A sheet is read back as exactly the claims that it was written from, all supported, without gaps: in every format that
// people read. PARAPH_BRIEF_PAIRS=all writes every pair of the members of the United Nations, on all cores.

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "base/check.h"
#include "claim/read_claims.h"
#include "engine/engine.h"
#include "engine/sheet_writer.h"
#include "store/sqlite_shelf.h"

namespace paraph {
namespace {

constexpr std::chrono::sys_days kDay = std::chrono::year{2026} / 6 / 1;

const Engine& engine() {
  static const Engine opened = [] {
    auto engine = Engine::open();
    PARAPH_CHECK(engine.has_value(), "the engine does not open");
    return std::move(*engine);
  }();
  return opened;
}

const SheetWriter& writer() {
  static const SheetWriter opened = [] {
    auto writer = SheetWriter::open(engine());
    PARAPH_CHECK(writer.has_value(), "the tables of the brief do not load");
    return std::move(*writer);
  }();
  return opened;
}

std::unique_ptr<ObservationSource> shelf() {
  auto opened = open_shelf(PARAPH_SHELF_FILE);
  PARAPH_CHECK(opened.has_value(), "the shelf does not open");
  return std::move(*opened);
}

/// States that the Factbook lists as members of the United Nations in its last edition.
std::vector<ActorId> members() {
  FactQuery query;
  query.kind = "membership";
  query.object = ActorId("UN");
  const auto facts = shelf()->facts(query);
  PARAPH_CHECK(facts.has_value(), "the shelf does not answer");
  std::vector<ActorId> states;
  for (const Fact& fact : *facts) {
    if (fact.status == "member" && fact.event == "listed" && fact.to && fact.to->to()->year >= 2025 && engine().lexicon().gazetteer().is_state(fact.subject)) states.push_back(fact.subject);
  }
  std::ranges::sort(states);
  states.erase(std::unique(states.begin(), states.end()), states.end());
  return states;
}

std::vector<std::string> ids_of(const std::vector<Claim>& claims) {
  std::vector<std::string> ids;
  for (const Claim& claim : claims) ids.push_back(claim_id(claim));
  std::ranges::sort(ids);
  return ids;
}

std::vector<Claim> written_claims(const Sheet& sheet) {
  std::vector<Claim> claims;
  for (const Section& section : sheet.sections) {
    for (const auto& paragraph : section.paragraphs) {
      for (const CitedSentence& statement : paragraph) {
        EXPECT_FALSE(statement.citations.empty()) << "without a citation: " << statement.text;
        claims.insert(claims.end(), statement.claims.begin(), statement.claims.end());
      }
    }
    for (const IndicatorTable& table : section.tables) {
      EXPECT_FALSE(table.citations.empty()) << "without a citation: " << table.title;
      claims.insert(claims.end(), table.claims.begin(), table.claims.end());
    }
  }
  return claims;
}

BriefRequest about(std::string_view home, std::string_view partner) { return {{ActorId(home), ActorId(partner)}, kDay, {}, {}, false}; }

void reads_back(const BriefRequest& request, const ObservationSource& rows, SheetFormat format, SheetStyle style, std::string_view name) {
  const auto checked = writer().write(request, rows);
  ASSERT_TRUE(checked.has_value()) << checked.error().message;
  Intake intake;
  intake.name = intake.hints.name = std::string(name);
  intake.bytes = format_sheet(checked->sheet, format, style).text;
  AuditOptions options;
  options.reading.pair = request.pair;
  options.now = request.as_of;
  auto extraction = engine().extract_bytes(std::move(intake), options.reading);
  ASSERT_TRUE(extraction.has_value());
  EXPECT_EQ(ids_of(extraction->reading.claims), ids_of(written_claims(checked->sheet))) << extraction->bytes;
  EXPECT_TRUE(extraction->reading.gaps.empty()) << extraction->bytes;
  const auto audit = engine().check_extraction(std::move(*extraction), options, rows);
  ASSERT_TRUE(audit.has_value());
  for (std::size_t i = 0; i < audit->verdicts.size(); ++i) {
    ASSERT_TRUE(audit->verdicts[i].has_value());
    EXPECT_EQ(audit->verdicts[i]->label, VerdictLabel::kSupported) << audit->verdicts[i]->why;
  }
}

constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
    {"US", "UZ"}, {"GH", "KE"}, {"US", "GM"}, {"CD", "CG"}, {"GN", "PG"}, {"FR", "DE"}, {"KZ", "KG"}, {"TV", "NR"},
    {"GB", "NL"}, {"CI", "IT"}, {"US", "AU"}, {"AR", "BZ"}, {"CL", "KR"}, {"BA", "ST"}, {"US", "CU"}, {"AM", "UZ"}, {"US", "SU"}, {"KP", "KR"}, {"US", "MA"}};

class BriefLaw : public testing::TestWithParam<std::pair<std::string_view, std::string_view>> {};

TEST_P(BriefLaw, ReadsBackAsWritten) {
  const auto& [home, partner] = GetParam();
  BriefRequest request = about(home, partner);
  if (partner == "SU") request.as_of = std::chrono::year{1990} / 1 / 1;
  const auto rows = shelf();
  reads_back(request, *rows, SheetFormat::kMarkdown, SheetStyle::kSheet, "sheet.md");
  reads_back(request, *rows, SheetFormat::kMarkdown, SheetStyle::kTable, "table.md");
  reads_back(request, *rows, SheetFormat::kText, SheetStyle::kSheet, "sheet.txt");
  request.charts = true;
  reads_back(request, *rows, SheetFormat::kHtml, SheetStyle::kSheet, "sheet.html");
}

INSTANTIATE_TEST_SUITE_P(Pairs, BriefLaw, testing::ValuesIn(kPairs), [](const auto& pair) {
  return std::string(pair.param.first) + std::string(pair.param.second);
});

TEST(BriefLaw, WritesTheSameSheetTwice) {
  const auto rows = shelf();
  const auto once = writer().write(about("US", "UZ"), *rows);
  const auto again = writer().write(about("US", "UZ"), *rows);
  ASSERT_TRUE(once && again);
  EXPECT_EQ(format_sheet(once->sheet, SheetFormat::kMarkdown).text, format_sheet(again->sheet, SheetFormat::kMarkdown).text);
}

/// Every so many of all pairs, or all of them.
TEST(BriefLaw, HoldsForThePairsOfTheStarterShelf) {
  const char* wanted = std::getenv("PARAPH_BRIEF_PAIRS");
  const std::string asked = wanted == nullptr ? "" : wanted;
  const std::size_t step = asked == "all" ? 1 : asked.empty() ? 61 : static_cast<std::size_t>(std::max(1, std::atoi(wanted)));
  const std::vector<ActorId> states = members();
  ASSERT_GT(states.size(), 180U);
  std::vector<ActorPair> pairs;
  std::size_t number = 0;
  for (std::size_t a = 0; a < states.size(); ++a) {
    for (std::size_t b = a + 1; b < states.size(); ++b) {
      if (number++ % step == 0) pairs.push_back({states[a], states[b]});
    }
  }
  std::atomic<std::size_t> next = 0;
  std::mutex lock;
  std::size_t claims = 0;
  std::size_t sentences = 0;
  std::vector<std::string> withheld;
  std::vector<std::string> failed;
  const auto began = std::chrono::steady_clock::now();
  const auto work = [&] {
    const auto rows = shelf();
    while (true) {
      const std::size_t at = next++;
      if (at >= pairs.size()) return;
      const auto checked = writer().write({pairs[at], kDay, {}, {}, false}, *rows);
      const std::lock_guard held(lock);
      const std::string name = pairs[at].home.str() + "-" + pairs[at].partner.str();
      if (!checked) {
        failed.push_back(name + ": " + checked.error().message);
        continue;
      }
      claims += checked->claims;
      for (const Section& section : checked->sheet.sections) {
        for (const auto& paragraph : section.paragraphs) {
          sentences += paragraph.size();
          for (const CitedSentence& statement : paragraph) {
            if (statement.citations.empty()) failed.push_back(name + ": without a citation: " + statement.text);
          }
        }
      }
      for (const Withheld& each : checked->withheld) withheld.push_back(name + ": " + each.text + " | " + each.why);
    }
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  threads.clear();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::ranges::sort(withheld);
  std::printf("%zu sheets, %zu sentences, %zu claims, %zu withheld, %zu failed, %.1f s\n", pairs.size(), sentences, claims, withheld.size(), failed.size(), seconds);
  if (std::getenv("PARAPH_BRIEF_WITHHELD") != nullptr) {
    for (const std::string& each : withheld) std::printf("%s\n", each.c_str());
  }
  EXPECT_EQ(failed, std::vector<std::string>());
  EXPECT_LE(withheld.size() * 1000, sentences) << "more than one sentence in a thousand does not pass its audit";
}

}  // namespace
}  // namespace paraph
