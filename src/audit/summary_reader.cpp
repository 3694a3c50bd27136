#include "audit/summary_reader.hpp"

#include <unordered_map>
#include <utility>

#include "audit/summary_writer.hpp"
#include "audit/xml_walk.hpp"

namespace fazhi {
namespace {

/// Calls `take` for each word of `text` until it refuses one, which is given back.
template <class Take>
std::optional<std::string_view> refused_word(std::string_view text, Take take) {
  while (true) {
    const std::size_t begin = text.find_first_not_of(kXmlWhiteSpace);
    if (begin == std::string_view::npos) return std::nullopt;
    text.remove_prefix(begin);
    const std::string_view word = text.substr(0, text.find_first_of(kXmlWhiteSpace));
    if (!take(word)) return word;
    text.remove_prefix(word.size());
  }
}

std::optional<std::uint32_t> positive_from(std::string_view text) {
  const auto number = number_from<std::uint32_t>(text);
  return number && *number > 0 ? number : std::nullopt;
}

/// Reads one summary; what stands before is there to be named by what follows.
class SummaryReader : XmlWalk {
 public:
  using XmlWalk::XmlWalk;

  Result<BatchSummary> read();

 private:
  void head(pugi::xml_node node);
  bool part(std::string_view name, pugi::xml_node node);
  ReportRecord failed(pugi::xml_node node);
  ReportRecord report(pugi::xml_node node);
  void add(pugi::xml_node node, ReportRecord record);
  void owner(pugi::xml_node node, ReportRecord& out);
  void elements(pugi::xml_node node, ReportRecord& out);
  void defect(pugi::xml_node node, ReportRecord& out);
  UnitRecord unit(pugi::xml_node node);
  void unit_attributes(pugi::xml_node node, UnitRecord& out);
  RankedUnit rank(pugi::xml_node node);
  ElementRate rate(pugi::xml_node node);
  SimilarPair pair(pugi::xml_node node);
  SharedText passage(pugi::xml_node node);
  std::string plain(pugi::xml_node node);
  /// The report whose file stem the attribute holds.
  std::optional<std::size_t> named(pugi::xml_node node, const char* attribute);
  std::size_t needed_report(pugi::xml_node node, const char* attribute);
  void check_owners(pugi::xml_node root);

  BatchSummary out_;
  std::unordered_map<std::string, std::size_t> stems_;
};

std::string SummaryReader::plain(pugi::xml_node node) {
  allow(node, {});
  return text_of(node);
}

std::optional<std::size_t> SummaryReader::named(pugi::xml_node node, const char* attribute) {
  if (!node.attribute(attribute)) return std::nullopt;
  const auto found = stems_.find(node.attribute(attribute).value());
  if (found != stems_.end()) return found->second;
  fail(MessageId::audit_xml_value, node, {attribute, node.attribute(attribute).value()});
  return std::nullopt;
}

std::size_t SummaryReader::needed_report(pugi::xml_node node, const char* attribute) {
  static_cast<void>(required(node, attribute));
  return named(node, attribute).value_or(0);
}

void SummaryReader::head(pugi::xml_node node) {
  allow(node, {"xmlns", "tool", "version", "title", "as-of", "deadline", "year", "roster"});
  static_cast<void>(required(node, "version"));
  out_.title = required(node, "title");
  out_.as_of = required(node, "as-of");
  out_.deadline = optional(node, "deadline");
  out_.year = converted(node, "year", number_from<int>);
  out_.has_roster = needed(node, "roster", truth_from);
}

void SummaryReader::add(pugi::xml_node node, ReportRecord record) {
  if (record.file_stem.empty() || !stems_.emplace(record.file_stem, out_.reports.size()).second) {
    fail(MessageId::audit_xml_value, node, {"file", record.file_stem});
  }
  out_.reports.push_back(std::move(record));
}

void SummaryReader::owner(pugi::xml_node node, ReportRecord& out) {
  if (node.attribute("doubt")) out.unit_doubt = verbatim(required(node, "doubt"));
  const auto number = converted(node, "unit", number_from<std::size_t>);
  if (!number) return;
  if (*number == 0) fail(MessageId::audit_xml_value, node, {"unit", node.attribute("unit").value()});
  out.unit = *number - 1;
}

ReportRecord SummaryReader::failed(pugi::xml_node node) {
  allow(node, {"source", "file", "unit", "doubt", "code"});
  ReportRecord out;
  out.source = required(node, "source");
  out.file_stem = required(node, "file");
  owner(node, out);
  out.error = verbatim(text_of(node), required(node, "code"));
  return out;
}

void SummaryReader::elements(pugi::xml_node node, ReportRecord& out) {
  const std::string words = plain(node);
  const auto wrong = refused_word(words, [&](std::string_view word) {
    const std::optional<Status> status = status_from(word);
    if (status) out.statuses.push_back(*status);
    return status.has_value();
  });
  if (wrong) fail(MessageId::audit_xml_value, node, {"elements", *wrong});
}

void SummaryReader::defect(pugi::xml_node node, ReportRecord& out) {
  allow(node, {"id", "title", "count"});
  empty(node);
  out.defects.push_back({required(node, "id"), required(node, "title"), needed(node, "count", positive_from)});
}

ReportRecord SummaryReader::report(pugi::xml_node node) {
  allow(node, {"source", "file", "unit", "doubt", "checklist", "sha256"});
  ReportRecord out;
  out.source = required(node, "source");
  out.file_stem = required(node, "file");
  owner(node, out);
  out.checklist = required(node, "checklist");
  out.sha256 = required(node, "sha256");
  if (!node.child("identity")) fail(MessageId::audit_xml_lacking, node, {"identity"});
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name == "identity") {
      out.identity = identity(child);
    } else if (name == "score") {
      out.score = score(child);
    } else if (name == "elements") {
      elements(child, out);
    } else if (name == "defect") {
      defect(child, out);
    } else {
      return false;
    }
    return true;
  });
  return out;
}

