#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>

#include "cli/run_program.hpp"

namespace fazhi::test {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream in(std::string(FAZHI_SOURCE_DIR "/") + path, std::ios::binary);
  BOOST_REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(what_is_promised)

BOOST_AUTO_TEST_CASE(the_page_on_security_names_every_limit) {
  const std::string limits = content_of("src/base/limits.hpp");
  const std::string page = content_of("docs/security.md");
  const std::regex declared("constexpr [a-z_0-9:]+ (k[A-Za-z]+)");
  std::size_t count = 0;
  for (std::sregex_iterator each(limits.begin(), limits.end(), declared), end; each != end; ++each, ++count) {
    BOOST_TEST(page.find('`' + (*each)[1].str() + '`') != std::string::npos, (*each)[1].str());
  }
  BOOST_TEST(count > 60U);
}

BOOST_AUTO_TEST_CASE(every_page_has_a_policy_and_no_markup_of_a_report) {
  const Workplace place;
  const std::string evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'";
  const std::string name = "夹/<img src=x onerror=alert(3)>.txt";
  place.write(name, evil + poor_report() + evil + "\n");
  (void)place.run({"check", "-f", "html", "-o", "页.html", "夹"});
  (void)place.run({"check", "-f", "xml", "-o", "审查.xml", "夹"});
  (void)place.run({"rectify", "审查.xml", "-o", "清单.html"});
  (void)place.run({"verify", name, name, "-o", "复查.html"});
  (void)place.run({"batch", "夹", "-o", "汇总", "--as-of", "2025-03-01"});
  std::size_t pages = 0;
  for (const std::string& each : place.files()) {
    if (!each.ends_with(".html")) continue;
    ++pages;
    const std::string page = place.read(each);
    BOOST_TEST(page.find("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ") != std::string::npos, each);
    BOOST_TEST(page.find("<script>alert") == std::string::npos, each);
    BOOST_TEST(page.find("<img") == std::string::npos, each);
  }
  BOOST_TEST(pages >= 5U);
}

BOOST_AUTO_TEST_CASE(a_link_is_replaced_and_never_written_through) {
  const Workplace place;
  place.write("夹/好.txt", good_report());
  place.write("别处", "mine");
  std::filesystem::create_symlink("别处", place.path() / "结果.xml");
  BOOST_TEST(place.run({"check", "-f", "xml", "-o", "结果.xml", "夹"}).exit_code == 0);
  BOOST_TEST(place.read("别处") == "mine");
  BOOST_TEST(!std::filesystem::is_symlink(place.path() / "结果.xml"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
