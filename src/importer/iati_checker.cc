#include "importer/iati_checker.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace paraph {
namespace {

constexpr std::size_t kMostText = 1000;
constexpr std::size_t kMostFaults = 64;

bool foreign_name(std::string_view name, const XmlAttributes& attributes) {
  if (name.find(':') != std::string_view::npos) return true;
  bool own_space = false;
  attributes.each([&](std::string_view key, std::string_view value) { own_space |= key == "xmlns" && !value.empty(); });
  return own_space;
}

}  // namespace

void IatiChecker::fault(std::string_view column, std::string found, std::string expected) {
  if (faults_.size() >= kMostFaults) return;
  texts_.push_back(std::string(column));
  texts_.push_back(std::move(found));
  texts_.push_back(std::move(expected));
  const std::size_t last = texts_.size();
  faults_.push_back({texts_[last - 3], texts_[last - 2], texts_[last - 1]});
}

const std::vector<IatiFault>& IatiChecker::begin(std::string_view name, const XmlAttributes& attributes) {
  faults_.clear();
  texts_.clear();
  texts_.reserve(3 * kMostFaults);
  Frame frame;
  if (frames_.empty()) {
    frame.type = schema_.root();
  } else if (frames_.back().foreign || foreign_name(name, attributes)) {
    frame.foreign = true;
  } else {
    enter_child(frames_.back(), name, frame);
  }
  if (!frame.foreign) check_attributes(schema_.type(frame.type), name, attributes);
  frames_.push_back(std::move(frame));
  return faults_;
}

void IatiChecker::leave_child(const Frame& parent) {
  const IatiChild& child = schema_.type(parent.type).children[parent.child];
  if (parent.count < child.least) fault(child.name, parent.count == 0 ? "no such element" : fmt::format("{} of them", parent.count),
                                        fmt::format("at least {}", child.least));
}

/// Children stand in the standard's order: passing one by is leaving it behind for good.
void IatiChecker::enter_child(Frame& parent, std::string_view name, Frame& frame) {
  const std::vector<IatiChild>& children = schema_.type(parent.type).children;
  const auto here = std::find_if(children.begin() + static_cast<std::ptrdiff_t>(std::min(parent.child, children.size())), children.end(),
                                 [&](const IatiChild& child) { return child.name == name; });
  if (here == children.end()) {
    const auto before = std::ranges::find(children, name, &IatiChild::name);
    if (before == children.end()) {
      fault(name, fmt::format("<{}>", name), "an element of the standard, or one of another namespace");
      frame.foreign = true;
    } else {
      fault(name, fmt::format("<{}>", name), "the standard's order: it stands too late, or twice");
      frame.type = before->type;
    }
    return;
  }
  const auto index = static_cast<std::size_t>(here - children.begin());
  while (parent.child < index) {
    leave_child(parent);
    ++parent.child;
    parent.count = 0;
  }
  ++parent.count;
  if (here->most > 0 && parent.count > here->most) {
    fault(name, fmt::format("{} of them", parent.count), fmt::format("no more than {}", here->most));
  }
  frame.type = here->type;
}

void IatiChecker::check_attributes(const IatiType& type, std::string_view element, const XmlAttributes& attributes) {
  attributes.each([&](std::string_view name, std::string_view value) {
    const auto known = std::ranges::find(type.attributes, name, &IatiAttribute::name);
    if (known == type.attributes.end()) {
      if (name.find(':') == std::string_view::npos && name != "xmlns") {
        fault(fmt::format("{}/@{}", element, name), std::string(value.substr(0, 80)), "no such attribute here");
      }
      return;
    }
    if (!is_iati_value(value, known->kind)) {
      fault(fmt::format("{}/@{}", element, name), std::string(value.substr(0, 80)), std::string(iati_value_words(known->kind)));
    }
  });
  for (const IatiAttribute& attribute : type.attributes) {
    if (!attribute.required) continue;
    bool there = false;
    attributes.each([&](std::string_view name, std::string_view) { there |= name == attribute.name; });
    if (!there) fault(fmt::format("{}/@{}", element, attribute.name), "no such attribute", std::string(iati_value_words(attribute.kind)));
  }
}

const std::vector<IatiFault>& IatiChecker::end(std::string_view name) {
  faults_.clear();
  texts_.clear();
  texts_.reserve(3 * kMostFaults);
  if (frames_.empty()) return faults_;
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (frame.foreign) return faults_;
  const IatiType& type = schema_.type(frame.type);
  while (frame.child < type.children.size()) {
    leave_child(frame);
    ++frame.child;
    frame.count = 0;
  }
  const bool blank = frame.text.find_first_not_of(" \t\r\n") == std::string::npos;
  if (type.text && !is_iati_value(frame.text, *type.text)) {
    fault(name, frame.text.substr(0, 80), std::string(iati_value_words(*type.text)));
  } else if (!type.text && !blank) {
    fault(name, frame.text.substr(0, 80), "elements and no text");
  }
  return faults_;
}

void IatiChecker::text(std::string_view piece) {
  if (!frames_.empty() && frames_.back().text.size() < kMostText) frames_.back().text += piece;
}

}  // namespace paraph
