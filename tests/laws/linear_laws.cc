// Reading costs no more than in proportion to the length of a text, whoever wrote it. The rooms that read are compiled a
// second time for this test, so that every basic block that runs adds one to a counter: no clock is asked, nothing that
// the reader does escapes, and the program itself carries no counter.
#include <cstdint>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "claim/read_claims.h"
#include "document/read_document.h"
#include "hostile_texts.h"
#include "lexicon/embedded_tables.h"

namespace {
std::uint64_t blocks_run = 0;
}

extern "C" void __sanitizer_cov_trace_pc() { ++blocks_run; }

namespace paraph {
namespace {

struct Tables {
  Lexicon lexicon;
  Grammar grammar;
};

const Tables& tables() {
  static const Tables loaded = [] {
    const TableFiles files = embedded_table_files();
    auto lexicon = Lexicon::load(files);
    if (!lexicon) throw std::runtime_error(lexicon.error().message);
    const auto paths = embedded_table_paths("grammar");
    auto grammar = Grammar::load(files, paths, *lexicon);
    if (!grammar) throw std::runtime_error(grammar.error().message);
    return Tables{std::move(*lexicon), std::move(*grammar)};
  }();
  return loaded;
}

/// Basic blocks from bytes to claims.
std::uint64_t cost_of(const std::string& text) {
  tables();
  blocks_run = 0;
  const auto document = read_document(text, {});
  EXPECT_TRUE(document.has_value());
  read_claims(*document, tables().lexicon, tables().grammar);
  return blocks_run;
}

/// Twice the text may cost this much more; a square would cost four times as much.
constexpr double kMostGrowth = 2.2;

class HostileTexts : public testing::TestWithParam<HostileText> {};

TEST_P(HostileTexts, CostTwiceAsMuchWhenTheyAreTwiceAsLong) {
  const HostileText& text = GetParam();
  const std::uint64_t once = cost_of(text.of(500'000));
  const std::uint64_t twice = cost_of(text.of(1'000'000));
  EXPECT_LE(static_cast<double>(twice) / static_cast<double>(once), kMostGrowth) << text.name << ": " << once << " blocks, then " << twice;
}

/// The dearest text may cost so many times what plain prose costs a byte: putting claims together grows faster than the
/// sentence does, and this holds the length at which sentences are cut to what it is for.
TEST_P(HostileTexts, CostNoMoreThanSomeTimesPlainProse) {
  const std::string plain = "In 2021 exports of the United States to Ghana were worth about $5 million, more than in the year before. ";
  std::string prose;
  while (prose.size() < 400'000) prose += plain;
  const double each = static_cast<double>(cost_of(prose)) / static_cast<double>(prose.size());
  const std::string text = GetParam().of(400'000);
  const double dear = static_cast<double>(cost_of(text)) / static_cast<double>(text.size());
  RecordProperty("blocks_a_byte", fmt::format("{:.1f}", dear));
  EXPECT_LE(dear, 64 * each) << GetParam().name << ": " << dear << " blocks a byte, prose " << each;
}

std::string test_name(const testing::TestParamInfo<HostileText>& info) {
  std::string name;
  bool capital = true;
  for (const char c : info.param.name) {
    if (c != ' ') name += capital ? static_cast<char>(c - 'a' + 'A') : c;
    capital = c == ' ';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Reading, HostileTexts, testing::ValuesIn(kHostileTexts), test_name);

/// A million of each, and one sentence of ten megabytes.
TEST(HugeTexts, AreReadInProportionToTheirLength) {
  for (const std::string_view words : {std::string_view(","), std::string_view("7 "), std::string_view("("), std::string_view("Ghana "), std::string_view("exports ")}) {
    const HostileText text{words, words};
    const std::uint64_t once = cost_of(text.of(500'000 * words.size()));
    const std::uint64_t twice = cost_of(text.of(1'000'000 * words.size()));
    EXPECT_LE(static_cast<double>(twice) / static_cast<double>(once), kMostGrowth) << words << ": " << once << " blocks, then " << twice;
  }
  const HostileText sentence{"sentence", "the ministers of both sides met and spoke of trade, "};
  const std::uint64_t once = cost_of(sentence.of(5'000'000));
  const std::uint64_t twice = cost_of(sentence.of(10'000'000));
  EXPECT_LE(static_cast<double>(twice) / static_cast<double>(once), kMostGrowth) << once << " blocks, then " << twice;
}

}  // namespace
}  // namespace paraph
