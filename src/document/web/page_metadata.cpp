#include "document/web/page_metadata.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "base/iso_date.hpp"
#include "base/utf8.hpp"
#include "document/lines.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

struct Name {
  std::string_view name;
  MetadataKey key;
};

/// In lower case; of two names of one key the first one counts.
constexpr auto kMetaNames = std::to_array<Name>({
    {"articletitle", MetadataKey::title},
    {"pubdate", MetadataKey::published},
    {"publishdate", MetadataKey::published},
    {"article:published_time", MetadataKey::published},
    {"contentsource", MetadataKey::source},
    {"author", MetadataKey::author},
});

constexpr auto kLabels = std::to_array<Name>({
    {"发布时间", MetadataKey::published},
    {"发布日期", MetadataKey::published},
    {"公开日期", MetadataKey::published},
    {"发文日期", MetadataKey::published},
    {"生成日期", MetadataKey::published},
    {"成文日期", MetadataKey::published},
    {"信息来源", MetadataKey::source},
    {"文章来源", MetadataKey::source},
    {"来源", MetadataKey::source},
    {"作者", MetadataKey::author},
    {"索引号", MetadataKey::index_number},
    {"发文字号", MetadataKey::document_number},
    {"文号", MetadataKey::document_number},
});

/// A line with labels has no more bytes, a value no more characters.
constexpr std::size_t kLabelLineBytes = 600;
constexpr std::size_t kValueCharacters = 60;

bool is_blank_at(std::string_view text, std::size_t at) { return is_blank_character(utf8::decode(text, at).value); }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank_at(text, 0)) text.remove_prefix(utf8::decode(text, 0).size_bytes);
  while (!text.empty() && is_blank_character(utf8::decode_before(text, text.size()).value)) {
    text.remove_suffix(utf8::decode_before(text, text.size()).size_bytes);
  }
  return text;
}

bool is_colon(std::string_view text, std::size_t at) {
  const char32_t value = utf8::decode(text, at).value;
  return value == U':' || value == U'：';
}

/// Where `label` ends that begins at `at`, blanks between its characters passed
/// over (索 引 号), and the colon behind it with it; 0 where it does not stand there.
std::size_t end_of_label(std::string_view text, std::size_t at, std::string_view label, bool& colon) {
  const auto skip_blanks = [&] {
    while (at < text.size() && is_blank_at(text, at)) at += utf8::decode(text, at).size_bytes;
  };
  for (std::size_t of = 0; of < label.size();) {
    const std::size_t size = code_point_length(label[of]);
    if (of > 0) skip_blanks();
    if (text.substr(at, size) != label.substr(of, size)) return 0;
    at += size;
    of += size;
  }
  skip_blanks();
  colon = at < text.size() && is_colon(text, at);
  if (colon) at += utf8::decode(text, at).size_bytes;
  return at;
}

/// `text` up to the next label, a bar or bracket, or two blanks.
std::string_view value_in(std::string_view text) {
  text = trimmed(text);
  std::size_t points = 0;
  std::size_t word = 0;  // where the last word began
  for (std::size_t at = 0; at < text.size() && ++points <= kValueCharacters;) {
    const auto [value, size] = utf8::decode(text, at);
    const bool is_label = at > word && word > 0 && is_colon(text, at) && utf8::is_han(utf8::decode_before(text, at).value);
    if (is_label) return trimmed(text.substr(0, word));
    if (value == U'|' || value == U'[' || value == U'【' || value == U'｜') return trimmed(text.substr(0, at));
    at += size;
    if (!is_blank_character(value)) continue;
    if (at < text.size() && is_blank_at(text, at)) return trimmed(text.substr(0, at));
    word = at;
  }
  return points > kValueCharacters ? std::string_view() : text;
}

class MetadataReader {
 public:
  std::vector<Metadata> read(const PageTree& tree, const std::vector<PageBlock>& blocks) {
    for (const Name& each : kMetaNames) read_meta(tree, each);
    for (const Name& each : kLabels) {
      for (std::size_t at = 0; at < blocks.size(); ++at) {
        if (blocks[at].text.size() > kLabelLineBytes || blocks[at].is_prose()) continue;
        read_label(each, blocks, at);
      }
    }
    return std::move(found_);
  }

 private:
  void read_meta(const PageTree& tree, const Name& name) {
    for (const PageNode& node : tree) {
      if (node.name != "meta") continue;
      if (ascii::lower(node.attribute("name")) == name.name || ascii::lower(node.attribute("property")) == name.name) {
        set(name.key, node.attribute("content"));
      }
    }
  }

  void read_label(const Name& label, const std::vector<PageBlock>& blocks, std::size_t index) {
    const std::string_view text = blocks[index].text;
    bool behind_han = false;
    for (std::size_t at = 0; at < text.size();) {
      const auto [value, size] = utf8::decode(text, at);
      bool colon = false;
      const std::size_t end = behind_han ? 0 : end_of_label(text, at, label.name, colon);
      if (end > 0 && end < text.size() && colon) set(label.key, value_in(text.substr(end)));
      // A table of the directory has the value in the next cell.
      if (end == text.size() && at == 0 && index + 1 < blocks.size() && !is_label(blocks[index + 1].text)) {
        if (colon || blocks[index].hints.in_table) set(label.key, value_in(blocks[index + 1].text));
      }
      behind_han = utf8::is_han(value);
      at += size;
    }
  }

  static bool is_label(std::string_view text) { return text.ends_with("：") || text.ends_with(':'); }

  void set(MetadataKey key, std::string_view raw) {
    std::string value(trimmed(raw));
    if (key == MetadataKey::published) value = leading_day(value);
    if (value.empty() || value == "无" || value == "-" || value == "暂无" || value == "null") return;
    const bool known = std::any_of(found_.begin(), found_.end(), [&](const Metadata& each) { return each.key == key; });
    if (!known) found_.push_back({key, std::move(value)});
  }

  std::vector<Metadata> found_;
};

/// Digits at `at`, `most` at most; moves `at` behind them.
std::string take_digits(std::string_view text, std::size_t& at, std::size_t most) {
  std::string out;
  while (at < text.size() && out.size() < most && text[at] >= '0' && text[at] <= '9') out += text[at++];
  return out;
}

bool take_separator(std::string_view text, std::size_t& at) {
  for (const std::string_view mark : {std::string_view("-"), std::string_view("/"), std::string_view("."), std::string_view("年"), std::string_view("月")}) {
    if (!text.substr(at).starts_with(mark)) continue;
    at += mark.size();
    return true;
  }
  return false;
}

}  // namespace

std::string leading_day(std::string_view text) {
  text = trimmed(text);
  std::size_t at = 0;
  const std::string year = take_digits(text, at, 4);
  const bool apart = take_separator(text, at);
  std::string month = take_digits(text, at, 2);
  if (apart && !take_separator(text, at)) return {};
  std::string day = take_digits(text, at, 2);
  if (year.size() != 4 || month.empty() || day.empty()) return {};
  if (month.size() < 2) month.insert(0, "0");
  if (day.size() < 2) day.insert(0, "0");
  std::string out = year + '-' + month + '-' + day;
  return is_iso_date(out) ? out : std::string();
}

std::vector<Metadata> metadata_of(const PageTree& tree, const std::vector<PageBlock>& blocks) {
  return MetadataReader().read(tree, blocks);
}

}  // namespace fazhi
