#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "importer/formats.h"
#include "importer/partner_names.h"
#include "importer/published_period.h"
#include "importer/xml_stream.h"

namespace paraph {
namespace {

constexpr std::uint64_t kRecordsAtOnce = 1024;
constexpr std::size_t kMostMembers = 500;
constexpr std::string_view kNever = "9999";

/// A record's leaf elements and attributes by their path inside it: {"started/date", "1992-09-09"}, {"from@id", "spain"}.
using Members = std::vector<std::pair<std::string, std::string>>;

std::string_view member(const Members& members, std::string_view path) {
  const auto found = std::ranges::find(members, path, &std::pair<std::string, std::string>::first);
  return found == members.end() ? std::string_view() : std::string_view(found->second);
}

std::string one_line(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space && (plain.empty() || plain.back() == ' ')) continue;
    plain += space ? ' ' : c;
  }
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

/// The claim's word for a title of the list: "ambassador-e-p" is an ambassador, a minister resident an envoy.
std::string_view role_of(std::string_view title) {
  const auto begins = [&](std::string_view word) { return title.starts_with(word); };
  const auto has = [&](std::string_view word) { return title.find(word) != std::string_view::npos; };
  if (begins("ambassador") || begins("representative-to") || begins("representative-un") || begins("personal-rep")) return "ambassador";
  if (begins("charge") || begins("acting-charge")) return "charge";
  if (begins("consul-general")) return "consul-general";
  if (has("envoy") || has("minister") || has("commissioner") || has("agent")) return "envoy";
  if (has("principal-officer") || begins("chief") || begins("director") || title == "representative") return "principal-officer";
  return {};
}

/// Records of the four lists; which one it is tells the record's element.
class Lists final : public XmlEvents {
 public:
  Lists(const ByteSource& file, const PartnerNames& names, ImportSink& sink) : file_(file), names_(names), sink_(sink) {}

  Result<void> begin(std::string_view name, const XmlAttributes& attributes) override {
    name = local_part(name);
    ++depth_;
    if (depth_ == 1) {
      if (auto done = begin_list(name); !done) return done;
    }
    if (record_depth_ == 0) {
      if (name == "territory-id") territory_.clear();
      if (name != record_) {
        text_.clear();
        return {};
      }
      record_depth_ = depth_;
      line_ = place.line;
      members_.clear();
      path_.clear();
      attributes.each([&](std::string_view key, std::string_view value) { put("@" + std::string(key), value); });
      return {};
    }
    path_.emplace_back(name);
    text_.clear();
    attributes.each([&](std::string_view key, std::string_view value) { put(joined() + "@" + std::string(key), value); });
    return {};
  }

  Result<void> end(std::string_view name) override {
    name = local_part(name);
    --depth_;
    if (record_depth_ == 0) {
      if (name == "territory-id") territory_ = one_line(text_);
      return {};
    }
    if (depth_ >= record_depth_) {
      if (std::string text = one_line(text_); !text.empty()) put(joined(), text);
      text_.clear();
      path_.pop_back();
      return {};
    }
    record_depth_ = 0;
    take();
    if (++records_ % kRecordsAtOnce == 0) return sink_.advance({records_, place.bytes});
    return {};
  }

  void text(std::string_view piece) override {
    if (text_.size() < 4096) text_ += piece;
  }

  std::uint64_t records() const { return records_; }
  XmlPlace place;

 private:
  struct List {
    std::string_view root;
    std::string_view record;
    std::string_view source;
    std::string_view title;
    std::string_view url;
  };
  static constexpr auto kLists = std::to_array<List>({
      {"visits", "visit", "hsg-visits", "Visits by Foreign Leaders", "https://history.state.gov/departmenthistory/visits"},
      {"trips", "trip", "hsg-travels", "Travels Abroad of the President and of the Secretary of State",
       "https://history.state.gov/departmenthistory/travels"},
      {"country-mission", "chief", "hsg-pocom", "Principal Officers and Chiefs of Mission", "https://history.state.gov/departmenthistory/people"},
      {"org-mission", "chief", "hsg-pocom", "Principal Officers and Chiefs of Mission", "https://history.state.gov/departmenthistory/people"},
      {"post", "post", "hsg-gsh", "Geography of the States and Historical posts (draft)", "https://github.com/HistoryAtState/gsh"},
  });

