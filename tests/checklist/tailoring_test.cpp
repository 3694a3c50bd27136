#include <boost/test/unit_test.hpp>
#include <algorithm>
#include <string>
#include <string_view>

#include "checklist/load.hpp"
#include "checklist/sample.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kHead = R"(format = 1
extends = "township"
[checklist]
id = "qinghe"
version = "3"
title = "清河县乡镇清单"
)";

/// What keeps the sum at 100: one element gives a point, another takes it.
constexpr std::string_view kWeights = R"([[adjust]]
id = "disputes.legal-service"
weight = 3
reason = "本县以公共法律服务为重点。"
[[adjust]]
id = "leadership.study"
weight = 4
reason = "让出一分。"
)";

LoadedChecklist tailored(std::string_view tables) {
  return load_checklist_text(std::string(kHead) + std::string(tables), "县/township.toml");
}

std::string problems(const LoadedChecklist& loaded) {
  std::string text;
  for (const Diagnostic& each : loaded.diagnostics) text += render(each, Language::en);
  return text;
}

bool holds(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

const Checklist& base() {
  static const LoadedChecklist loaded = load_builtin_checklist("township");
  BOOST_REQUIRE(loaded.checklist.has_value());
  return *loaded.checklist;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tailoring)

BOOST_AUTO_TEST_CASE(what_is_not_named_stays) {
  const LoadedChecklist loaded = tailored("");
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  const Checklist& checklist = *loaded.checklist;
  BOOST_TEST(checklist.id == "qinghe");
  BOOST_TEST(checklist.title == "清河县乡镇清单");
  BOOST_TEST(checklist.title_en == "");
  BOOST_TEST(checklist.extends == std::vector<std::string>{"township"});
  BOOST_TEST(checklist.elements.size() == base().elements.size());
  BOOST_TEST(checklist.grades.size() == base().grades.size());
  BOOST_TEST(checklist.pass_hundredths == base().pass_hundredths);
  BOOST_TEST(checklist.years.to == base().years.to);
  BOOST_TEST((checklist.levels == base().levels));
  BOOST_TEST(checklist.sha256 != base().sha256);
}

BOOST_AUTO_TEST_CASE(weights_change_with_a_reason) {
  const LoadedChecklist loaded = tailored(kWeights);
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  const Element* element = loaded.checklist->find_element("disputes.legal-service");
  BOOST_REQUIRE(element != nullptr);
  BOOST_TEST(element->weight_hundredths == 300);
  BOOST_REQUIRE_EQUAL(element->changes.size(), 1U);
  const Change& change = element->changes[0];
  BOOST_TEST(change.key == "weight");
  BOOST_TEST(change.before == "2");
  BOOST_TEST(change.after == "3");
  BOOST_TEST(change.reason == "本县以公共法律服务为重点。");
  BOOST_TEST(change.file == "县/township.toml");
  BOOST_TEST(change.line == 9);
}

BOOST_AUTO_TEST_CASE(a_sum_other_than_100_is_the_tailoring_files_error) {
  const LoadedChecklist loaded = tailored("[[retire]]\nid = \"supervision.accepted\"\nreason = \"另有专项。\"\n");
  BOOST_TEST(!loaded.checklist.has_value());
  BOOST_TEST(holds(problems(loaded), "县/township.toml:3:"));
  BOOST_TEST(holds(problems(loaded), "98"));
}

BOOST_AUTO_TEST_CASE(elements_are_added_and_retired) {
  const LoadedChecklist loaded = tailored(R"([[retire]]
id = "supervision.accepted"
reason = "另有专项。"
[[retire]]
id = "quality.stale-term"
reason = "不查提法。"
[[element]]
id = "disputes.river"
title = "河长制"
weight = 2
reason = "本县水网密布。"
basis = [{ document = "outline", article = "十四" }]
remedy = "写明巡河次数。"
[element.find.river]
any = ["河长"]
[[element.outcome]]
status = "met"
when = "river is done"
)");
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  const Checklist& checklist = *loaded.checklist;
  BOOST_TEST(checklist.find_element("supervision.accepted") == nullptr);
  BOOST_REQUIRE(checklist.find_element("disputes.river") != nullptr);
  BOOST_TEST(checklist.find_element("disputes.river")->reason == "本县水网密布。");
  BOOST_TEST(checklist.defects.size() == base().defects.size() - 1);
  BOOST_REQUIRE_EQUAL(checklist.retired.size(), 2U);
  BOOST_TEST(checklist.retired[0].id == "supervision.accepted");
  BOOST_TEST(checklist.retired[0].title == "接受监督");
  BOOST_TEST(checklist.retired[1].reason == "不查提法。");
}

BOOST_AUTO_TEST_CASE(defects_and_texts_are_adjusted) {
  const LoadedChecklist loaded = tailored(R"([[adjust]]
id = "quality.stale-term"
severity = "major"
remedy = "改为“法治”。"
reason = "县里要求提法准确。"
[[adjust]]
id = "leadership.group"
partial = 30
years = { from = 2023 }
remedy = "写明领导小组的名称和组长。"
reason = "从2023年起设立。"
)");
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  const auto& defects = loaded.checklist->defects;
  const auto defect =
      std::find_if(defects.begin(), defects.end(), [](const Defect& each) { return each.id == "quality.stale-term"; });
  BOOST_REQUIRE((defect != defects.end()));
  BOOST_TEST((defect->severity == Severity::major));
  BOOST_TEST(defect->changes.size() == 2U);
  const Element* element = loaded.checklist->find_element("leadership.group");
  BOOST_TEST(element->partial_percent == 30);
  BOOST_TEST(element->years.from == 2023);
  BOOST_TEST(element->remedy == "写明领导小组的名称和组长。");
  BOOST_TEST(element->changes.size() == 3U);
}

BOOST_AUTO_TEST_CASE(waivers_name_who_and_until_when) {
  const LoadedChecklist loaded = tailored(R"([[waive]]
id = "enforcement.three-systems"
units = ["石桥镇"]
reason = "执法权尚未下放。"
approver = "县依法治县办"
expires_on = "2025-12-31"
)");
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  BOOST_REQUIRE_EQUAL(loaded.checklist->waivers.size(), 1U);
  const Waiver& waiver = loaded.checklist->waivers[0];
  BOOST_TEST(waiver.element == "enforcement.three-systems");
  BOOST_TEST(waiver.units == std::vector<std::string>{"石桥镇"});
  BOOST_TEST(waiver.approver == "县依法治县办");
  BOOST_TEST(waiver.expires_on == "2025-12-31");
}

BOOST_AUTO_TEST_CASE(settings_say_which_file_set_them) {
  const LoadedChecklist loaded = tailored("pass = 70\n");
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  BOOST_TEST(loaded.checklist->pass_hundredths == 7000);
  const auto file_of = [&](std::string_view key) {
    for (const Setting& each : loaded.checklist->settings) {
      if (each.key == key) return each.file;
    }
    return std::string();
  };
  BOOST_TEST(file_of("pass") == "县/township.toml");
  BOOST_TEST(file_of("id") == "县/township.toml");
  BOOST_TEST(file_of("grade") == "builtin:township.toml");
}

BOOST_AUTO_TEST_CASE(mistakes_are_said) {
  struct Case {
    std::string_view tables;
    std::string_view code;
  };
  const Case cases[] = {
      {"[[adjust]]\nid = \"leadership.group\"\nweight = 5\n", "checklist.missing-key"},
      {"[[adjust]]\nid = \"leadership.group\"\nreason = \"无\"\n", "checklist.no-change"},
      {"[[adjust]]\nid = \"leadership.group\"\nweight = 5\nreason = \"无\"\n", "checklist.idle-change"},
      {"[[adjust]]\nid = \"leadership.grupe\"\nweight = 5\nreason = \"无\"\n", "checklist.unknown-rule"},
      {"[[adjust]]\nid = \"leadership.group\"\nwieght = 5\nreason = \"无\"\n", "checklist.unknown-key"},
      {"[[adjust]]\nid = \"quality.stale-term\"\nweight = 5\nreason = \"无\"\n", "checklist.unknown-key"},
      {"[[retire]]\nid = \"no.such\"\nreason = \"无\"\n", "checklist.unknown-rule"},
      {"[[retire]]\nid = \"supervision.accepted\"\n", "checklist.missing-key"},
      {"[[waive]]\nid = \"leadership.group\"\nreason = \"无\"\nexpires_on = \"2025-12-31\"\n", "checklist.missing-key"},
      {"[[waive]]\nid = \"leadership.group\"\nreason = \"无\"\napprover = \"甲\"\n", "checklist.missing-key"},
      {"[[waive]]\nid = \"leadership.group\"\nreason = \"无\"\napprover = \"甲\"\nexpires_on = \"2025-02-30\"\n",
       "checklist.bad-date"},
      {"[[waive]]\nid = \"quality.stale-term\"\nreason = \"无\"\napprover = \"甲\"\nexpires_on = \"2025-12-31\"\n",
       "checklist.unknown-rule"},
      {"[[adjust]]\nid = \"quality.placeholder\"\nremedy = \"填写《{title}》。\"\nreason = \"无\"\n",
       "checklist.idle-title"},
      {"[[waive]]\nid = \"leadership.group\"\nunits = [\"“”\"]\nreason = \"无\"\napprover = \"甲\"\nexpires_on = "
       "\"2025-12-31\"\n",
       "checklist.vanishing-phrase"},
      {"[[element]]\nid = \"a.b\"\ntitle = \"甲\"\nweight = 0\n[[element.outcome]]\nstatus = \"met\"\nwhen = "
       "\"always\"\n",
       "checklist.missing-key"},
      {"[[element]]\nid = \"leadership.group\"\ntitle = \"甲\"\nweight = 0\nreason = \"无\"\n[[element.outcome]]\n"
       "status = \"met\"\nwhen = \"always\"\n",
       "checklist.duplicate-id"},
  };
  for (const Case& each : cases) {
    const std::string said = problems(tailored(each.tables));
    BOOST_TEST(holds(said, each.code), each.tables << "\n" << said);
    BOOST_TEST(holds(said, "县/township.toml"), said);
  }
}

BOOST_AUTO_TEST_CASE(only_a_file_that_extends_may_tailor) {
  const std::string head = "format = 1\n[checklist]\nid = \"x\"\nversion = \"1\"\ntitle = \"x\"\npass = 60\n";
  const std::string said = problems(
      load_checklist_text(head + "[[retire]]\nid = \"a\"\nreason = \"b\"\n", "x.toml"));
  BOOST_TEST(holds(said, "checklist.not-tailoring"), said);
}

BOOST_AUTO_TEST_CASE(what_is_extended_has_to_be_a_checklist) {
  struct Case {
    std::string_view base;
    std::string_view code;
  };
  for (const Case& each : {Case{"towship", "checklist.base-missing"}, Case{"language/cues", "checklist.base-no-checklist"}}) {
    const LoadedChecklist loaded = load_checklist_text(
        "format = 1\nextends = \"" + std::string(each.base) + "\"\n[checklist]\nid = \"x\"\nversion = \"1\"\n", "x.toml");
    BOOST_TEST(!loaded.checklist.has_value());
    BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
    const std::string said = problems(loaded);
    BOOST_TEST(holds(said, each.code), said);
    BOOST_TEST(holds(said, "x.toml:2:11"), said);
    BOOST_TEST(holds(said, "township"), said);
  }
}

BOOST_AUTO_TEST_CASE(a_tailoring_file_is_a_checklist_of_its_own) {
  const std::string said = problems(load_checklist_text("format = 1\nextends = \"township\"\n", "x.toml"));
  BOOST_TEST(holds(said, "x.toml:2:1: error[checklist.tailoring-head]"), said);
}

BOOST_AUTO_TEST_CASE(a_tailored_checklist_is_tailored_again) {
  const test::Folder folder;
  folder.write("省.toml", std::string(kHead) + std::string(kWeights) +
                             "[[retire]]\nid = \"quality.stale-term\"\nreason = \"省里不查。\"\n");
  const std::string county = "format = 1\nextends = \"省.toml\"\n[checklist]\nid = \"xian\"\nversion = \"1\"\n";
  const LoadedChecklist loaded = load_checklist(folder.write("县.toml", county));
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  const std::vector<std::string> bases = {"qinghe", "township"};
  BOOST_TEST(loaded.checklist->extends == bases);
  BOOST_TEST(loaded.checklist->title == "清河县乡镇清单");
  BOOST_TEST(loaded.checklist->find_element("disputes.legal-service")->weight_hundredths == 300);
  const std::string again = county + "[[adjust]]\nid = \"quality.stale-term\"\nseverity = \"major\"\nreason = \"要查。\"\n";
  const std::string said = problems(load_checklist(folder.write("再.toml", again)));
  BOOST_TEST(holds(said, "checklist.retired-before"), said);
  BOOST_TEST(holds(said, "省.toml:"), said);
}

BOOST_AUTO_TEST_CASE(extending_itself_is_a_cycle_and_nothing_else) {
  const test::Folder folder;
  const LoadedChecklist loaded = load_checklist(
      folder.write("甲.toml", "format = 1\nextends = \"甲.toml\"\n[checklist]\nid = \"x\"\nversion = \"1\"\n"));
  BOOST_TEST(!loaded.checklist.has_value());
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_TEST(holds(problems(loaded), "checklist.include-cycle"));
}

BOOST_AUTO_TEST_CASE(files_inside_each_other_have_a_limit) {
  const test::Folder folder;
  for (int number = 0; number < 40; ++number) {
    const std::string next = std::to_string(number + 1) + ".toml";
    folder.write(std::to_string(number) + ".toml", "format = 1\ninclude = [\"" + next + "\"]\n");
  }
  folder.write("40.toml", "format = 1\n");
  const std::string path = folder.write("头.toml", "format = 1\ninclude = [\"0.toml\"]\n[checklist]\nid = \"x\"\nversion = \"1\"\ntitle = \"x\"\npass = 60\n");
  BOOST_TEST(holds(problems(load_checklist(path)), "checklist.include-depth"));
}

BOOST_AUTO_TEST_CASE(an_included_file_may_not_tell_the_head_anew) {
  const test::Folder folder;
  folder.write("部分.toml", "format = 1\n[checklist]\nid = \"p\"\nversion = \"2\"\ntitle = \"另一\"\npass = 1\n");
  const std::string path = folder.write(
      "主.toml", "format = 1\nextends = \"township\"\ninclude = [\"部分.toml\"]\n[checklist]\nid = \"m\"\nversion = \"1\"\n");
  BOOST_TEST(holds(problems(load_checklist(path)), "checklist.duplicate-id"));
}

BOOST_AUTO_TEST_CASE(a_new_title_leaves_the_english_one_behind) {
  const LoadedChecklist loaded =
      tailored("[[adjust]]\nid = \"decision.legal-advisor\"\ntitle = \"村法律顾问\"\nreason = \"只看村里。\"\n");
  BOOST_REQUIRE_MESSAGE(loaded.checklist.has_value(), problems(loaded));
  BOOST_TEST(loaded.checklist->find_element("decision.legal-advisor")->title_en == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
