#include <boost/test/unit_test.hpp>
#include <string>

#include "checklist/load.hpp"

namespace fazhi {
namespace {

const std::string kHead = R"(format = 1
[checklist]
id = "x"
version = "1"
title = "x"
pass = 60
)";

std::string edition(const std::string& title, const std::string& from, const std::string& to) {
  std::string text = "[[document]]\nid = \"review\"\ntitle = \"《" + title + "》\"\n";
  if (!from.empty()) text += "valid_from = \"" + from + "\"\n";
  if (!to.empty()) text += "valid_to = \"" + to + "\"\n";
  return text;
}

const std::string kElement = R"([[element]]
id = "a.b"
title = "甲"
weight = 100
basis = [
  { document = "review", article = "五", years = { to = 2023 } },
  { document = "review", article = "六", years = { from = 2024 } },
]
remedy = "写明。"
[[element.outcome]]
status = "met"
when = "always"
)";

LoadedChecklist load_all(const std::string& documents) {
  return load_checklist_text(kHead + documents + kElement, "x.toml");
}

std::string problems(const LoadedChecklist& loaded) {
  std::string text;
  for (const Diagnostic& each : loaded.diagnostics) text += render(each, Language::en);
  return text;
}

std::string title_in(const Checklist& checklist, int year) {
  const BasisDocument* found = checklist.find_edition("review", year);
  return found == nullptr ? "none" : found->title;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(editions)

BOOST_AUTO_TEST_CASE(the_one_in_force_at_the_end_of_the_year) {
  const LoadedChecklist loaded =
      load_all(edition("旧", "2018-01-01", "2023-12-31") + edition("新", "2024-01-01", "") );
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  BOOST_TEST(title_in(*loaded.checklist, 2017) == "none");
  BOOST_TEST(title_in(*loaded.checklist, 2018) == "《旧》");
  BOOST_TEST(title_in(*loaded.checklist, 2023) == "《旧》");
  BOOST_TEST(title_in(*loaded.checklist, 2024) == "《新》");
  BOOST_TEST(loaded.checklist->find_document("review")->title == "《新》");
}

BOOST_AUTO_TEST_CASE(in_the_year_of_change_the_new_one) {
  const LoadedChecklist loaded =
      load_all(edition("新", "2021-07-15", "") + edition("旧", "2018-01-01", "2021-07-14"));
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  BOOST_TEST(title_in(*loaded.checklist, 2020) == "《旧》");
  BOOST_TEST(title_in(*loaded.checklist, 2021) == "《新》");
}

BOOST_AUTO_TEST_CASE(one_that_ended_within_the_year_still_counts_for_it) {
  const LoadedChecklist loaded = load_all(edition("旧", "2018-01-01", "2022-06-30"));
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  BOOST_TEST(title_in(*loaded.checklist, 2022) == "《旧》");
  BOOST_TEST(title_in(*loaded.checklist, 2023) == "none");
}

BOOST_AUTO_TEST_CASE(editions_of_one_time_are_an_error) {
  for (const std::string& second :
       {edition("新", "2023-12-31", ""), edition("新", "", ""), edition("新", "2019-01-01", "2019-12-31")}) {
    const std::string said = problems(load_all(edition("旧", "2018-01-01", "2023-12-31") + second));
    BOOST_TEST(said.find("checklist.edition-overlap") != std::string::npos, said);
  }
}

BOOST_AUTO_TEST_CASE(articles_that_a_document_does_not_list_are_an_error) {
  const std::string listed = edition("新", "2024-01-01", "") + "articles = [{ number = \"五\", title = \"调解\" }]\n";
  const std::string said = problems(load_all(listed));
  BOOST_TEST(said.find("checklist.unknown-article") != std::string::npos, said);
  BOOST_TEST(said.find("“六”") != std::string::npos, said);
  BOOST_TEST(said.find("“五”") == std::string::npos, said);
}

BOOST_AUTO_TEST_CASE(untested_articles_have_a_reason) {
  const std::string listed =
      edition("新", "2024-01-01", "") + "articles = [{ number = \"五\", title = \"调解\" }, { number = \"六\", title = \"裁决\" }]\n";
  const LoadedChecklist loaded = load_all(
      listed + "[[untested]]\ndocument = \"review\"\narticle = \"六\"\nreason = \"乡镇没有。\"\n");
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  BOOST_REQUIRE_EQUAL(loaded.checklist->untested.size(), 1U);
  BOOST_TEST(loaded.checklist->untested[0].reason == "乡镇没有。");
  for (const std::string wrong : {"[[untested]]\ndocument = \"review\"\narticle = \"六\"\n",
                                  "[[untested]]\ndocument = \"review\"\narticle = \"七\"\nreason = \"无\"\n",
                                  "[[untested]]\ndocument = \"other\"\narticle = \"六\"\nreason = \"无\"\n"}) {
    BOOST_TEST(!load_all(listed + wrong).checklist.has_value(), wrong);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
