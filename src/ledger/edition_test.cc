#include "ledger/edition.h"

#include <gtest/gtest.h>

#include "ledger/digest.h"
#include "ledger/edition_testing.h"
#include "ledger/state_edition.h"

namespace paraph {
namespace {

Edition sample() {
  Edition edition;
  edition.source = "https://example.org/sheet\twith\\odd\nname";
  edition.name = "sheet.html";
  edition.seen = ValidTime{std::chrono::sys_days(std::chrono::year(2024) / 7 / 15)};
  edition.recorded = RecordedAt{std::chrono::sys_days(std::chrono::year(2024) / 7 / 16)};
  edition.document = sha256("bytes");
  edition.format = "HTML";
  edition.previous = 3;
  edition.claims.push_back({"c0123456789abcdef", "trade_value", "US", "UZ", "says", "{\"type\":\"claim\"}", "supported", TextSpan(3, 9), TextSpan(1, 20)});
  edition.gaps.push_back({"no-trigger", TextSpan(30, 40)});
  edition.events.push_back({ChangeKind::kUpdated, "cffffffffffffffff", "c0123456789abcdef"});
  return edition;
}

TEST(EditionRecord, ReadsBackWhatItWrote) {
  const Edition edition = sample();
  const auto read = read_record(write_record(edition));
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(*read, edition);
}

TEST(EditionRecord, NamesTheLineThatIsDamaged) {
  std::string record = write_record(sample());
  record.replace(record.find("claim\t"), 5, "clown");
  const auto read = read_record(record);
  ASSERT_FALSE(read.has_value());
  EXPECT_NE(read.error().message.find("line 15"), std::string::npos) << read.error().message;
  EXPECT_EQ(read_record("paraph-edition\t2\n").error().code, ErrorCode::kUnsupported);
  EXPECT_FALSE(read_record("").has_value());
}

TEST(EditionRecord, EveryByteIsInTheLink) {
  const std::string record = write_record(sample());
  const std::string link = chain_link(kFirstLink, record);
  EXPECT_EQ(link.size(), 64U);
  for (std::size_t at = 0; at < record.size(); at += 7) {
    std::string other = record;
    other[at] = static_cast<char>(other[at] ^ 1);
    EXPECT_NE(chain_link(kFirstLink, other), link);
  }
  EXPECT_NE(chain_link(link, record), link);
}

TEST(EditionRecord, IsTheWorkedExample) {
  Edition edition;
  edition.source = "note";
  edition.name = "note.txt";
  edition.seen = ValidTime{std::chrono::sys_days(std::chrono::year(2024) / 7 / 15)};
  edition.recorded = RecordedAt{std::chrono::sys_days(std::chrono::year(2024) / 7 / 16)};
  edition.document = sha256("abc");
  edition.format = "plain text";
  edition.lexicon = "0000000000000000";
  EXPECT_EQ(chain_link(kFirstLink, write_record(edition)), "4c35c69b3e52332c1e513a0f3ae55f619fb6f982d1dd332b379bf3d1e7482f60");
}

TEST(Digest, IsSha256) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hmac_sha256("key", "The quick brown fox jumps over the lazy dog"), "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
}

TEST(ClaimEvents, SayWhatBecameOfEachClaim) {
  const std::string head = "Ghana and the United States\n\n";
  const Extraction before = edition_of(head + "U.S. goods exports to Ghana were $974.5 million in 2022.\n\nGhana is a member of the African Union.\n");
  const Extraction after = edition_of(head + "U.S. goods exports to Ghana were $990.1 million in 2023.\n\nGhana is a member of the African Union.\n");
  const auto events = events_of_comparison(before, after, compare(before, after));
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].kind, ChangeKind::kUpdated);
  EXPECT_EQ(events[0].before, before.reading.claims[0].id);
  EXPECT_EQ(events[0].after, after.reading.claims[0].id);
  EXPECT_EQ(events_of_first(before).size(), 2U);
}

}  // namespace
}  // namespace paraph
