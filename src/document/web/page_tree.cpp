#include "document/web/page_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "base/limits.hpp"
#include "process/forked_call.hpp"
#include "process/shared_arena.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kParser = "Gumbo";
constexpr std::size_t kMebibyte = std::size_t{1} << 20;

constexpr std::array<std::string_view, 16> kAttributes{"id",      "class", "style", "hidden", "align", "type",
                                                       "start",   "value", "name",  "content", "href", "role",
                                                       "reversed", "src",  "open",  "property"};

/// What the copy of the process works on.
struct Parse {
  std::string_view page;
  SharedArena* arena = nullptr;
  GumboOutput** output = nullptr;  ///< in the arena
};

void* allocate(void* arena, std::size_t size_bytes) { return static_cast<SharedArena*>(arena)->allocate(size_bytes); }
void keep(void*, void*) {}

void run_parse(void* argument) {
  const Parse& parse = *static_cast<Parse*>(argument);
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = keep;
  options.userdata = parse.arena;
  options.max_errors = 0;
  *parse.output = gumbo_parse_with_options(&options, parse.page.data(), parse.page.size());
}

std::string name_of(const GumboElement& element) {
  const std::string_view known = gumbo_normalized_tagname(element.tag);
  if (!known.empty()) return std::string(known);
  GumboStringPiece original = element.original_tag;
  gumbo_tag_from_original_text(&original);
  return ascii::lower(std::string_view(original.data, original.length));
}

/// Whether only its own text, of no reader's concern, stands in it.
bool is_left_out(GumboTag tag) {
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_SVG ||
         tag == GUMBO_TAG_MATH;
}

/// Copies a tree of Gumbo without recursion.
class Copier {
 public:
  /// None where the elements stand deeper inside each other than they may.
  std::optional<PageTree> copy(const GumboNode& root) {
    enter(root, 0);
    while (!open_.empty()) {
      Open& top = open_.back();
      if (top.next == top.children->length) {
        tree_[top.index].end = tree_.size();
        open_.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(top.children->data[top.next++]);
      enter(child, top.index);
      if (open_.size() > limits::kMarkupDepth) return std::nullopt;
    }
    return std::move(tree_);
  }

 private:
  struct Open {
    const GumboVector* children;
    std::size_t index;
    unsigned next = 0;
  };

  void enter(const GumboNode& node, std::size_t parent) {
    switch (node.type) {
      case GUMBO_NODE_ELEMENT:
        enter_element(node.v.element, parent);
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        tree_.push_back({{}, node.v.text.text, {}, parent, tree_.size() + 1});
        break;
      case GUMBO_NODE_DOCUMENT:
      case GUMBO_NODE_COMMENT:
      case GUMBO_NODE_TEMPLATE:
        break;
    }
  }

  void enter_element(const GumboElement& element, std::size_t parent) {
    if (is_left_out(element.tag)) return;
    const std::size_t index = tree_.size();
    tree_.push_back({name_of(element), {}, {}, parent, index + 1});
    for (unsigned at = 0; at < element.attributes.length; ++at) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[at]);
      const std::string_view name = attribute.name;
      if (std::find(kAttributes.begin(), kAttributes.end(), name) == kAttributes.end()) continue;
      // A picture inside a page is no name of a file.
      const std::string_view value = attribute.value;
      tree_.back().attributes.emplace_back(name, value.starts_with("data:") ? std::string_view() : value);
    }
    open_.push_back({&element.children, index});
  }

  PageTree tree_;
  std::vector<Open> open_;
};

Message failure(ForkedEnd end, std::string_view source) {
  const std::string name(source);
  switch (end) {
    case ForkedEnd::out_of_memory:
      return {MessageId::input_unpacks_too_large, {name, std::to_string(limits::kPageTreeBytes / kMebibyte) + " MB"}};
    case ForkedEnd::out_of_time:
      return {MessageId::input_program_slow, {name, std::string(kParser), std::to_string(limits::kPageSeconds)}};
    case ForkedEnd::returned:
    case ForkedEnd::crashed:
    case ForkedEnd::not_started:
      break;
  }
  return {MessageId::input_program_failed, {name, std::string(kParser), "HTML"}};
}

}  // namespace

std::string_view PageNode::attribute(std::string_view attribute_name) const {
  for (const auto& [each, value] : attributes) {
    if (each == attribute_name) return value;
  }
  return {};
}

bool PageNode::has(std::string_view attribute_name) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& each) { return each.first == attribute_name; });
}

Result<PageTree> parse_page(std::string_view utf8, std::string_view source) {
  if (utf8.size() > limits::kPageBytes) {
    const auto megabytes = [](std::size_t bytes) { return std::to_string((bytes + kMebibyte - 1) / kMebibyte) + " MB"; };
    return Message{MessageId::input_too_large, {std::string(source), megabytes(utf8.size()), megabytes(limits::kPageBytes)}};
  }
  SharedArena arena(limits::kPageTreeBytes);
  if (!arena.is_open()) return failure(ForkedEnd::not_started, source);
  Parse parse{utf8, &arena, static_cast<GumboOutput**>(arena.allocate(sizeof(GumboOutput*)))};
  *parse.output = nullptr;
  const ForkedEnd end = call_in_copy(run_parse, &parse, limits::kPageSeconds);
  if (end != ForkedEnd::returned || *parse.output == nullptr) return failure(end, source);
  std::optional<PageTree> tree = Copier().copy(*(*parse.output)->root);
  if (!tree) {
    return Message{MessageId::input_nested_too_deep, {std::string(source), std::to_string(limits::kMarkupDepth)}};
  }
  return std::move(*tree);
}

}  // namespace fazhi
