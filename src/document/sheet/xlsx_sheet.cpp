#include "document/sheet/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "base/mebibytes.hpp"
#include "document/sheet/xlsx_formats.hpp"
#include "document/package.hpp"
#include "document/xml_part.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kKind = "XLSX";
constexpr double kMostExactInteger = 1e15;

/// Parts that a part names, by the ids of its relationships.
struct Relation {
  std::string type;  ///< what stands behind the last slash of its type
  std::string target;
  bool is_external = false;
};
using Relations = std::map<std::string, Relation>;

/// A cell's place, from 0.
struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};

/// 0, the general format, where it is no number.
int format_number(std::string_view id) {
  int number = 0;
  std::from_chars(id.data(), id.data() + id.size(), number);
  return number;
}

/// Reads "BC12"; none where it is no place of a sheet.
std::optional<CellPlace> place_from(std::string_view reference) {
  std::size_t column = 0;
  std::size_t row = 0;
  std::size_t at = 0;
  for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z' && at < 4; ++at) {
    column = column * 26 + static_cast<std::size_t>(reference[at] - 'A' + 1);
  }
  for (; at < reference.size() && reference[at] >= '0' && reference[at] <= '9' && row < 10'000'000; ++at) {
    row = row * 10 + static_cast<std::size_t>(reference[at] - '0');
  }
  if (column == 0 || row == 0 || at != reference.size()) return std::nullopt;
  return CellPlace{row - 1, column - 1};
}

struct CellArea {
  CellPlace first;
  CellPlace last;
};

std::optional<CellArea> area_from(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  const auto first = place_from(reference.substr(0, colon));
  const auto last = colon == std::string_view::npos ? first : place_from(reference.substr(colon + 1));
  if (!first || !last) return std::nullopt;
  return CellArea{*first, *last};
}

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

/// All text of a string item or inline string but phonetic hints (18.4.8).
void append_text(const pugi::xml_node& item, std::string& text) {
  for (const pugi::xml_node& child : item.children()) {
    const std::string_view name = local_name(child);
    if (name == "t") text += child.text().get();
    if (name == "r") append_text(child, text);
  }
}

