// What holds for every small change of a sheet, tried on every place of the example sheets where it can be made.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "ledger/compare.h"
#include "ledger/edition_testing.h"

namespace paraph {
namespace {

struct Sheet {
  std::string name;
  std::string bytes;
};

const std::vector<Sheet>& sheets() {
  static const std::vector<Sheet> read = [] {
    std::vector<Sheet> out;
    for (const auto& entry : std::filesystem::directory_iterator(PARAPH_SOURCE_DIR "/examples/sheets")) {
      std::ifstream file(entry.path(), std::ios::binary);
      out.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
    }
    std::ranges::sort(out, {}, &Sheet::name);
    return out;
  }();
  return read;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The passages that hold text which a reader sees, as ranges of the original bytes.
std::vector<TextSpan> read_places(const Extraction& edition) {
  std::vector<TextSpan> places;
  for (const Passage& passage : find_passages(edition).all) {
    if (passage.role != PassageRole::kFurniture) places.push_back(passage.origin);
  }
  return places;
}

std::string with(const std::string& bytes, std::size_t at, std::size_t count, std::string_view instead) {
  return bytes.substr(0, at) + std::string(instead) + bytes.substr(at + count);
}

/// Whether some changed passage tells the edit: `word` stands among what left or came with the weight that it must have.
bool tells(const Comparison& comparison, WordWeight weight, std::string_view came) {
  for (const PassageChange& change : comparison.passages) {
    if (!is_change(change.kind)) continue;
    if (!change.before || !change.after) return true;
    for (const WordEdit& edit : change.edits) {
      if (edit.weight <= weight && std::ranges::find(edit.given, came) != edit.given.end()) return true;
    }
  }
  return false;
}

bool in_about(const Comparison& comparison) { return !comparison.about.empty(); }

/// No claim may stand in a passage that does not hold it.
void expect_anchored(const Extraction& edition, const Passages& passages) {
  std::vector<int> homes(edition.reading.claims.size(), 0);
  for (const Passage& passage : passages.all) {
    for (const std::size_t claim : passage.claims) {
      ++homes[claim];
      EXPECT_TRUE(passage.origin.contains(edition.reading.claims[claim].span));
    }
  }
  for (const std::size_t orphan : passages.orphans) ++homes[orphan];
  for (const int count : homes) EXPECT_EQ(count, 1);
}

TEST(EditionLaws, EveryDigitThatChangesIsFound) {
  std::size_t tried = 0;
  for (const Sheet& sheet : sheets()) {
    const Extraction before = edition_of(sheet.bytes, sheet.name);
    for (const TextSpan place : read_places(before)) {
      for (std::size_t at = place.first(); at < place.last(); ++at) {
        if (!is_digit(sheet.bytes[at])) continue;
        const char other = sheet.bytes[at] == '9' ? '8' : static_cast<char>(sheet.bytes[at] + 1);
        const Comparison found = compare(before, edition_of(with(sheet.bytes, at, 1, std::string_view(&other, 1)), sheet.name));
        EXPECT_TRUE(found.differs()) << sheet.name << ":" << at;
        const bool weighed = std::ranges::any_of(found.passages, [](const PassageChange& change) {
          return change.kind >= ChangeKind::kUpdated || (is_change(change.kind) && (!change.before || !change.after));
        });
        EXPECT_TRUE(weighed || in_about(found)) << sheet.name << ":" << at << " " << sheet.bytes.substr(at > 30 ? at - 30 : 0, 60);
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 150U);
}

TEST(EditionLaws, EveryMonthThatChangesIsFound) {
  static constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                               "July",    "August",   "September", "October", "November", "December"};
  std::size_t tried = 0;
  for (const Sheet& sheet : sheets()) {
    const Extraction before = edition_of(sheet.bytes, sheet.name);
    for (const TextSpan place : read_places(before)) {
      for (std::size_t month = 0; month < kMonths.size(); ++month) {
        const std::string_view words(sheet.bytes);
        for (std::size_t at = words.find(kMonths[month], place.first()); at < place.last(); at = words.find(kMonths[month], at + 1)) {
          const std::string_view other = kMonths[(month + 5) % 12];
          const Comparison found = compare(before, edition_of(with(sheet.bytes, at, kMonths[month].size(), other), sheet.name));
          std::string folded(other);
          folded[0] = static_cast<char>(folded[0] + 32);
          EXPECT_TRUE(tells(found, WordWeight::kDate, folded) || in_about(found)) << sheet.name << ":" << at;
          ++tried;
        }
      }
    }
  }
  EXPECT_GT(tried, 12U);
}

TEST(EditionLaws, EveryNameThatChangesIsFound) {
  std::size_t tried = 0;
  for (const Sheet& sheet : sheets()) {
    const Extraction before = edition_of(sheet.bytes, sheet.name);
    for (const Passage& passage : find_passages(before).all) {
      if (passage.role != PassageRole::kText) continue;
      for (const PlainWord& word : passage.words) {
        if (word.weight != WordWeight::kName) continue;
        const TextSpan at = before.document.origin(word.place);
        if (at.of(sheet.bytes) != word.place.of(before.document.text())) continue;
        const Comparison found = compare(before, edition_of(with(sheet.bytes, at.first(), at.size(), "Zubrowka"), sheet.name));
        EXPECT_TRUE(tells(found, WordWeight::kName, "zubrowka")) << sheet.name << ": " << word.folded;
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 120U);
}

TEST(EditionLaws, EveryNegationThatComesIsFound) {
  std::size_t tried = 0;
  for (const Sheet& sheet : sheets()) {
    const Extraction before = edition_of(sheet.bytes, sheet.name);
    for (const std::string_view verb : {" were ", " was ", " is ", " has ", " have ", " visited ", " opened "}) {
      for (std::size_t at = sheet.bytes.find(verb); at != std::string::npos; at = sheet.bytes.find(verb, at + 1)) {
        const Comparison found = compare(before, edition_of(with(sheet.bytes, at + verb.size(), 0, "not "), sheet.name));
        EXPECT_TRUE(tells(found, WordWeight::kNegation, "not")) << sheet.name << ":" << at;
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 15U);
}

/// Forms of the same plain sheet. Paragraphs are separated by blank lines.
std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return out;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
  return text;
}

const Sheet& plain_sheet() {
  return *std::ranges::find_if(sheets(), [](const Sheet& sheet) { return sheet.name.ends_with(".txt"); });
}

void expect_no_change(const Extraction& before, const Extraction& after, std::string_view how) {
  const Comparison found = compare(before, after);
  for (const PassageChange& change : found.passages) {
    if (!is_change(change.kind)) continue;
    const auto words = [](const Extraction& edition, const Passages& side, std::optional<std::size_t> p) {
      return p ? std::string(side.all[*p].text.of(edition.document.text())) : std::string("(none)");
    };
    ADD_FAILURE() << how << ": " << change_kind_name(change.kind) << "\n  " << words(before, found.old_passages, change.before) << "\n  "
                  << words(after, found.new_passages, change.after);
  }
  expect_anchored(before, found.old_passages);
  expect_anchored(after, found.new_passages);
}

TEST(EditionLaws, OtherSpacesQuotesAndLigaturesAreNoChange) {
  for (const Sheet& sheet : sheets()) {
    const Extraction before = edition_of(sheet.bytes, sheet.name);
    const bool markup = !sheet.name.ends_with(".txt");
    std::vector<std::pair<std::string_view, std::string_view>> forms = {
        {"fi", "\xEF\xAC\x81"}, {"fl", "\xEF\xAC\x82"}, {"ffi", "\xEF\xAC\x83"}, {" million", "\xC2\xA0million"}, {" billion", "\xE2\x80\xAF" "billion"}};
    if (!markup) forms.insert(forms.end(), {{"'", "\xE2\x80\x99"}, {" the ", "  the\t"}, {"United States", "United\xC2\xA0States"}, {". ", ".  "}, {"\n\n", "\n\n\n"}});
    for (const auto& [what, by] : forms) expect_no_change(before, edition_of(replaced(sheet.bytes, what, by), sheet.name), what);
  }
}

TEST(EditionLaws, ShuffledParagraphsAreNoChange) {
  const Sheet& sheet = plain_sheet();
  const Extraction before = edition_of(sheet.bytes, sheet.name);
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> paragraphs = paragraphs_of(sheet.bytes);
    std::shuffle(paragraphs.begin() + 1, paragraphs.end(), random);
    std::string text;
    for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
    expect_no_change(before, edition_of(text, sheet.name), "shuffled");
  }
}

TEST(EditionLaws, OtherMarkupIsNoChange) {
  const Sheet& sheet = plain_sheet();
  const Extraction before = edition_of(sheet.bytes, sheet.name);
  std::string html = "<html><head><title>United States and Uzbekistan: Relations at a Glance</title></head><body><nav><a href=\"/\">Home</a></nav><main>";
  std::string markdown;
  bool first = true;
  for (const std::string& paragraph : paragraphs_of(sheet.bytes)) {
    if (first) {
      const std::size_t line = paragraph.find('\n');
      html += "<h1>" + paragraph.substr(0, line) + "</h1><p>" + replaced(paragraph.substr(line + 1), "\n", "</p><p>") + "</p>";
      markdown += "# " + paragraph.substr(0, line) + "\n\n" + replaced(paragraph.substr(line + 1), "\n", "\n\n") + "\n\n";
    } else {
      const bool heading = paragraph.size() < 40;
      html += (heading ? "<h2>" : "<p>") + replaced(replaced(paragraph, "&", "&amp;"), "'", "&rsquo;") + (heading ? "</h2>" : "</p>");
      markdown += (heading ? "## " : "") + replaced(paragraph, "United States", "**United States**") + "\n\n";
    }
    first = false;
  }
  html += "</main><footer><p>Share this page &middot; Cookies</p></footer></body></html>";
  expect_no_change(before, edition_of(html, "sheet.html"), "as HTML");
  expect_no_change(before, edition_of(markdown, "sheet.md"), "as Markdown");
  expect_no_change(edition_of(html, "sheet.html"), edition_of(markdown, "sheet.md"), "HTML as Markdown");
}

TEST(EditionLaws, ClaimsStandWhereTheyAreSaidAfterAnyDamage) {
  std::mt19937 random(11);
  for (const Sheet& sheet : sheets()) {
    const Extraction before = edition_of(sheet.bytes, sheet.name);
    for (int round = 0; round < 60; ++round) {
      std::string bytes = sheet.bytes;
      for (int cut = 0; cut < 4; ++cut) {
        const std::size_t at = std::uniform_int_distribution<std::size_t>(0, bytes.size() - 40)(random);
        const std::size_t count = std::uniform_int_distribution<std::size_t>(0, 30)(random);
        const std::string taken = bytes.substr(at, count);
        bytes.erase(at, count);
        if (cut % 2 == 0) bytes.insert(std::uniform_int_distribution<std::size_t>(0, bytes.size())(random), taken);
      }
      const Extraction after = edition_of(bytes, sheet.name);
      const Comparison found = compare(before, after);
      expect_anchored(before, found.old_passages);
      expect_anchored(after, found.new_passages);
      std::vector<int> old_seen(before.reading.claims.size(), 0);
      std::vector<int> new_seen(after.reading.claims.size(), 0);
      for (const ClaimChange& change : found.claims) {
        if (change.before) ++old_seen[*change.before];
        if (change.after) ++new_seen[*change.after];
      }
      for (const int count : old_seen) EXPECT_EQ(count, 1);
      for (const int count : new_seen) EXPECT_EQ(count, 1);
    }
  }
}

}  // namespace
}  // namespace paraph
