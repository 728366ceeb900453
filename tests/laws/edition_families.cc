// The families of tests/editions: every altered figure found, every parent found, and nothing found in what is only form.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ledger/edition_testing.h"
#include "ledger/trace.h"

namespace paraph {
namespace {

using Lines = std::vector<std::string>;

struct Copy {
  std::size_t of = 0;  ///< Index of the edition.
  Lines lines;
  std::vector<std::size_t> changed;  ///< Lines of that edition which must be reported, from 0.
};

struct Family {
  std::string name;
  std::string title;
  std::vector<std::pair<std::string, Lines>> editions;  ///< By date.
  std::size_t repost_of = 0;
  Copy altered;
  Copy spun;
};

/// "3: sentence", "3: -" or "+: sentence"; the dropped line stays as an empty one so that numbers hold.
void edit(const std::string& line, Lines& lines, std::vector<std::size_t>* changed) {
  const std::size_t colon = line.find(": ");
  ASSERT_NE(colon, std::string::npos) << line;
  const std::string words = line.substr(colon + 2);
  if (line[0] == '+') {
    lines.push_back(words);
    return;
  }
  const std::size_t at = std::stoul(line.substr(0, colon)) - 1;
  ASSERT_LT(at, lines.size()) << line;
  lines[at] = words == "-" ? "" : words;
  if (changed != nullptr) changed->push_back(at);
}

Family read_family(const std::filesystem::path& path) {
  Family family;
  family.name = path.parent_path().filename().string() + "/" + path.stem().string();
  std::ifstream file(path);
  std::string line;
  std::getline(file, family.title);
  enum class Part { kFirst, kLater, kAltered, kSpun } part = Part::kFirst;
  const auto number_behind = [&](std::string_view words) { return std::stoul(line.substr(words.size())) - 1; };
  while (std::getline(file, line)) {
    if (line.starts_with("edition ")) {
      part = family.editions.empty() ? Part::kFirst : Part::kLater;
      family.editions.emplace_back(line.substr(8), family.editions.empty() ? Lines() : family.editions.back().second);
    } else if (line.starts_with("repost of ")) {
      family.repost_of = number_behind("repost of ");
    } else if (line.starts_with("altered of ")) {
      part = Part::kAltered;
      family.altered.of = number_behind("altered of ");
      family.altered.lines = family.editions[family.altered.of].second;
    } else if (line.starts_with("spun of ")) {
      part = Part::kSpun;
      family.spun.of = number_behind("spun of ");
    } else {
      switch (part) {
        case Part::kFirst: family.editions.back().second.push_back(line); break;
        case Part::kLater: edit(line, family.editions.back().second, nullptr); break;
        case Part::kAltered: edit(line, family.altered.lines, &family.altered.changed); break;
        case Part::kSpun: family.spun.lines.push_back(line); break;
      }
    }
  }
  return family;
}

const std::vector<Family>& families() {
  static const std::vector<Family> read = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(PARAPH_SOURCE_DIR "/tests/editions")) {
      if (entry.path().extension() == ".family") paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    std::vector<Family> out;
    for (const auto& path : paths) out.push_back(read_family(path));
    return out;
  }();
  return read;
}

Extraction plain(const Family& family, const std::string& date, const Lines& lines) {
  std::string text = family.title + "\n" + date + "\n\n";
  for (const std::string& line : lines) text += line.empty() ? "" : line + "\n\n";
  return edition_of(text, "sheet.txt");
}

/// The same words in other markup, with other signs, in reverse order, among a page's furniture.
Extraction reposted(const Family& family, const Lines& lines) {
  std::string html = "<html><head><title>" + family.title + "</title></head><body><nav><a href=\"/\">Home</a> <a href=\"/news\">News</a></nav><main><h1>" + family.title + "</h1>";
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    std::string words = *line;
    for (const auto& [what, by] : {std::pair("'", "&rsquo;"), std::pair(" million", "&nbsp;million"), std::pair("ffi", "\xEF\xAC\x83"), std::pair("United States", "<b>United States</b>")}) {
      for (std::size_t at = words.find(what); at != std::string::npos; at = words.find(what, at + std::string_view(by).size())) words.replace(at, std::string_view(what).size(), by);
    }
    if (!words.empty()) html += "<p>" + words + "</p>\n";
  }
  return edition_of(html + "</main><footer><p>Share this page &middot; Cookies</p></footer></body></html>", "repost.html");
}

Extraction undated(const Family& family, const Lines& lines) {
  std::string text = family.title + "\n\n";
  for (const std::string& line : lines) text += line.empty() ? "" : line + "\n\n";
  return edition_of(text, "copy.txt");
}

TEST(EditionFamilies, AreTwelveAndHalfAreSetApart) {
  EXPECT_EQ(families().size(), 12U);
  EXPECT_EQ(std::ranges::count_if(families(), [](const Family& family) { return family.name.starts_with("apart/"); }), 6);
  for (const Family& family : families()) {
    EXPECT_EQ(family.editions.size(), 3U) << family.name;
    EXPECT_EQ(family.spun.lines.size(), family.editions[family.spun.of].second.size()) << family.name;
    EXPECT_GE(family.altered.changed.size(), 3U) << family.name;
  }
}

