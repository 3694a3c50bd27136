#include <boost/test/unit_test.hpp>

#include <string>

#include "checklist/load.hpp"
#include "checklist/sample.hpp"

namespace fazhi {
namespace {

LoadedChecklist load_with(const std::string& mutations) {
  return load_checklist_text(std::string(test::sample_checklist()) + "\n" + mutations, "sample.toml");
}

/// The codes of all errors, joined.
std::string errors_of(const std::string& mutations) {
  std::string codes;
  for (const Diagnostic& each : load_with(mutations).diagnostics) {
    if (each.kind != Diagnostic::Kind::error) continue;
    codes += std::string(code_of(each.message.id)) + ":" + each.message.arguments.at(0) + " ";
  }
  return codes;
}

const std::string kInsert = "[[mutation]]\nid = \"m\"\neffect = \"lowers\"\nkind = \"insert\"\nat = [\"fact\"]\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(mutations)

BOOST_AUTO_TEST_CASE(keys_of_a_mutation) {
  const LoadedChecklist loaded = load_with(
      kInsert + "head = \"明年，\"\ntext = \"计划\"\ndrop_counts = true\nlevels = [\"county\"]\nunless = [\"联合\"]\n"
      "[[mutation]]\nid = \"n\"\neffect = \"keeps\"\nkind = \"ordinals\"\nfrom = \"一、\"\nto = \"1.\"\n"
      "[[mutation]]\nid = \"o\"\neffect = \"keeps\"\nkind = \"swap\"\n[[mutation.swap]]\nany = [\"建立\"]\nto = \"设立\"\n"
      "[mutation_words.verbs]\nany = [\"开展\"]\n");
  BOOST_REQUIRE(loaded.checklist.has_value());
  const MutationRules& rules = loaded.checklist->mutations;
  BOOST_REQUIRE(rules.mutations.size() == 3U);
  BOOST_TEST((rules.mutations[0].kind == MutationKind::insert));
  BOOST_TEST(rules.mutations[0].head == "明年，");
  BOOST_TEST(rules.mutations[0].text == "计划");
  BOOST_TEST(rules.mutations[0].drops_counts);
  BOOST_TEST((rules.mutations[0].levels == std::vector<Level>{Level::county}));
  BOOST_TEST(rules.mutations[0].unless.phrases.at(0) == "联合");
  BOOST_TEST((rules.mutations[1].to == HeadingNumber::arabic_point));
  BOOST_TEST(rules.mutations[2].swaps.at(0).to == "设立");
  BOOST_TEST(rules.words.verbs.phrases.at(0) == "开展");
}

BOOST_AUTO_TEST_CASE(keys_of_another_kind_are_unknown) {
  BOOST_TEST(errors_of(kInsert + "columns = 30\n") == "checklist.unknown-key:columns ");
  BOOST_TEST(errors_of("[[mutation]]\nid = \"m\"\neffect = \"keeps\"\nkind = \"wrap\"\n") ==
             "checklist.missing-key:columns ");
  BOOST_TEST(errors_of("[mutation_words]\nnouns = [\"镇\"]\n") == "checklist.unknown-key:nouns ");
}

BOOST_AUTO_TEST_CASE(kind_goes_with_effect) {
  BOOST_TEST(errors_of("[[mutation]]\nid = \"m\"\neffect = \"keeps\"\nkind = \"delete\"\n") ==
             "checklist.unknown-value:delete ");
  BOOST_TEST(errors_of("[[mutation]]\nid = \"m\"\neffect = \"lowers\"\nkind = \"delete\"\n") ==
             "checklist.missing-key:at ");
}

BOOST_AUTO_TEST_CASE(ids_stand_once) {
  const std::string once = kInsert + "text = \"未\"\n";
  BOOST_TEST(errors_of(once + once).starts_with("checklist.duplicate-id:m "));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
