#include "document/fixed/ofd_document.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "document/fixed/ofd_content.hpp"
#include "document/fixed/page_layout.hpp"
#include "document/xml_part.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

using Failure = std::optional<Message>;

/// A page of A4, in millimetres.
constexpr double kUsualWidth = 210;
constexpr double kUsualHeight = 297;
/// Points in a millimetre.
constexpr double kPoints = 72 / 25.4;
/// How much larger than the body's type a template's has to be to be no running head.
constexpr double kLargeType = 1.15;
/// A page with fewer characters is taken for a picture where pictures cover this part of it.
constexpr std::size_t kCaptionCharacters = 30;
constexpr double kCoveringPicture = 0.5;
/// Outlines on a page without text from which on they are taken for its characters.
constexpr std::size_t kOutlinedText = 100;
/// Part of all characters that may be glyphs without text: bullets and the like.
constexpr std::size_t kCharactersForAGlyph = 50;

struct Page {
  LaidPage laid;
  OfdContent content;
  std::vector<std::string> templates;  ///< IDs, each once
};

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return !utf8::is_continuation(byte); }));
}

/// Puts the size of the PhysicalBox of `area` into `width` and `height`, where
/// it has one.
void read_area(const pugi::xml_node& area, double& width, double& height) {
  const auto box = ofd_numbers(trimmed_text(child_named(area, "PhysicalBox")), 4);
  if (!box || box->size() < 4 || (*box)[2] <= 0 || (*box)[3] <= 0) return;
  width = (*box)[0] + (*box)[2];
  height = (*box)[1] + (*box)[3];
}

std::vector<std::string> texts_of(const pugi::xml_node& node, std::initializer_list<std::string_view> names) {
  std::vector<std::string> out;
  for (const pugi::xml_node& child : node.children()) {
    if (std::find(names.begin(), names.end(), local_name(child)) != names.end()) out.push_back(trimmed_text(child));
  }
  return out;
}

/// `box` on a page of `width` and `height` that was turned back by `direction`.
void turn_back(LaidText& box, OfdDirection direction, double width, double height) {
  const LaidText old = box;
  switch (direction) {
    case OfdDirection::rightwards:
    case OfdDirection::skewed:
      return;
    case OfdDirection::downwards:
      box.left = old.top, box.right = old.bottom, box.top = width - old.right, box.bottom = width - old.left;
      return;
    case OfdDirection::leftwards:
      box.left = width - old.right, box.right = width - old.left;
      box.top = height - old.bottom, box.bottom = height - old.top;
      return;
    case OfdDirection::upwards:
      box.left = height - old.bottom, box.right = height - old.top, box.top = old.left, box.bottom = old.right;
      return;
  }
}

