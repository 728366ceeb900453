#include "intake/intake.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include "intake/child_process.h"

namespace paraph {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(PARAPH_SOURCE_DIR) / "tests" / "corpus" / "documents";

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

std::vector<std::string> sentences(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    for (const Sentence& sentence : block.sentences) {
      std::string text;
      std::istringstream words{std::string(sentence.text.of(document.text()))};
      for (std::string word; words >> word;) text += (text.empty() ? "" : " ") + word;
      out.push_back(text);
    }
  }
  return out;
}

/// A folder of its own for a test, removed afterwards.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("paraph-intake-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  std::string add(const std::string& name, std::string_view bytes = "Arnor.") const {
    const fs::path path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }
  std::string str() const { return path_.string(); }

 private:
  fs::path path_;
};

/// A loopback server that gives each path its canned answer.
class Server {
 public:
  explicit Server(std::map<std::string, std::string> answers) : answers_(std::move(answers)), socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    listen(socket_, 8);
    socklen_t size = sizeof address;
    getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Server() {
    shutdown(socket_, SHUT_RDWR);
    close(socket_);
    thread_.join();
  }
  std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

 private:
  void serve() {
    while (true) {
      const int peer = accept(socket_, nullptr, nullptr);
      if (peer < 0) return;
      std::string request(4096, '\0');
      const ssize_t got = recv(peer, request.data(), request.size(), 0);
      request.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
      const std::size_t first = request.find(' ') + 1;
      const auto answer = answers_.find(request.substr(first, request.find(' ', first) - first));
      const std::string text =
          answer == answers_.end() ? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : answer->second;
      send(peer, text.data(), text.size(), MSG_NOSIGNAL);
      close(peer);
    }
  }

  std::map<std::string, std::string> answers_;
  int socket_;
  int port_ = 0;
  std::thread thread_;
};

std::string answer(const std::string& type, const std::string& body) {
  return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n\r\n" + body;
}

TEST(TakeIn, ReadsAFile) {
  const Folder folder;
  const Result<Intake> intake = take_in(folder.add("a.txt", "Arnor keeps an embassy."));
  ASSERT_TRUE(intake.has_value());
  EXPECT_EQ(intake->bytes, "Arnor keeps an embassy.");
  const Result<Document> document = open_document(*intake);
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->blocks.size(), 1U);
}

TEST(TakeIn, TellsWhyAFileCannotBeRead) {
  const Folder folder;
  EXPECT_EQ(take_in(folder.str() + "/none.txt").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(take_in(folder.str()).error().code, ErrorCode::kUnreadable);
  IntakeLimits limits;
  limits.file_bytes = 3;
  const Result<Intake> large = take_in(folder.add("a.txt"), limits);
  ASSERT_FALSE(large.has_value());
  EXPECT_EQ(large.error().code, ErrorCode::kLimitExceeded);
  EXPECT_NE(large.error().message.find("limit of 3 bytes"), std::string::npos);
  EXPECT_EQ(take_in("/dev/zero", limits).error().code, ErrorCode::kLimitExceeded);
}

TEST(TakeIn, FetchesAnAddressWithItsCharsetAndFinalName) {
  const Server server({{"/a", answer("text/html; charset=\"windows-1252\"", "<p>Per\xFA keeps an embassy.</p>")},
                       {"/old", "HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"}});
  const Result<Intake> intake = take_in(server.url("/old"));
  ASSERT_TRUE(intake.has_value()) << intake.error().message;
  EXPECT_EQ(intake->name, server.url("/a"));
  const Result<Document> document = open_document(*intake);
  ASSERT_TRUE(document.has_value());
  EXPECT_THAT(sentences(*document), testing::ElementsAre("Perú keeps an embassy."));
}

TEST(TakeIn, LimitsWhatAnAddressMayCost) {
  const Server server({{"/big", answer("text/plain", std::string(100'000, 'x'))},
                       {"/loop", "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"},
                       {"/file", "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"},
                       {"/bad", "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"},
                       {"/slow", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"}});
  IntakeLimits limits;
  limits.url_bytes = 1000;
  limits.url_time = std::chrono::milliseconds(3000);
  EXPECT_EQ(take_in(server.url("/big"), limits).error().code, ErrorCode::kLimitExceeded);
  EXPECT_EQ(take_in(server.url("/loop"), limits).error().code, ErrorCode::kLimitExceeded);
  EXPECT_EQ(take_in(server.url("/file"), limits).error().code, ErrorCode::kUnsupported);
  EXPECT_EQ(take_in(server.url("/none"), limits).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(take_in(server.url("/bad"), limits).error().code, ErrorCode::kUnreadable);
  EXPECT_EQ(take_in(server.url("/slow"), limits).error().code, ErrorCode::kUnreadable);
}

TEST(ListInputs, WalksFoldersInByteOrder) {
  const Folder folder;
  for (const char* name : {"b.txt", "a.html", "B.md", "sub/c.pdf", ".hidden.txt", ".git/x.txt", "picture.png"}) folder.add(name);
  const Result<std::vector<std::string>> inputs = list_inputs({"-", folder.str(), "https://x.example/a"});
  ASSERT_TRUE(inputs.has_value());
  const std::string base = folder.str() + "/";
  EXPECT_THAT(*inputs,
              testing::ElementsAre("-", base + "B.md", base + "a.html", base + "b.txt", base + "sub/c.pdf", "https://x.example/a"));
  EXPECT_EQ(list_inputs({folder.str() + "/none"}).error().code, ErrorCode::kNotFound);
}

TEST(OpenDocument, ReadsOneSheetAlikeAsTextHtmlAndPdf) {
  if (find_program("pdftotext").empty()) GTEST_SKIP() << "pdftotext is not installed";
  std::vector<std::string> first;
  for (const char* ending : {"txt", "html", "pdf"}) {
    const Result<Intake> intake = take_in((kCorpus / "arnor-gondor.").string() + ending);
    ASSERT_TRUE(intake.has_value()) << intake.error().message;
    const Result<Document> document = open_document(*intake);
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document->title, "Arnor–Gondor Relations");
    ASSERT_TRUE(document->published.has_value());
    EXPECT_EQ(document->published->from()->day, 3);
    for (const Block& block : document->blocks) EXPECT_LE(document->origin(block.text).last(), intake->bytes.size());
    if (first.empty()) first = sentences(*document);
    EXPECT_EQ(sentences(*document), first) << ending;
  }
  EXPECT_EQ(first.size(), 16U);
}

TEST(PdfToText, EndsBrokenFilesInAnError) {
  if (find_program("pdftotext").empty()) GTEST_SKIP() << "pdftotext is not installed";
  const std::string whole = content_of(kCorpus / "arnor-gondor.pdf");
  ASSERT_GT(whole.size(), 1000U);
  for (const std::size_t size : {std::size_t{20}, std::size_t{500}, whole.size() / 2}) {
    const Result<std::string> text = pdf_to_text(std::string_view(whole).substr(0, size));
    ASSERT_FALSE(text.has_value()) << size;
    EXPECT_FALSE(text.error().message.empty());
  }
  EXPECT_FALSE(pdf_to_text("").has_value());
  IntakeLimits limits;
  limits.pdf_memory = std::size_t{4} << 20;
  EXPECT_FALSE(pdf_to_text(whole, limits).has_value());
}

}  // namespace
}  // namespace paraph