/// _x000D_ and its like stand for characters (22.4.2.4).
std::string without_escapes(std::string_view text) {
  constexpr std::size_t kEscapeBytes = 7;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, 2) == "_x" && at + kEscapeBytes <= text.size() && text[at + kEscapeBytes - 1] == '_') {
      const std::string digits(text.substr(at + 2, 4));
      char* end = nullptr;
      const unsigned long value = std::strtoul(digits.c_str(), &end, 16);
      if (end == digits.c_str() + digits.size() && value > 0 && (value < 0xD800 || value > 0xDFFF)) {
        utf8::append(out, static_cast<char32_t>(value));
        at += kEscapeBytes;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

std::string number_text(const std::string& written) {
  char* end = nullptr;
  const double value = std::strtod(written.c_str(), &end);
  if (end == written.c_str() || *end != '\0' || !(std::abs(value) < kMostExactInteger)) return written;
  if (value != std::floor(value)) return written;
  return std::to_string(static_cast<long long>(value));
}

class Workbook {
 public:
  Workbook(Package package, std::string_view name, std::size_t cell_bytes)
      : package_(std::move(package)), name_(name), cell_bytes_(cell_bytes) {}

  std::optional<Message> open() {
    auto roots = relations_of("");
    if (!roots) return roots.error();
    for (const auto& [id, relation] : *roots) {
      if (relation.type == "officeDocument") part_ = relation.target;
    }
    if (part_.empty() || !package_.has(part_)) return other_kind();
    auto relations = relations_of(part_);
    if (!relations) return relations.error();
    relations_ = std::move(*relations);
    if (auto failure = parse(part_, workbook_)) return failure;
    if (local_name(workbook_.document_element()) != "workbook") return other_kind();
    is_1904_ = is_true(attribute_named(child_named(workbook_.document_element(), "workbookPr"), "date1904"));
    if (auto failure = read_strings()) return failure;
    return read_styles();
  }

  Result<std::optional<Sheet>> find(const std::function<bool(const Sheet&)>& is_wanted) {
    for (const pugi::xml_node& entry : child_named(workbook_.document_element(), "sheets").children()) {
      const std::string_view state = attribute_named(entry, "state");
      if (state == "hidden" || state == "veryHidden") continue;
      const auto relation = relations_.find(std::string(relation_id(entry)));
      if (relation == relations_.end() || relation->second.type != "worksheet") continue;
      Sheet sheet;
      sheet.name = attribute_named(entry, "name");
      sheet.is_1904 = is_1904_;
      if (auto failure = read_sheet(relation->second.target, sheet)) return *failure;
      if (is_wanted(sheet)) return std::optional<Sheet>(std::move(sheet));
    }
    return std::optional<Sheet>();
  }

 private:
  Message other_kind() const { return {MessageId::table_file_other_kind, {name_}}; }

  /// r:id; some writers give the sheet a plain id beside it.
  static std::string_view relation_id(const pugi::xml_node& node) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const std::string_view qualified(attribute.name());
      if (qualified.ends_with(":id")) return attribute.value();
    }
    return {};
  }

  std::optional<Message> parse(std::string_view part, pugi::xml_document& out) {
    auto bytes = package_.read(part);
    if (!bytes) return bytes.error();
    return parse_xml(package_, part, *bytes, out);
  }

  /// The relationships of `part`, those of the package for "".
  Result<Relations> relations_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    const std::string folder(slash == std::string_view::npos ? "" : part.substr(0, slash + 1));
    const std::string path = folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
    Relations relations;
    if (!package_.has(path)) return relations;
    pugi::xml_document document;
    if (auto failure = parse(path, document)) return *failure;
    for (const pugi::xml_node& node : document.document_element().children()) {
      const std::string_view type = attribute_named(node, "Type");
      Relation relation;
      relation.type = type.substr(type.rfind('/') + 1);
      relation.is_external = attribute_named(node, "TargetMode") == "External";
      const std::string_view target = attribute_named(node, "Target");
      relation.target = relation.is_external ? std::string(target) : resolve_part(part, target);
      relations.emplace(attribute_named(node, "Id"), std::move(relation));
    }
    return relations;
  }

  std::string part_of_type(std::string_view type) const {
    for (const auto& [id, relation] : relations_) {
      if (relation.type == type && !relation.is_external) return relation.target;
    }
    return {};
  }

  std::optional<Message> read_strings() {
    const std::string part = part_of_type("sharedStrings");
    if (part.empty() || !package_.has(part)) return std::nullopt;
    pugi::xml_document document;
    if (auto failure = parse(part, document)) return failure;
    for (const pugi::xml_node& item : document.document_element().children()) {
      if (local_name(item) != "si") continue;
      std::string text;
      append_text(item, text);
      strings_.push_back(without_escapes(text));
    }
    return std::nullopt;
  }

  std::optional<Message> read_styles() {
    const std::string part = part_of_type("styles");
    if (part.empty() || !package_.has(part)) return std::nullopt;
    pugi::xml_document document;
    if (auto failure = parse(part, document)) return failure;
    const pugi::xml_node root = document.document_element();
    std::unordered_map<std::string, bool> own;
    for (const pugi::xml_node& format : child_named(root, "numFmts").children()) {
      own[std::string(attribute_named(format, "numFmtId"))] = is_day_format(attribute_named(format, "formatCode"));
    }
    for (const pugi::xml_node& style : child_named(root, "cellXfs").children()) {
      const std::string id(attribute_named(style, "numFmtId"));
      const auto found = own.find(id);
      is_day_style_.push_back(found != own.end() ? found->second : is_builtin_day_format(format_number(id)));
    }
    return std::nullopt;
  }

  std::optional<Message> read_sheet(const std::string& part, Sheet& sheet) {
    pugi::xml_document document;
    if (auto failure = parse(part, document)) return failure;
    const pugi::xml_node root = document.document_element();
    std::size_t next_row = 0;
    for (const pugi::xml_node& node : child_named(root, "sheetData").children()) {
      if (local_name(node) != "row") continue;
      const auto given = static_cast<std::size_t>(std::strtoul(std::string(attribute_named(node, "r")).c_str(), nullptr, 10));
      SheetRow row;
      row.number = given > next_row ? given : next_row + 1;
      next_row = row.number;
      read_row(node, row, sheet);
      if (row.cells.empty()) continue;
      if (sheet.rows.size() >= limits::kTableRows) {
        return Message{MessageId::table_file_too_many_rows, {name_, std::to_string(limits::kTableRows)}};
      }
      for (const std::string& cell : row.cells) text_bytes_ += cell.size();
      if (text_bytes_ > limits::kTableTextBytes) {
        return Message{MessageId::table_file_too_large, {name_, mebibytes(text_bytes_), mebibytes(limits::kTableTextBytes)}};
      }
      sheet.rows.push_back(std::move(row));
    }
    fill_links(part, root, sheet);
    fill_merged(root, sheet);
    return std::nullopt;
  }

  void read_row(const pugi::xml_node& node, SheetRow& row, Sheet& sheet) {
    std::size_t next = 0;
    for (const pugi::xml_node& cell : node.children()) {
      if (local_name(cell) != "c") continue;
      const auto place = place_from(attribute_named(cell, "r"));
      const std::size_t column = place ? place->column : next;
      next = column + 1;
      if (column >= limits::kTableColumns) continue;
      std::string text = cell_text(cell);
      if (text.empty()) continue;
      if (cut_cell(text, cell_bytes_) && sheet.first_cut_row == 0) sheet.first_cut_row = row.number;
      if (row.cells.size() <= column) row.cells.resize(column + 1);
      row.cells[column] = std::move(text);
    }
  }

  std::string cell_text(const pugi::xml_node& cell) const {
    const std::string_view type = attribute_named(cell, "t");
    if (type == "inlineStr") {
      std::string text;
      append_text(child_named(cell, "is"), text);
      return without_escapes(text);
    }
    const std::string value = child_named(cell, "v").text().get();
    if (value.empty() || type == "e") return {};
    if (type == "s") {
      const unsigned long index = std::strtoul(value.c_str(), nullptr, 10);
      return index < strings_.size() ? strings_[index] : std::string();
    }
    if (type == "str" || type == "b") return without_escapes(value);
    if (type == "d") return value.substr(0, value.find('T'));
    const unsigned long style = std::strtoul(std::string(attribute_named(cell, "s")).c_str(), nullptr, 10);
    if (style < is_day_style_.size() && is_day_style_[style]) {
      std::string day = day_of_serial(std::strtod(value.c_str(), nullptr), is_1904_);
      if (!day.empty()) return day;
    }
    return number_text(value);
  }

  static SheetRow* row_at(Sheet& sheet, std::size_t number) {
    const auto found = std::lower_bound(sheet.rows.begin(), sheet.rows.end(), number,
                                        [](const SheetRow& row, std::size_t wanted) { return row.number < wanted; });
    return found == sheet.rows.end() || found->number != number ? nullptr : &*found;
  }

  /// Puts the address of a link where a cell shows other words (公开链接: 点击查看).
  void fill_links(const std::string& part, const pugi::xml_node& root, Sheet& sheet) {
    const pugi::xml_node links = child_named(root, "hyperlinks");
    if (!links) return;
    const auto relations = relations_of(part);
    if (!relations) return;
    for (const pugi::xml_node& link : links.children()) {
      const auto relation = relations->find(std::string(relation_id(link)));
      const auto place = place_from(attribute_named(link, "ref"));
      if (!place || relation == relations->end() || !relation->second.target.starts_with("http")) continue;
      SheetRow* row = row_at(sheet, place->row + 1);
      if (row == nullptr || place->column >= row->cells.size()) continue;
      std::string& cell = row->cells[place->column];
      if (cell.find("://") != std::string::npos || cell.empty()) continue;
      cell = relation->second.target;
      cut_cell(cell, cell_bytes_);
    }
  }

  /// What stands in a cell merged over several rows holds for each of them.
  void fill_merged(const pugi::xml_node& root, Sheet& sheet) {
    for (const pugi::xml_node& merged : child_named(root, "mergeCells").children()) {
      const auto area = area_from(attribute_named(merged, "ref"));
      if (!area || area->last.row <= area->first.row || area->first.column >= limits::kTableColumns) continue;
      const SheetRow* first = row_at(sheet, area->first.row + 1);
      if (first == nullptr || area->first.column >= first->cells.size()) continue;
      const std::string text = first->cells[area->first.column];
      auto row = std::upper_bound(sheet.rows.begin(), sheet.rows.end(), area->first.row + 1,
                                  [](std::size_t wanted, const SheetRow& each) { return wanted < each.number; });
      for (; row != sheet.rows.end() && row->number <= area->last.row + 1; ++row) {
        text_bytes_ += text.size() + sizeof(std::string);
        if (text_bytes_ > limits::kTableTextBytes) return;
        if (row->cells.size() <= area->first.column) row->cells.resize(area->first.column + 1);
        if (row->cells[area->first.column].empty()) row->cells[area->first.column] = text;
      }
    }
  }

  Package package_;
  std::string name_;
  std::size_t cell_bytes_;
  std::string part_;
  Relations relations_;
  pugi::xml_document workbook_;
  bool is_1904_ = false;
  std::vector<std::string> strings_;
  std::vector<bool> is_day_style_;
  std::size_t text_bytes_ = 0;
};

}  // namespace

Result<std::optional<Sheet>> find_xlsx_sheet(std::string_view bytes, std::string_view name,
                                             const std::function<bool(const Sheet&)>& is_wanted, std::size_t cell_bytes) {
  auto package = Package::open(bytes, name, kKind);
  if (!package) return package.error();
  Workbook workbook(std::move(package).value(), name, cell_bytes);
  if (auto failure = workbook.open()) return *failure;
  return workbook.find(is_wanted);
}

}  // namespace fazhi
