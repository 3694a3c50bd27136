#include "checklist/notice_rules.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "checklist/builtin.hpp"

namespace fazhi {
namespace {

std::string builtin_text() { return std::string(find_builtin_file("notices.toml")->content); }

std::string with(const std::string& old_text, const std::string& new_text) {
  std::string text = builtin_text();
  const std::size_t at = text.find(old_text);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, old_text.size(), new_text);
}

/// The one thing wrong with `text`, as code, line of the file and what is underlined.
std::string only_error(const std::string& text) {
  const LoadedNoticeTexts loaded = load_notice_texts(text, "notices.toml");
  BOOST_TEST(!loaded.rules);
  BOOST_REQUIRE(loaded.diagnostics.size() == 1);
  const Diagnostic& diagnostic = loaded.diagnostics.front();
  BOOST_TEST(diagnostic.line > 0);
  BOOST_TEST(diagnostic.file == "notices.toml");
  return std::string(code_of(diagnostic.message.id)) + " " + diagnostic.source_line;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(notice_rules)

BOOST_AUTO_TEST_CASE(the_built_in_wording_loads) {
  const LoadedNoticeTexts loaded = load_notice_texts(builtin_text(), "notices.toml");
  for (const Diagnostic& each : loaded.diagnostics) BOOST_TEST_MESSAGE(render(each, Language::zh));
  BOOST_TEST(loaded.diagnostics.empty());
  BOOST_REQUIRE(loaded.rules);
  BOOST_TEST(loaded.rules->notice.demands.size() == 3U);
  BOOST_TEST(!builtin_notice_texts().table.closed.empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_placeholder_is_told_with_its_place_and_the_nearest_name) {
  const std::string text = with("addressee = \"{unit}：\"", "addressee = \"{unti}：\"");
  BOOST_TEST(only_error(text) == "notices.unknown-placeholder addressee = \"{unti}：\"");
  const LoadedNoticeTexts loaded = load_notice_texts(text, "notices.toml");
  BOOST_TEST(loaded.diagnostics.front().column == 14);
  BOOST_TEST(loaded.diagnostics.front().length == 6);
  BOOST_REQUIRE(loaded.diagnostics.front().hint);
  BOOST_TEST(loaded.diagnostics.front().hint->arguments.front() == "unit");
}

BOOST_AUTO_TEST_CASE(the_last_form_has_to_do_without_what_may_be_unknown) {
  const std::string text = with("addressee = \"{unit}：\"", "addressee = \"{contact}：\"");
  BOOST_TEST(only_error(text) == "notices.last-form addressee = \"{contact}：\"");
}

BOOST_AUTO_TEST_CASE(a_brace_without_its_partner_is_told) {
  for (const std::string form : {"{unit：", "unit}：", "{}：", "{Unit}：", "{{unit}}："}) {
    const std::string line = "addressee = \"" + form + "\"";
    BOOST_TEST(only_error(with("addressee = \"{unit}：\"", line)) == "notices.open-brace " + line);
  }
}

BOOST_AUTO_TEST_CASE(a_missing_text_is_told) {
  BOOST_TEST(only_error(with("result_heading = \"审查情况\"\n", "")).starts_with("checklist.missing-key"));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_is_told) {
  const LoadedNoticeTexts loaded = load_notice_texts_file("/nowhere/notices.toml");
  BOOST_REQUIRE(loaded.diagnostics.size() == 1U);
  BOOST_TEST(code_of(loaded.diagnostics.front().message.id) == "notices.unreadable");
}

BOOST_AUTO_TEST_CASE(the_first_form_that_can_be_filled_is_taken) {
  const Wording wording = {"于{due}前报{issuer}", "报{issuer}", "报我单位"};
  BOOST_TEST(fill(wording, {{"due", "5月1日"}, {"issuer", "县司法局"}}) == "于5月1日前报县司法局");
  BOOST_TEST(fill(wording, {{"due", ""}, {"issuer", "县司法局"}}) == "报县司法局");
  BOOST_TEST(fill(wording, {{"due", "5月1日"}}) == "报我单位");
  BOOST_TEST(fill({"{unit}"}, {{"unit", "{due}"}, {"due", "x"}}) == "{due}");
  BOOST_TEST(fill({"{unit}"}, {}) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
