#include "document_file.hpp"

#include <zip.h>

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <pugixml.hpp>

#include "process/child.hpp"
#include "process/private_folder.hpp"

namespace fazhi::test {
namespace {

ChildResult run(const PrivateFolder& folder, std::vector<std::string> arguments) {
  ChildCommand command;
  command.arguments = std::move(arguments);
  command.folder = folder.path();
  command.makes_sockets = true;
  command.limits.wall_seconds = 240;
  command.limits.cpu_seconds = 240;
  command.limits.memory_bytes = std::size_t{8} << 30;
  return run_child(command);
}

PlacedPage page_of(const pugi::xml_node& page) {
  PlacedPage out{page.attribute("width").as_double(), page.attribute("height").as_double(), {}};
  for (const pugi::xml_node word : page.children("word")) {
    out.words.push_back({word.attribute("xMin").as_double(), word.attribute("yMin").as_double(),
                         word.attribute("xMax").as_double(), word.attribute("yMax").as_double(), word.text().get()});
  }
  return out;
}

}  // namespace

std::map<std::string, std::string> parts_of(const std::string& bytes) {
  zip_error_t error;
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  BOOST_REQUIRE(source != nullptr);
  zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  BOOST_REQUIRE(archive != nullptr);
  std::map<std::string, std::string> parts;
  for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); ++index) {
    zip_stat_t stat{};
    const auto at = static_cast<zip_uint64_t>(index);
    BOOST_REQUIRE(zip_stat_index(archive, at, 0, &stat) == 0);
    std::string content(stat.size, '\0');
    zip_file_t* const file = zip_fopen_index(archive, at, 0);
    BOOST_REQUIRE(file != nullptr);
    BOOST_REQUIRE(zip_fread(file, content.data(), content.size()) == static_cast<zip_int64_t>(stat.size));
    zip_fclose(file);
    parts[stat.name] = content;
  }
  zip_discard(archive);
  return parts;
}

std::vector<std::string> paragraphs_of(const std::string& bytes) {
  pugi::xml_document document;
  const std::string xml = parts_of(bytes)["word/document.xml"];
  BOOST_REQUIRE(document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata));
  std::vector<std::string> out;
  for (const pugi::xpath_node& paragraph : document.select_nodes("//w:p")) {
    out.emplace_back();
    for (const pugi::xpath_node& text : paragraph.node().select_nodes(".//w:t")) out.back() += text.node().text().get();
  }
  return out;
}

std::vector<PlacedPage> laid_out(const std::string& bytes) {
  const auto office = find_program("soffice");
  const auto pdf = find_program("pdftotext");
  if (!office || !pdf) {
    BOOST_TEST_MESSAGE("skipped: no LibreOffice or no poppler on this machine");
    return {};
  }
  const PrivateFolder folder;
  std::ofstream(folder.path() + "/document.docx", std::ios::binary) << bytes;
  const ChildResult converted =
      run(folder, {*office, "-env:UserInstallation=file://" + folder.path() + "/profile", "--headless", "--norestore",
                   "--convert-to", "pdf", "--outdir", folder.path(), folder.path() + "/document.docx"});
  BOOST_REQUIRE_MESSAGE(converted.succeeded(), converted.errors);
  const ChildResult placed = run(folder, {*pdf, "-bbox", folder.path() + "/document.pdf", "-"});
  BOOST_REQUIRE_MESSAGE(placed.succeeded(), placed.errors);
  pugi::xml_document document;
  BOOST_REQUIRE(document.load_string(placed.output.c_str(), pugi::parse_default | pugi::parse_doctype));
  std::vector<PlacedPage> pages;
  for (const pugi::xpath_node& page : document.select_nodes("//page")) pages.push_back(page_of(page.node()));
  BOOST_REQUIRE(!pages.empty());
  return pages;
}

}  // namespace fazhi::test
