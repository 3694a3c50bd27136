#include "document/web/page_article.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "document/lines.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// A page's own title is looked through no further.
constexpr std::size_t kTitleBytes = 1'000;
/// So many blocks full of links in a row are a list of the site.
constexpr std::size_t kLinkRun = 3;
/// A stretch with this share of the article's running text belongs to it.
constexpr std::size_t kSharePercent = 20;
/// What is named like a site's own part holds less running text than this.
constexpr std::size_t kNamedPercent = 5;
/// … and what HTML itself names so.
constexpr std::size_t kElementPercent = 20;

/// Lines of an article's head before its title.
constexpr std::size_t kHeadLines = 8;
/// How much of an article's head is searched for its title.
constexpr std::size_t kHeadBytes = 4000;

struct Mass {
  std::size_t prose = 0;       ///< characters of running text
  std::size_t characters = 0;  ///< outside of links

  void add(const PageBlock& block) {
    if (block.is_prose()) prose += block.characters;
    characters += block.characters - block.link_characters;
  }
  /// Tables and lists have no running text; what has some goes before.
  [[nodiscard]] std::size_t weight() const { return 3 * prose + characters; }
};

Mass mass_of(const std::vector<PageBlock>& blocks, std::size_t begin, std::size_t end) {
  Mass mass;
  for (std::size_t at = begin; at < end; ++at) mass.add(blocks[at]);
  return mass;
}

/// How many paragraphs of running text went that are not seen elsewhere on the page,
/// as those of its form for telephones are.
std::size_t take_hidden_out(std::vector<PageBlock>& blocks) {
  Mass seen;
  Mass hidden;
  for (const PageBlock& block : blocks) (block.hidden ? hidden : seen).add(block);
  if (hidden.prose > seen.prose && hidden.weight() > seen.weight()) return 0;
  std::size_t lost = 0;
  if (hidden.prose > 0) {
    std::unordered_set<std::string_view> texts;
    for (const PageBlock& block : blocks) {
      if (!block.hidden) texts.insert(block.text);
    }
    for (const PageBlock& block : blocks) {
      if (block.hidden && block.is_prose() && texts.insert(block.text).second) ++lost;
    }
  }
  std::erase_if(blocks, [](const PageBlock& block) { return block.hidden; });
  return lost;
}

/// How much of all running text an element that is named like a part of the
/// site may hold and be one; none where it is not named so.
std::optional<std::size_t> share_of_site(const PageNode& node) {
  if (node.name == "nav" || node.name == "footer" || node.name == "aside" || node.attribute("role") == "navigation") {
    return kElementPercent;
  }
  constexpr std::array<std::string_view, 12> kWords{"nav",   "foot",    "copyright", "crumb",   "sidebar",   "share",
                                                    "related", "comment", "pinglun", "toolbar", "recommend", "menu"};
  for (const std::string_view name : {node.attribute("class"), node.attribute("id")}) {
    const std::string lower = ascii::lower(name);
    if (std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return lower.find(word) != std::string::npos; })) {
      return kNamedPercent;
    }
  }
  return std::nullopt;
}

/// The blocks in elements that are named like parts of a site.
void mark_named(const PageTree& tree, std::vector<PageBlock>& blocks) {
  const Mass all = mass_of(blocks, 0, blocks.size());
  std::size_t at = 0;
  for (std::size_t index = 0; index < tree.size();) {
    while (at < blocks.size() && blocks[at].node < index) ++at;
    const std::optional<std::size_t> share = share_of_site(tree[index]);
    if (!share) {
      ++index;
      continue;
    }
    std::size_t end = at;
    while (end < blocks.size() && blocks[end].node < tree[index].end) ++end;
    const Mass inside = mass_of(blocks, at, end);
    if (inside.prose * 100 > all.prose * *share || inside.characters * 2 > all.characters) {
      ++index;
      continue;
    }
    for (; at < end; ++at) blocks[at].hints.furniture = true;
    index = tree[index].end;
  }
}

struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  Mass mass;
};

/// What lies between runs of blocks full of links.
std::vector<Stretch> stretches_of(const std::vector<PageBlock>& blocks) {
  std::vector<Stretch> stretches;
  const auto is_site = [&](std::size_t at) { return blocks[at].hints.furniture || blocks[at].is_link_dense(); };
  for (std::size_t at = 0; at < blocks.size();) {
    if (is_site(at)) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    for (std::size_t next = end; next < blocks.size() && next - end < kLinkRun; ++next) {
      if (!is_site(next)) end = next + 1;
    }
    stretches.push_back({at, end, mass_of(blocks, at, end)});
    at = end;
  }
  return stretches;
}

