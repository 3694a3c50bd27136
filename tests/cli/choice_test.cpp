#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "cli/run_program.hpp"

namespace fazhi {
namespace {

using test::Run;
using test::Workplace;

bool holds(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

std::string report_of(const std::string& unit, const std::string& year) {
  return unit + year + "年法治政府建设年度报告\n" + year +
         "年，我们认真开展工作，依法行政水平有了提高。\n一、主要举措和成效\n开展法治宣传20场，召开法治建设工作会议4次。\n";
}

/// The checklist that the report of `unit` is held against, by the XML.
std::string chosen_for(const std::string& unit) {
  const Workplace place;
  place.write("a.txt", report_of(unit, "2024"));
  const std::string xml = place.run({"check", "-f", "xml", "a.txt"}).output;
  const std::string_view key = " checklist=\"";
  const std::size_t at = xml.find(key);
  if (at == std::string::npos) return "none";
  const std::size_t begin = at + key.size();
  return xml.substr(begin, xml.find('"', begin) - begin);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(choice)

BOOST_AUTO_TEST_CASE(by_the_level_of_the_unit) {
  for (const char* unit : {"清河县石桥镇", "清河县柳林乡人民政府", "临江市南桥区北街街道办事处", "清河县石桥镇综合行政执法局",
                           "中共清河县石桥镇委员会"}) {
    BOOST_TEST(chosen_for(unit) == "township", unit);
  }
  for (const char* unit : {"清河县", "清河县人民政府", "临江市南桥区人民政府", "临江市", "白音旗人民政府", "南岭自治州"}) {
    BOOST_TEST(chosen_for(unit) == "county", unit);
  }
  for (const char* unit : {"清河县财政局", "临江市市场监督管理局", "清河县发展和改革委员会", "清河县卫健委", "清河县人民政府办公室",
                           "清河县公安局交通警察分局"}) {
    BOOST_TEST(chosen_for(unit) == "department", unit);
  }
  BOOST_TEST(chosen_for("江南省") == "none");
}

BOOST_AUTO_TEST_CASE(several_in_one_run) {
  const Workplace place;
  place.write("a.txt", report_of("清河县", "2024"));
  place.write("b.txt", report_of("清河县石桥镇", "2024"));
  place.write("c.txt", report_of("清河县财政局", "2024"));
  place.write("d.txt", report_of("清河县柳林镇", "2024"));
  const std::string all = place.run({"check", "-f", "xml", "a.txt", "b.txt", "c.txt", "d.txt"}).output;
  const std::string one = place.run({"check", "-f", "xml", "d.txt"}).output;
  const auto report_in = [](const std::string& xml, const std::string& source) {
    const std::size_t begin = xml.find("<report source=\"" + source + "\"");
    return xml.substr(begin, xml.find("</report>", begin) - begin);
  };
  BOOST_TEST(report_in(all, "d.txt") == report_in(one, "d.txt"));
  BOOST_TEST(holds(report_in(all, "a.txt"), "id=\"disputes.reconsideration\""));
  BOOST_TEST(holds(report_in(all, "c.txt"), "id=\"functions.powers\""));
}

BOOST_AUTO_TEST_CASE(level_given_by_hand) {
  const Workplace place;
  place.write("a.txt", report_of("清河县石桥镇", "2024"));
  const Run run = place.run({"check", "-f", "xml", "--level", "county", "a.txt"});
  BOOST_TEST(holds(run.output, "checklist=\"county\""));
  BOOST_TEST(holds(run.output, "level=\"county\""));
  BOOST_TEST(place.run({"check", "--level", "village", "a.txt"}).exit_code == 2);
  BOOST_TEST(place.run({"check", "--level", "county", "-c", "township", "a.txt"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(a_year_without_a_checklist) {
  const Workplace place;
  place.write("新.txt", report_of("清河县石桥镇", "2026"));
  place.write("旧.txt", report_of("清河县柳林镇", "2024"));
  const Run run = place.run({"check", "-f", "xml", "新.txt", "旧.txt"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.output, "<error source=\"新.txt\" code=\"report.no-checklist-for-year\">"));
  BOOST_TEST(holds(run.errors, "2026"));
  BOOST_TEST(holds(run.errors, "2021—2025"));
  BOOST_TEST(holds(run.output, "<report source=\"旧.txt\""));
  const Run forced = place.run({"check", "-f", "xml", "-c", "township", "新.txt"});
  BOOST_TEST(forced.exit_code == 1);
  BOOST_TEST(holds(forced.output, "<note>"));
  BOOST_TEST(holds(forced.output, "id=\"publicity.eighth-plan\" kind=\"element\" status=\"not-applicable\""));
}

BOOST_AUTO_TEST_CASE(files_of_the_folder_do_not_stand_in_for_what_is_built_in) {
  const Workplace place;
  place.write("a.txt", report_of("清河县石桥镇", "2024"));
  place.write("township", "no checklist");
  BOOST_TEST(place.run({"check", "a.txt"}).exit_code == 1);
  BOOST_TEST(place.run({"check", "-c", "builtin:township", "a.txt"}).exit_code == 1);
  BOOST_TEST(place.run({"check", "-c", "township", "a.txt"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(a_year_without_a_checklist_and_an_unknown_level) {
  const Workplace place;
  place.write("a.txt", "2019年法治政府建设年度报告\n2019年，我们认真开展工作。\n一、主要举措和成效\n开展法治宣传20场，依法行政水平有了提高，群众满意。\n");
  BOOST_TEST(place.run({"check", "a.txt"}).exit_code == 3);
}

BOOST_AUTO_TEST_CASE(waived_elements_are_explained_so) {
  const Workplace place;
  place.write("a.txt", report_of("清河县石桥镇", "2024"));
  place.write("县.toml",
              "format = 1\nextends = \"township\"\n[checklist]\nid = \"q\"\nversion = \"1\"\n[[waive]]\nid = "
              "\"supervision.accepted\"\nreason = \"另有专项\"\napprover = \"县依法治县办\"\nexpires_on = \"2025-12-31\"\n");
  const auto explained = [&](const char* day) {
    return place.run({"explain", "-c", "县.toml", "--as-of", day, "a.txt", "-e", "supervision.accepted"}).output;
  };
  BOOST_TEST(holds(explained("2025-12-31"), "已豁免"));
  BOOST_TEST(!holds(explained("2026-01-01"), "已豁免"));
}

BOOST_AUTO_TEST_CASE(rules_are_explained_by_level) {
  const Workplace place;
  BOOST_TEST(holds(place.run({"explain", "decision.legal-advisor"}).output, "township"));
  BOOST_TEST(holds(place.run({"explain", "--level", "county", "decision.legal-advisor"}).output, "county"));
  BOOST_TEST(holds(place.run({"explain", "quality.misnamed-law"}).output, "妇女权益"));
  const Run unknown = place.run({"explain", "decision.legal-adviser"});
  BOOST_TEST(unknown.exit_code == 2);
  BOOST_TEST(holds(unknown.errors, "“decision.legal-adviser”"));
}

BOOST_AUTO_TEST_CASE(a_level_without_a_checklist) {
  const Workplace place;
  place.write("省.txt", report_of("江南省", "2024"));
  const Run run = place.run({"check", "省.txt"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.errors, "“江南省”"));
  BOOST_TEST(holds(run.errors, "--level"));
}

BOOST_AUTO_TEST_CASE(a_checklist_of_no_use_is_described_all_the_same) {
  const Workplace place;
  place.write("坏.txt", "");
  const Run run = place.run({"check", "-f", "xml", "-c", "county", "坏.txt"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.output, "<checklist id=\"county\""));
}

BOOST_AUTO_TEST_CASE(waivers_in_a_run) {
  const Workplace place;
  place.write("石桥.txt", report_of("清河县石桥镇", "2024"));
  place.write("县.toml", R"(format = 1
extends = "township"
[checklist]
id = "qinghe"
version = "1"
title = "清河县乡镇清单"
[[waive]]
id = "enforcement.three-systems"
units = ["石桥镇"]
reason = "执法权尚未下放"
approver = "县依法治县办"
expires_on = "2025-12-31"
[[waive]]
id = "supervision.accepted"
units = ["没有这个镇"]
reason = "另有专项"
approver = "县依法治县办"
expires_on = "2025-12-31"
)");
  const Run held = place.run({"check", "-f", "xml", "-c", "县.toml", "--as-of", "2025-03-01", "石桥.txt"});
  BOOST_TEST(holds(held.output, "id=\"enforcement.three-systems\" kind=\"element\" status=\"waived\""));
  BOOST_TEST(holds(held.errors, "县.toml:13"));
  BOOST_TEST(!holds(held.errors, "县.toml:7"));
  const Run ended = place.run({"check", "-f", "xml", "-c", "县.toml", "--as-of", "2026-03-01", "石桥.txt"});
  BOOST_TEST(holds(ended.output, "id=\"enforcement.three-systems\" kind=\"element\" status=\"missing\""));
  BOOST_TEST(holds(ended.errors, "县.toml:7"));
  BOOST_TEST(place.run({"check", "-c", "县.toml", "--as-of", "明天", "石桥.txt"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(the_coverage_of_the_documentation_is_that_of_the_rules) {
  const Workplace place;
  std::ifstream file(FAZHI_SOURCE_DIR "/docs/coverage.md", std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  BOOST_TEST(place.run({"checklist", "coverage"}).output == written);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