  Result<void> begin_list(std::string_view root) {
    const auto* list = std::ranges::find(kLists, root, &List::root);
    if (list == kLists.end()) {
      return fail(ErrorCode::kUnsupported, fmt::format("{}: begins with <{}>; visits, trips, country-mission, org-mission and post can be read",
                                                       file_.name(), root));
    }
    record_ = list->record;
    Source source;
    source.id = SourceId(list->source);
    source.title = list->title;
    source.publisher = "Office of the Historian, U.S. Department of State";
    source.url = list->url;
    source.licence = "CC0 1.0; work of the U.S. government";
    source.grade = "A";
    source.attribution = source.publisher;
    sink_.source(source);
    return {};
  }

  std::string joined() const {
    std::string path;
    for (const std::string& part : path_) path += (path.empty() ? "" : "/") + part;
    return path;
  }
  void put(std::string path, std::string_view value) {
    if (members_.size() < kMostMembers) members_.emplace_back(std::move(path), value);
  }
  void report(ProblemKind kind, std::string_view column, std::string_view found, std::string_view expected, std::string_view advice = "") {
    sink_.problem({kind, {line_, {}}, column, found, expected, advice});
  }

  /// Empty and reported for what the list of names does not know. Russia's name also means the Soviet Union of its years.
  std::string actor(std::string_view slug, std::string_view date, std::string_view column) {
    if (slug == "russia" && date >= "1917-11-07" && date < "1991-12-26") return "SU";
    if (const PartnerName* name = names_.find(slug, 0); name != nullptr && !name->actor.empty()) return name->actor;
    if (const std::string_view reason = names_.reason_left_out(slug); !reason.empty()) {
      sink_.skipped(reason, 1);
    } else {
      report(ProblemKind::kUnknownCode, column, slug, "a territory of data/names/historian.tsv", "nothing is guessed: add it there with its actor");
    }
    return {};
  }

  /// False, and reported, for a text that is no date; an absent one is none.
  bool dates(std::string_view from, std::string_view to, Fact& fact) {
    for (const auto& [text, kept] : {std::pair(from, &fact.from), std::pair(to, &fact.to)}) {
      if (text.empty()) continue;
      *kept = read_published_period(text);
      if (*kept) continue;
      report(ProblemKind::kBadRow, "date", text, "a day, month or year");
      return false;
    }
    return true;
  }
  void give(const Fact& fact, std::string_view id) { sink_.fact(fact, {line_, id}); }

  void take() {
    if (record_ == "visit") return take_visit();
    if (record_ == "trip") return take_trip();
    if (record_ == "chief") return take_chief();
    take_post();
  }

  void take_visit() {
    const std::string_view start = member(members_, "start-date");
    bool any = false;
    for (const auto& [path, slugs] : members_) {
      if (path != "from@id") continue;
      for (std::size_t at = 0; at < slugs.size();) {
        const std::size_t end = std::min(slugs.find_first_of("|,; ", at), slugs.size());
        const std::string_view slug = std::string_view(slugs).substr(at, end - at);
        at = end + 1;
        if (slug.empty()) continue;
        any = true;
        Fact fact;
        fact.kind = "visit";
        fact.event = "visited";
        const std::string visitor = actor(slug, start, "from/@id");
        if (visitor.empty() || !dates(start, member(members_, "end-date"), fact)) continue;
        fact.subject = ActorId(visitor);
        fact.object = ActorId("US");
        fact.name = member(members_, "visitor");
        fact.as_published = member(members_, "from");
        give(fact, member(members_, "id"));
      }
    }
    if (!any) report(ProblemKind::kBadRow, "from/@id", "", "the territory that the visitor came from");
  }

