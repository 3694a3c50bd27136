#include "present/official_parts.hpp"

#include <string_view>

#include "audit/escape.hpp"
#include "base/iso_date.hpp"
#include "present/official_markup.hpp"
#include "present/printable.hpp"

namespace fazhi::office {
namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

constexpr std::string_view kContentTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>)"
    R"(<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>)"
    R"(<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
    R"(<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>)"
    R"(<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>)"
    "</Types>";

constexpr std::string_view kRelationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>)"
    "</Relationships>";

constexpr std::string_view kDocumentRelationships =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>)"
    R"(<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>)"
    R"(<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>)"
    R"(<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/>)"
    "</Relationships>";

/// Lines of tables follow no grid: adjustLineHeightInTable is left out. Punctuation
/// is not compressed, so that a line has 28 characters.
constexpr std::string_view kSettings =
    R"(<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>)"
    R"(<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="579"/>)"
    R"(<w:characterSpacingControl w:val="doNotCompress"/>)"
    R"(<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>)"
    R"(<w:doNotExpandShiftReturn/><w:useFELayout/>)"
    R"(<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>)"
    R"(<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>)";

struct Font {
  std::string_view name;
  std::string_view alternatives;
  std::string_view panose;
  std::string_view family;
};

/// What stands in where an office's machine lacks a face: its other makes first,
/// then the system's own font of the kind.
constexpr Font kFonts[] = {
    {"仿宋_GB2312", "仿宋,FangSong,方正仿宋_GBK,方正仿宋简体,华文仿宋,STFangsong", "02010609030101010101", "modern"},
    {"楷体_GB2312", "楷体,KaiTi,方正楷体_GBK,方正楷体简体,华文楷体,STKaiti", "02010609030101010101", "modern"},
    {"黑体", "SimHei,方正黑体_GBK,方正黑体简体,Noto Sans CJK SC", "02010609060101010101", "modern"},
    {"方正小标宋简体", "方正小标宋_GBK,FZXiaoBiaoSong-B05S,FZXiaoBiaoSong-B05,华文中宋,STZhongsong,宋体,SimSun",
     "02010601030101010101", "roman"},
    {"宋体", "SimSun,Noto Serif CJK SC", "02010600030101010101", "auto"},
};

std::string element(std::string_view name, std::string_view content) {
  std::string out(kXml);
  out.append("<w:").append(name).append(" xmlns:w=\"").append(kMain).append("\">").append(content);
  return out.append("</w:").append(name).append(">");
}

std::string font_table() {
  std::string out;
  for (const Font& font : kFonts) {
    out.append("<w:font w:name=\"").append(font.name).append("\"><w:altName w:val=\"").append(font.alternatives);
    out.append("\"/><w:panose1 w:val=\"").append(font.panose).append("\"/><w:charset w:val=\"86\"/><w:family w:val=\"");
    out.append(font.family).append("\"/><w:pitch w:val=\"auto\"/></w:font>");
  }
  return element("fonts", out);
}

struct Style {
  std::string_view id;
  std::string_view name;
  std::string_view paragraph;  ///< what differs from Normal
  Face face = Face::fangsong;
  int half_points = kBodyHalfPoints;
};

constexpr std::string_view kFirstLine = R"(<w:ind w:firstLineChars="200" w:firstLine="632"/>)";

const std::vector<Style>& styles_list() {
  static const std::string indent(kFirstLine);
  static const std::string heading1 = "<w:keepNext/>" + indent + "<w:outlineLvl w:val=\"0\"/>";
  static const std::string heading2 = "<w:keepNext/>" + indent + "<w:outlineLvl w:val=\"1\"/>";
  static const std::string heading3 = "<w:keepNext/>" + indent + "<w:outlineLvl w:val=\"2\"/>";
  static const std::string heading4 = "<w:keepNext/>" + indent + "<w:outlineLvl w:val=\"3\"/>";
  static const std::vector<Style> styles = {
      {"Title", "Title", R"(<w:keepNext/><w:keepLines/><w:jc w:val="center"/>)", Face::title, kTitleHalfPoints},
      {"Heading1", "heading 1", heading1, Face::heiti},
      {"Heading2", "heading 2", heading2, Face::kaiti},
      {"Heading3", "heading 3", heading3},
      {"Heading4", "heading 4", heading4},
      {"BodyText", "Body Text", indent},
      {"Quote", "Quote", indent, Face::kaiti},
      {"Addressee", "主送机关", R"(<w:jc w:val="left"/>)"},
      {"Caption", "caption", R"(<w:keepNext/><w:jc w:val="center"/>)", Face::fangsong, kCaptionHalfPoints},
      {"AttachmentNote", "附件说明", R"(<w:keepNext/><w:jc w:val="left"/>)"},
      {"Signature", "发文机关署名", R"(<w:keepNext/><w:jc w:val="center"/>)"},
      {"Date", "Date", R"(<w:jc w:val="center"/>)"},
      {"AttachmentMark", "附件", R"(<w:keepNext/><w:jc w:val="left"/>)", Face::heiti},
      {"TableText", "表格文字",
       R"(<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>)"
       R"(<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>)",
       Face::fangsong, 24},
      {"Footer", "footer",
       R"(<w:snapToGrid w:val="0"/><w:spacing w:line="400" w:lineRule="exact"/>)", Face::songti,
       kPageNumberHalfPoints},
  };
  return styles;
}

