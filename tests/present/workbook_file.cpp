#include "present/workbook_file.hpp"

#include <zip.h>

#include <boost/test/unit_test.hpp>
#include <pugixml.hpp>

namespace fazhi::test {
namespace {

std::string part_of(zip_t* archive, const std::string& name) {
  zip_stat_t stat{};
  BOOST_REQUIRE_MESSAGE(zip_stat(archive, name.c_str(), 0, &stat) == 0, name);
  std::string bytes(stat.size, '\0');
  zip_file_t* const file = zip_fopen(archive, name.c_str(), 0);
  BOOST_REQUIRE(file != nullptr);
  BOOST_REQUIRE(zip_fread(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_fclose(file);
  return bytes;
}

pugi::xml_document parsed(const std::string& bytes) {
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  BOOST_REQUIRE_MESSAGE(result, result.description());
  return document;
}

std::vector<std::string> shared_strings(zip_t* archive) {
  std::vector<std::string> out;
  if (zip_name_locate(archive, "xl/sharedStrings.xml", 0) < 0) return out;
  const pugi::xml_document document = parsed(part_of(archive, "xl/sharedStrings.xml"));
  for (const pugi::xml_node each : document.document_element().children("si")) out.emplace_back(each.child("t").child_value());
  return out;
}

Cells cells_of(const pugi::xml_document& sheet, const std::vector<std::string>& shared) {
  Cells out;
  for (const pugi::xml_node row : sheet.document_element().child("sheetData").children("row")) {
    for (const pugi::xml_node cell : row.children("c")) {
      const std::string type = cell.attribute("t").value();
      std::string text = type == "inlineStr" ? cell.child("is").child("t").child_value() : cell.child("v").child_value();
      if (type == "s") text = shared.at(std::stoul(text));
      if (!text.empty()) out[cell.attribute("r").value()] = text;
    }
  }
  return out;
}

std::size_t formulas_of(const pugi::xml_document& sheet) { return sheet.select_nodes("//c/f").size(); }

}  // namespace

WorkbookFile read_workbook(const std::string& path) {
  int error = 0;
  zip_t* const archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error);
  BOOST_REQUIRE_MESSAGE(archive != nullptr, path);
  WorkbookFile out;
  const std::vector<std::string> shared = shared_strings(archive);
  const pugi::xml_document book = parsed(part_of(archive, "xl/workbook.xml"));
  for (const pugi::xml_node each : book.document_element().child("sheets").children("sheet")) {
    out.sheets.emplace_back(each.attribute("name").value());
    out.sheet_xml.push_back(part_of(archive, "xl/worksheets/sheet" + std::to_string(out.sheets.size()) + ".xml"));
    const pugi::xml_document sheet = parsed(out.sheet_xml.back());
    out.cells.push_back(cells_of(sheet, shared));
    out.formulas += formulas_of(sheet);
  }
  out.core_xml = part_of(archive, "docProps/core.xml");
  zip_close(archive);
  return out;
}

}  // namespace fazhi::test
