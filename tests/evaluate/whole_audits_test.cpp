#include <cstddef>
#include <cstring>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "audit/xml_writer.hpp"
#include "checklist/load.hpp"
#include "checklist/pack.hpp"
#include "document/read.hpp"
#include "evaluate/auditor.hpp"
#include "evaluate/sample.hpp"
#include "match/required_literals.hpp"

namespace fazhi {
namespace {

using test::township;

struct Text {
  std::string path;
  std::string bytes;
};

/// The reports of townships of the project, and every third of the labelled ones.
const std::vector<Text>& texts() {
  static const std::vector<Text> all = [] {
    std::vector<std::string> paths;
    for (const auto& [folder, step] : {std::pair{"/reports/township", 1}, std::pair{"/tests/corpus", 3}}) {
      std::vector<std::string> found;
      for (const auto& entry : std::filesystem::directory_iterator(FAZHI_SOURCE_DIR + std::string(folder))) {
        if (entry.path().extension() == ".txt") found.push_back(entry.path().string());
      }
      std::sort(found.begin(), found.end());
      for (std::size_t at = 0; at < found.size(); at += static_cast<std::size_t>(step)) paths.push_back(found[at]);
    }
    std::vector<Text> read;
    for (const std::string& path : paths) {
      std::ifstream file(path, std::ios::binary);
      read.push_back({path, {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
    }
    return read;
  }();
  return all;
}

Audit audit(const Auditor& auditor, const Text& text, Scratch& scratch) {
  Result<Document> document = read_document(text.bytes, text.path);
  // Several threads come here, and the checks of the test library are for one.
  if (!document) return {};
  return auditor.audit(std::move(*document), scratch);
}

std::string as_xml(const Audit& audit) {
  std::string xml;
  append_report_xml(xml, audit, Language::zh);
  return xml;
}

std::vector<std::string> audited(const Auditor& auditor, Scratch& scratch) {
  std::vector<std::string> all;
  for (const Text& each : texts()) all.push_back(as_xml(audit(auditor, each, scratch)));
  return all;
}

const std::vector<std::string>& expected() {
  static const std::vector<std::string> all = [] {
    Scratch scratch;
    return audited(township(), scratch);
  }();
  return all;
}

void check_same(const std::vector<std::string>& got) {
  BOOST_REQUIRE_EQUAL(got.size(), expected().size());
  for (std::size_t at = 0; at < got.size(); ++at) BOOST_TEST((got[at] == expected()[at]), texts()[at].path);
}

void shuffle(PatternSet& set, std::mt19937& engine) {
  std::shuffle(set.phrases.begin(), set.phrases.end(), engine);
  std::shuffle(set.expressions.begin(), set.expressions.end(), engine);
}

/// The checklist with elements, defects, cues and the patterns of each in another order.
Checklist shuffled(Checklist checklist, std::mt19937& engine) {
  std::shuffle(checklist.elements.begin(), checklist.elements.end(), engine);
  std::shuffle(checklist.defects.begin(), checklist.defects.end(), engine);
  for (Element& element : checklist.elements) {
    for (Find& find : element.finds) {
      shuffle(find.patterns, engine);
      shuffle(find.except, engine);
    }
  }
  for (Defect& defect : checklist.defects) {
    shuffle(defect.patterns, engine);
    shuffle(defect.except, engine);
  }
  for (Cue& cue : checklist.language.cues) {
    shuffle(cue.patterns, engine);
    shuffle(cue.stop, engine);
  }
  return checklist;
}

/// With findings in an order that does not depend on the rules' order.
Audit in_fixed_order(Audit audit) {
  std::stable_sort(audit.findings.begin(), audit.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.id < b.id; });
  return audit;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(whole_audits)

BOOST_AUTO_TEST_CASE(first_pass_off) {
  BOOST_TEST(texts().size() > 40U);
  Scratch scratch;
  scratch.skip_first_pass();
  check_same(audited(township(), scratch));
}

BOOST_AUTO_TEST_CASE(rules_in_another_order) {
  std::mt19937 engine(7);
  for (int round = 0; round < 2; ++round) {
    const Auditor other(shuffled(township().compiled().checklist(), engine));
    Scratch scratch;
    for (const Text& each : texts()) {
      const std::string first = as_xml(in_fixed_order(audit(township(), each, scratch)));
      BOOST_TEST((first == as_xml(in_fixed_order(audit(other, each, scratch)))), each.path);
    }
  }
}

BOOST_AUTO_TEST_CASE(many_threads) {
  // An auditor of its own: its expressions are compiled while all threads use it.
  const Auditor fresh(township().compiled().checklist());
  constexpr std::size_t kThreads = 6;
  std::vector<std::vector<std::string>> got(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      Scratch scratch;
      got[thread] = audited(fresh, scratch);
    });
  }
  for (std::thread& each : threads) each.join();
  for (const std::vector<std::string>& each : got) check_same(each);
}

BOOST_AUTO_TEST_CASE(alone_and_behind_others) {
  for (std::size_t at = 0; at < texts().size(); at += 9) {
    const Auditor fresh(township().compiled().checklist());
    Scratch scratch;
    BOOST_TEST((as_xml(audit(fresh, texts()[at], scratch)) == expected()[at]), texts()[at].path);
  }
}

BOOST_AUTO_TEST_CASE(measured) {
  Scratch scratch;
  scratch.measure();
  check_same(audited(township(), scratch));
  const ScanCosts* costs = scratch.costs(township().compiled().database());
  BOOST_REQUIRE(costs != nullptr);
  BOOST_TEST(costs->seconds > 0);
  std::uint64_t tries = 0;
  for (const ScanCosts::Expression& each : costs->expressions) tries += each.tries;
  BOOST_TEST(tries > 1'000U);
  BOOST_TEST(costs->hits.size() == township().compiled().rules_of_groups().size());
  BOOST_TEST(std::count(township().compiled().rules_of_groups().begin(), township().compiled().rules_of_groups().end(), "") == 0);
}

BOOST_AUTO_TEST_CASE(packed_checklist) {
  const std::string bytes = township().compiled().database().image();
  std::vector<std::max_align_t> aligned(bytes.size() / sizeof(std::max_align_t) + 1);
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  const std::string_view image(reinterpret_cast<const char*>(aligned.data()), bytes.size());
  const std::optional<Checklist> packed = unpack(pack(township().compiled().checklist()));
  BOOST_REQUIRE(packed.has_value());
  BOOST_TEST((Database::of_image(image) != nullptr));
  const Auditor auditor(*packed, {}, image);
  BOOST_TEST(auditor.compiled().database().image() == bytes);
  Scratch scratch;
  check_same(audited(auditor, scratch));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
