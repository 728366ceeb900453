#include "http/site.h"

#include <gtest/gtest.h>

namespace paraph {
namespace {

const std::string kLong(5000, 'a');

TEST(Site, FindsWhatWasPacked) {
  const std::string pack = pack_site({{"index.html", "<p>hello</p>"}, {"assets/index-4f2a9c11.js", kLong}});
  const auto site = Site::read(pack);
  ASSERT_TRUE(site.has_value());
  ASSERT_TRUE(site->built());
  EXPECT_EQ(site->find("")->plain, "<p>hello</p>");
  EXPECT_TRUE(site->find("")->gzip.empty()) << "which would not be smaller";
  EXPECT_FALSE(site->find("")->lasting);
  const SiteFile* script = site->find("assets/index-4f2a9c11.js");
  ASSERT_NE(script, nullptr);
  EXPECT_EQ(script->plain, kLong);
  EXPECT_EQ(script->type, "text/javascript; charset=utf-8");
  EXPECT_TRUE(script->lasting);
  EXPECT_FALSE(script->gzip.empty());
  EXPECT_FALSE(script->zstd.empty());
  EXPECT_EQ(site->find("assets/other.js"), nullptr);
}

TEST(Site, IsEmptyWithoutAPack) {
  const auto site = Site::read("");
  ASSERT_TRUE(site.has_value());
  EXPECT_FALSE(site->built());
}

TEST(Site, RefusesEveryCutPack) {
  const std::string pack = pack_site({{"a.js", kLong}, {"index.html", "x"}});
  for (std::size_t length = 1; length < pack.size(); ++length) EXPECT_FALSE(Site::read(std::string_view(pack).substr(0, length)).has_value()) << length;
}

TEST(NamesItsContent, KnowsWhatBundlersWrite) {
  EXPECT_TRUE(names_its_content("assets/index-4f2a9c11.js"));
  EXPECT_TRUE(names_its_content("index.DiwrgTda.css"));
  EXPECT_FALSE(names_its_content("index.html"));
  EXPECT_FALSE(names_its_content("world-110m.json"));
}

}  // namespace
}  // namespace paraph
