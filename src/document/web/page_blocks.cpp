#include "document/web/page_blocks.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.hpp"
#include "document/lines.hpp"
#include "document/list_marker.hpp"
#include "document/web/inline_style.hpp"
#include "document/web/list_numbers.hpp"
#include "document/web/page_tables.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// A heading or a line in the middle with more characters is text that a site
/// styles so.
constexpr std::size_t kHeadingCharacters = 60;
constexpr std::string_view kSentenceMarks = "。；！？，";

constexpr std::array<std::string_view, 47> kBlockNames{
    "address", "article", "aside",  "blockquote", "body",  "caption", "center", "dd",      "details", "dialog",
    "dir",     "div",     "dl",     "dt",         "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2",      "h3",      "h4",     "h5",         "h6",    "header",  "hgroup", "hr",      "html",    "legend",
    "li",      "main",    "menu",   "nav",        "ol",    "p",       "pre",    "section", "summary", "table",
    "tbody",   "td",      "tfoot",  "th",         "thead", "tr",      "ul"};

constexpr std::array<std::string_view, 22> kLeftOut{
    "head",  "textarea", "select", "button",   "input", "object", "embed",  "audio", "video", "canvas", "iframe",
    "frame", "frameset", "map",    "datalist", "rt",    "rp",     "rtc",    "noscript", "applet", "noframes", "noembed"};