  void take_trip() {
    const std::string_view start = member(members_, "start-date");
    const std::string host = actor(member(members_, "country@id"), start, "country/@id");
    const std::string_view role = member(members_, "role").empty() ? member(members_, "@role") : member(members_, "role");
    Fact fact;
    if (host.empty() || !dates(start, member(members_, "end-date"), fact)) return;
    fact.kind = "visit";
    fact.event = "visited";
    fact.subject = ActorId("US");
    fact.object = ActorId(host);
    fact.title = role == "president" ? "President" : role == "secretary" ? "Secretary of State" : role;
    fact.name = member(members_, "name");
    fact.place = member(members_, "locale");
    fact.as_published = member(members_, "country");
    give(fact, fmt::format("{}:{}", role, member(members_, "id")));
  }

  void take_chief() {
    const std::string_view appointed = member(members_, "appointed/date");
    const std::string_view started = member(members_, "started/date");
    const std::string_view ended = member(members_, "ended/date");
    const std::string host = actor(territory_, !started.empty() ? started : !appointed.empty() ? appointed : ended, "territory-id");
    if (host.empty()) return;
    Fact fact;
    fact.kind = "official";
    fact.subject = ActorId("US");
    fact.object = ActorId(host);
    fact.title = member(members_, "role-title-id");
    fact.name = member(members_, "person-id");
    fact.status = role_of(fact.title);
    if (fact.status.empty()) return report(ProblemKind::kUnknownCode, "role-title-id", fact.title, "a title of a chief of mission");
    const std::string_view id = member(members_, "id");
    const auto say = [&](std::string_view event, std::string_view from, std::string_view to) {
      Fact one = fact;
      one.event = event;
      if (dates(from, to, one)) give(one, id);
    };
    if (!appointed.empty()) say("appointed", appointed, "");
    if (!started.empty() || !ended.empty()) say("serving", started, ended);
    if (appointed.empty() && started.empty() && ended.empty()) say("named", "", "");
  }

  void take_post() {
    const std::string host = actor(member(members_, "territory-id"), "", "territory-id");
    if (host.empty()) return;
    std::string event;
    for (const auto& [path, value] : members_) {
      if (path == "events/event/type") event = value;
      if (path != "events/event/date" || event.empty()) continue;
      Fact fact;
      fact.kind = "mission";
      fact.event = std::exchange(event, {});
      if (value == kNever) continue;
      if (!dates(value, "", fact)) continue;
      fact.subject = ActorId("US");
      fact.object = ActorId(host);
      fact.name = member(members_, "post-type");
      fact.place = member(members_, "locale-id");
      fact.as_published = fact.event + ":" + value;
      give(fact, member(members_, "locale-id"));
    }
  }

  const ByteSource& file_;
  const PartnerNames& names_;
  ImportSink& sink_;
  std::string_view record_;
  int depth_ = 0;
  int record_depth_ = 0;
  std::uint64_t line_ = 0;
  std::uint64_t records_ = 0;
  std::string territory_;
  std::string text_;
  std::vector<std::string> path_;
  Members members_;
};

class Historian final : public Importer {
 public:
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"historian", "Office of the Historian: visits, travels, chiefs of mission, posts (XML)"};
    return kFormat;
  }
  Recognition recognise(const FileHead& head) const override {
    for (const std::string_view root : {"<visits>", "<trips>", "<country-mission>", "<org-mission>", "<post>"}) {
      const std::size_t at = head.bytes.find(root);
      if (at != std::string_view::npos && at < 300) return Recognition::kCertain;
    }
    return Recognition::kNo;
  }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    const auto names = PartnerNames::load(context.tables, "historian");
    if (!names) return std::unexpected(names.error());
    Lists lists(file, *names, sink);
    if (auto done = read_xml(file, lists, lists.place); !done) return done;
    return sink.advance({lists.records(), lists.place.bytes});
  }
};

}  // namespace

std::unique_ptr<Importer> make_historian_importer() { return std::make_unique<Historian>(); }

}  // namespace paraph
