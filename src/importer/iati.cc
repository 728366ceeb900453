#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "importer/country_codes.h"
#include "importer/formats.h"
#include "importer/iati_checker.h"
#include "importer/published_period.h"
#include "importer/published_value.h"
#include "importer/xml_stream.h"

namespace paraph {
namespace {

constexpr std::uint64_t kRecordsAtOnce = 1024;

/// The types of transactions that are a measure of the shelf: outgoing commitments and disbursements, in both versions' codes.
struct TransactionType {
  std::string_view code;
  std::string_view measure;
};
constexpr auto kTypes = std::to_array<TransactionType>(
    {{"2", "aid-obligations"}, {"3", "aid-disbursements"}, {"C", "aid-obligations"}, {"D", "aid-disbursements"}});

/// What is read of an amount: a transaction, or an organisation's budget for a country.
struct Amount {
  std::string type;
  std::string value;
  std::string currency;
  std::string value_date;
  std::string date;
  std::string until;
  std::string country;
  std::uint64_t line = 0;
  bool faulty = false;
};

class Message final : public XmlEvents {
 public:
  Message(const ByteSource& file, const ImportContext& context, const CountryCodes& countries, ImportSink& sink)
      : file_(file), context_(context), countries_(countries), sink_(sink) {}

  Result<void> begin(std::string_view name, const XmlAttributes& attributes) override {
    if (path_.empty()) {
      if (auto done = begin_file(name, attributes); !done) return done;
    }
    path_.emplace_back(name);
    text_.clear();
    if (checker_) report(checker_->begin(name, attributes));
    read_begin(name, attributes);
    return {};
  }

  Result<void> end(std::string_view name) override {
    if (checker_) report(checker_->end(name));
    read_end(name);
    path_.pop_back();
    text_.clear();
    const bool record = path_.size() == 1;
    if (record && ++records_ % kRecordsAtOnce == 0) return sink_.advance({records_, place.bytes});
    return {};
  }

  void text(std::string_view piece) override {
    if (checker_) checker_->text(piece);
    if (text_.size() < 200) text_ += piece;
  }

  std::uint64_t records() const { return records_; }
  XmlPlace place;

 private:
  Result<void> begin_file(std::string_view name, const XmlAttributes& attributes) {
    if (name != "iati-activities" && name != "iati-organisations") {
      return fail(ErrorCode::kUnsupported, fmt::format("{}:{}: begins with <{}>, not with <iati-activities> or <iati-organisations>", file_.name(),
                                                       place.line, name));
    }
    const std::string_view version = attributes.text("version");
    if (version.starts_with("1.")) {
      sink_.problem({ProblemKind::kOddity, {place.line, {}}, "version", version, "2.03",
                     "only transactions with a code of type, a currency, a day and one country are read"});
      return {};
    }
    if (version.starts_with("2.") && version > "2.03") {
      sink_.problem({ProblemKind::kOddity, {place.line, {}}, "version", version, "2.03 or earlier", "elements that came later are reported"});
    }
    auto schema = IatiSchema::load(context_.tables, name);
    if (!schema) return std::unexpected(std::move(schema.error()));
    schema_ = std::move(*schema);
    checker_.emplace(*schema_);
    return {};
  }

  /// A fault inside a transaction or budget costs it; elsewhere it is said, and what is sound is kept.
  void report(const std::vector<IatiFault>& faults) {
    for (const IatiFault& fault : faults) {
      if (in_amount_) amount_.faulty = true;
      sink_.problem({in_amount_ ? ProblemKind::kBadRow : ProblemKind::kOddity, {place.line, {}}, fault.column, fault.found, fault.expected, ""});
    }
  }

  bool inside(std::string_view name) const { return path_.size() >= 2 && path_[path_.size() - 2] == name; }

  void read_begin(std::string_view name, const XmlAttributes& attributes) {
    if (path_.size() == 2) {
      reporter_.clear();
      country_.clear();
      countries_named_ = 0;
      currency_ = attributes.text("default-currency");
    } else if (path_.size() == 3) {
      if (name == "reporting-org") reporter_ = attributes.text("ref");
      if (name == "recipient-country") {
        country_ = attributes.text("code");
        ++countries_named_;
      }
      if (name == "recipient-region") ++countries_named_;
      in_amount_ = name == "transaction" || name == "recipient-country-budget";
      if (in_amount_) {
        amount_ = {};
        amount_.line = place.line;
      }
    } else if (in_amount_) {
      if (name == "transaction-type") amount_.type = attributes.text("code");
      if (name == "transaction-date" || name == "period-start") amount_.date = attributes.text("iso-date");
      if (name == "period-end") amount_.until = attributes.text("iso-date");
      if (name == "recipient-country" && path_.size() == 4) amount_.country = attributes.text("code");
      if (name == "recipient-region" && path_.size() == 4) amount_.country = "?";
      if (name == "value" && path_.size() == 4) {
        amount_.currency = attributes.text("currency");
        amount_.value_date = attributes.text("value-date");
      }
    }
  }

  void read_end(std::string_view name) {
    if (in_amount_ && name == "value" && path_.size() == 4) amount_.value = text_;
    if (path_.size() != 3) return;
    if (name == "transaction") pending_transaction();
    if (name == "recipient-country-budget") take_budget();
    if (name == "total-budget" || name == "recipient-org-budget" || name == "recipient-region-budget" || name == "total-expenditure" ||
        name == "budget" || name == "planned-disbursement") {
      sink_.skipped("budget that is for no single country", 1);
    }
    in_amount_ = false;
  }