/// The nearest element around all running text of `blocks` in `stretch`.
std::size_t element_around(const PageTree& tree, const std::vector<PageBlock>& blocks, const Stretch& stretch) {
  std::size_t first = SIZE_MAX;
  std::size_t last = 0;
  for (std::size_t at = stretch.begin; at < stretch.end; ++at) {
    if (!blocks[at].is_prose()) continue;
    first = std::min(first, blocks[at].node);
    last = std::max(last, blocks[at].node);
  }
  if (first == SIZE_MAX) return 0;
  while (tree[first].end <= last) first = tree[first].parent;
  // A lone paragraph stands in the element that holds it.
  if (tree[first].name == "p") first = tree[first].parent;
  return first;
}

/// Blocks of links at the rims of the article, and lists of them inside it.
void mark_links(std::vector<PageBlock>& blocks, const Stretch& stretch) {
  for (std::size_t at = stretch.begin; at < stretch.end; ++at) {
    const PageBlock& block = blocks[at];
    if (!block.is_link_dense()) continue;
    const bool lone = block.links < 2 && block.characters > 0 && at > stretch.begin && at + 1 < stretch.end &&
                      blocks[at - 1].is_prose();
    if (!lone) blocks[at].hints.furniture = true;
  }
}

/// `text` without white space and signs: what titles are compared by.
std::string essence_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = utf8::decode(text, at);
    const bool letter = utf8::is_han(value) || (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
    if (letter) out.append(text, at, size);
    at += size;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank_character(utf8::decode(text, 0).value)) text.remove_prefix(utf8::decode(text, 0).size_bytes);
  while (!text.empty() && is_blank_character(utf8::decode_before(text, text.size()).value)) {
    text.remove_suffix(utf8::decode_before(text, text.size()).size_bytes);
  }
  return text;
}

/// The pieces of `<title>` between the marks that sites put around their names.
std::vector<std::string> pieces_of(std::string_view title) {
  constexpr std::array<std::string_view, 8> kMarks{"_", "|", " - ", "-", "——", "－", "—", "｜"};
  std::vector<std::string> pieces(1);
  for (std::size_t at = 0; at < title.size();) {
    const auto mark = std::find_if(kMarks.begin(), kMarks.end(), [&](std::string_view each) { return title.substr(at).starts_with(each); });
    if (mark != kMarks.end()) {
      pieces.emplace_back();
      at += mark->size();
    } else {
      const std::size_t size = std::min<std::size_t>(code_point_length(title[at]), title.size() - at);
      pieces.back() += title.substr(at, size);
      at += size;
    }
  }
  for (std::string& piece : pieces) piece = std::string(trimmed(piece));
  std::erase_if(pieces, [](const std::string& piece) { return piece.empty(); });
  return pieces;
}

std::string text_of(const PageTree& tree, std::string_view name) {
  const auto element = std::find_if(tree.begin(), tree.end(), [&](const PageNode& node) { return node.name == name; });
  std::string out;
  if (element == tree.end()) return out;
  for (auto node = element; node != tree.begin() + static_cast<std::ptrdiff_t>(element->end); ++node) out += node->text;
  return std::string(trimmed(out));
}

/// A title has no fewer characters than 年度工作总结, and no more than two lines.
bool could_be_title(std::string_view essence) {
  const std::size_t points = count_code_points(essence);
  return points >= 6 && points <= 80;
}

/// Whether nine of ten pairs of neighbouring characters of `title` stand in
/// `text`: what a site prints with small changes.
bool repeats(std::string_view text, std::string_view title) {
  std::size_t pairs = 0;
  std::size_t found = 0;
  for (std::size_t at = 0; at < title.size();) {
    const std::size_t size = code_point_length(title[at]);
    if (at + size >= title.size()) break;
    const std::size_t next = code_point_length(title[at + size]);
    ++pairs;
    if (text.find(title.substr(at, size + next)) != std::string_view::npos) ++found;
    at += size;
  }
  return found * 10 >= pairs * 9;
}

std::size_t first_prose(const std::vector<PageBlock>& blocks) {
  const auto block = std::find_if(blocks.begin(), blocks.end(), [](const PageBlock& each) { return !each.hints.furniture && each.is_prose(); });
  return static_cast<std::size_t>(block - blocks.begin());
}

/// The element that holds a block and those beside it; of a cell, the table's.
std::size_t frame_of(const PageTree& tree, std::size_t node) {
  const std::size_t parent = tree[node].parent;
  return tree[parent].name == "tr" ? tree[parent].parent : parent;
}

