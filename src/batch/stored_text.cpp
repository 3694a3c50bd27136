#include "batch/stored_text.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/utf8.hpp"
#include "batch/report_text.hpp"
#include "similarity/unit_names.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kMagic = "fazhi-text-1\n";

class Writer {
 public:
  void number(std::uint32_t value) {
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    out_.append(bytes, sizeof value);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    out_ += value;
  }
  void range(TextRange value) {
    number(value.begin);
    number(value.end);
  }
  void raw(std::string_view value) { out_ += value; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// Stops at the first thing that is not there; what it gives from then on is 0 and "".
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  std::uint32_t number() {
    std::uint32_t value = 0;
    const std::string_view bytes = raw(sizeof value);
    if (bytes.size() == sizeof value) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(raw(number())); }
  TextRange range() {
    const std::uint32_t begin = number();
    return {begin, number()};
  }
  std::string_view raw(std::size_t size) {
    whole_ = whole_ && size <= rest_.size();
    if (!whole_) return {};
    const std::string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }
  /// How many things of `size` bytes are still to come; 0 where there is no room for them.
  std::uint32_t count(std::size_t size) {
    const std::uint32_t value = number();
    whole_ = whole_ && value <= rest_.size() / size;
    return whole_ ? value : 0;
  }
  [[nodiscard]] bool is_whole() const { return whole_; }
  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool whole_ = true;
};

constexpr std::size_t kParagraphBytes = 40;
constexpr std::size_t kRangeBytes = 8;
/// Stands for a page that was never recognized.
constexpr std::uint32_t kNoConfidence = 0xFFFFFFFFu;
constexpr std::size_t kPartBytes = 20;

bool fits(TextRange range, std::size_t size) { return range.begin <= range.end && range.end <= size; }

bool is_sound(const StoredText& text) {
  if (utf8::find_invalid(text.text)) return false;
  std::uint32_t behind = 0;
  for (const StoredText::Paragraph& each : text.paragraphs) {
    if (!fits(each.range, text.text.size()) || each.range.begin < behind) return false;
    behind = each.range.end;
    const auto is_inside = [&](TextRange range) { return fits(range, each.range.size()); };
    if (!is_inside(each.shown.heading)) return false;
    if (!std::all_of(each.shown.touched.begin(), each.shown.touched.end(), is_inside)) return false;
  }
  return std::all_of(text.parts.begin(), text.parts.end(), [&](const StoredText::Part& each) {
    return each.range.begin <= each.range.end && each.paragraph < text.paragraphs.size() &&
           (each.section == kNone || each.section < text.headings.size());
  });
}

}  // namespace

StoredText stored_text_of(const Report& report, const CompiledChecklist& compiled) {
  StoredText out;
  out.unit = report.identity.unit;
  out.text = report.document.text;
  out.paragraphs.reserve(report.document.paragraphs.size());
  ReportText shown = report_text_of(report, compiled);
  for (std::size_t index = 0; index < report.document.paragraphs.size(); ++index) {
    shown.paragraphs[index].text = {};
    out.paragraphs.push_back({report.document.paragraphs[index].range, std::move(shown.paragraphs[index])});
  }
  for (const Section& each : report.sections) {
    out.headings.emplace_back(report.normal.map.original_range(each.heading).of(report.document.text));
  }
  for (const Sentence& each : report.sentences) {
    if (each.role == Role::furniture || each.role == Role::head || each.role == Role::tail) continue;
    out.parts.push_back({each.range, each.paragraph, each.role, each.section});
  }
  return out;
}

ReportText report_text_of(const StoredText& stored) {
  ReportText out;
  out.paragraphs.reserve(stored.paragraphs.size());
  for (const StoredText::Paragraph& each : stored.paragraphs) {
    out.paragraphs.push_back(each.shown);
    out.paragraphs.back().text = std::string(each.range.of(stored.text));
  }
  return out;
}