/// The direction in which most of a page's characters run.
OfdDirection direction_of(const std::vector<OfdText>& texts) {
  std::array<std::size_t, 4> counts{};
  for (const OfdText& each : texts) {
    if (each.direction == OfdDirection::skewed) continue;
    counts.at(static_cast<std::size_t>(each.direction)) += characters_in(each.laid.text);
  }
  return static_cast<OfdDirection>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

/// Adds `texts` as furniture, those of one line together.
void add_furniture(std::vector<LaidText> texts, int page, DocumentBuilder& builder) {
  const auto row = [](const LaidText& text) { return std::lround(text.bottom * 2); };
  std::stable_sort(texts.begin(), texts.end(), [&row](const LaidText& a, const LaidText& b) {
    return row(a) != row(b) ? row(a) < row(b) : a.left < b.left;
  });
  std::string line;
  for (std::size_t index = 0; index < texts.size(); ++index) {
    line += texts[index].text;
    if (index + 1 < texts.size() && row(texts[index]) == row(texts[index + 1])) continue;
    builder.add(line, {.page = page, .furniture = true});
    line.clear();
  }
}

/// `text` in points, as texts of PDF are.
LaidText in_points(LaidText text) {
  for (double* const length : {&text.left, &text.top, &text.right, &text.bottom, &text.font_size}) *length *= kPoints;
  return text;
}

/// Lays out one page in points; what runs in another direction is furniture.
void lay_out(Page& page, int number, DocumentBuilder& builder) {
  const OfdDirection direction = direction_of(page.content.texts);
  for (OfdText& each : page.content.texts) {
    if (each.direction != direction) {
      builder.add(each.laid.text, {.page = number, .furniture = true});
      continue;
    }
    turn_back(each.laid, direction, page.laid.width, page.laid.height);
    page.laid.texts.push_back(in_points(std::move(each.laid)));
  }
  page.laid.width *= kPoints;
  page.laid.height *= kPoints;
  if (direction == OfdDirection::downwards || direction == OfdDirection::upwards) {
    std::swap(page.laid.width, page.laid.height);
  }
}

/// The font size, to a tenth of a millimetre, of most of the pages' characters.
double body_size(const std::vector<Page>& pages) {
  std::map<long, std::size_t> counts;
  for (const Page& page : pages) {
    for (const OfdText& each : page.content.texts) {
      counts[std::lround(each.laid.font_size * 10)] += characters_in(each.laid.text);
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? 0 : static_cast<double>(most->first) / 10;
}

bool is_picture(const Page& page) {
  std::size_t characters = 0;
  for (const OfdText& each : page.content.texts) characters += characters_in(each.laid.text);
  if (characters == 0 && page.content.paths >= kOutlinedText) return true;
  const double area = page.laid.width * page.laid.height;
  return characters < kCaptionCharacters && page.content.pictures_area >= kCoveringPicture * area;
}

class DocumentReader {
 public:
  DocumentReader(OfdParts& parts, std::string_view root, std::string_view source, DocumentBuilder& builder)
      : parts_(parts), root_(root), source_(source), builder_(builder) {}

  Failure read(std::string_view wanted) {
    pugi::xml_document document;
    if (Failure failure = parts_.parse(root_, wanted, document)) return failure;
    const pugi::xml_node element = document.document_element();
    const pugi::xml_node common = child_named(element, "CommonData");
    read_area(child_named(common, "PageArea"), width_, height_);
    std::vector<std::string> resources;
    for (const std::string& location : texts_of(common, {"PublicRes", "DocumentRes"})) {
      if (std::string part = parts_.find(root_, location); !part.empty()) resources.push_back(std::move(part));
    }
    for (const pugi::xml_node& each : common.children()) {
      if (local_name(each) != "TemplatePage") continue;
      templates_.try_emplace(std::string(attribute_named(each, "ID")), attribute_named(each, "BaseLoc"));
    }
    OfdContentReader contents(parts_, std::move(resources));
    if (Failure failure = read_pages(child_named(element, "Pages"), contents)) return failure;
    if (Failure failure = read_templates(contents)) return failure;
    if (Failure failure = refuse_without_text()) return failure;
    for (std::size_t index = 0; index < pages_.size(); ++index) {
      lay_out(pages_[index], static_cast<int>(index) + 1, builder_);
    }
    std::vector<LaidPage> laid;
    for (Page& page : pages_) laid.push_back(std::move(page.laid));
    add_pages(laid, builder_);
    note_annotations(element);
    note_attachments(element);
    return std::nullopt;
  }

 private:
  Failure read_pages(const pugi::xml_node& list, OfdContentReader& contents) {
    std::vector<std::string_view> locations;
    for (const pugi::xml_node& each : list.children()) {
      if (local_name(each) == "Page") locations.push_back(attribute_named(each, "BaseLoc"));
    }
    if (locations.size() > limits::kPages) {
      return Message{MessageId::input_too_many_pages,
                     {source_, std::to_string(locations.size()), std::to_string(limits::kPages)}};
    }
    for (const std::string_view location : locations) {
      if (Failure failure = read_page(location, contents)) return failure;
    }
    return std::nullopt;
  }

  Failure read_page(std::string_view location, OfdContentReader& contents) {
    const std::string part = parts_.find(root_, location);
    pugi::xml_document document;
    if (Failure failure = parts_.parse(part, location, document)) return failure;
    const pugi::xml_node element = document.document_element();
    Result<OfdContent> content = contents.read(part, element);
    if (!content) return content.error();
    Page page;
    page.laid.width = width_;
    page.laid.height = height_;
    read_area(child_named(element, "Area"), page.laid.width, page.laid.height);
    page.content = std::move(*content);
    for (const pugi::xml_node& each : element.children()) {
      if (local_name(each) != "Template") continue;
      std::string id(attribute_named(each, "TemplateID"));
      if (std::find(page.templates.begin(), page.templates.end(), id) == page.templates.end()) {
        page.templates.push_back(std::move(id));
      }
    }
    pages_.push_back(std::move(page));
    return std::nullopt;
  }

  Failure read_templates(OfdContentReader& contents) {
    std::map<std::string, std::vector<std::size_t>> uses;
    std::vector<std::string> order;
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (const std::string& id : pages_[page].templates) {
        if (uses[id].empty()) order.push_back(id);
        uses[id].push_back(page);
      }
    }
    // What one page alone shows may be the body: only then its size is known.
    for (const std::string& id : order) {
      if (uses[id].size() > 1) continue;
      if (Failure failure = use_template(id, uses[id], 0, contents)) return failure;
    }
    const double body = body_size(pages_);
    for (const std::string& id : order) {
      if (uses[id].size() == 1) continue;
      if (Failure failure = use_template(id, uses[id], body, contents)) return failure;
    }
    return std::nullopt;
  }

  Failure use_template(const std::string& id, const std::vector<std::size_t>& pages, double body,
                       OfdContentReader& contents) {
    const auto known = templates_.find(id);
    const std::string_view location = known == templates_.end() ? std::string_view(id) : known->second;
    const std::string part = known == templates_.end() ? std::string() : parts_.find(root_, location);
    pugi::xml_document document;
    if (Failure failure = parts_.parse(part, location, document)) return failure;
    Result<OfdContent> content = contents.read(part, document.document_element());
    if (!content) return content.error();
    std::vector<OfdText> shown;
    std::vector<LaidText> aside;
    for (OfdText& each : content->texts) {
      if (pages.size() == 1 || each.laid.font_size > kLargeType * body) {
        shown.push_back(std::move(each));
      } else {
        aside.push_back(std::move(each.laid));
      }
    }
    std::vector<OfdText>& own = pages_[pages.front()].content.texts;
    own.insert(own.begin(), std::make_move_iterator(shown.begin()), std::make_move_iterator(shown.end()));
    add_furniture(std::move(aside), static_cast<int>(pages.front()) + 1, builder_);
    for (const std::size_t page : pages) {
      pages_[page].content.pictures_area += content->pictures_area;
      pages_[page].content.glyphs_without_text += content->glyphs_without_text;
    }
    return std::nullopt;
  }

  /// Where text is drawn without being stored as text, something would be
  /// missed: as pictures or as glyphs.
  Failure refuse_without_text() {
    std::size_t characters = 0;
    std::size_t glyphs = 0;
    std::vector<std::size_t> pictures;
    std::size_t page_of_glyphs = 0;
    for (std::size_t index = 0; index < pages_.size(); ++index) {
      const Page& page = pages_[index];
      for (const OfdText& each : page.content.texts) characters += characters_in(each.laid.text);
      if (glyphs == 0 && page.content.glyphs_without_text > 0) page_of_glyphs = index + 1;
      glyphs += page.content.glyphs_without_text;
      if (is_picture(page)) pictures.push_back(index + 1);
    }
    if (glyphs > characters / kCharactersForAGlyph) {
      return Message{MessageId::input_glyphs_only, {source_, std::to_string(page_of_glyphs)}};
    }
    if (pictures.empty()) return std::nullopt;
    if (2 * pictures.size() > pages_.size()) return Message{MessageId::input_scanned_ofd, {source_}};
    std::string list;
    for (const std::size_t page : pictures) list += (list.empty() ? "" : "、") + std::to_string(page);
    builder_.note({MessageId::document_picture_pages, {source_, list}});
    return std::nullopt;
  }

  /// Says how many annotations there are. What can't be read of them was not to
  /// be audited anyway.
  void note_annotations(const pugi::xml_node& element) {
    std::size_t count = 0;
    const std::string part = parts_.find(root_, trimmed_text(child_named(element, "Annotations")));
    pugi::xml_document list;
    if (part.empty() || parts_.parse(part, part, list)) return;
    for (const pugi::xml_node& page : list.document_element().children()) {
      const std::string file = parts_.find(part, trimmed_text(child_named(page, "FileLoc")));
      pugi::xml_document annotations;
      if (file.empty() || parts_.parse(file, file, annotations)) continue;
      for (const pugi::xml_node& each : annotations.document_element().children()) {
        if (local_name(each) == "Annot") ++count;
      }
    }
    if (count > 0) builder_.note({MessageId::document_annotations, {source_, std::to_string(count)}});
  }

  void note_attachments(const pugi::xml_node& element) {
    const std::string part = parts_.find(root_, trimmed_text(child_named(element, "Attachments")));
    pugi::xml_document list;
    if (part.empty() || parts_.parse(part, part, list)) return;
    std::size_t count = 0;
    for (const pugi::xml_node& each : list.document_element().children()) {
      if (local_name(each) == "Attachment") ++count;
    }
    if (count > 0) builder_.note({MessageId::document_attachments, {source_, std::to_string(count)}});
  }

  OfdParts& parts_;
  std::string root_;
  std::string source_;
  DocumentBuilder& builder_;
  double width_ = kUsualWidth;
  double height_ = kUsualHeight;
  std::map<std::string, std::string, std::less<>> templates_;  ///< locations by ID
  std::vector<Page> pages_;
};

}  // namespace

std::optional<Message> read_ofd_document(OfdParts& parts, std::string_view root, std::string_view wanted,
                                         std::string_view source, DocumentBuilder& builder) {
  return DocumentReader(parts, root, source, builder).read(wanted);
}

}  // namespace fazhi
