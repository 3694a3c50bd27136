#include "present/official_markup.hpp"

#include <cstddef>

#include "audit/escape.hpp"
#include "present/code_points.hpp"
#include "present/printable.hpp"

namespace fazhi::office {

std::string_view font_of(Face face) {
  switch (face) {
    case Face::fangsong:
      return "仿宋_GB2312";
    case Face::heiti:
      return "黑体";
    case Face::kaiti:
      return "楷体_GB2312";
    case Face::title:
      return "方正小标宋简体";
    case Face::songti:
      return "宋体";
  }
  return "仿宋_GB2312";
}

int twips_of(int millimetres) { return (millimetres * 14400 + 127) / 254; }

std::string fonts_of(Face face) {
  const std::string font(font_of(face));
  return "<w:rFonts w:ascii=\"" + font + "\" w:eastAsia=\"" + font + "\" w:hAnsi=\"" + font + "\" w:cs=\"" + font +
         "\" w:hint=\"eastAsia\"/>";
}

std::string run_properties(Face face, int half_points) {
  const std::string size = std::to_string(half_points);
  const std::string spacing = std::to_string(half_points == kBodyHalfPoints ? kBodySpacing : 0);
  return "<w:rPr>" + fonts_of(face) + "<w:spacing w:val=\"" + spacing + "\"/><w:sz w:val=\"" + size + "\"/><w:szCs w:val=\"" + size + "\"/></w:rPr>";
}

std::string run(std::string_view text, Face face, int half_points) {
  const std::string shown = printable(text);
  if (shown.empty()) return {};
  std::string out = "<w:r>" + run_properties(face, half_points) + "<w:t xml:space=\"preserve\">";
  append_xml_text(out, shown);
  return out += "</w:t></w:r>";
}

std::string line_break(Face face, int half_points) {
  return "<w:r>" + run_properties(face, half_points) + "<w:br/></w:r>";
}

int half_widths(std::string_view text) {
  int width = 0;
  for (const CodePoint& each : code_points_of(text)) width += each.value < 0x80 ? 1 : 2;
  return width;
}

}  // namespace fazhi::office