  void bad(std::string_view column, std::string_view found, std::string_view expected, ProblemKind kind = ProblemKind::kBadRow) {
    sink_.problem({kind, {amount_.line, {}}, column, found, expected, ""});
  }

  void pending_transaction() {
    if (amount_.faulty) return;  // Said already.
    if (amount_.type.empty()) return sink_.skipped("transaction without a code of its type", 1);
    const auto* type = std::ranges::find(kTypes, std::string_view(amount_.type), &TransactionType::code);
    if (type == kTypes.end()) return sink_.skipped("transaction that is neither a commitment nor a disbursement", 1);
    if (amount_.country.empty()) {
      if (countries_named_ > 1) return sink_.skipped("transaction of an activity in several countries", 1);
      amount_.country = country_;
    }
    if (amount_.country.empty() || amount_.country == "?") return sink_.skipped("transaction that names no country", 1);
    if (amount_.date.empty()) amount_.date = amount_.value_date;
    take(type->measure, amount_.date.substr(0, 10));
  }

  void take_budget() {
    if (amount_.faulty) return;
    std::string period = amount_.date.substr(0, 10);
    if (!amount_.until.empty()) period += "/" + amount_.until.substr(0, 10);
    if (const auto year = read_year(period.substr(0, 4)); year && period == fmt::format("{0}-01-01/{0}-12-31", *year)) period = fmt::format("{}", *year);
    take("iati:recipient-country-budget", period);
  }

  /// "US-GOV-1" is a body of the United States; an identifier of another form says of no state that the money is its own.
  const std::string* reporter() const {
    if (reporter_.size() <= 7 || reporter_.substr(2, 5) != "-GOV-") return nullptr;
    return countries_.by_alpha2(std::string_view(reporter_).substr(0, 2));
  }

  void take(std::string_view measure, const std::string& when) {
    if (reporter_.empty()) return bad("reporting-org/@ref", "", "the identifier of the organisation that reports", ProblemKind::kUnknownCode);
    const std::string* who = reporter();
    if (who == nullptr) return sink_.skipped("amount of a reporting organisation that is no body of a state's government", 1);
    const std::string* country = countries_.by_alpha2(amount_.country);
    if (country == nullptr) return bad("recipient-country/@code", amount_.country, "an ISO 3166-1 code of two letters", ProblemKind::kUnknownCode);
    const auto period = read_published_period(when);
    if (!period) return bad("transaction-date/@iso-date", when, "a day: 2021-03-04");
    const std::string& currency = amount_.currency.empty() ? currency_ : amount_.currency;
    if (currency.size() != 3) return bad("value/@currency", currency, "an ISO 4217 code, here or as default-currency");
    const auto value = read_published_value(text_of(amount_.value));
    if (!value || value->mark != ValueMark::kFigure) return bad("value", amount_.value, "a decimal figure");
    SeriesRow row;
    row.measure = measure;
    row.reporter = *who;
    row.partner = *country;
    row.unit = currency;
    row.price_basis = "current";
    row.partner_as_published = amount_.country;
    FigureRow figure;
    figure.series = sink_.series(row);
    figure.period = sink_.period(*period);
    figure.value = value->value;
    figure.place.line = amount_.line;
    sink_.figure(figure);
  }

  static std::string_view text_of(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r\n");
    const std::size_t to = text.find_last_not_of(" \t\r\n");
    return from == std::string_view::npos ? std::string_view() : text.substr(from, to - from + 1);
  }

  const ByteSource& file_;
  const ImportContext& context_;
  const CountryCodes& countries_;
  ImportSink& sink_;
  std::optional<IatiSchema> schema_;
  std::optional<IatiChecker> checker_;
  std::vector<std::string> path_;
  std::string text_;
  std::string reporter_;
  std::string currency_;
  std::string country_;
  int countries_named_ = 0;
  Amount amount_;
  bool in_amount_ = false;
  std::uint64_t records_ = 0;
};

class Iati final : public Importer {
 public:
  const ImportFormat& format() const override {
    static constexpr ImportFormat kFormat{"iati", "IATI 2.03 activities and organisations, and what of 1.0x is safe (XML)"};
    return kFormat;
  }
  Recognition recognise(const FileHead& head) const override {
    const bool mine = head.bytes.find("<iati-activities") != std::string_view::npos || head.bytes.find("<iati-organisations") != std::string_view::npos;
    return mine ? Recognition::kCertain : Recognition::kNo;
  }
  Result<void> read(const ByteSource& file, const ImportContext& context, ImportSink& sink) const override {
    const auto countries = CountryCodes::load(context.tables);
    if (!countries) return std::unexpected(countries.error());
    Source source;
    source.id = SourceId("iati");
    source.title = "IATI activities";
    source.url = "https://iatistandard.org";
    source.licence = "the publisher's own; see the IATI Registry";
    source.note = "Single transactions, each on its day; they are not summed.";
    sink.source(source);
    Message message(file, context, *countries, sink);
    if (auto done = read_xml(file, message, message.place); !done) return done;
    return sink.advance({message.records(), message.place.bytes});
  }
};

}  // namespace

std::unique_ptr<Importer> make_iati_importer() { return std::make_unique<Iati>(); }

}  // namespace paraph