template <std::size_t Size>
bool is_in(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

int heading_level_of(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

std::optional<int> integer_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return value;
}

/// A link that leads away from the page's own text.
bool leads_elsewhere(const PageNode& node) {
  const std::string_view href = node.attribute("href");
  return node.name == "a" && !href.empty() && !href.starts_with('#');
}

/// What holds inside an element.
struct Scope {
  std::size_t end = 0;  ///< of its nodes
  std::size_t node = 0; ///< the nearest element that makes a block
  bool is_block = false;
  bool link = false;
  bool preformatted = false;
  bool centered = false;
  bool in_table = false;
  bool hidden = false;
  bool block_hidden = false;  ///< its nearest block is
  bool word_marker = false;
  bool ordered = false;  ///< the nearest list is
  int heading_level = 0;
};

/// An ordered list that is open.
struct Numbering {
  std::size_t end = 0;
  int next = 1;
  int step = 1;
  std::string type;
};

class BlockWriter {
 public:
  explicit BlockWriter(const PageTree& tree) : tree_(tree), tables_(data_tables_of(tree)) {}

  std::vector<PageBlock> write() {
    scopes_.push_back({tree_.size(), 0, true});
    for (std::size_t index = 0; index < tree_.size();) {
      leave_until(index);
      const PageNode& node = tree_[index];
      if (node.name.empty()) {
        write_text(node.text);
        ++index;
      } else {
        index = enter(index) ? index + 1 : node.end;
      }
    }
    leave_until(tree_.size());
    flush();
    return std::move(blocks_);
  }

 private:
  void leave_until(std::size_t index) {
    while (scopes_.size() > 1 && scopes_.back().end <= index) {
      if (scopes_.back().is_block) flush();
      if (scopes_.back().is_block && tree_[scopes_.back().node].name == "li") pending_number_.clear();
      if (scopes_.back().word_marker) end_word_marker();
      scopes_.pop_back();
    }
    while (!numberings_.empty() && numberings_.back().end <= index) numberings_.pop_back();
  }

  /// Whether the element's content is to be read.
  bool enter(std::size_t index) {
    const PageNode& node = tree_[index];
    if (is_in(kLeftOut, node.name)) return false;
    if (node.name == "br") {
      flush();
      return false;
    }
    if (node.name == "wbr" || node.name == "img") return false;
    const InlineStyle style = inline_style_of(node.attribute("style"));
    Scope scope = scopes_.back();
    scope.end = node.end;
    scope.is_block = is_block(node, style);
    if (scope.is_block) {
      flush();
      scope.node = index;
    }
    scope.hidden |= style.display == InlineStyle::Display::none || style.invisible || node.has("hidden");
    if (scope.is_block) scope.block_hidden = scope.hidden;
    scope.word_marker = style.word_marker;
    set_layout(scope, node, style, index);
    if (leads_elsewhere(node) && !scope.link) {
      scope.link = true;
      ++block_.links;
    }
    if (scope.word_marker) marker_begin_ = block_.text.size();
    scopes_.push_back(scope);
    if (node.name == "ol" || node.name == "ul") open_list(node, style);
    if (node.name == "li" && scope.ordered && !numberings_.empty()) number_item(node, style);
    return true;
  }

  static bool is_block(const PageNode& node, const InlineStyle& style) {
    switch (style.display) {
      case InlineStyle::Display::block:
        return true;
      case InlineStyle::Display::inline_text:
        // Cells stay cells: a row in one line would join their numbers.
        return node.name == "td" || node.name == "th" || node.name == "tr";
      case InlineStyle::Display::none:
      case InlineStyle::Display::of_tag:
        break;
    }
    return is_in(kBlockNames, node.name);
  }

  void set_layout(Scope& scope, const PageNode& node, const InlineStyle& style, std::size_t index) const {
    if (node.name == "table") {
      scope.in_table = tables_[index];
      scope.centered = false;
    }
    const std::string_view align = node.attribute("align");
    if (scope.is_block && node.name != "table" && !align.empty()) {
      scope.centered = align == "center" || align == "CENTER" || align == "middle";
    }
    if (node.name == "center") scope.centered = true;
    if (style.centered) scope.centered = *style.centered;
    if (node.name == "pre") scope.preformatted = true;
    if (style.preformatted) scope.preformatted = *style.preformatted;
    if (const int level = heading_level_of(node.name); level > 0) scope.heading_level = level;
    if (node.name == "ol") scope.ordered = true;
    if (node.name == "ul" || node.name == "menu" || node.name == "dir") scope.ordered = false;
  }

  void open_list(const PageNode& node, const InlineStyle& style) {
    Numbering numbering;
    numbering.end = node.end;
    numbering.next = integer_of(node.attribute("start")).value_or(1);
    if (node.has("reversed")) numbering.step = -1;
    numbering.type = style.list_type.empty() ? node.attribute("type") : style.list_type;
    numberings_.push_back(std::move(numbering));
  }

  void number_item(const PageNode& node, const InlineStyle& style) {
    Numbering& numbering = numberings_.back();
    const int value = integer_of(node.attribute("value")).value_or(numbering.next);
    numbering.next = value < 1'000'000 && value > -1'000'000 ? value + numbering.step : value;
    pending_number_ = list_number(value, style.list_type.empty() ? numbering.type : style.list_type);
  }

  void write_text(std::string_view text) {
    if (scopes_.back().hidden && !scopes_.back().block_hidden) return;
    const bool preformatted = scopes_.back().preformatted;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t size = std::min<std::size_t>(code_point_length(text[at]), text.size() - at);
      write_point(text.substr(at, size), preformatted);
      at += size;
    }
  }

  void write_point(std::string_view point, bool preformatted) {
    const char first = point.front();
    const bool collapsible = first == ' ' || (first >= '\t' && first <= '\r');
    if (collapsible && preformatted) {
      if (first == '\n') {
        flush();
      } else {
        block_.text += point;
      }
      return;
    }
    if (collapsible) {
      pending_space_ = !block_.text.empty() || pending_space_;
      pending_break_ |= first == '\n' || first == '\r';
      return;
    }
    put_space(point);
    if (block_.text.empty()) begin_block();
    block_.text += point;
    if (point == "\u00A0" || point == "\u3000" || point == "\u200B" || point == "\uFEFF") return;
    ++block_.characters;
    if (scopes_.back().link) ++block_.link_characters;
    if (is_mark(point, kSentenceMarks)) ++block_.marks;
  }

  /// A line break of the source between Han characters is none of the text
  /// (CSS Text 4, segment break transformation).
  void put_space(std::string_view next) {
    const bool wide = pending_break_ && next.size() >= 3 && block_.text.size() >= 3 && last_mark(block_.text).size() == 3 &&
                      columns_of(utf8::decode_before(block_.text, block_.text.size()).value) == 2;
    if (pending_space_ && !wide && !block_.text.empty()) block_.text += ' ';
    pending_space_ = false;
    pending_break_ = false;
  }

  void begin_block() {
    const Scope& scope = scopes_.back();
    block_.node = scope.node;
    block_.hidden = scope.hidden;
    block_.hints.heading_level = scope.heading_level;
    block_.hints.centered = scope.centered;
    block_.hints.in_table = scope.in_table;
  }

  /// Word pads its numbers with no-break spaces, and draws bullets by letters
  /// of symbol fonts.
  void end_word_marker() {
    if (marker_begin_ > block_.text.size()) return;
    std::string marker = block_.text.substr(marker_begin_);
    block_.text.resize(marker_begin_);
    while (marker.ends_with("\u00A0") || marker.ends_with(' ')) marker.resize(marker.size() - (marker.back() == ' ' ? 1 : 2));
    const bool is_number = std::any_of(marker.begin(), marker.end(), [](char c) { return (c >= '0' && c <= '9') || (c & 0x80) != 0; });
    if (is_number && marker != "\u00B7" && marker.size() > 1) block_.text += marker;
    pending_space_ = false;
  }

  void flush() {
    pending_space_ = false;
    pending_break_ = false;
    if (block_.characters == 0) {
      // Links without a word are pictures.
      block_ = {};
      return;
    }
    if (!pending_number_.empty()) {
      if (list_marker_of(block_.text).kind == ListMarker::none) {
        block_.text.insert(0, pending_number_);
        block_.listed = true;
      }
      pending_number_.clear();
    }
    if (block_.characters > kHeadingCharacters) {
      block_.hints.heading_level = 0;
      block_.hints.centered = false;
    }
    blocks_.push_back(std::move(block_));
    block_ = {};
  }

  const PageTree& tree_;
  std::vector<bool> tables_;
  std::vector<Scope> scopes_;
  std::vector<Numbering> numberings_;
  std::vector<PageBlock> blocks_;
  PageBlock block_;
  std::string pending_number_;
  std::size_t marker_begin_ = 0;
  bool pending_space_ = false;
  bool pending_break_ = false;
};

}  // namespace

std::vector<PageBlock> blocks_of(const PageTree& tree) { return BlockWriter(tree).write(); }

}  // namespace fazhi
