#include "document/xml_part.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "document/package_fixture.hpp"

namespace fazhi {
namespace {

/// The text of the root of a part; the error's code where it is not parsed.
std::string text_in(const std::string& part) {
  const std::string bytes = package_of({{"a.xml", part}});
  Result<Package> package = Package::open(bytes, "x", "DOCX");
  if (!package) return std::string(code_of(package.error().id));
  pugi::xml_document document;
  if (const auto failure = parse_xml(*package, "a.xml", part, document)) return std::string(code_of(failure->id)) + ' ' + failure->arguments.back();
  return std::string(document.document_element().attribute("b").value()) + '|' + document.document_element().text().get();
}

BOOST_AUTO_TEST_SUITE(xml_parts)

BOOST_AUTO_TEST_CASE(what_makes_no_character_is_left_out) {
  BOOST_TEST(text_in("<a b='镇'>云溪</a>") == "镇|云溪");
  BOOST_TEST(text_in("<a b='镇\xFF'>云\x90\x88溪</a>") == "镇|云溪");
  BOOST_TEST(text_in("<a b='&#xD800;镇'>云&#x1FFFFF;溪&#x9547;</a>") == "镇|云溪镇");
}

BOOST_AUTO_TEST_CASE(declared_encodings_of_chinese_are_read) {
  BOOST_TEST(text_in("<?xml version=\"1.0\" encoding=\"GB18030\"?><a b='\xD5\xF2'>\xD4\xC6\xCF\xAA</a>") == "镇|云溪");
  BOOST_TEST(text_in("<?xml version='1.0' encoding='gb2312'?><a>\xD4\xC6</a>") == "|云");
  BOOST_TEST(text_in("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>云</a>") == "|云");
  BOOST_TEST(text_in("<?xml version='1.0' encoding='GBK'?><a>\xD4</a>") == "input.damaged a.xml:40");
  BOOST_TEST(text_in("<?xml version='1.0' encoding=") == "input.damaged a.xml:29");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi
