#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "cli/run_program.hpp"
#include "hostile/guarded_run.hpp"
#include "hostile/rows.hpp"

namespace fazhi::test {
namespace {

/// Sets the window's title, clears the screen in either set of controls, turns the writing direction.
const std::string kEvil = "\x1B]0;x\x07\x1B[2J\xC2\x9B" "2J\xE2\x80\xAE\xE2\x81\xA6";

bool obeys(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

/// Bytes that a terminal would act upon; line breaks alone are meant.
bool is_harmless(std::string_view text) {
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F) return false;
  }
  for (unsigned second = 0x80; second < 0xA0; ++second) {
    if (obeys(text, std::string("\xC2") + static_cast<char>(second))) return false;
  }
  for (const char* each : {"\xD8\x9C", "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD",
                           "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9"}) {
    if (obeys(text, each)) return false;
  }
  return true;
}

using Call = std::vector<std::string>;

const std::string kReport = "报" + kEvil + ".txt";
const std::string kRules = "规" + kEvil + ".toml";
const std::string kBroken = "坏" + kEvil + ".toml";
const std::string kAudit = "审" + kEvil + ".xml";
const std::string kNothing = "无" + kEvil;

std::vector<Call> calls() {
  return {{"check", kNothing},
          {"check", "-d", kReport},
          {"check", "--advise", kReport},
          {"check", "-c", kRules, kReport},
          {"check", "-c", kBroken, kReport},
          {"check", "-c", kNothing, kReport},
          {"check", "-o", "无/" + kEvil, kReport},
          {"check", "--level", kEvil, kReport},
          {"check", "--as-of", kEvil, kReport},
          {"check", "-f", kEvil, kReport},
          {kEvil},
          {"explain", kReport},
          {"explain", kNothing},
          {"explain", "-e", kEvil, kReport},
          {"verify", kReport, kReport},
          {"verify", kNothing, kReport},
          {"rectify", kAudit, "-o", "l.xml"},
          {"rectify", kNothing, "-o", "l.xml"},
          {"rectify", kAudit, "-o", "l." + kEvil},
          {"rectify", kAudit, "--rules", kBroken, "-o", "l.xml"},
          {"rectify", kAudit, "--holidays", kBroken, "--days", "3", "-o", "l.xml"},
          {"rectify", kAudit, "--wording", kBroken, "--per-unit", "p", "-o", "l.xml"},
          {"rectify", kAudit, "--update", kAudit, "-o", "l.xml"},
          {"batch", kReport, "-o", "汇" + kEvil},
          {"batch", kReport, "-o", "汇", "--roster", kNothing},
          {"batch", kReport, "-o", "汇", "--roster", kReport},
          {"checklist", "lint", kRules},
          {"checklist", "lint", kBroken},
          {"checklist", "test", kRules},
          {"checklist", "test", "--mutate", kRules},
          {"checklist", "show", kRules},
          {"checklist", "coverage", kRules},
          {"checklist", "new", kEvil},
          {"checklist", "new", "leadership.x", "-o", "无/" + kEvil}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(terminal)

BOOST_AUTO_TEST_CASE(gets_nothing_that_it_would_obey) {
  const Workplace place;
  place.write(kReport, report_with(kEvil + "组织干部学法十二次" + kEvil + "。") + good_report());
  place.write(kRules, "format = 1\nextends = \"township\"\n[checklist]\nid = \"x\"\nversion = \"1\"\ntitle = \"\\u001b[2J\\u202e\"\n");
  place.write(kBroken, "a = \"" + kEvil + "\n" + kEvil + " = [\n\"\\u001b\" = 1\n");
  place.write(kAudit, "<audit " + kEvil + "='x'>");
  for (Call each : calls()) {
    const std::string name = each.front();
    for (const char* language : {"zh", "en"}) {
      Call call = each;
      call.insert(call.end(), {"--lang", language});
      const GuardedResult run = guarded_run(place.path(), call);
      BOOST_TEST(run.signal == 0);
      BOOST_TEST(is_harmless(run.output), name << ' ' << language << ": " << run.output);
      BOOST_TEST(is_harmless(run.errors), name << ' ' << language << ": " << run.errors);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
