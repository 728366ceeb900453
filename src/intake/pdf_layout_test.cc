#include "intake/pdf_layout.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace paraph {
namespace {

/// A listing as pdftotext prints it, of lines set in a type 10 points high and 5 wide.
class Listing {
 public:
  Listing& page() {
    text_ += text_.empty() ? "<doc>" : "</page>";
    text_ += "<page width=\"600.0\" height=\"800.0\">";
    return *this;
  }
  Listing& block() {
    text_ += "<block xMin=\"0\" yMin=\"0\" xMax=\"0\" yMax=\"0\">";
    return *this;
  }
  Listing& line(double left, double top, std::string_view words) {
    const auto box = [](double x, double y, std::size_t letters) {
      return fmt::format("xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\"", x, y, x + 5.0 * static_cast<double>(letters), y + 10);
    };
    text_ += fmt::format("<line {}>\n", box(left, top, words.size()));
    std::size_t at = 0;
    while (at < words.size()) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      text_ += fmt::format("<word {}>{}</word>\n", box(left + 5.0 * static_cast<double>(at), top, end - at), words.substr(at, end - at));
      at = end + 1;
    }
    text_ += "</line>\n";
    return *this;
  }
  std::string text() const {
    const Result<std::string> laid_out = lay_out_pdf(text_ + "</page></doc>");
    return laid_out ? *laid_out : "error";
  }

 private:
  std::string text_;
};

TEST(LayOutPdf, JoinsTheLinesOfAParagraph) {
  EXPECT_EQ(Listing()
                .page()
                .block()
                .line(50, 100, "Arnor and Gondor have kept embassies in each other's land")
                .line(50, 112, "since the year 1956, and trade has grown ever")
                .line(50, 124, "since. A treaty was signed.")
                .text(),
            "Arnor and Gondor have kept embassies in each other's land since the year 1956, and trade has grown ever since. A treaty was "
            "signed.\n");
}

TEST(LayOutPdf, KeepsHyphensOfCompoundsAndMendsDividedWords) {
  EXPECT_EQ(Listing()
                .page()
                .block()
                .line(50, 100, "Arnor and Gondor have kept a long and good and broad-")
                .line(50, 112, "based relationship; it rests on many treaties.")
                .text(),
            "Arnor and Gondor have kept a long and good and broad-based relationship; it rests on many treaties.\n");
  EXPECT_EQ(Listing()
                .page()
                .block()
                .line(50, 100, "the infrastructure of Arnor, with its roads and infra-")
                .line(50, 112, "structure in every province of the kingdom, grew.")
                .text(),
            "the infrastructure of Arnor, with its roads and infrastructure in every province of the kingdom, grew.\n");
}

TEST(LayOutPdf, KeepsTableRowsTogether) {
  EXPECT_EQ(Listing()
                .page()
                .block()
                .line(50, 100, "Year")
                .block()
                .line(200, 100, "Exports")
                .block()
                .line(50, 115, "2020")
                .block()
                .line(200, 115, "12.5")
                .text(),
            "Year\tExports\n2020\t12.5\n");
}

TEST(LayOutPdf, LeavesRunningHeadsAndPageNumbersOut) {
  Listing listing;
  for (int page = 1; page <= 3; ++page) {
    listing.page()
        .block()
        .line(50, 60, "Arnor country brief")
        .block()
        .line(50, 300, fmt::format("This is the text of one page of the brief, the page {}.", page));
    listing.block().line(280, 740, fmt::format("Page {} of 3", page));
  }
  EXPECT_EQ(listing.text(),
            "This is the text of one page of the brief, the page 1.\n\n\fThis is the text of one page of the brief, the page 2.\n\n\f"
            "This is the text of one page of the brief, the page 3.\n");
}

TEST(LayOutPdf, GoesOnAcrossPages) {
  Listing listing;
  listing.page().block().line(50, 600, "Arnor and Gondor have kept embassies in each other's land and good");
  listing.page().block().line(50, 100, "relations ever since the war.");
  EXPECT_EQ(listing.text(), "Arnor and Gondor have kept embassies in each other's land and good relations ever since the war.\n");
}

TEST(LayOutPdf, RefusesWhatIsNoListing) { EXPECT_FALSE(lay_out_pdf("Segmentation fault").has_value()); }

}  // namespace
}  // namespace paraph
