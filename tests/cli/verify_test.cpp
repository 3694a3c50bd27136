#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/run_program.hpp"

namespace fazhi {
namespace {

using test::Run;
using test::Workplace;

bool holds(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

std::string sample(const std::string& name) { return std::string(FAZHI_SOURCE_DIR "/reports/") + name; }

const std::string kFirst = sample("batch/2024/石磨铺镇2024年法治总结.docx");
const std::string kSecond = sample("second-draft/石磨铺镇2024年法治政府建设工作总结（修改稿）.txt");

}  // namespace

BOOST_AUTO_TEST_SUITE(verify_command)

BOOST_AUTO_TEST_CASE(a_report_that_is_put_right) {
  const Workplace place;
  const Run run = place.run({"verify", kFirst, kSecond});
  BOOST_TEST(run.exit_code == 0, run.errors);
  BOOST_TEST(holds(run.output, "初稿70.5分 → 修改稿100分"));
  BOOST_TEST(holds(run.output, "未整改0项，新增0项"));
  BOOST_TEST(holds(run.output, "销号须由复核人填写"));
  BOOST_TEST(holds(place.run({"verify", "--lang", "en", kFirst, kSecond}).output, "70.5 points before, 100 after"));
  BOOST_TEST(place.run({"verify", kSecond, kFirst}).exit_code == 1);
}

BOOST_AUTO_TEST_CASE(audits_batches_and_reports_may_be_named) {
  const Workplace place;
  BOOST_TEST(place.run({"batch", "-o", "first", "--year", "2024", "--roster", sample("batch/units.csv"), sample("batch/2024")}).exit_code >= 0);
  const Run batch = place.run({"verify", "first", sample("second-draft"), "-o", "v.xml", "--as-of", "2025-03-20"});
  BOOST_TEST(batch.exit_code == 1, batch.errors);
  const std::string xml = place.read("v.xml");
  BOOST_TEST(holds(xml, "xmlns=\"urn:fazhi:verification:1\""));
  BOOST_TEST(holds(xml, "made-on=\"2025-03-20\""));
  for (const std::string_view change : {"fixed", "partly", "open", "added"}) {
    BOOST_TEST(holds(xml, "change=\"" + std::string(change) + "\""), change);
  }
  BOOST_TEST(!holds(xml, "proposed=\"closed\""));
  BOOST_TEST(place.run({"check", "-f", "xml", "-o", "second.xml", kSecond}).exit_code == 0);
  BOOST_TEST(place.run({"check", "-f", "xml", "-o", "first.xml", kFirst}).exit_code == 0);
  BOOST_TEST(place.run({"verify", "first.xml", "second.xml"}).exit_code == 0);
  const std::string written = place.write("审查/一.xml", place.read("first.xml"));
  BOOST_TEST(place.run({"verify", "审查", kSecond}).exit_code == 0, written);
}

BOOST_AUTO_TEST_CASE(files_made_twice_are_the_same_bytes) {
  const Workplace place;
  for (const std::string kind : {".xml", ".xlsx", ".html"}) {
    for (const std::string name : {"a", "b"}) {
      BOOST_TEST(place.run({"verify", "--as-of", "2025-03-20", "-o", name + kind, kFirst, kSecond}).exit_code == 0);
    }
    BOOST_TEST((place.read("a" + kind) == place.read("b" + kind)), kind);
  }
}

BOOST_AUTO_TEST_CASE(wrong_calls_and_unreadable_files) {
  const Workplace place;
  place.write("空.txt", "");
  BOOST_TEST(place.run({"verify", kFirst}).exit_code == 2);
  const Run form = place.run({"verify", "-o", "v.pdf", kFirst, kSecond});
  BOOST_TEST(form.exit_code == 2);
  BOOST_TEST(holds(form.errors, ".xlsx"));
  BOOST_TEST(place.run({"verify", kFirst, "没有.txt"}).exit_code == 3);
  const Run some = place.run({"verify", kFirst, kSecond, "空.txt"});
  BOOST_TEST(some.exit_code == 3);
  BOOST_TEST(holds(some.output, "修改稿100分"));
}

BOOST_AUTO_TEST_CASE(advice_for_the_writer) {
  const Workplace place;
  const Run run = place.run({"check", "--advise", kFirst, sample("township/岚水县云雀坪乡2023年法治政府建设工作报告.txt")});
  BOOST_TEST(run.exit_code == 0, run.errors);
  const std::size_t first = run.output.find("加6分");
  const std::size_t second = run.output.find("加4分");
  BOOST_TEST(first < second);
  BOOST_TEST(holds(run.output, "一节写完之后，另起一节"));
  BOOST_TEST(holds(run.output, "逐项补正后可得100分"));
  BOOST_TEST(holds(run.output, "再改文字（2处"));
  BOOST_TEST(holds(place.run({"check", "--advise", "--lang", "en", kFirst}).output, "+6 points"));
  for (const std::string format : {"xml", "jsonl", "html"}) {
    const Run refused = place.run({"check", "--advise", "-f", format, kFirst});
    BOOST_TEST(refused.exit_code == 2);
    BOOST_TEST(holds(refused.errors, "-f " + format));
  }
  BOOST_TEST(place.run({"check", "--advise", "--details", kFirst}).exit_code == 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
