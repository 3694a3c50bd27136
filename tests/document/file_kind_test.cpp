#include "document/file_kind.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "document/read.hpp"

namespace fazhi {
namespace {

using std::string_literals::operator""s;
using std::string_view_literals::operator""sv;

constexpr std::string_view kReport =
    "云岭县松岭镇2024年法治政府建设年度报告\n2024年，全镇召开法治专题会议四次，调解矛盾纠纷五十件，开展法治宣传二十场，现将情况报告如下。\n";

std::string test_file(const std::string& name) {
  std::ifstream in(FAZHI_SOURCE_DIR "/tests/documents/" + name, std::ios::binary);
  BOOST_REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void check(std::string_view bytes, FileKind kind, std::string_view name) {
  const SniffedKind found = sniff(bytes);
  BOOST_TEST(found.name == name);
  BOOST_TEST((found.kind == kind), "kind of " << name);
}

void check_text(std::string_view bytes) { check(bytes, FileKind::text, ""); }

std::string number(std::size_t value, std::size_t count) {
  std::string out;
  for (std::size_t index = 0; index < count; ++index) {
    out += static_cast<char>(index < sizeof(value) ? value >> (8 * index) & 0xFF : 0);
  }
  return out;
}

struct Entry {
  std::string name;
  std::string data;
};

/// A ZIP of stored entries; checksums are left out.
std::string zip_of(const std::vector<Entry>& entries) {
  std::string out;
  std::string directory;
  for (const Entry& each : entries) {
    const std::string common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 8) + number(each.data.size(), 4) +
                               number(each.data.size(), 4) + number(each.name.size(), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + common + number(0, 10) + number(out.size(), 4) + each.name;
    out += "PK\x03\x04" + common + each.name + each.data;
  }
  const std::size_t begin = out.size();
  return out + directory + "PK\x05\x06" + number(0, 4) + number(entries.size(), 2) + number(entries.size(), 2) +
         number(directory.size(), 4) + number(begin, 4) + number(0, 2);
}

std::string utf16le(std::string_view ascii) {
  std::string out;
  for (const char each : ascii) out += {each, '\0'};
  return out;
}

/// A compound file of one sector of directory with streams of these names.
std::string compound_of(const std::vector<std::string>& names, const std::string& root_class = std::string(16, '\0')) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(16, '\0') + number(0x3E, 2) + number(3, 2) + number(0xFFFE, 2) +
                    number(9, 2) + number(6, 2) + std::string(6, '\0') + number(0, 4) + number(1, 4) + number(1, 4) + number(0, 4) +
                    number(4096, 4) + number(0xFFFFFFFE, 4) + number(0, 4) + number(0xFFFFFFFE, 4) + number(0, 4) + number(0, 4) +
                    std::string(108 * 4, '\xFF');
  std::string fat = number(0xFFFFFFFD, 4) + number(0xFFFFFFFE, 4);
  fat.resize(512, '\xFF');
  std::string directory;
  for (std::size_t index = 0; index <= names.size(); ++index) {
    std::string entry = utf16le(index == 0 ? "Root Entry" : names[index - 1]);
    const std::size_t size = entry.size() + 2;
    entry.resize(64, '\0');
    entry += number(size, 2) + number(index == 0 ? 5 : 2, 1) + number(1, 1) + number(kNone, 4) +
             number(index == 0 || index == names.size() ? kNone : index + 1, 4) + number(index == 0 ? 1 : kNone, 4) +
             (index == 0 ? root_class : std::string(16, '\0')) + std::string(20, '\0') + number(0xFFFFFFFE, 4) + number(0, 8);
    directory += entry;
  }
  directory.resize(512, '\0');
  return out + fat + directory;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(kinds)

BOOST_AUTO_TEST_CASE(zip_packages) {
  const auto package = [](const std::string& part) { return zip_of({{"[Content_Types].xml", "<Types/>"}, {part, "<x/>"}}); };
  check(package("word/document.xml"), FileKind::docx, "DOCX");
  check(package("word\\document.xml"), FileKind::docx, "DOCX");
  check(package("xl/workbook.xml"), FileKind::spreadsheet, "XLSX");
  check(package("ppt/presentation.xml"), FileKind::presentation, "PPTX");
  check(package("FixedDocSeq.fdseq"), FileKind::other, "XPS");
  check(zip_of({{"OFD.xml", "<x/>"}, {"Doc_0/Document.xml", ""}}), FileKind::ofd, "OFD");
  const auto of_type = [](const std::string& type) { return zip_of({{"mimetype", type}, {"content.xml", ""}}); };
  check(of_type("application/vnd.oasis.opendocument.text"), FileKind::odt, "ODT");
  check(of_type("application/vnd.oasis.opendocument.text-template"), FileKind::odt, "ODT");
  check(of_type("application/vnd.oasis.opendocument.spreadsheet"), FileKind::spreadsheet, "ODS");
  check(of_type("application/vnd.oasis.opendocument.presentation"), FileKind::presentation, "ODP");
  check(of_type("application/epub+zip"), FileKind::other, "EPUB");
  check(zip_of({{"META-INF/MANIFEST.MF", ""}}), FileKind::other, "JAR");
  check(zip_of({{"报告.docx", ""}}), FileKind::zip, "ZIP");
  check(zip_of({{"夹/word/document.xml", ""}, {"夹/[Content_Types].xml", ""}}), FileKind::zip, "ZIP");
  check(zip_of({{"a.txt", "word/document.xml OFD.xml"}}), FileKind::zip, "ZIP");
  check(zip_of({}), FileKind::zip, "ZIP");
}

BOOST_AUTO_TEST_CASE(the_directory_and_not_a_prefix_tells_a_package) {
  const std::string picture(200'000, 'x');
  check(zip_of({{"[Content_Types].xml", ""}, {"word/media/1.bin", picture}, {"word/document.xml", ""}}), FileKind::docx, "DOCX");
  check(zip_of({{"1.bin", picture}, {"OFD.xml", ""}}), FileKind::ofd, "OFD");
  // Embedded sheets make no spreadsheet.
  check(zip_of({{"[Content_Types].xml", ""}, {"word/embeddings/xl/a.xlsx", ""}, {"word/document.xml", ""}}), FileKind::docx, "DOCX");
}

BOOST_AUTO_TEST_CASE(a_zip_behind_other_bytes) {
  const std::string zip = zip_of({{"[Content_Types].xml", ""}, {"word/document.xml", ""}});
  const SniffedKind kind = sniff("\r\n\r\n" + zip);
  BOOST_TEST((kind.kind == FileKind::docx));
  BOOST_TEST(kind.begin == 4U);
  BOOST_TEST(sniff(zip).begin == 0U);
}

BOOST_AUTO_TEST_CASE(a_zip_cut_short_is_what_its_beginning_says) {
  const std::string zip = zip_of({{"[Content_Types].xml", ""}, {"word/document.xml", std::string(5'000, 'x')}});
  check(zip.substr(0, 2'000), FileKind::docx, "DOCX");
  check(test_file("bad/截断.docx"), FileKind::docx, "DOCX");
  check(test_file("bad/截断.zip"), FileKind::zip, "ZIP");
}

BOOST_AUTO_TEST_CASE(compound_files) {
  check(compound_of({"1Table", "WordDocument"}), FileKind::word_binary, "DOC");
  check(compound_of({"Workbook"}), FileKind::spreadsheet, "XLS");
  check(compound_of({"Book"}), FileKind::spreadsheet, "XLS");
  check(compound_of({"PowerPoint Document"}), FileKind::presentation, "PPT");
  check(compound_of({"EncryptionInfo", "EncryptedPackage"}), FileKind::encrypted_office, "DOCX/XLSX/PPTX");
  check(compound_of({"FileHeader", "BodyText"}), FileKind::other, "HWP");
  check(compound_of({"Catalog"}), FileKind::other, "Thumbs.db");
  check(compound_of({"__properties_version1.0"}), FileKind::other, "MSG");
  check(compound_of({"x"}, "\x84\x10\x0C\0\0\0\0\0\xC0\0\0\0\0\0\0\x46"s), FileKind::other, "MSI");
  check(test_file("bad/有密码.docx"), FileKind::encrypted_office, "DOCX/XLSX/PPTX");
  check(test_file("bad/有密码.doc"), FileKind::encrypted_office, "DOC");
  check(test_file("bad/损坏.doc"), FileKind::word_binary, "DOC");
}

BOOST_AUTO_TEST_CASE(damaged_compound_files) {
  const std::string whole = compound_of({"1Table", "WordDocument"});
  for (std::size_t size = 8; size <= whole.size(); size += 8) BOOST_TEST((sniff(whole.substr(0, size)).kind == FileKind::word_binary));
  std::string loop = whole;
  loop.replace(512 + 4, 4, number(1, 4));        // the directory's chain leads back to itself
  loop.replace(1024 + 128 + 72, 4, number(1, 4));  // and so does the sibling of its first stream
  BOOST_TEST((sniff(loop).kind != FileKind::text));
}

BOOST_AUTO_TEST_CASE(any_damage_is_survived) {
  const std::vector<std::string> wholes{compound_of({"1Table", "WordDocument", "Data"}), test_file("bad/有密码.doc"),
                                        zip_of({{"mimetype", "application/epub+zip"}, {"word/document.xml", "x"}}), test_file("bad/截断.zip"),
                                        "<!-- x --><?xml version=\"1.0\"?><!DOCTYPE html><html>", "MIME-Version: 1.0\r\nA: b\r\n\r\n"};
  for (const std::string& whole : wholes) {
    for (std::size_t at = 0; at < std::min<std::size_t>(whole.size(), 2'048); ++at) {
      for (const char byte : {'\0', '\x7F', '\xFF'}) {
        std::string damaged = whole;
        damaged[at] = byte;
        const SniffedKind kind = sniff(damaged);
        BOOST_REQUIRE(kind.begin <= damaged.size());
      }
      BOOST_REQUIRE(sniff(std::string_view(whole).substr(0, at)).begin == 0U);
    }
  }
}

BOOST_AUTO_TEST_CASE(signatures) {
  check("{\\rtf1\\ansi", FileKind::rtf, "RTF");
  check("\r\n{\\rtf1\\ansi", FileKind::rtf, "RTF");
  check("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", FileKind::pdf, "PDF");
  check(std::string(1'000, '\0') + "%PDF-1.4\n1 0 obj\n<<>>", FileKind::pdf, "PDF");
  check("\x89PNG\r\n\x1A\n....", FileKind::image, "PNG");
  check("\xFF\xD8\xFF\xE0....", FileKind::image, "JPEG");
  check("GIF89a....", FileKind::image, "GIF");
  check("II*\0...."sv, FileKind::image, "TIFF");
  check("BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\1\0\0\0\1\0\0\0"sv, FileKind::image, "BMP");
  check("RIFF\x10\0\0\0WEBPVP8 "sv, FileKind::image, "WEBP");
  check("\0\0\0\x18" "ftypheic"sv, FileKind::image, "HEIC");
  check("\0\0\0\x18" "ftypisom"sv, FileKind::other, "MP4");
  check("RIFF\x10\0\0\0WAVEfmt "sv, FileKind::other, "WAV");
  check("ID3\x03...."sv, FileKind::other, "MP3");
  check("MZ\x90\0\3\0\0\0"sv, FileKind::other, "EXE");
  check("\x7F" "ELF\2\1"sv, FileKind::other, "ELF");
  check("\0\1\0\0\0\x10"sv, FileKind::other, "TTF");
  check("Founder CEB 2.0", FileKind::other, "CEB");
  check("Rar!\x1A\x07\x01\0"sv, FileKind::rar, "RAR");
  check("7z\xBC\xAF\x27\x1C"sv, FileKind::seven_zip, "7Z");
  check("\x1F\x8B\x08...."sv, FileKind::tar, "GZIP");
  check("BZh91AY&SY...."sv, FileKind::tar, "BZIP2");
  check("\xFD" "7zXZ\0"sv, FileKind::tar, "XZ");
  check("\x28\xB5\x2F\xFD...."sv, FileKind::tar, "ZSTD");
  check(std::string(257, 'x') + "ustar", FileKind::tar, "TAR");
}

BOOST_AUTO_TEST_CASE(markup) {
  check("<html><body>", FileKind::html, "HTML");
  check("\xEF\xBB\xBF\xEF\xBB\xBF<html><body>", FileKind::html, "HTML");
  check("\xEF\xBB\xBF\u3000\u00A0\n\xEF\xBB\xBF<!DOCTYPE html>\n<html>", FileKind::html, "HTML");
  check("\xA1\xA1<html>", FileKind::html, "HTML");
  check("\xEF\xBB\xBF \r\n<!-- 保存自网站 -->\n<!DOCTYPE html>\n<html>", FileKind::html, "HTML");
  check("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C\"><html xmlns=\"x\">", FileKind::html, "HTML");
  check("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"x\"><head>", FileKind::html, "HTML");
  check("<div class=\"article\">", FileKind::html, "HTML");
  check("\xFF\xFE"s + utf16le("<html><head>"), FileKind::html, "HTML");
  check(utf16le("<html><head>"), FileKind::html, "HTML");
  check("MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"x\"\r\n\r\n", FileKind::mht, "MHT");
  check("From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
        FileKind::mht, "MHT");
  check("Received: x\r\nTo: y\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed\r\n\r\n", FileKind::other, "EML");
  check("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument xmlns:w=\"x\">", FileKind::word_xml, "Word 2003 XML");
  check("<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"x\"><pkg:part pkg:name=\"/word/document.xml\">", FileKind::word_xml, "Word XML");
  check("<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">", FileKind::word_xml, "FODT");
  check("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", FileKind::spreadsheet, "Excel XML");
  check("<?xml version=\"1.0\"?><audit/>", FileKind::other, "XML");
}

BOOST_AUTO_TEST_CASE(text_stays_text) {
  const std::string report(kReport);
  check_text(report);
  check_text("\xEF\xBB\xBF" + report);
  check_text(report + "网页须有<html>和<body>标签，PDF以%PDF-1.4开头。\n");
  check_text("<关于法治政府建设的报告>\n" + report);
  check_text("BM系统运行情况\n" + report);
  check_text("MZ\n" + report);
  check_text("PK\n" + report);
  check_text("标题：MIME-Version: 1.0\n" + report);
  check_text("From: 松岭镇\nTo: 云岭县\n\n" + report);
  // 报告 in GBK, in UTF-16 either way with and without its mark.
  check_text("\xB1\xA8\xB8\xE6\xB1\xA8\xB8\xE6\r\n"sv);
  check_text("\xA5\x62\x4A\x54\xA5\x62\x4A\x54"sv);
  check_text("\xFF\xFE\xA5\x62\x4A\x54"sv);
  check_text("\xFE\xFF\x62\xA5\x54\x4A"sv);
  check_text("\x62\xA5\x54\x4A\x62\xA5\x54\x4A"sv);
  check_text("");
}

BOOST_AUTO_TEST_CASE(claims) {
  BOOST_TEST(claimed_kind("夹.zip/报告.DOCX").name == ".docx");
  BOOST_TEST((claimed_kind("a.wps").kind == FileKind::word_binary));
  BOOST_TEST(claimed_kind("报告.最终版").name == "");
  BOOST_TEST(claimed_kind("-").name == "");
  BOOST_TEST(extension_of("a.zip/b") == "");
  BOOST_TEST(extension_of(".hidden") == "");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(misnamed)

BOOST_AUTO_TEST_CASE(a_readable_file_is_read_with_a_note) {
  const auto document = read_document(kReport, "夹/报告.doc");
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->format == "txt");
  BOOST_TEST_REQUIRE(document->notes.size() == 1U);
  BOOST_TEST(render(document->notes[0], Language::zh) == "“夹/报告.doc”的扩展名是.doc，内容其实是TXT，已按TXT读取。");
  for (const char* name : {"报告.txt", "报告", "报告.2024"}) BOOST_TEST(read_document(kReport, name)->notes.empty());
}

BOOST_AUTO_TEST_CASE(the_error_names_both) {
  const auto error = [](std::string_view bytes, const char* name) {
    const auto document = read_document(bytes, name);
    BOOST_REQUIRE(!document.has_value());
    return render(document.error(), Language::zh);
  };
  BOOST_TEST(error("\xFF\xD8\xFF\xE0....", "报告.docx") == "“报告.docx”的扩展名是.docx，内容却是图片（JPEG），不是报告文件。请向报送单位索取文字版。");
  BOOST_TEST(error("\xFF\xD8\xFF\xE0....", "报告.jpg") == "“报告.jpg”是图片（JPEG）。如果是拍下的报告页面，请加--ocr识别文字后审查，或向报送单位索取文字版。");
  BOOST_TEST(error(std::string(100, '\0'), "报告.docx") ==
             "“报告.docx”的扩展名是.docx，内容却不是，文件可能已损坏或下载不完整。请向报送单位重新索取。");
  BOOST_TEST(error(std::string(100, '\0'), "报告.ceb") ==
             "“报告.ceb”不是能够读取的报告文件（.ceb）。请另存为.docx、.pdf或.txt重试。");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