TEST(EditionFamilies, FormAloneIsNoChange) {
  for (const Family& family : families()) {
    for (const auto& [date, lines] : family.editions) {
      const Extraction before = plain(family, date, lines);
      const Extraction after = reposted(family, lines);
      const Comparison found = compare(before, after);
      for (const PassageChange& change : found.passages) {
        if (!is_change(change.kind)) continue;
        ADD_FAILURE() << family.name << ": " << change_kind_name(change.kind) << ": "
                      << (change.after ? found.new_passages.all[*change.after].text.of(after.document.text())
                                       : found.old_passages.all[*change.before].text.of(before.document.text()));
      }
    }
  }
}

TEST(EditionFamilies, EveryAlterationIsFoundAndNothingElse) {
  for (const Family& family : families()) {
    const auto& [date, lines] = family.editions[family.altered.of];
    const Extraction before = plain(family, date, lines);
    const Extraction after = undated(family, family.altered.lines);
    const Comparison found = compare(before, after);
    std::vector<std::string> told;
    for (const PassageChange& change : found.passages) {
      if (!change.before || !is_change(change.kind) || change.kind == ChangeKind::kReworded || change.kind == ChangeKind::kAdded) continue;
      told.emplace_back(found.old_passages.all[*change.before].text.of(before.document.text()));
    }
    for (const std::size_t line : family.altered.changed) EXPECT_EQ(std::ranges::count(told, lines[line]), 1) << family.name << ": " << lines[line];
    EXPECT_EQ(told.size(), family.altered.changed.size()) << family.name;
  }
}

TEST(EditionFamilies, EveryCopyIsTracedToItsEdition) {
  std::size_t asked = 0;
  for (const Family& family : families()) {
    std::vector<Extraction> documents;
    for (const auto& [date, lines] : family.editions) documents.push_back(plain(family, date, lines));
    documents.push_back(reposted(family, family.editions[family.repost_of].second));
    documents.push_back(undated(family, family.altered.lines));
    documents.push_back(undated(family, family.spun.lines));
    std::vector<Traced> traced;
    for (std::size_t i = 0; i < documents.size(); ++i) traced.push_back({&documents[i], i < family.editions.size()});
    const std::vector<Descent> found = trace(traced);
    ASSERT_EQ(found.size(), 3U);
    const std::size_t wanted[] = {family.repost_of, family.altered.of, family.spun.of};
    for (std::size_t i = 0; i < 3; ++i) {
      ASSERT_FALSE(found[i].originals.empty());
      EXPECT_EQ(found[i].originals.front().parent, wanted[i]) << family.name << ": copy " << i;
      EXPECT_TRUE(found[i].parent.has_value()) << family.name << ": copy " << i;
      ++asked;
    }
  }
  EXPECT_EQ(asked, 36U);
}

TEST(EditionFamilies, CopiesAmongAllSheetsAreTracedToTheirOwn) {
  std::vector<Extraction> documents;
  std::vector<std::size_t> wanted;
  std::vector<bool> original;
  for (const Family& family : families()) {
    const std::size_t first = documents.size();
    for (const auto& [date, lines] : family.editions) {
      documents.push_back(plain(family, date, lines));
      original.push_back(true);
      wanted.push_back(0);
    }
    documents.push_back(undated(family, family.spun.lines));
    original.push_back(false);
    wanted.push_back(first + family.spun.of);
  }
  std::vector<Traced> traced;
  for (std::size_t i = 0; i < documents.size(); ++i) traced.push_back({&documents[i], original[i]});
  for (const Descent& descent : trace(traced)) EXPECT_EQ(descent.originals.front().parent, wanted[descent.copy]) << documents[descent.copy].document.title;
}

TEST(EditionFamilies, ARepostOfAnAlteredCopyHangsOnIt) {
  for (const Family& family : families()) {
    std::vector<Extraction> documents;
    for (const auto& [date, lines] : family.editions) documents.push_back(plain(family, date, lines));
    documents.push_back(undated(family, family.altered.lines));
    Lines again = family.altered.lines;
    again.back() = "Somebody wrote another last sentence with 77 words.";
    documents.push_back(reposted(family, again));
    std::vector<Traced> traced;
    for (std::size_t i = 0; i < documents.size(); ++i) traced.push_back({&documents[i], i < 3});
    const std::vector<Descent> found = trace(traced);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].parent, family.altered.of) << family.name;
    EXPECT_EQ(found[1].parent, 3U) << family.name;
  }
}

TEST(EditionFamilies, AStrangerComesFromNone) {
  const Family& family = families().front();
  std::vector<Extraction> documents;
  for (const auto& [date, lines] : family.editions) documents.push_back(plain(family, date, lines));
  documents.push_back(edition_of("A walk by the sea\n\nThe tide came in at nine.\n\nNobody had brought a lamp, and the road was dark.\n", "walk.txt"));
  std::vector<Traced> traced;
  for (std::size_t i = 0; i < documents.size(); ++i) traced.push_back({&documents[i], i < 3});
  const std::vector<Descent> found = trace(traced);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found[0].parent.has_value());
  EXPECT_GT(found[0].unknown, 0.5);
}

}  // namespace
}  // namespace paraph
