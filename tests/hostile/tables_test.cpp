#include <boost/test/unit_test.hpp>
#include <fstream>
#include <functional>

#include "cli/run_program.hpp"
#include "hostile/guarded_run.hpp"
#include "hostile/pack.hpp"
#include "hostile/rows.hpp"

namespace fazhi::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMega = std::size_t{1} << 20;

/// A file that a command is told to use: a roster, a list, rules, audits.
struct HostileFile {
  std::string what;
  std::string name;
  std::function<std::string()> bytes;
  std::vector<int> exit_codes;
};

/// Runs the command over each file; what was written before stays whole where nothing is written.
void run_files(const std::vector<HostileFile>& files, const std::vector<std::string>& command) {
  for (const HostileFile& each : files) {
    BOOST_TEST_CONTEXT(each.what) {
      const Workplace place;
      place.write("夹/好.txt", good_report());
      place.write("结果.xml", "earlier");
      place.write(each.name, each.bytes());
      std::vector<std::string> arguments = command;
      for (std::string& argument : arguments) {
        if (argument == "@") argument = each.name;
      }
      const GuardedResult run = guarded_run(place.path(), arguments);
      BOOST_TEST(!run.was_stopped);
      BOOST_TEST(run.signal == 0);
      BOOST_TEST(run.peak_bytes < std::size_t{3} << 29);
      BOOST_TEST((std::find(each.exit_codes.begin(), each.exit_codes.end(), run.exit_code) != each.exit_codes.end()), run.exit_code << ": " << run.errors);
      const bool is_refused = run.exit_code >= 2;
      BOOST_TEST((!is_refused || !run.errors.empty()), "it is told");
      BOOST_TEST((!is_refused || place.read("结果.xml") == "earlier"), "earlier output is whole");
      BOOST_TEST(run.errors.find('\x1B') == std::string::npos);
      if (fs::exists(place.path() / "汇总")) BOOST_TEST(place.read("汇总/audits/云溪镇.xml").ends_with("</audit>\n"));
    }
  }
}

constexpr std::string_view kSheetTypes =
    "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";

