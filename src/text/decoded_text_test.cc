#include "text/decoded_text.h"

#include <gmock/gmock.h>

#include <string>

namespace paraph {
namespace {

std::string_view origin_of(const DecodedText& text, std::string_view bytes, std::string_view wanted) {
  const std::size_t at = text.text().find(wanted);
  return text.origin({at, at + wanted.size()}).of(bytes);
}

TEST(Decode, KeepsPlainUtf8AsOneRun) {
  DecodingReport report;
  const std::string bytes = "Türkiye’s trade\ngrew";
  const DecodedText text = decode(bytes, "", report);
  EXPECT_EQ(text.text(), bytes);
  EXPECT_EQ(text.runs().size(), 1U);
  EXPECT_EQ(text.origin({3, 7}), TextSpan(3, 7));
  EXPECT_EQ(report.encoding, Encoding::kUtf8);
}

TEST(Decode, SkipsTheByteOrderMark) {
  DecodingReport report;
  const std::string bytes = "\xEF\xBB\xBFTrade";
  const DecodedText text = decode(bytes, "", report);
  EXPECT_EQ(text.text(), "Trade");
  EXPECT_EQ(text.origin({0, 5}), TextSpan(3, 8));
}

TEST(Decode, ReadsUtf16WithAndWithoutMark) {
  for (const bool little : {true, false}) {
    for (const bool mark : {true, false}) {
      std::string bytes;
      const auto put = [&](unsigned unit) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little ? std::string{low, high} : std::string{high, low};
      };
      if (mark) put(0xFEFF);
      for (const char c : std::string("Trade with Per")) put(static_cast<unsigned char>(c));
      put(0x00FA);
      put(0xD83D);
      put(0xDE00);
      put('.');
      DecodingReport report;
      const DecodedText text = decode(bytes, "", report);
      EXPECT_EQ(text.text(), "Trade with Perú\xF0\x9F\x98\x80.");
      EXPECT_EQ(report.encoding, little ? Encoding::kUtf16Le : Encoding::kUtf16Be);
      EXPECT_EQ(text.origin({0, 5}).size(), 10U);
      EXPECT_EQ(origin_of(text, bytes, "ú").size(), 2U);
      EXPECT_EQ(origin_of(text, bytes, "\xF0\x9F\x98\x80").size(), 4U);
      EXPECT_EQ(text.origin({0, text.text().size()}).last(), bytes.size());
    }
  }
}

TEST(Decode, ReadsWindows1252ByDeclarationAndByDetection) {
  for (const char* declared : {"windows-1252", "ISO-8859-1", ""}) {
    DecodingReport report;
    const std::string bytes = "Per\xFA\x92s \x80 5";
    const DecodedText text = decode(bytes, declared, report);
    EXPECT_EQ(text.text(), "Perú’s € 5");
    EXPECT_EQ(report.encoding, Encoding::kWindows1252);
    EXPECT_EQ(origin_of(text, bytes, "€"), "\x80");
    EXPECT_EQ(origin_of(text, bytes, "ú’s"), "\xFA\x92s");
  }
}

TEST(Decode, ReplacesAndCountsBrokenBytes) {
  DecodingReport report;
  const std::string bytes = "Perú and T\xC3rkiye, café, \xE2\x82 end\xF0\x9F";
  const DecodedText text = decode(bytes, "utf-8", report);
  EXPECT_EQ(text.text(), "Perú and T\xEF\xBF\xBDrkiye, café, \xEF\xBF\xBD end\xEF\xBF\xBD");
  EXPECT_EQ(report.replaced, 3U);
  ASSERT_EQ(report.first_replaced.size(), 3U);
  EXPECT_EQ(report.first_replaced[1].of(bytes), "\xE2\x82");
  EXPECT_EQ(origin_of(text, bytes, "rkiye"), "rkiye");
}

TEST(Decode, TurnsControlsIntoSpaces) {
  DecodingReport report;
  const std::string bytes(
      "a\0b\x01"
      "c\td\r\n\x0B"
      "e",
      11);
  const DecodedText text = decode(bytes, "utf-8", report);
  EXPECT_EQ(text.text(), "a b c\td\r\n e");
  EXPECT_EQ(report.controls, 3U);
}

TEST(Decode, KeepsSpansInRangeWhenRangesAreCopied) {
  DecodingReport report;
  const std::string bytes = "Per\xFA\x92s trade";
  const DecodedText whole = decode(bytes, "windows-1252", report);
  DecodedText part;
  part.append_mapped("\n", 0, 0);
  part.append_range(whole, {3, 9});
  EXPECT_EQ(part.text(), "\nú’s");
  EXPECT_EQ(part.origin({1, part.text().size()}).of(bytes), "\xFA\x92s");
}

TEST(Decode, KeepsRunsFewWhereCharactersAreAlike) {
  DecodingReport report;
  const DecodedText latin = decode(std::string(1000, '\xE9'), "windows-1252", report);
  EXPECT_EQ(latin.runs().size(), 1U);
  EXPECT_EQ(latin.origin({10, 13}), TextSpan(5, 7));
  const DecodedText broken = decode(std::string(1000, '\xFF'), "utf-8", report);
  EXPECT_EQ(broken.runs().size(), 1U);
  EXPECT_EQ(report.replaced, 1000U);
  EXPECT_EQ(broken.origin({3, 6}), TextSpan(1, 2));
}

TEST(WithPlainSpaces, ReplacesOddSpacesAndKeepsTheWayBack) {
  DecodingReport report;
  const std::string bytes =
      "in\xC2\xA0"
      "1992 1\xE2\x80\xAF"
      "883, infra\xC2\xAD"
      "structure’s \xE2\x80\x8B"
      "end";
  const DecodedText text = with_plain_spaces(decode(bytes, "", report));
  EXPECT_EQ(text.text(), "in 1992 1 883, infrastructure’s end");
  EXPECT_EQ(origin_of(text, bytes, "in 1992"),
            "in\xC2\xA0"
            "1992");
  EXPECT_EQ(origin_of(text, bytes, " 883"),
            "\xE2\x80\xAF"
            "883");
  EXPECT_EQ(origin_of(text, bytes, "infrastructure"),
            "infra\xC2\xAD"
            "structure");
  EXPECT_EQ(origin_of(text, bytes, "end"), "end");
}

TEST(WithPlainSpaces, HandsOrdinaryTextThrough) {
  DecodingReport report;
  const std::string bytes = "Türkiye’s trade – £5";
  EXPECT_EQ(with_plain_spaces(decode(bytes, "", report)).runs().size(), 1U);
  EXPECT_EQ(with_plain_spaces(decode("\xC2\xA0", "", report)).text(), " ");
  EXPECT_EQ(with_plain_spaces(decode("\xE2\x80\x8B", "", report)).text(), "");
}

TEST(Decode, TakesAnEmptyInput) {
  DecodingReport report;
  const DecodedText text = decode("", "", report);
  EXPECT_EQ(text.text(), "");
  EXPECT_EQ(text.origin({0, 0}), TextSpan(0, 0));
}

}  // namespace
}  // namespace paraph