std::string bytes_of(const StoredText& text, std::string_view key) {
  Writer out;
  out.raw(kMagic);
  out.text(key);
  out.number(text.siblings);
  out.text(text.unit);
  out.text(text.text);
  out.number(static_cast<std::uint32_t>(text.paragraphs.size()));
  for (const StoredText::Paragraph& each : text.paragraphs) {
    const ReportParagraph& shown = each.shown;
    out.range(each.range);
    out.number(static_cast<std::uint32_t>(shown.role));
    out.number(static_cast<std::uint32_t>(shown.heading_level));
    out.range(shown.heading);
    out.number(shown.is_title ? 1 : 0);
    out.number(static_cast<std::uint32_t>(shown.page));
    out.number(shown.confidence ? static_cast<std::uint32_t>(*shown.confidence) : kNoConfidence);
    out.number(static_cast<std::uint32_t>(shown.touched.size()));
    for (const TextRange range : shown.touched) out.range(range);
  }
  out.number(static_cast<std::uint32_t>(text.parts.size()));
  for (const StoredText::Part& each : text.parts) {
    out.range(each.range);
    out.number(each.paragraph);
    out.number(static_cast<std::uint32_t>(each.role));
    out.number(each.section);
  }
  out.number(static_cast<std::uint32_t>(text.headings.size()));
  for (const std::string& each : text.headings) out.text(each);
  return out.take();
}

std::optional<StoredText> stored_text_from(std::string_view bytes, std::string_view key) {
  Reader in(bytes);
  if (in.raw(kMagic.size()) != kMagic || in.text() != key) return std::nullopt;
  StoredText out;
  out.siblings = in.number();
  out.unit = in.text();
  out.text = in.text();
  out.paragraphs.resize(in.count(kParagraphBytes));
  for (StoredText::Paragraph& each : out.paragraphs) {
    ReportParagraph& shown = each.shown;
    each.range = in.range();
    shown.role = static_cast<Role>(in.number());
    shown.heading_level = static_cast<int>(in.number());
    shown.heading = in.range();
    shown.is_title = in.number() != 0;
    shown.page = static_cast<int>(in.number());
    const std::uint32_t confidence = in.number();
    if (confidence != kNoConfidence) shown.confidence = static_cast<int>(confidence);
    shown.touched.resize(in.count(kRangeBytes));
    for (TextRange& range : shown.touched) range = in.range();
  }
  out.parts.resize(in.count(kPartBytes));
  for (StoredText::Part& each : out.parts) {
    each.range = in.range();
    each.paragraph = in.number();
    each.role = static_cast<Role>(in.number());
    each.section = in.number();
  }
  out.headings.resize(in.count(sizeof(std::uint32_t)));
  for (std::string& each : out.headings) each = in.text();
  if (!in.is_whole() || !in.is_at_end() || !is_sound(out)) return std::nullopt;
  return out;
}

PreparedText prepare(StoredText stored, const SetPhrases& set_phrases) {
  std::vector<TextRange> paragraphs;
  paragraphs.reserve(stored.paragraphs.size());
  for (const StoredText::Paragraph& each : stored.paragraphs) paragraphs.push_back(each.range);
  NormalText normal = normalize(stored.text, paragraphs);
  std::vector<TextRange> parts;
  parts.reserve(stored.parts.size());
  for (const StoredText::Part& each : stored.parts) {
    if (fits(each.range, normal.text.size())) parts.push_back(each.range);
  }
  const std::vector<std::string> names = names_of_unit(stored.unit);
  ComparableText comparable = comparable_text(normal.text, parts, names, set_phrases);
  return {std::move(stored), std::move(normal), std::move(comparable)};
}

Evidence quote(const PreparedText& text, TextRange range) {
  Evidence out;
  const auto& parts = text.stored.parts;
  const auto behind = std::upper_bound(parts.begin(), parts.end(), range.begin, [](std::uint32_t at, const auto& part) {
    return at < part.range.begin;
  });
  if (behind == parts.begin()) return out;
  const StoredText::Part& part = *(behind - 1);
  const StoredText::Paragraph& paragraph = text.stored.paragraphs[part.paragraph];
  const TextRange inside{range.begin, std::min(range.end, text.normal.paragraphs[part.paragraph].end)};
  const TextRange original = text.normal.map.original_range(inside);
  out.paragraph = part.paragraph + 1;
  out.start = static_cast<std::uint32_t>(
      count_code_points(TextRange{paragraph.range.begin, original.begin}.of(text.stored.text)));
  out.quote = std::string(original.of(text.stored.text));
  out.end = out.start + static_cast<std::uint32_t>(count_code_points(out.quote));
  out.role = part.role;
  if (part.section != kNone) out.section = text.stored.headings[part.section];
  out.page = paragraph.shown.page;
  if (paragraph.shown.confidence && *paragraph.shown.confidence < 100) out.confidence = paragraph.shown.confidence;
  return out;
}

}  // namespace fazhi