std::string sheet(std::string_view doctype, std::string_view rows) {
  const std::string space = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  const std::string relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return zip({{"[Content_Types].xml", std::string(kSheetTypes)},
              {"_rels/.rels", relations + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
              {"xl/_rels/workbook.xml.rels", relations + "worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
              {"xl/workbook.xml", "<workbook" + space + "><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r\"/></sheets></workbook>"},
              {"xl/worksheets/sheet1.xml", std::string(doctype) + "<worksheet" + space + "><sheetData>" + std::string(rows)}});
}

std::string inline_cell(std::string_view place, std::string_view text) {
  return "<c r=\"" + std::string(place) + "\" t=\"inlineStr\"><is><t>" + std::string(text) + "</t></is></c>";
}

const std::string kHeader = "<row r=\"1\">" + inline_cell("A1", "单位") + "</row>";
const std::string kEnd = "</sheetData></worksheet>";

std::vector<HostileFile> rosters() {
  return {
      {"formulas in CSV", "册.csv", [] { return std::string("单位,联系人\n云溪镇,=cmd|'/C calc'!A1\n=HYPERLINK(\"http://x\"),+1\n"); }, {0, 1, 2}},
      {"a quotation mark that is never closed", "册.csv", [] { return "单位\n\"" + repeated("云溪镇\n", 1000); }, {2}},
      {"ten megabytes in one cell", "册.csv", [] { return "单位\n云溪镇\n" + repeated("镇", 10 * kMega / 3); }, {0, 1}},
      {"more rows than the country has townships", "册.csv", [] { return "单位\n" + repeated("镇\n", 100'500); }, {2}},
      {"a million columns", "册.csv", [] { return "单位" + repeated(",", kMega) + "\n云溪镇\n"; }, {0, 1}},
      {"zero bytes", "册.csv", [] { return std::string(kMega, '\0'); }, {2}},
      {"a broken encoding", "册.csv", [] { return std::string("单位\n\xFF\xFE\xED\xA0\x80\n"); }, {0, 1, 2}},
      {"formulas with values in a sheet", "册.xlsx", [] { return sheet("", kHeader + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>CMD|'/C calc'!A1</f><v>云溪镇</v></c></row>" + kEnd); }, {0, 1}},
      {"a sheet with an external entity", "册.xlsx", [] { return sheet("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", kHeader + "<row r=\"2\">" + inline_cell("A2", "&e;") + "</row>" + kEnd); }, {0, 1, 2}},
      {"a cell at the far end of a sheet", "册.xlsx", [] { return sheet("", kHeader + "<row r=\"1048576\">" + inline_cell("XFD1048576", "云溪镇") + "</row>" + kEnd); }, {0, 1, 2}},
      {"merged cells over the whole sheet", "册.xlsx", [] { return sheet("", kHeader + "<row r=\"2\">" + inline_cell("A2", repeated("云溪镇", 3000)) + "</row></sheetData><mergeCells><mergeCell ref=\"A2:XFD1048576\"/></mergeCells></worksheet>"); }, {0, 1, 2}},
      {"texts that are not there", "册.xlsx", [] { return sheet("", kHeader + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>4294967295</v></c></row>" + kEnd); }, {0, 1, 2}},
      {"a sheet of spaces packed a thousandfold", "册.xlsx", [] { return sheet("", std::string(70 * kMega, ' ')); }, {2}},
      {"a sheet that is an archive of archives", "册.xlsx", [] { return zip({{"a.zip", zip({{"b.zip", "x"}})}}); }, {2}},
  };
}

std::vector<HostileFile> rules() {
  const std::string head = "[checklist]\nid = \"x\"\n";
  return {
      {"ten megabytes of one text", "x.toml", [head] { return head + "title = \"" + repeated("法", 10 * kMega / 3) + "\"\n"; }, {2}},
      {"ten megabytes of keys", "x.toml", [head] { std::string out = head; for (int each = 0; each < 200'000; ++each) out += "k" + std::to_string(each) + " = 1\n"; return out; }, {2}},
      {"arrays a hundred thousand deep", "x.toml", [] { return "a = " + repeated("[", 100'000) + repeated("]", 100'000) + "\n"; }, {2}},
      {"tables a thousand deep", "x.toml", [] { return "[" + repeated("a.", 1000) + "a]\n"; }, {2}},
      {"inline tables a hundred thousand deep", "x.toml", [] { return "a = " + repeated("{a=", 100'000); }, {2}},
      {"a key twice", "x.toml", [head] { return head + "id = \"y\"\n"; }, {2}},
      {"zero bytes in rules", "x.toml", [] { return std::string(kMega, '\0'); }, {2}},
      {"broken UTF-8 in rules", "x.toml", [head] { return head + "title = \"\xED\xA0\x80\xC0\xAF\"\n"; }, {2}},
      {"rules that include themselves", "x.toml", [head] { return "include = [\"x.toml\"]\n" + head; }, {2}},
      {"rules that include a file of the system", "x.toml", [head] { return "include = [\"/etc/passwd\", \"../../../../etc/shadow\"]\n" + head; }, {2}},
      {"rules that include endless zeros", "x.toml", [head] { return "include = [\"/dev/zero\"]\n" + head; }, {2}},
      {"rules that extend themselves", "x.toml", [head] { return head + "extends = \"x.toml\"\n"; }, {2}},
      {"a name of rules with escape sequences", "x.toml", [] { return std::string("\"\\u001b[2J\" = 1\n"); }, {2}},
  };
}

std::vector<HostileFile> audits() {
  const std::string open = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  return {
      {"an audit with entities that expand", "a.xml", [open] { return open + "<!DOCTYPE audit [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><audit>&b;</audit>"; }, {2, 3}},
      {"an audit with an external entity", "a.xml", [open] { return open + "<!DOCTYPE audit [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><audit version=\"&e;\"/>"; }, {2, 3}},
      {"an audit a hundred thousand deep", "a.xml", [open] { return open + repeated("<audit>", 100'000); }, {2, 3}},
      {"an audit with elements without end", "a.xml", [open] { return open + "<audit>" + repeated("<a/>", 5 * kMega) + "</audit>"; }, {2, 3}},
      {"an audit with numbers that are none", "a.xml", [open] { return open + "<audit xmlns=\"x\"><report source=\"a\" score=\"1e999\"/></audit>"; }, {2, 3}},
      {"an empty audit", "a.xml", [] { return std::string(); }, {2, 3}},
      {"an audit cut short", "a.xml", [open] { return open + "<audit><report sou"; }, {2, 3}},
      {"noise for an audit", "a.xml", [] { return std::string("\xFF\xFE\0\x1B[2J", 7); }, {2, 3}},
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(files_of_ones_own)

BOOST_AUTO_TEST_CASE(rosters_that_are_hostile) { run_files(rosters(), {"batch", "夹", "-o", "汇总", "--as-of", "2025-03-01", "--roster", "@"}); }
BOOST_AUTO_TEST_CASE(rules_that_are_hostile) { run_files(rules(), {"check", "-c", "@", "-f", "xml", "-o", "结果.xml", "夹"}); }
BOOST_AUTO_TEST_CASE(audits_that_are_hostile) { run_files(audits(), {"rectify", "@", "-o", "结果.xml"}); }

/// A formula in a unit's name stays text in all that spreadsheet programs open.
BOOST_AUTO_TEST_CASE(formulas_stay_text) {
  const Workplace place;
  std::string text = poor_report();
  for (const char* name : {"=1+1", "+cmd", "-2", "@SUM(A1)"}) {
    place.write("夹/" + std::string(name) + ".txt", std::string(name) + text);
  }
  BOOST_REQUIRE(guarded_run(place.path(), {"check", "-f", "xml", "-o", "审查.xml", "夹"}).exit_code == 1);
  BOOST_REQUIRE(guarded_run(place.path(), {"rectify", "审查.xml", "-o", "清单.csv"}).exit_code == 0);
  const std::string csv = place.read("清单.csv");
  for (const char* each : {",=", ",+", ",@", "\"=", "\"+", "\"@", "\n=", "\n+", "\n@"}) BOOST_TEST(csv.find(each) == std::string::npos, each);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