void SummaryReader::unit_attributes(pugi::xml_node node, UnitRecord& out) {
  allow(node, {"number", "name", "level", "superior", "contact", "deadline", "submitted-on", "published-on",
               "published-at", "state", "duplicate", "days-left", "published-in-time", "report"});
  if (needed(node, "number", number_from<std::size_t>) != out_.units.size() + 1) {
    fail(MessageId::audit_xml_value, node, {"number", node.attribute("number").value()});
  }
  out.unit = required(node, "name");
  out.level = optional(node, "level");
  out.superior = optional(node, "superior");
  out.contact = optional(node, "contact");
  out.deadline = optional(node, "deadline");
  out.submitted_on = optional(node, "submitted-on");
  out.published_on = optional(node, "published-on");
  out.published_at = optional(node, "published-at");
  out.state = needed(node, "state", submission_from);
  out.duplicate = converted(node, "duplicate", truth_from).value_or(false);
  out.days_left = converted(node, "days-left", number_from<int>);
  out.published_in_time = converted(node, "published-in-time", truth_from);
  out.report = named(node, "report");
}

UnitRecord SummaryReader::unit(pugi::xml_node node) {
  UnitRecord out;
  unit_attributes(node, out);
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name == "other") {
      allow(child, {"report"});
      empty(child);
      out.other_reports.push_back(needed_report(child, "report"));
    } else if (name == "doubt") {
      out.doubt = verbatim(plain(child));
    } else {
      return false;
    }
    return true;
  });
  return out;
}

RankedUnit SummaryReader::rank(pugi::xml_node node) {
  allow(node, {"report", "rank", "best", "worst"});
  empty(node);
  return {needed_report(node, "report"), needed(node, "rank", number_from<int>), needed(node, "best", number_from<int>),
          needed(node, "worst", number_from<int>)};
}

ElementRate SummaryReader::rate(pugi::xml_node node) {
  allow(node, {"checklist", "id", "title", "met", "partial", "missing", "undecided", "not-counted"});
  empty(node);
  ElementRate out;
  out.checklist = required(node, "checklist");
  out.id = required(node, "id");
  out.title = required(node, "title");
  out.met = needed(node, "met", number_from<std::size_t>);
  out.partial = needed(node, "partial", number_from<std::size_t>);
  out.missing = needed(node, "missing", number_from<std::size_t>);
  out.undecided = needed(node, "undecided", number_from<std::size_t>);
  out.not_counted = needed(node, "not-counted", number_from<std::size_t>);
  return out;
}

SharedText SummaryReader::passage(pugi::xml_node node) {
  allow(node, {"paragraph-here", "paragraph-there"});
  SharedText out;
  out.paragraph_here = needed(node, "paragraph-here", number_from<std::uint32_t>);
  out.paragraph_there = needed(node, "paragraph-there", number_from<std::uint32_t>);
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name != "here" && name != "there") return false;
    (name == "here" ? out.here : out.there) = plain(child);
    return true;
  });
  return out;
}

SimilarPair SummaryReader::pair(pugi::xml_node node) {
  allow(node, {"report", "other", "other-source", "share", "other-share"});
  SimilarPair out;
  out.report = needed_report(node, "report");
  out.other = named(node, "other");
  out.other_source = required(node, "other-source");
  out.share_percent = needed(node, "share", per_cent_from);
  out.other_share_percent = needed(node, "other-share", per_cent_from);
  each_child(node, [&](std::string_view name, pugi::xml_node child) {
    if (name != "passage") return false;
    out.passages.push_back(passage(child));
    return true;
  });
  return out;
}

bool SummaryReader::part(std::string_view name, pugi::xml_node node) {
  if (name == "checklist") {
    out_.checklists.push_back(checklist(node));
  } else if (name == "report") {
    add(node, report(node));
  } else if (name == "error") {
    add(node, failed(node));
  } else if (name == "unit") {
    out_.units.push_back(unit(node));
  } else if (name == "unowned") {
    allow(node, {"report"});
    empty(node);
    out_.unowned.push_back(needed_report(node, "report"));
  } else if (name == "rank") {
    out_.ranking.push_back(rank(node));
  } else if (name == "element") {
    out_.rates.push_back(rate(node));
  } else if (name == "similar") {
    out_.similar.push_back(pair(node));
  } else if (name == "note") {
    out_.notes.push_back(verbatim(plain(node)));
  } else {
    return false;
  }
  return true;
}

void SummaryReader::check_owners(pugi::xml_node root) {
  for (const ReportRecord& each : out_.reports) {
    if (!each.unit || *each.unit < out_.units.size()) continue;
    fail(MessageId::audit_xml_value, root, {"unit", std::to_string(*each.unit + 1)});
    return;
  }
}

Result<BatchSummary> SummaryReader::read() {
  pugi::xml_document document;
  if (!parse(document)) return *error();
  const pugi::xml_node root = document.document_element();
  if (root.name() != std::string_view("batch") || root.attribute("xmlns").value() != kBatchNamespace) {
    return Message{MessageId::summary_xml_foreign, {std::string(source())}};
  }
  head(root);
  each_child(root, [this](std::string_view name, pugi::xml_node child) { return part(name, child); });
  check_owners(root);
  if (error()) return *error();
  return std::move(out_);
}

}  // namespace

Result<BatchSummary> read_summary_xml(std::string_view bytes, std::string_view source) {
  return SummaryReader(bytes, source).read();
}

}  // namespace fazhi
