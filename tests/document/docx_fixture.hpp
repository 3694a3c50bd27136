#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "document/package_fixture.hpp"

namespace fazhi::docx_fixture {

inline constexpr std::string_view kTransitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr std::string_view kStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
inline constexpr std::string_view kTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// Enough of Chinese text for a report; the last paragraph of every body.
inline constexpr std::string_view kFiller =
    "镇党委、政府坚持把法治建设摆在重要位置，年内召开会议研究法治工作四次，干部职工依法办事的能力进一步提高。";

/// An element of WordprocessingML with all the prefixes that tests use.
inline std::string part(std::string_view name, std::string_view inside, std::string_view address = kTransitional) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:";
  out.append(name).append(" xmlns:w=\"").append(address).append("\" xmlns:mc=\"urn:mc\" xmlns:wps=\"urn:wps\"");
  out.append(" xmlns:v=\"urn:v\" xmlns:a=\"urn:a\" xmlns:m=\"urn:m\" xmlns:r=\"urn:r\">");
  return out.append(inside).append("</w:").append(name).append(">");
}

inline std::string run(std::string_view text, std::string_view properties = {}) {
  std::string out = "<w:r>";
  if (!properties.empty()) out.append("<w:rPr>").append(properties).append("</w:rPr>");
  return out.append("<w:t xml:space=\"preserve\">").append(text).append("</w:t></w:r>");
}

/// A paragraph of `content` (runs and the like) with `properties` of w:pPr.
inline std::string paragraph(std::string_view content, std::string_view properties = {}) {
  std::string out = "<w:p>";
  if (!properties.empty()) out.append("<w:pPr>").append(properties).append("</w:pPr>");
  return out.append(content).append("</w:p>");
}

inline std::string text(std::string_view words, std::string_view properties = {}) {
  return paragraph(run(words), properties);
}

/// Membership in the list `number_id`.
inline std::string in_list(std::string_view number_id, std::string_view level = "0") {
  return "<w:numPr><w:ilvl w:val=\"" + std::string(level) + "\"/><w:numId w:val=\"" + std::string(number_id) + "\"/></w:numPr>";
}

inline std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
  std::string out = "<Relationship Id=\"";
  out.append(id).append("\" Type=\"").append(kTypes).append(type).append("\" Target=\"").append(target).append("\"/>");
  return out;
}

inline std::string relationships(std::string_view inside) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + std::string(inside) +
         "</Relationships>";
}

/// A document and the parts beside it, each "" where there is none.
struct Docx {
  std::string body{};
  std::string styles{};
  std::string numbering{};
  std::string footnotes{};
  std::string header{};
  std::string more_relationships{};
  Parts more_parts{};

  [[nodiscard]] Parts parts() const {
    std::string links = more_relationships;
    Parts out{{"_rels/.rels", relationships(relationship("m", "officeDocument", "word/document.xml"))}};
    const auto add = [&](const char* name, const char* element, const char* type, const std::string& inside) {
      if (inside.empty()) return;
      links += relationship(name, type, std::string(name) + ".xml");
      out.emplace_back("word/" + std::string(name) + ".xml", part(element, inside));
    };
    add("styles", "styles", "styles", styles);
    add("numbering", "numbering", "numbering", numbering);
    add("footnotes", "footnotes", "footnotes", footnotes);
    add("header1", "hdr", "header", header);
    out.emplace_back("word/_rels/document.xml.rels", relationships(links));
    out.emplace_back("word/document.xml", part("document", "<w:body>" + body + text(kFiller) + "</w:body>"));
    out.insert(out.end(), more_parts.begin(), more_parts.end());
    return out;
  }
  [[nodiscard]] std::string bytes() const { return package_of(parts()); }
};

using Texts = std::vector<std::string>;

/// The paragraphs as a reader sees them, furniture behind "~", without the filler.
inline Texts texts_of(const Document& document) {
  Texts out;
  for (const Paragraph& each : document.paragraphs) {
    const std::string_view words = each.range.of(document.text);
    if (words != kFiller) out.push_back((each.furniture ? "~" : "") + std::string(words));
  }
  return out;
}

}  // namespace fazhi::docx_fixture
