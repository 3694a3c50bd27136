#include "batch/find_copies.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "batch/stored_text.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

/// A paragraph of so many sentences, no two alike.
std::string paragraph(std::size_t sentences, std::size_t seed) {
  static const std::vector<std::string> words{"渡口", "甘蔗", "磨坊", "柴垛", "石桥", "水车", "茶籽", "渔网", "砖窑", "竹筏", "谷仓"};
  std::string out;
  for (std::size_t at = 0; at < sentences; ++at) {
    const std::size_t pick = at * 7 + seed;
    out += "调解员在" + words[pick % 11] + "和" + words[(pick / 3 + at) % 11] + "之间走了" + std::to_string(100 + pick * 13 % 800) +
           "步，说通了" + words[(pick * 5 + 2) % 11] + "边的" + std::to_string(3 + pick % 17) + "户人家。";
  }
  return out;
}

/// A folder of reports whose text is stored, as judging leaves it.
class Reports {
 public:
  Reports() {
    std::string pattern = (fs::temp_directory_path() / "fazhi-test-XXXXXX").string();
    BOOST_REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
    BOOST_REQUIRE(!folder_.open((path_ / "out").string()).has_value());
  }
  ~Reports() { fs::remove_all(path_); }
  Reports(const Reports&) = delete;
  Reports& operator=(const Reports&) = delete;

  void add(const std::string& text, std::optional<std::size_t> unit = std::nullopt) {
    const auto id = static_cast<std::uint32_t>(inputs_.reports.size());
    StoredText stored;
    stored.text = text + "\n";
    stored.paragraphs.push_back({{0, static_cast<std::uint32_t>(text.size())}, {}});
    StoredText::Part whole;
    whole.range = {0, static_cast<std::uint32_t>(prepare(stored, SetPhrases()).normal.text.size()) - 1};
    whole.role = Role::achievements;
    stored.parts.push_back(whole);
    const std::string name = BatchFolder::text_name("this-year", std::to_string(id), 0);
    BOOST_REQUIRE(!folder_.write(name, bytes_of(stored, "key")).has_value());
    ReportRecord record;
    record.source = std::to_string(id) + ".txt";
    record.unit = unit;
    inputs_.reports.push_back(std::move(record));
    inputs_.texts.push_back({name, "key", {}});
    inputs_.index.add(id, Collection::this_year, signature_of(prepare(std::move(stored), SetPhrases()).comparable));
  }

  Copies find(std::size_t listed_pairs = limits::kListedPairs) {
    BatchOptions options;
    options.jobs = 2;
    return find_copies(options, folder_, inputs_, SetPhrases(), 30, BatchWatch(), listed_pairs);
  }

 private:
  fs::path path_;
  BatchFolder folder_;
  JudgedInputs inputs_;
};

std::size_t copied(const Copies& copies) {
  std::size_t count = 0;
  for (const auto& each : copies.origins) count += each.has_value() ? 1U : 0U;
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(finding_copies)

BOOST_AUTO_TEST_CASE(pairs_past_the_limit_are_counted) {
  const auto add = [](Reports& reports) {
    for (std::size_t number = 0; number < 4; ++number) reports.add(paragraph(40, 1) + paragraph(8, 1000 * (number + 2)));
    for (std::size_t number = 0; number < 8; ++number) reports.add(paragraph(48, 100'000 * (number + 1) + number));
  };
  Reports all;
  add(all);
  const Copies every = all.find();
  BOOST_TEST(every.pairs.size() == 6U);
  BOOST_TEST(every.more_pairs == 0U);
  Reports few;
  add(few);
  const Copies listed = few.find(2);
  BOOST_TEST(listed.pairs.size() == 2U);
  BOOST_TEST(listed.more_pairs == 4U);
  BOOST_TEST(copied(every) == 4U);
  BOOST_TEST(copied(listed) == 4U, "reports of pairs that are not listed are copied all the same");
}

BOOST_AUTO_TEST_CASE(a_long_passage_is_cut_between_characters) {
  Reports reports;
  const std::string shared = paragraph(60, 1);
  BOOST_REQUIRE(shared.size() > 2 * limits::kPassageBytes);
  reports.add(shared);
  reports.add(shared);
  for (std::size_t number = 0; number < 8; ++number) reports.add(paragraph(48, 100'000 * (number + 1) + number));
  const Copies copies = reports.find();
  BOOST_REQUIRE(copies.pairs.size() == 1U);
  BOOST_REQUIRE(!copies.pairs[0].passages.empty());
  const std::string& passage = copies.pairs[0].passages[0].here;
  const std::string_view ellipsis = "…";
  BOOST_REQUIRE(passage.ends_with(ellipsis));
  const std::size_t kept = passage.size() - ellipsis.size();
  BOOST_TEST(kept <= limits::kPassageBytes);
  BOOST_TEST(kept + 4 > limits::kPassageBytes);
  BOOST_TEST(shared.starts_with(passage.substr(0, kept)));
  BOOST_TEST(code_point_length(shared[kept]) > 0U);
  BOOST_TEST((static_cast<unsigned char>(shared[kept]) & 0xC0U) != 0x80U, "the next character is whole");
}

BOOST_AUTO_TEST_CASE(two_reports_of_one_unit_are_listed_and_not_copied) {
  Reports reports;
  reports.add(paragraph(40, 1) + paragraph(8, 2000), 3);
  reports.add(paragraph(40, 1) + paragraph(8, 3000), 3);
  for (std::size_t number = 0; number < 8; ++number) reports.add(paragraph(48, 100'000 * (number + 1) + number));
  const Copies copies = reports.find();
  BOOST_TEST(copies.pairs.size() == 1U);
  BOOST_TEST(copied(copies) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
