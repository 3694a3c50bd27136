#include "hostile/rows.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <set>

#include "cli/run_program.hpp"
#include "hostile/guarded_run.hpp"

namespace fazhi::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "夹";
constexpr const char* kGood = "夹/好.txt";
constexpr const char* kGoodAudit = "汇总/audits/云溪镇.xml";
#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t kMemoryBytes = std::size_t{8} << 30;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr std::size_t kMemoryBytes = std::size_t{8} << 30;
#else
constexpr std::size_t kMemoryBytes = std::size_t{3} << 29;
#endif
#else
constexpr std::size_t kMemoryBytes = std::size_t{3} << 29;
#endif

std::size_t g_rows_run = 0;

/// A folder of its own for the row's thing, so that things of one name stand side by side.
void lay(const HostileRow& row, const fs::path& folder) {
  fs::create_directories(folder);
  row.lay(folder);
}

/// The <report> of the good one; "" where it was not audited.
std::string good_in(const std::string& xml) {
  const std::string head = "<report source=\"" + std::string(kGood) + "\"";
  const std::size_t begin = xml.find(head);
  if (begin == std::string::npos) return {};
  return xml.substr(begin, xml.find("</report>", begin) - begin);
}

/// What the program says of the good report where nothing lies beside it.
const std::string& good_alone() {
  static const std::string kAlone = [] {
    const Workplace place;
    place.write(kGood, good_report());
    return good_in(place.run({"check", "-f", "xml", kFolder}).output);
  }();
  return kAlone;
}

/// The folder of a batch of the good report, made once and copied.
const Workplace& earlier_batch() {
  static const Workplace kPlace;
  static const bool kMade = [] {
    kPlace.write(kGood, good_report());
    return kPlace.run({"batch", kFolder, "-o", "汇总", "--as-of", "2025-03-01"}).exit_code == 0;
  }();
  BOOST_REQUIRE(kMade);
  return kPlace;
}

/// Codes of all that the XML has beside the good report.
std::multiset<std::string> outcomes_in(const std::string& xml) {
  pugi::xml_document document;
  BOOST_TEST(static_cast<bool>(document.load_buffer(xml.data(), xml.size())), "the XML is well-formed");
  std::multiset<std::string> out;
  for (const pugi::xml_node& each : document.document_element().children()) {
    const std::string name = each.name();
    if (name == "report" && std::string_view(each.attribute("source").value()) != kGood) out.insert(std::string(kAudited));
    if (name == "error") out.insert(each.attribute("code").value());
  }
  return out;
}

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; }

/// Nothing in it that a terminal would obey.
bool is_printable(std::string_view text) {
  constexpr std::array<std::string_view, 16> kObeyed{
      "\xC2\x9B", "\xC2\x90", "\xC2\x9D", "\xC2\x85", "\xD8\x9C", "\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA",
      "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8",
      "\xE2\x81\xA9"};
  return std::none_of(text.begin(), text.end(), is_control) &&
         std::none_of(kObeyed.begin(), kObeyed.end(), [&](auto each) { return text.find(each) != std::string_view::npos; });
}

bool has_private_folder(const fs::path& folder) {
  return std::any_of(fs::directory_iterator(folder), {}, [](const fs::directory_entry& each) {
    return each.path().filename().string().starts_with("fazhi-");
  });
}

void test_limits(const GuardedResult& run, const fs::path& folder) {
  BOOST_TEST(!run.was_stopped, "it ends in time");
  BOOST_TEST(run.signal == 0);
  BOOST_TEST(run.peak_bytes < kMemoryBytes);
  BOOST_TEST(is_printable(run.errors), "what goes to a terminal has no control characters: " << run.errors);
  BOOST_TEST(!has_private_folder(folder), "no private folder is left");
}

