#include "store/sqlite_ledger.h"

#include <filesystem>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ledger/digest.h"
#include "ledger/lives.h"
#include "store/sqlite_file.h"

namespace paraph {
namespace {

std::chrono::sys_days day(int number) { return std::chrono::sys_days(std::chrono::days(19000 + number)); }

class SqliteLedgerTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(testing::TempDir()) / fmt::format("paraph-ledger-{}", info->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file() const { return folder_ / "ledger.sqlite"; }
  std::unique_ptr<LedgerStorage> open() const {
    auto opened = open_ledger(file(), true);
    if (!opened) throw std::runtime_error(opened.error().message);
    return std::move(*opened);
  }

  static std::string text_of(int version) {
    std::string text = "A sheet with a body that stays as it is for years on end, with figures in it.\n";
    for (int line = 0; line < 40; ++line) text += fmt::format("Line {} of the sheet says {}.\n", line, line * 37 % 11);
    return text + fmt::format("Version {}.\n", version);
  }

  static Result<EditionPlace> add(LedgerStorage& ledger, const std::string& source, int seen, int recorded, int version, std::vector<ClaimEvent> events = {}) {
    Edition edition;
    edition.source = source;
    edition.name = source;
    edition.seen = ValidTime{day(seen)};
    edition.recorded = RecordedAt{day(recorded)};
    const std::string text = text_of(version);
    edition.document = sha256(text);
    for (const ClaimEvent& event : events) {
      if (!event.after.empty()) edition.claims.push_back({event.after, "trade_value", "US", "UZ", "says " + event.after, "{}", "", TextSpan(0, 5), TextSpan(0, 9)});
    }
    edition.events = std::move(events);
    if (auto begun = ledger.begin(); !begun) return std::unexpected(begun.error());
    auto place = ledger.append(edition, text);
    if (!place) {
      ledger.rollback();
      return place;
    }
    if (auto done = ledger.commit(); !done) return std::unexpected(done.error());
    return place;
  }

  std::filesystem::path folder_;
};

TEST_F(SqliteLedgerTest, GivesBackWhatWasAppendedAndVerifies) {
  const auto ledger = open();
  for (int i = 0; i < 30; ++i) ASSERT_TRUE(add(*ledger, i % 2 == 0 ? "a" : "b", i, i, i).has_value());
  for (int i = 0; i < 30; ++i) {
    const auto record = ledger->record(i + 1);
    ASSERT_TRUE(record.has_value()) << record.error().message;
    const auto edition = read_record(*record);
    ASSERT_TRUE(edition.has_value());
    EXPECT_EQ(ledger->document(edition->document).value(), text_of(i));
  }
  const auto head = verify_chain(*ledger);
  ASSERT_TRUE(head.has_value()) << head.error().message;
  EXPECT_EQ(*head, ledger->place(30)->link);
  EXPECT_TRUE(verify_chain(*open()).has_value());
}

TEST_F(SqliteLedgerTest, ShowsTampering) {
  ASSERT_TRUE(add(*open(), "a", 1, 1, 1).has_value());
  ASSERT_TRUE(add(*open(), "a", 2, 2, 2).has_value());
  auto raw = SqliteFile::open_shared(file(), false);
  ASSERT_TRUE(raw.has_value());
  EXPECT_FALSE(raw->execute("UPDATE edition SET seen = seen + 1 WHERE number = 1").has_value());
  EXPECT_FALSE(raw->execute("DELETE FROM document").has_value());
  ASSERT_TRUE(raw->execute("DROP TRIGGER edition_stays; UPDATE edition SET seen = seen + 1 WHERE number = 1").has_value());
  const auto found = verify_chain(*open());
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, ErrorCode::kMalformed);
  EXPECT_NE(found.error().message.find("edition 1"), std::string::npos);
}

TEST_F(SqliteLedgerTest, RefusesAnEarlierDayOfRecording) {
  const auto ledger = open();
  ASSERT_TRUE(add(*ledger, "a", 1, 5, 1).has_value());
  const auto late = add(*ledger, "a", 1, 4, 2);
  ASSERT_FALSE(late.has_value());
  EXPECT_EQ(late.error().code, ErrorCode::kConflict);
  EXPECT_EQ(ledger->size().value(), 1);
}

TEST_F(SqliteLedgerTest, AnswersAsOfByBothTimes) {
  const auto ledger = open();
  ASSERT_TRUE(add(*ledger, "a", 10, 10, 1).has_value());
  ASSERT_TRUE(add(*ledger, "a", 20, 20, 2).has_value());
  ASSERT_TRUE(add(*ledger, "a", 12, 30, 3).has_value());  // Found late.
  const auto number = [&](int at, std::optional<int> by) {
    const auto place = ledger->in_force("a", ValidTime{day(at)}, by ? std::optional(RecordedAt{day(*by)}) : std::nullopt);
    return place && *place ? (*place)->number : 0;
  };
  EXPECT_EQ(number(9, {}), 0);
  EXPECT_EQ(number(15, {}), 3);
  EXPECT_EQ(number(15, 29), 1);
  EXPECT_EQ(number(25, {}), 2);
  EXPECT_EQ(number(25, 9), 0);
}

TEST_F(SqliteLedgerTest, LaterWritesNeverChangeWhatWasKnownBefore) {
  const auto ledger = open();
  std::mt19937 random(3);
  const auto any = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
  struct Asked {
    std::string source;
    int at;
    int by;
    std::int64_t number;
  };
  std::vector<Asked> asked;
  for (int now = 1; now < 120; ++now) {
    const std::string source(1, static_cast<char>('a' + any(0, 2)));
    ASSERT_TRUE(add(*ledger, source, any(0, 100), now, now).has_value());
    const int at = any(0, 100);
    const auto place = ledger->in_force(source, ValidTime{day(at)}, RecordedAt{day(now)});
    ASSERT_TRUE(place.has_value());
    asked.push_back({source, at, now, *place ? (*place)->number : 0});
    for (const Asked& each : asked) {
      const auto again = ledger->in_force(each.source, ValidTime{day(each.at)}, RecordedAt{day(each.by)});
      ASSERT_TRUE(again.has_value());
      ASSERT_EQ(*again ? (*again)->number : 0, each.number);
    }
  }
}

TEST_F(SqliteLedgerTest, TellsTheLifeOfAStatement) {
  const auto ledger = open();
  ASSERT_TRUE(add(*ledger, "a", 1, 1, 1, {{ChangeKind::kAdded, "", "c1"}}).has_value());
  ASSERT_TRUE(add(*ledger, "a", 2, 2, 2, {{ChangeKind::kUpdated, "c1", "c2"}}).has_value());
  ASSERT_TRUE(add(*ledger, "a", 3, 3, 3, {{ChangeKind::kDropped, "c2", ""}}).has_value());
  ASSERT_TRUE(add(*ledger, "a", 4, 4, 4, {{ChangeKind::kAdded, "", "c2"}}).has_value());
  for (const std::string_view id : {"c1", "c2"}) {
    const auto life = life_of(*ledger, id);
    ASSERT_TRUE(life.has_value()) << life.error().message;
    ASSERT_EQ(life->steps.size(), 4U);
    EXPECT_EQ(life->steps[1].kind, ChangeKind::kUpdated);
    EXPECT_EQ(life->steps[1].claim.says, "says c2");
    EXPECT_EQ(life->steps[2].kind, ChangeKind::kDropped);
    EXPECT_TRUE(life->steps[3].back);
    EXPECT_FALSE(life->steps[0].back);
  }
  const auto lives = lives_between(*ledger, "UZ", "US");
  ASSERT_TRUE(lives.has_value());
  EXPECT_EQ(lives->size(), 1U);
  EXPECT_EQ(life_of(*ledger, "c9").error().code, ErrorCode::kNotFound);
}

TEST_F(SqliteLedgerTest, TwoWritersLoseNothing) {
  const auto one = open();
  const auto two = open();
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(add(i % 2 == 0 ? *one : *two, i % 3 == 0 ? "a" : "b", i, i, i).has_value());
  EXPECT_EQ(one->size().value(), 20);
  EXPECT_TRUE(verify_chain(*two).has_value());
}

TEST_F(SqliteLedgerTest, WhatWasRolledBackIsNotThere) {
  const auto ledger = open();
  ASSERT_TRUE(add(*ledger, "a", 1, 1, 1).has_value());
  ASSERT_TRUE(ledger->begin().has_value());
  Edition edition;
  edition.source = "new";
  edition.recorded = RecordedAt{day(2)};
  edition.document = sha256("x");
  ASSERT_TRUE(ledger->append(edition, "x").has_value());
  ledger->rollback();
  EXPECT_EQ(ledger->size().value(), 1);
  EXPECT_EQ(ledger->sources()->size(), 1U);
  ASSERT_TRUE(add(*ledger, "new", 3, 3, 3).has_value());
  EXPECT_TRUE(verify_chain(*ledger).has_value());
}

TEST_F(SqliteLedgerTest, RefusesWhatIsNoLedger) {
  EXPECT_EQ(open_ledger(folder_ / "none.sqlite", false).error().code, ErrorCode::kNotFound);
  auto other = SqliteFile::open_shared(folder_ / "other.sqlite", true);
  ASSERT_TRUE(other->execute("CREATE TABLE x (y)").has_value());
  EXPECT_EQ(open_ledger(folder_ / "other.sqlite", true).error().code, ErrorCode::kMalformed);
}

TEST_F(SqliteLedgerTest, ASmallEditTakesLittleRoom) {
  const auto ledger = open();
  for (int i = 0; i < 50; ++i) ASSERT_TRUE(add(*ledger, "a", i, i, i).has_value());
  auto raw = SqliteFile::open_shared(file(), false);
  const auto bytes = raw->integer("SELECT SUM(LENGTH(bytes)) FROM document");
  ASSERT_TRUE(bytes.has_value());
  EXPECT_LT(*bytes, 50 * 60 + 2000);
}

}  // namespace
}  // namespace paraph
