#include "outline/segment.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace fazhi {
namespace {

/// Behind these an item of any style may begin; what begins_item asks for lies among them.
constexpr std::string_view kItemBegins = "，：、；。！？）》";

/// Whether `found` is an item of running text where it stands behind `before`.
bool begins_item(const Ordinal& found, std::string_view before) {
  switch (found.style) {
    case OrdinalStyle::chinese_is:
    case OrdinalStyle::circled:
      return is_mark(before, kItemBegins);
    case OrdinalStyle::sequence:
    case OrdinalStyle::chinese_parentheses:
    case OrdinalStyle::arabic_parentheses:
    case OrdinalStyle::arabic_point:
      return is_mark(before, "：；。！？");
    case OrdinalStyle::adverb:
      return is_mark(before, "：；。！？");
    case OrdinalStyle::chinese_comma:
      return is_mark(before, "。：；");
    case OrdinalStyle::part:
      return false;
  }
  return false;
}

class Segmenter {
 public:
  explicit Segmenter(const NormalText& normal) : text_(normal.text) {}

  void paragraph(TextRange range, std::uint32_t index, std::vector<Sentence>& out) {
    if (range.empty()) return;
    std::uint32_t begin = range.begin;
    std::string_view before;
    for (std::uint32_t at = range.begin; at < range.end;) {
      const std::uint32_t length = code_point_length(text_[at]);
      if (at > begin && is_punctuation(before, kItemBegins)) {
        const auto ordinal = ordinal_at(text_, at, range.end);
        if (ordinal && begins_item(*ordinal, before)) {
          close({begin, at}, index, out);
          begin = at;
        }
      }
      before = text_.substr(at, length);
      at += length;
      if (is_punctuation(before, "。！？；")) {
        // A closing bracket behind the mark belongs to the sentence.
        while (at < range.end && is_mark(text_.substr(at, 3), "）》】。！？；")) at += 3;
        close({begin, at}, index, out);
        begin = at;
      } else if (is_too_long(at - begin, before)) {
        close({begin, at}, index, out);
        begin = at;
      } else if (leads_han(before.front())) {
        // Among Han characters nothing ends and nothing begins, until they are too many.
        at = han_run_end(text_, at, std::min(range.end, begin + limits::kSentenceBytes));
      }
    }
    if (begin < range.end) close({begin, range.end}, index, out);
  }

 private:
  static bool is_too_long(std::uint32_t size_bytes, std::string_view last) {
    if (size_bytes <= limits::kSentenceBytes) return false;
    return is_mark(last, "，、：") || size_bytes > 2 * limits::kSentenceBytes;
  }

  void close(TextRange range, std::uint32_t index, std::vector<Sentence>& out) {
    if (range.empty()) return;
    Sentence sentence;
    sentence.range = range;
    sentence.paragraph = index;
    sentence.ordinal = ordinal_at(text_, range.begin, range.end);
    out.push_back(sentence);
  }

  std::string_view text_;
};

}  // namespace

std::vector<Sentence> segment(const NormalText& normal) {
  std::vector<Sentence> out;
  Segmenter segmenter(normal);
  for (std::uint32_t index = 0; index < normal.paragraphs.size(); ++index) {
    segmenter.paragraph(normal.paragraphs[index], index, out);
  }
  return out;
}

void number_items(std::vector<Sentence>& sentences, const std::vector<Section>& sections) {
  std::uint32_t item = 0;
  std::uint32_t paragraph = kNone;
  bool in_item = false;
  for (std::uint32_t index = 0; index < sentences.size(); ++index) {
    Sentence& sentence = sentences[index];
    if (sentence.paragraph != paragraph) in_item = false;
    paragraph = sentence.paragraph;
    const bool opens_section = sentence.section != kNone && sections[sentence.section].heading_sentence == index;
    const bool begins = sentence.ordinal && !sentence.heading && !opens_section;
    if (opens_section) in_item = false;
    if (begins) in_item = true;
    if (begins || !in_item) ++item;
    sentence.item = item;
  }
}

void append_clauses(std::string_view normal_text, TextRange sentence, std::vector<TextRange>& out) {
  std::uint32_t begin = sentence.begin;
  int depth = 0;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    at = han_run_end(normal_text, at, sentence.end);
    if (at >= sentence.end) break;
    const std::uint32_t length = code_point_length(normal_text[at]);
    const std::string_view point = normal_text.substr(at, length);
    at += length;
    if (is_mark(point, "（《【")) ++depth;
    if (is_mark(point, "）》】") && depth > 0) --depth;
    if (depth == 0 && is_mark(point, "，：；。！？")) {
      out.push_back({begin, at});
      begin = at;
    }
  }
  if (begin < sentence.end) out.push_back({begin, sentence.end});
}

}  // namespace fazhi
