#include "report/json_writer.h"

#include <gtest/gtest.h>

#include "report/flat_json.h"

namespace paraph {
namespace {

std::string written(std::string_view text) {
  std::string out;
  JsonWriter(out).String(text);
  return out;
}

TEST(JsonWriter, PutsCommasBetweenMembersAndItemsOnly) {
  std::string out;
  {
    JsonWriter json(out);
    json.StartObject();
    write_member(json, "a", "x");
    write_key(json, "b");
    json.StartArray();
    json.Uint64(1);
    json.StartArray();
    json.EndArray();
    json.Null();
    json.EndArray();
    write_member(json, "c", true);
    write_member(json, "d", *Decimal::parse("-0.50"));
    json.EndObject();
    json.end_line();
    json.Int64(-9223372036854775807 - 1);
  }
  EXPECT_EQ(out, "{\"a\":\"x\",\"b\":[1,[],null],\"c\":true,\"d\":-0.5}\n-9223372036854775808");
}

TEST(JsonWriter, EscapesWhatMustBeAndNothingElse) {
  EXPECT_EQ(written("a \"b\" c\\d / é \x7f"), "\"a \\\"b\\\" c\\\\d / é \x7f\"");
  EXPECT_EQ(written("\n\t\r\b\f"), R"("\n\t\r\b\f")");
  EXPECT_EQ(written(std::string("\0\x1f", 2)), R"("\u0000\u001F")");
}

TEST(JsonWriter, EveryByteAtEveryPlaceComesBack) {
  for (int c = 0; c < 0x80; ++c) {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, 'e');
      text[at] = static_cast<char>(c);
      const auto read = FlatJson::read("{\"t\":" + written(text) + "}");
      ASSERT_TRUE(read) << c << " at " << at;
      EXPECT_EQ(read->at("t"), text);
    }
  }
}

TEST(JsonWriter, TextLongerThanItsRoomStandsWhole) {
  const std::string text = std::string(100'000, 'x') + "\"" + std::string(50'000, 'y');
  std::string out;
  {
    JsonWriter json(out);
    json.StartArray();
    for (int i = 0; i < 3; ++i) json.String(text);
    json.EndArray();
  }
  const auto read = FlatJson::read(out);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->at("[2]"), text);
}

}  // namespace
}  // namespace paraph