/// Where the lines begin that stand right before the title at `at`, beside it in
/// the same element: the issuing unit, the document number.
std::size_t begin_of_head(const PageTree& tree, const std::vector<PageBlock>& blocks, std::size_t at, std::string_view essence) {
  const std::size_t title_node = blocks[at].node;
  std::size_t begin = at;
  for (; begin > 0 && at - begin < kHeadLines; --begin) {
    const PageBlock& line = blocks[begin - 1];
    const bool beside = line.node == title_node || frame_of(tree, line.node) == frame_of(tree, title_node);
    if (!beside || line.hints.furniture || line.links > 0 || line.is_prose()) break;
    const std::size_t colon = line.text.find("：");
    if (colon != std::string::npos && colon + std::string_view("：").size() < line.text.size()) break;
    if (essence_of(line.text).find(essence) != std::string::npos) break;
  }
  return begin;
}

}  // namespace

std::size_t mark_furniture(const PageTree& tree, std::vector<PageBlock>& blocks) {
  const std::size_t hidden = take_hidden_out(blocks);
  mark_named(tree, blocks);
  const std::vector<Stretch> stretches = stretches_of(blocks);
  const auto article = std::max_element(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) { return a.mass.weight() < b.mass.weight(); });
  if (article == stretches.end()) return hidden;
  const std::size_t around = element_around(tree, blocks, *article);
  std::size_t at = 0;
  for (const Stretch& stretch : stretches) {
    for (; at < stretch.begin; ++at) blocks[at].hints.furniture = true;
    const std::size_t node = blocks[stretch.begin].node;
    const bool inside = around > 0 && node >= around && node < tree[around].end;
    const bool keeps = &stretch == &*article || inside || stretch.mass.weight() * 100 >= article->mass.weight() * kSharePercent;
    if (keeps) mark_links(blocks, stretch);
    for (; at < stretch.end; ++at) blocks[at].hints.furniture |= !keeps;
  }
  for (; at < blocks.size(); ++at) blocks[at].hints.furniture = true;
  return hidden;
}

std::string title_of(const PageTree& tree, const std::vector<PageBlock>& blocks, const std::string& meta_title) {
  if (could_be_title(essence_of(meta_title))) return std::string(trimmed(meta_title));
  const std::string page_title = text_of(tree, "title");
  std::size_t title_end = std::min(page_title.size(), kTitleBytes);
  while (title_end < page_title.size() && utf8::is_continuation(page_title[title_end])) ++title_end;
  const std::string page_essence = essence_of(std::string_view(page_title).substr(0, title_end));
  const PageBlock* best = nullptr;
  const std::size_t end = first_prose(blocks);
  for (std::size_t at = 0; at < end; ++at) {
    const std::string essence = essence_of(blocks[at].text);
    if (blocks[at].is_link_dense() || !could_be_title(essence)) continue;
    const bool repeated = !page_essence.empty() && page_essence.find(essence) != std::string::npos;
    if (repeated && (best == nullptr || blocks[at].characters >= best->characters)) best = &blocks[at];
  }
  if (best != nullptr) return std::string(trimmed(best->text));
  for (std::size_t at = end; at-- > 0;) {
    if (blocks[at].hints.heading_level == 1 && !blocks[at].is_link_dense() && could_be_title(essence_of(blocks[at].text))) {
      return std::string(trimmed(blocks[at].text));
    }
  }
  const std::vector<std::string> pieces = pieces_of(page_title);
  const auto longest = std::max_element(pieces.begin(), pieces.end(), [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
  return longest != pieces.end() && could_be_title(essence_of(*longest)) ? *longest : std::string();
}

bool begin_at_title(const PageTree& tree, std::vector<PageBlock>& blocks, const std::string& title) {
  const std::string essence = essence_of(title);
  const std::size_t end = std::min(first_prose(blocks) + 1, blocks.size());
  // The last one: sites print it in their own head, too.
  for (std::size_t at = end; !essence.empty() && at-- > 0;) {
    std::string text;
    std::size_t behind = at;
    while (behind < end && text.size() < essence.size()) text += essence_of(blocks[behind++].text);
    if (blocks[at].is_link_dense() || text.empty() || !(text == essence || (behind == at + 1 && text.find(essence) != std::string::npos && !blocks[at].is_prose()))) continue;
    const std::size_t head = begin_of_head(tree, blocks, at, essence);
    for (std::size_t before = 0; before < head; ++before) blocks[before].hints.furniture = true;
    for (; at < behind; ++at) {
      PageBlock& line = blocks[at];
      line.hints.furniture = false;
      line.hints.heading_level = 0;
      line.hints.centered = true;
    }
    return true;
  }
  std::string head;
  for (std::size_t at = 0; at < end && head.size() < kHeadBytes; ++at) {
    if (!blocks[at].hints.furniture && !blocks[at].is_prose()) head += essence_of(blocks[at].text);
  }
  return repeats(head, essence);
}

}  // namespace fazhi
