#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"

namespace fazhi {

/// A paragraph of an official document.
struct DocumentText {
  enum class Kind {
    heading1,   ///< 一、 in 黑体
    heading2,   ///< （一） in 楷体
    heading3,   ///< 1. in 仿宋
    heading4,   ///< （1） in 仿宋
    paragraph,  ///< 仿宋
    quote,      ///< words of another, in 楷体
    caption,    ///< a small line over a table
  };
  Kind kind = Kind::paragraph;
  std::string text;
  std::string head = {};  ///< of a paragraph: what it begins with, in 楷体
};

struct TableColumn {
  std::string heading;
  int millimetres = 20;
  bool is_centred = false;
};

struct TableRow {
  std::vector<std::string> cells;  ///< a line feed begins a new line; a spanning row has one
  bool spans = false;              ///< one cell over the whole width, kept with the next row
};

struct DocumentTable {
  std::vector<TableColumn> columns;  ///< 156 mm together upright, 225 mm across
  std::vector<TableRow> rows;
  double points = 12;                ///< size of its characters
  double row_lines = 2;              ///< least height of a row, in lines of its characters
};

using DocumentBlock = std::variant<DocumentText, DocumentTable>;

/// What follows a document's signature, each on a page of its own.
struct DocumentAttachment {
  std::string title;  ///< “|” where a line may end
  std::vector<DocumentBlock> blocks;
  bool is_across = false;  ///< pages lie on their side, for wide tables
};

/// An official document, before it is laid out.
struct OfficialDocument {
  std::string title;      ///< “|” where a line may end
  std::string addressee;  ///< 主送机关 with its colon, maybe ""
  std::vector<DocumentBlock> blocks;
  std::vector<DocumentAttachment> attachments;
  std::string issuer;     ///< 发文机关署名, maybe ""
  std::string date;       ///< 成文日期, ISO
  bool is_signed = true;  ///< ends with issuer and date
  bool is_across = false; ///< the document itself lies on its side
};

/// The document as .docx, laid out after GB/T 9704-2012: A4 with margins of 37, 35,
/// 28 and 26 mm (5.2.1), 22 lines of 28 characters (5.2.3), title in 2号小标宋 with
/// lines that end where it may (7.3.1), addressee (7.3.2), body in 3号仿宋 with
/// headings in 黑体, 楷体 and 仿宋 (7.3.3), list of attachments (7.3.4), date four
/// characters from the right with the issuer centred over it, room for a seal
/// (7.3.5.1, 7.3.5.4), attachments from a new page on (7.3.7), page numbers in 4号
/// 宋体 at the outer side (7.5), tables across with their head at the left edge of
/// the sheet (8). A date wider from the right than the standard's four
/// characters gives room to an issuer's name that is long.
///
/// No fonts are embedded; each run names its fonts for all scripts, and fonts that
/// a machine may lack name others of their kind. Text becomes text whatever it
/// holds: line breaks and control characters as in `printable`. The same document
/// gives the same bytes. Fails with `output.failed` where there is no memory.
[[nodiscard]] Result<std::string> official_document(const OfficialDocument& document);

/// "2025年4月10日" of an ISO date; what is none, as it is.
[[nodiscard]] std::string date_text(std::string_view iso);

/// 一, 二 … 九十九; digits beyond.
[[nodiscard]] std::string han_ordinal(std::size_t number);

/// The lines of a title: as few as hold `characters` Han characters each, broken
/// where “|” stands, as even as that allows.
[[nodiscard]] std::vector<std::string> title_lines(std::string_view title, int characters);

}  // namespace fazhi
