#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <functional>
#include <future>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "checklist/load.hpp"
#include "document/read.hpp"
#include "evaluate/auditor.hpp"
#include "match/database.hpp"
#include "match/random_text.hpp"

namespace fazhi {
namespace {

using Texts = std::vector<std::string>;

struct Group {
  Texts phrases;
  Texts expressions;
};

struct Sample {
  std::string text;
  std::vector<TextRange> windows;
};

/// Everything that a scan found, one line a match, but not which pattern it was.
std::string shown(const MatchSet& found, const std::vector<GroupId>& groups) {
  std::string out;
  for (std::size_t index = 0; index < groups.size(); ++index) {
    for (const Match& match : found.of(groups[index])) {
      out += std::to_string(index) + ' ' + std::to_string(match.range.begin) + '-' + std::to_string(match.range.end) + " in " +
             std::to_string(match.window) + '\n';
    }
    if (found.gave_up(groups[index])) out += std::to_string(index) + " gave up\n";
  }
  return out;
}

std::string scanned(const Database& database, const std::vector<GroupId>& groups, const Sample& sample, Scratch& scratch,
                    bool first_pass = true) {
  MatchSet found;
  database.scan(sample.text, sample.windows, scratch, found, first_pass);
  return shown(found, groups);
}

test::RandomText chinese(std::uint32_t seed) {
  return test::RandomText(seed, {"法", "治", "政", "府", "依", "法治", "建设", "，", "1", "2", "a", "镇", "😀"});
}

Group random_group(test::RandomText& random) {
  Group group;
  for (std::size_t count = random.below(4); count-- > 0;) group.phrases.push_back(random.text(1 + random.below(3)));
  for (std::size_t count = random.below(4); count-- > 0;) {
    switch (random.below(6)) {
      case 0:
        group.expressions.push_back(random.text(1) + "[^，]{0,4}" + random.text(2));
        break;
      case 1:
        group.expressions.push_back("(?:" + random.text(1) + "|" + random.text(2) + ")+" + random.text(1));
        break;
      case 2:
        group.expressions.push_back("^" + random.text(1) + ".?");
        break;
      case 3:
        group.expressions.push_back(random.text(1) + "?" + random.text(1) + "$");
        break;
      case 4:
        group.expressions.push_back("[0-9]+" + random.text(1) + "?");
        break;
      default:
        group.expressions.push_back("(?<!" + random.text(1) + ")" + random.text(1) + "(?!" + random.text(1) + ")");
        break;
    }
  }
  return group;
}

Sample random_sample(test::RandomText& random) {
  Sample sample;
  for (std::size_t count = random.below(8); count-- > 0;) {
    if (random.one_in(4)) sample.text += random.text(random.below(5));
    const auto begin = static_cast<std::uint32_t>(sample.text.size());
    sample.text += random.text(random.below(30));
    sample.windows.push_back({begin, static_cast<std::uint32_t>(sample.text.size())});
  }
  return sample;
}

std::vector<GroupId> add_all(DatabaseBuilder& builder, const std::vector<Group>& groups) {
  std::vector<GroupId> ids;
  for (const Group& each : groups) ids.push_back(builder.add_group(each.phrases, each.expressions));
  return ids;
}

const Auditor& township() {
  static const Auditor auditor(*load_builtin_checklist("township").checklist);
  return auditor;
}

std::vector<GroupId> township_groups() {
  std::vector<GroupId> groups(township().compiled().database().group_count());
  std::iota(groups.begin(), groups.end(), 0);
  return groups;
}

const std::vector<Sample>& reports() {
  static const std::vector<Sample> all = [] {
    Texts paths;
    for (const char* folder : {"/reports/township", "/tests/corpus"}) {
      for (const auto& entry : std::filesystem::directory_iterator(FAZHI_SOURCE_DIR + std::string(folder))) {
        if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
      }
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Sample> samples;
    Scratch scratch;
    for (const std::string& path : paths) {
      Result<Document> document = read_document(read_bytes(path).value(), path);
      const Report report = township().read(std::move(document.value()), scratch);
      Sample& sample = samples.emplace_back();
      sample.text = report.normal.text;
      for (const Sentence& sentence : report.sentences) sample.windows.push_back(sentence.range);
    }
    return samples;
  }();
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(database_differential)

BOOST_AUTO_TEST_CASE(first_pass_changes_nothing) {
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    test::RandomText random = chinese(seed);
    std::vector<Group> groups;
    for (std::size_t count = 1 + random.below(12); count-- > 0;) groups.push_back(random_group(random));
    DatabaseBuilder builder;
    const std::vector<GroupId> ids = add_all(builder, groups);
    const Database database(builder);
    Scratch scratch;
    for (int text = 0; text < 10; ++text) {
      const Sample sample = random_sample(random);
      const std::string quick = scanned(database, ids, sample, scratch);
      found += quick.size();
      if (quick != scanned(database, ids, sample, scratch, false)) BOOST_ERROR("seed " << seed << ": " << sample.text);
    }
  }
  BOOST_TEST(found > 100'000U);
}

BOOST_AUTO_TEST_CASE(order_of_patterns_changes_nothing) {
  for (std::uint32_t seed = 1000; seed < 1060; ++seed) {
    test::RandomText random = chinese(seed);
    std::vector<Group> groups;
    for (int count = 0; count < 10; ++count) groups.push_back(random_group(random));
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::mt19937 engine(seed);
    std::shuffle(order.begin(), order.end(), engine);

    DatabaseBuilder plain;
    const std::vector<GroupId> ids = add_all(plain, groups);
    DatabaseBuilder shuffled;
    std::vector<GroupId> shuffled_ids(groups.size());
    for (const std::size_t index : order) {
      Group group = groups[index];
      std::shuffle(group.phrases.begin(), group.phrases.end(), engine);
      std::shuffle(group.expressions.begin(), group.expressions.end(), engine);
      shuffled_ids[index] = shuffled.add_group(group.phrases, group.expressions);
    }
    const Database first(plain);
    const Database second(shuffled);
    Scratch scratch;
    for (int text = 0; text < 10; ++text) {
      const Sample sample = random_sample(random);
      BOOST_TEST(scanned(first, ids, sample, scratch) == scanned(second, shuffled_ids, sample, scratch));
    }
  }
}

BOOST_AUTO_TEST_CASE(reports_with_the_first_pass_on_and_off) {
  const std::vector<GroupId> groups = township_groups();
  const Database& database = township().compiled().database();
  Scratch scratch;
  BOOST_TEST(reports().size() > 40U);
  for (const Sample& each : reports()) {
    const std::string quick = scanned(database, groups, each, scratch);
    BOOST_TEST(std::count(quick.begin(), quick.end(), '\n') > 100);
    BOOST_TEST(quick.find("gave up") == std::string::npos);
    BOOST_TEST((quick == scanned(database, groups, each, scratch, false)), each.text.substr(0, 120));
  }
}

BOOST_AUTO_TEST_CASE(more_than_is_kept_pending) {
  const std::vector<Group> groups{{{"甲"}, {"甲[^。]?乙", "(?<=丙)[^。]?乙"}}, {{}, {"[^。]甲.*乙"}}};
  DatabaseBuilder builder;
  const std::vector<GroupId> ids = add_all(builder, groups);
  const Database database(builder);
  Sample sample;
  for (std::uint32_t window = 0; window < 40'000; ++window) {
    const auto begin = static_cast<std::uint32_t>(sample.text.size());
    sample.text += window % 3 == 0 ? "丙甲乙。" : "甲丁乙。";
    sample.windows.push_back({begin, static_cast<std::uint32_t>(sample.text.size())});
  }
  Scratch scratch;
  const std::string quick = scanned(database, ids, sample, scratch);
  BOOST_TEST(std::count(quick.begin(), quick.end(), '\n') > 80'000);
  BOOST_TEST((quick == scanned(database, ids, sample, scratch, false)));
}

BOOST_AUTO_TEST_CASE(scratch_is_reused) {
  const std::vector<GroupId> groups = township_groups();
  const Database& database = township().compiled().database();
  Scratch reused;
  for (int round = 0; round < 2; ++round) {
    for (const Sample& each : reports()) {
      Scratch fresh;
      BOOST_TEST((scanned(database, groups, each, reused) == scanned(database, groups, each, fresh)));
    }
  }
}

BOOST_AUTO_TEST_CASE(one_scratch_serves_several_databases) {
  test::RandomText random = chinese(5);
  Scratch reused;
  for (int round = 0; round < 30; ++round) {
    const std::vector<Group> groups{random_group(random), random_group(random), random_group(random)};
    DatabaseBuilder builder;
    const std::vector<GroupId> ids = add_all(builder, groups);
    const Database database(builder);
    const Sample sample = random_sample(random);
    Scratch fresh;
    BOOST_TEST(scanned(database, ids, sample, reused) == scanned(database, ids, sample, fresh));
  }
}

BOOST_AUTO_TEST_CASE(threads_find_the_same) {
  const std::vector<GroupId> groups = township_groups();
  const Database& database = township().compiled().database();
  const auto scan_all = [&] {
    Scratch scratch;
    std::string all;
    for (const Sample& each : reports()) all += scanned(database, groups, each, scratch);
    return all;
  };
  const std::string alone = scan_all();
  std::future<std::string> first = std::async(std::launch::async, scan_all);
  std::future<std::string> second = std::async(std::launch::async, scan_all);
  BOOST_TEST((first.get() == alone));
  BOOST_TEST((second.get() == alone));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
