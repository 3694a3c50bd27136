#include "present/terminal_advice.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "audit/points.hpp"
#include "present/printable.hpp"
#include "present/terminal_passage.hpp"
#include "present/terminal_text.hpp"

namespace fazhi {
namespace {

constexpr int kItemIndent = 2;
constexpr int kDetailIndent = 6;

/// Quotation marks inside of others are single ones (GB/T 15834—2011, 4.8.3.2).
std::string inside_quotes(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> kInner[] = {{"“", "‘"}, {"”", "’"}};
  for (const auto& [from, to] : kInner) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
      text.replace(at, from.size(), to);
    }
  }
  return text;
}

class AdviceWriter {
 public:
  AdviceWriter(std::string& out, const Audit& audit, const TerminalOptions& options)
      : out_(out), audit_(audit), options_(options) {}

  void write(const Advice& advice) {
    std::vector<const AdviceItem*> elements;
    std::vector<const AdviceItem*> open;
    std::vector<const AdviceItem*> defects;
    std::int32_t gain = 0;
    for (const AdviceItem& each : advice) {
      const Finding& finding = finding_of(each);
      if (finding.kind == FindingKind::defect) {
        defects.push_back(&each);
      } else if (finding.status == Status::undecided) {
        open.push_back(&each);
      } else {
        elements.push_back(&each);
        gain += finding.gain_hundredths;
      }
    }
    if (advice.empty()) out_ += '\n' + say(MessageId::advice_nothing) + '\n';
    group(elements, say(MessageId::advice_elements, std::to_string(elements.size()), points_text(gain)));
    if (gain > 0) promise(gain);
    group(open, say(MessageId::advice_person, std::to_string(open.size())));
    group(defects, say(MessageId::advice_defects, std::to_string(defects.size())));
  }

 private:
  template <class... Arguments>
  [[nodiscard]] std::string say(MessageId id, Arguments... arguments) const {
    return render({id, {std::move(arguments)...}}, options_.language);
  }

  [[nodiscard]] const Finding& finding_of(const AdviceItem& item) const { return audit_.findings[item.finding]; }

  void promise(std::int32_t gain) {
    const std::string sum = points_range(audit_.score.awarded_hundredths + gain, audit_.score.highest_hundredths + gain,
                                         options_.language);
    append_hanging(out_, kItemIndent, {}, say(MessageId::advice_full, sum), options_);
  }

  void group(const std::vector<const AdviceItem*>& items, const std::string& heading) {
    if (items.empty()) return;
    out_ += '\n' + painted(heading, Color::bold, options_) + '\n';
    for (std::size_t index = 0; index < items.size(); ++index) item(*items[index], index + 1);
  }

  void item(const AdviceItem& item, std::size_t number) {
    const Finding& finding = finding_of(item);
    const std::string lead = std::to_string(number) + ". ";
    if (finding.kind == FindingKind::defect) {
      append_hanging(out_, kItemIndent, {lead + word_of(finding.severity, options_.language), color_of(finding.severity), "  "},
                     finding.title, options_);
    } else {
      const bool open = finding.status == Status::undecided;
      const std::string points =
          say(open ? MessageId::advice_up_to : MessageId::advice_gain, points_text(finding.gain_hundredths));
      append_hanging(out_, kItemIndent, {lead + points, color_of(finding.status), "  "},
                     finding.title + "  " + word_of(finding.status, options_.language), options_);
    }
    if (item.place.kind != AdvicePlace::Kind::passage || finding.evidence.empty()) {
      detail(MessageId::advice_where, where(item.place));
    }
    detail(MessageId::advice_asked, finding.rectification);
    detail(MessageId::advice_why, sentences_of(finding, options_.language));
    for (const Evidence& each : finding.evidence) {
      const bool against = each.use == EvidenceUse::against;
      detail(against ? MessageId::view_against : MessageId::advice_stands, shown_passage(each, options_.language));
    }
  }

  void detail(MessageId label, const std::string& text) {
    if (!text.empty()) append_hanging(out_, kDetailIndent, {say(label), Color::dim}, text, options_);
  }

  [[nodiscard]] std::string where(const AdvicePlace& place) const {
    const std::string text = bare_place(place);
    return place.beside.empty() ? text : say(MessageId::advice_beside, text, inside_quotes(place.beside));
  }

  [[nodiscard]] std::string bare_place(const AdvicePlace& place) const {
    const std::string paragraph = std::to_string(place.paragraph);
    const std::string heading = inside_quotes(shown_quote(place.heading));
    switch (place.kind) {
      case AdvicePlace::Kind::under_heading:
        return say(MessageId::advice_under, heading, paragraph);
      case AdvicePlace::Kind::in_part:
        return say(MessageId::advice_in_part, word_of(place.role, options_.language), paragraph);
      case AdvicePlace::Kind::section_behind:
        return say(MessageId::advice_section_behind, heading, paragraph);
      case AdvicePlace::Kind::section_before:
        return say(MessageId::advice_section_before, heading);
      case AdvicePlace::Kind::section_first:
        return say(MessageId::advice_section_first, paragraph);
      case AdvicePlace::Kind::section_last:
        return say(MessageId::advice_section_last);
      case AdvicePlace::Kind::title:
        return heading.empty() ? say(MessageId::advice_no_title) : say(MessageId::advice_title, shown_quote(place.heading));
      case AdvicePlace::Kind::passage:
        return place.paragraph == 0 ? std::string() : say(MessageId::place_paragraph, paragraph);
    }
    return {};
  }

  std::string& out_;
  const Audit& audit_;
  const TerminalOptions& options_;
};

}  // namespace

std::string terminal_advice(const Audit& audit, const Advice& advice, const TerminalOptions& options) {
  std::string out;
  if (audit.error) return out;
  append_report_heading(out, audit, options);
  AdviceWriter(out, audit, options).write(advice);
  out += '\n';
  return out;
}

}  // namespace fazhi