void check_row(const HostileRow& row) {
  const Workplace place;
  place.write(kGood, good_report());
  lay(row, place.path() / kFolder);
  const GuardedResult run = guarded_run(place.path(), {"check", "-f", "xml", kFolder});
  test_limits(run, place.path());
  BOOST_TEST(run.exit_code == row.exit_code);
  BOOST_TEST((good_in(run.output) == good_alone()), "the good report is audited as it is alone");
  const std::multiset<std::string> found = outcomes_in(run.output);
  BOOST_TEST((!found.empty() || std::count(row.outcomes.begin(), row.outcomes.end(), kPassedOver) > 0), "it is told");
  for (const std::string& each : found) {
    BOOST_TEST((std::find(row.outcomes.begin(), row.outcomes.end(), each) != row.outcomes.end()), each << ": " << run.errors);
  }
  BOOST_TEST((run.errors.empty() || run.errors.find("夹") != std::string::npos), "messages name the place: " << run.errors);
}

void check_batch(const std::vector<HostileRow>& rows) {
  const Workplace place;
  fs::copy(earlier_batch().path(), place.path(), fs::copy_options::recursive);
  const std::string before = place.read(kGoodAudit);
  BOOST_REQUIRE(!before.empty());
  std::size_t number = 0;
  for (const HostileRow& each : rows) {
    if (!each.is_slow) lay(each, place.path() / kFolder / std::to_string(++number));
  }
  const GuardedResult run = guarded_run(place.path(), {"batch", kFolder, "-o", "汇总", "--as-of", "2025-03-01"});
  test_limits(run, place.path());
  BOOST_TEST(is_printable(run.output));
  BOOST_TEST((run.exit_code == 3 || run.exit_code == 1));
  BOOST_TEST((place.read(kGoodAudit) == before), "the earlier audit is whole");
  pugi::xml_document summary;
  BOOST_TEST(static_cast<bool>(summary.load_string(place.read("汇总/summary.xml").c_str())));
  BOOST_TEST(place.read("汇总/index.html").ends_with("</html>\n"));
  BOOST_TEST(place.read("汇总/summary.xlsx").starts_with("PK"));
}

}  // namespace

HostileRow file_row(std::string what, std::string name, std::function<std::string()> bytes,
                    std::vector<std::string_view> outcomes, int exit_code) {
  const auto write = [name = std::move(name), bytes = std::move(bytes)](const fs::path& folder) {
    std::ofstream(folder / name, std::ios::binary) << bytes();
  };
  return {std::move(what), write, std::move(outcomes), exit_code};
}

void run_rows(const std::vector<HostileRow>& rows) {
  for (const HostileRow& each : rows) {
    BOOST_TEST_CONTEXT(each.what) { check_row(each); }
    ++g_rows_run;
  }
  if (std::all_of(rows.begin(), rows.end(), [](const HostileRow& each) { return each.is_slow; })) return;
  BOOST_TEST_CONTEXT("all of them as a batch") { check_batch(rows); }
}

std::size_t rows_run() { return g_rows_run; }

std::string report_with(std::string_view body) {
  return "石桥镇2024年法治政府建设年度报告\n2024年，我镇认真开展工作。现将有关情况报告如下：\n一、主要工作\n" +
         std::string(body) + "\n全镇修通了到各村的路，绿化面积进一步扩大，群众出行更加方便。\n";
}

std::string report_titled(std::string_view title) {
  return std::string(title) + "\n2024年，石桥镇认真开展工作。现将有关情况报告如下：\n一、主要工作\n"
                              "全镇修通了到各村的路，绿化面积进一步扩大，群众出行更加方便。\n";
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t each = 0; each < times; ++each) out += text;
  return out;
}

std::string encoded(std::string_view utf8, const char* encoding) {
  const iconv_t converter = ::iconv_open(encoding, "UTF-8");
  BOOST_REQUIRE((converter != reinterpret_cast<iconv_t>(-1)));
  std::string in(utf8);
  std::string out(utf8.size() * 4 + 16, '\0');
  char* from = in.data();
  char* to = out.data();
  std::size_t left = in.size();
  std::size_t room = out.size();
  BOOST_REQUIRE((::iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1)));
  ::iconv_close(converter);
  out.resize(out.size() - room);
  return out;
}

}  // namespace fazhi::test
