#include "present/site_passages.hpp"

#include <algorithm>
#include <tuple>

#include "base/utf8.hpp"
#include "present/code_points.hpp"
#include "present/site_markup.hpp"
#include "present/wording.hpp"

namespace fazhi::site {
namespace {

/// Which of the kinds that overlap gives a stretch its looks: the first.
constexpr std::string_view kKindsByWeight[] = {"defect", "missing", "undecided", "partial", "met", "waived", "not-applicable"};

std::size_t weight_of(std::string_view kind) {
  return static_cast<std::size_t>(std::find(std::begin(kKindsByWeight), std::end(kKindsByWeight), kind) - std::begin(kKindsByWeight));
}

bool is_own(const ReportParagraph& paragraph) {
  return paragraph.role != Role::furniture && paragraph.role != Role::head && paragraph.role != Role::tail &&
         !paragraph.is_title;
}

/// Writes one paragraph as a flat row of stretches, so that passages that
/// overlap nest in no way at all.
class ParagraphWriter {
 public:
  ParagraphWriter(std::string& out, const Audit& audit, const ReportParagraph& paragraph, std::string_view prefix)
      : out_(out), audit_(audit), paragraph_(paragraph), prefix_(prefix) {}

  /// `passages` are those of the paragraph, the first of which has the number `first_number`.
  void write(const Passage* begin, const Passage* end, std::size_t first_number) {
    cut(begin, end);
    const Passage* next = begin;
    for (std::size_t index = 0; index < cuts_.size(); ++index) {
      for (; next != end && next->range.begin == cuts_[index]; ++next) {
        open_.push_back({next, first_number + static_cast<std::size_t>(next - begin)});
        reference(open_.back());
      }
      std::erase_if(open_, [&](const Open& each) { return each.passage->range.end <= cuts_[index]; });
      if (index + 1 < cuts_.size()) stretch({cuts_[index], cuts_[index + 1]});
    }
  }

 private:
  struct Open {
    const Passage* passage;
    std::size_t number;
  };

  void cut(const Passage* begin, const Passage* end) {
    const auto add = [this](TextRange range) {
      cuts_.push_back(range.begin);
      cuts_.push_back(range.end);
    };
    add({0, static_cast<std::uint32_t>(paragraph_.text.size())});
    if (paragraph_.heading_level > 0) add(paragraph_.heading);
    for (const TextRange& each : paragraph_.touched) add(each);
    for (const Passage* each = begin; each != end; ++each) add(each->range);
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
  }

  void reference(const Open& open) {
    const Finding& finding = audit_.findings[open.passage->finding];
    const std::string number = std::to_string(open.number);
    out_ += "<a class=\"ref k-";
    ((out_ += kind_of(finding)) += "\" id=\"") += prefix_;
    ((out_ += "e") += number) += "\" href=\"#";
    ((out_ += prefix_) += "f") += std::to_string(open.passage->finding + 1);
    ((out_ += "\" title=\"") += line(finding.title)) += "\">";
    (out_ += number) += "</a>";
  }

  void stretch(TextRange range) {
    const bool heading = paragraph_.heading_level > 0 && paragraph_.heading.contains(range);
    while (touched_ < paragraph_.touched.size() && paragraph_.touched[touched_].end <= range.begin) ++touched_;
    const bool touched = touched_ < paragraph_.touched.size() && paragraph_.touched[touched_].contains(range);
    const bool plain = open_.empty() && (touched || heading || !is_own(paragraph_));
    if (heading) out_ += "<b>";
    if (!open_.empty()) {
      mark();
    } else if (!plain) {
      out_ += "<span class=\"untouched\">";
    }
    append_text(out_, range.of(paragraph_.text));
    if (!open_.empty()) {
      out_ += "</mark>";
    } else if (!plain) {
      out_ += "</span>";
    }
    if (heading) out_ += "</b>";
  }

  void mark() {
    std::size_t weight = std::size(kKindsByWeight);
    std::string numbers;
    for (const Open& each : open_) {
      weight = std::min(weight, weight_of(kind_of(audit_.findings[each.passage->finding])));
      if (!numbers.empty()) numbers += ' ';
      numbers += std::to_string(each.number);
    }
    out_ += "<mark class=\"k-";
    ((out_ += weight < std::size(kKindsByWeight) ? kKindsByWeight[weight] : "met") += "\" data-e=\"") += numbers;
    out_ += "\">";
  }

