#include "http/document_request.h"

#include <gtest/gtest.h>

#include "http/answer_head.h"
#include "http/flat_object.h"
#include "http/problem.h"
#include "http/routes.h"

namespace paraph {
namespace {

TEST(DocumentRequest, TakesItsMembers) {
  const auto members = read_document_request(R"({"text":"Arnor \u00e9","pair":"AR-GO"})");
  ASSERT_TRUE(members.has_value());
  EXPECT_EQ(members->at("text"), "Arnor é");
  EXPECT_EQ(members->at("pair"), "AR-GO");
}

TEST(DocumentRequest, RefusesEverythingElse) {
  std::string deep(2'000'000, '[');
  std::string deep_objects;
  for (int i = 0; i < 200'000; ++i) deep_objects += "{\"text\":";
  for (const std::string& json : std::vector<std::string>{"", "null", "[]", "\"text\"", "{\"text\":1}", "{\"text\":null}", "{\"text\":[\"x\"]}", "{\"text\":{\"text\":\"x\"}}",
                                                          "{\"text\":\"x\",\"text\":\"y\"}", "{\"other\":\"x\"}", "{\"text\":\"x\"} {}", "{\"text\":\"\xff\"}", "{\"text\":\"\\ud800\"}",
                                                          "{\"text\":\"x\"", "{'text':'x'}", deep, deep_objects}) {
    EXPECT_FALSE(read_document_request(json).has_value()) << json.substr(0, 60);
  }
}

TEST(FlatObject, KeepsTextInsideItsQuotes) {
  EXPECT_EQ(write_flat_object({{"a", "x\"\\\n\x7f\xff"}, {"b", ""}, {"c", 7U}, {"d", true}}), "{\"a\":\"x\\\"\\\\\\u000a\\u007f\xEF\xBF\xBD\",\"c\":7,\"d\":true}");
}

TEST(Refusal, SaysWhenToComeBack) {
  const Answer answer = refusal(Problem::kOverloaded, "full");
  EXPECT_EQ(answer.status, 503U);
  const std::string head = answer_head(answer, "r1-1", false, false);
  EXPECT_NE(head.find("Retry-After: 1\r\n"), std::string::npos);
  EXPECT_NE(head.find("Connection: close\r\n"), std::string::npos);
  EXPECT_NE(answer.body.find("urn:paraph:problem:overloaded"), std::string::npos);
}

TEST(Routes, AreFoundByWholePaths) {
  const auto named = [](const char* text) {
    const auto target = read_target(text);
    const Route* route = target ? find_route(*target) : nullptr;
    return route == nullptr ? std::string() : std::string(route->name);
  };
  EXPECT_EQ(named("/v1/check"), "POST /v1/check");
  EXPECT_EQ(named("/v1/pairs/US/UZ?as_of=2022-01-01"), "GET /v1/pairs/{a}/{b}");
  EXPECT_EQ(named("/v1/show/rank/UZ/2021/total"), "GET /v1/show/{question}/{operands}");
  EXPECT_EQ(named("/v1/show/rank"), "");
  EXPECT_EQ(named("/v1/check/more"), "");
  EXPECT_EQ(named("/"), "");
}

TEST(ChosenForm, PrefersTheParameter) {
  Request request;
  request.accept = "text/csv";
  const std::vector<FormOffer> offers = {{"json", "application/json"}, {"csv", "text/csv"}};
  EXPECT_EQ(chosen_form(request, "", offers).value(), 1U);
  EXPECT_EQ(chosen_form(request, "json", offers).value(), 0U);
  EXPECT_EQ(chosen_form(request, "xml", offers).error().problem, Problem::kBadParameter);
  request.accept = "image/png";
  EXPECT_EQ(chosen_form(request, "", offers).error().problem, Problem::kNotAcceptable);
}

}  // namespace
}  // namespace paraph