std::string styles() {
  std::string out = "<w:docDefaults><w:rPrDefault><w:rPr>" + fonts_of(Face::fangsong) +
                    "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" "
                    "w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>";
  out += "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
         "<w:pPr><w:widowControl w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/>"
         "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"" +
         std::to_string(kLinePitch) + "\" w:lineRule=\"exact\"/><w:jc w:val=\"both\"/></w:pPr>" +
         run_properties(Face::fangsong, kBodyHalfPoints) + "</w:style>";
  out += "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
         "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
         "<w:left w:w=\"57\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/>"
         "</w:tblCellMar></w:tblPr></w:style>";
  for (const Style& style : styles_list()) {
    out.append("<w:style w:type=\"paragraph\" w:styleId=\"").append(style.id).append("\"><w:name w:val=\"");
    out.append(style.name).append("\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>").append(style.paragraph);
    out.append("</w:pPr>").append(run_properties(style.face, style.half_points)).append("</w:style>");
  }
  return element("styles", out);
}

/// “— 1 —” at the outer side, one character of 4号 from the edge.
std::string footer(bool is_odd) {
  const std::string properties = run_properties(Face::songti, kPageNumberHalfPoints);
  const auto field = [&](std::string_view type) {
    return "<w:r>" + properties + "<w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
  };
  std::string out = "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/>";
  out += is_odd ? "<w:ind w:right=\"280\"/><w:jc w:val=\"right\"/>" : "<w:ind w:left=\"280\"/><w:jc w:val=\"left\"/>";
  out += "</w:pPr>" + run("—", Face::songti, kPageNumberHalfPoints);
  const std::string space = "<w:r>" + properties + "<w:t xml:space=\"preserve\"> </w:t></w:r>";
  out += space + field("begin") + "<w:r>" + properties + "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>";
  out += field("separate") + run(is_odd ? "1" : "2", Face::songti, kPageNumberHalfPoints) + field("end") + space;
  out += run("—", Face::songti, kPageNumberHalfPoints) + "</w:p>";
  return element("ftr", out);
}

std::string core_properties(std::string_view title, std::string_view issuer, std::string_view date) {
  std::string out(kXml);
  out +=
      R"(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" )"
      R"(xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" )"
      R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>)";
  append_xml_text(out, printable(title));
  out += "</dc:title><dc:creator>";
  append_xml_text(out, printable(issuer));
  out += "</dc:creator><dc:language>zh-CN</dc:language>";
  if (is_iso_date(date)) {
    const std::string moment = std::string(date) + "T00:00:00Z";
    out += "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + moment + "</dcterms:created>";
    out += "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + moment + "</dcterms:modified>";
  }
  return out += "</cp:coreProperties>";
}

}  // namespace

std::vector<PackagePart> fixed_parts(std::string_view title, std::string_view issuer, std::string_view date) {
  const std::string xml(kXml);
  return {
      {"[Content_Types].xml", xml + std::string(kContentTypes)},
      {"_rels/.rels", xml + std::string(kRelationships)},
      {"word/_rels/document.xml.rels", xml + std::string(kDocumentRelationships)},
      {"word/styles.xml", styles()},
      {"word/settings.xml", element("settings", kSettings)},
      {"word/fontTable.xml", font_table()},
      {"word/footer1.xml", footer(true)},
      {"word/footer2.xml", footer(false)},
      {"docProps/core.xml", core_properties(title, issuer, date)},
  };
}

}  // namespace fazhi::office