  std::string& out_;
  const Audit& audit_;
  const ReportParagraph& paragraph_;
  std::string_view prefix_;
  std::vector<std::uint32_t> cuts_;
  std::vector<Open> open_;
  std::size_t touched_ = 0;
};

std::string class_of(const ReportParagraph& paragraph) {
  if (paragraph.role == Role::furniture) return "furniture";
  if (paragraph.is_title) return "title";
  if (paragraph.heading_level > 0) return "heading h" + std::to_string(std::min(paragraph.heading_level, 4));
  if (paragraph.role == Role::head) return "head";
  if (paragraph.role == Role::tail) return "tail";
  return "body";
}

/// Page and confidence where a page begins.
std::string page_mark(const ReportParagraph& paragraph, Language language) {
  std::string words = say(MessageId::site_page, language, std::to_string(paragraph.page));
  if (paragraph.confidence) words += say(MessageId::site_confidence, language, std::to_string(*paragraph.confidence));
  return element("div", "page-mark", line(words)) + "\n";
}

}  // namespace

std::string_view kind_of(const Finding& finding) {
  return finding.kind == FindingKind::defect ? "defect" : name_of(finding.status);
}

std::vector<Passage> passages_of(const Audit& audit, const ReportText& text) {
  std::vector<Passage> out;
  for (std::size_t finding = 0; finding < audit.findings.size(); ++finding) {
    const auto& evidence = audit.findings[finding].evidence;
    for (std::size_t index = 0; index < evidence.size(); ++index) {
      const std::uint32_t paragraph = evidence[index].paragraph - 1;
      if (evidence[index].paragraph > 0 && paragraph < text.paragraphs.size()) out.push_back({paragraph, {}, finding, index});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Passage& a, const Passage& b) { return a.paragraph < b.paragraph; });
  std::vector<CodePoint> points;
  std::uint32_t read = static_cast<std::uint32_t>(-1);
  std::erase_if(out, [&](Passage& each) {
    const std::string& paragraph = text.paragraphs[each.paragraph].text;
    if (read != each.paragraph) points = code_points_of(paragraph);
    read = each.paragraph;
    const Evidence& evidence = audit.findings[each.finding].evidence[each.evidence];
    if (evidence.start >= evidence.end || evidence.end > points.size()) return true;
    each.range = {points[evidence.start].begin, points[evidence.end - 1].end};
    return each.range.of(paragraph) != evidence.quote;
  });
  std::stable_sort(out.begin(), out.end(), [](const Passage& a, const Passage& b) {
    return std::tuple(a.paragraph, a.range.begin, a.range.end) < std::tuple(b.paragraph, b.range.begin, b.range.end);
  });
  return out;
}

TouchedShare touched_share(const ReportText& text) {
  TouchedShare share;
  for (const ReportParagraph& each : text.paragraphs) {
    if (!is_own(each)) continue;
    const std::uint64_t heading = each.heading_level > 0 ? count_code_points(each.heading.of(each.text)) : 0;
    share.all += count_code_points(each.text) - heading;
    for (const TextRange& range : each.touched) {
      if (each.heading_level == 0 || !each.heading.contains(range)) share.touched += count_code_points(range.of(each.text));
    }
  }
  share.touched = std::min(share.touched, share.all);
  return share;
}

void append_report_text(std::string& out, const Audit& audit, const ReportText& text,
                        const std::vector<Passage>& passages, std::string_view prefix, Language language) {
  const Passage* next = passages.data();
  const Passage* const end = next + passages.size();
  int page = 0;
  for (std::uint32_t index = 0; index < text.paragraphs.size(); ++index) {
    const ReportParagraph& paragraph = text.paragraphs[index];
    if (paragraph.page != 0 && paragraph.page != page) out += page_mark(paragraph, language);
    page = paragraph.page;
    const Passage* const first = next;
    while (next != end && next->paragraph == index) ++next;
    const std::string number = std::to_string(index + 1);
    ((out += "<p class=\"") += class_of(paragraph)) += "\" id=\"";
    ((out += prefix) += "p" + number) += "\"><span class=\"number\" aria-hidden=\"true\">" + number + "</span>";
    ParagraphWriter(out, audit, paragraph, prefix).write(first, next, static_cast<std::size_t>(first - passages.data()) + 1);
    out += "</p>\n";
  }
}

}  // namespace fazhi::site
