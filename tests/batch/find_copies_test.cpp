#include "batch/find_copies.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <random>
#include <string>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "batch/stored_text.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

/// A paragraph of so many sentences; another seed shares nothing with it.
std::string paragraph(std::size_t sentences, std::uint32_t seed) {
  constexpr int kCharacters = 20;
  constexpr std::uint32_t kFirstHan = 0x4E00;
  constexpr std::uint32_t kHan = 0x5000;
  std::mt19937 random(seed);
  std::string out;
  for (std::size_t at = 0; at < sentences; ++at) {
    for (int character = 0; character < kCharacters; ++character) {
      const std::uint32_t point = kFirstHan + static_cast<std::uint32_t>(random()) % kHan;
      out += static_cast<char>(0xE0U | (point >> 12U));
      out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
      out += static_cast<char>(0x80U | (point & 0x3FU));
    }
    out += "。";
  }
  return out;
}

/// Reports that nobody copied.
template <class Reports>
void add_others(Reports& reports) {
  for (std::uint32_t number = 0; number < 8; ++number) reports.add(paragraph(48, 100 + number));
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
    const BatchFolder::TextName name = BatchFolder::text_name("this-year", std::to_string(id), 0);
    BOOST_REQUIRE(!folder_.write(BatchFolder::text_path(name), bytes_of(stored, "1")).has_value());
    ReportRecord record;
    record.source = std::to_string(id) + ".txt";
    record.unit = unit;
    inputs_.reports.push_back(std::move(record));
    inputs_.texts.push_back({name, 1});
    inputs_.index.add(id, Collection::this_year, signature_of(prepare(std::move(stored), SetPhrases()).comparable));
  }

  Result<Copies> search(std::size_t listed_pairs = limits::kListedPairs) {
    BatchOptions options;
    options.jobs = 2;
    Result<SimilarityIndex> index = std::move(inputs_.index).build();
    BOOST_REQUIRE(index.has_value());
    return find_copies(options, folder_, *index, inputs_, SetPhrases(), 30, BatchWatch(), listed_pairs);
  }

  Copies find(std::size_t listed_pairs = limits::kListedPairs) {
    Result<Copies> copies = search(listed_pairs);
    BOOST_REQUIRE(copies.has_value());
    return std::move(*copies);
  }

  fs::path text_file(std::size_t report) const { return folder_.path() + '/' + BatchFolder::text_path(inputs_.texts[report].name); }

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
    for (std::uint32_t number = 0; number < 4; ++number) reports.add(paragraph(40, 1) + paragraph(8, 10 + number));
    add_others(reports);
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

BOOST_AUTO_TEST_CASE(a_text_that_changed_meanwhile_is_told) {
  for (const bool is_removed : {true, false}) {
    Reports reports;
    reports.add(paragraph(40, 1));
    reports.add(paragraph(40, 1));
    add_others(reports);
    const fs::path file = reports.text_file(1);
    if (is_removed) {
      fs::remove(file);
    } else {
      fs::resize_file(file, fs::file_size(file) - 1);
    }
    const Result<Copies> copies = reports.search();
    BOOST_REQUIRE(!copies.has_value());
    BOOST_TEST((copies.error().id == MessageId::batch_folder_changed));
    BOOST_TEST(copies.error().arguments.at(0) == file.string());
  }
}

BOOST_AUTO_TEST_CASE(a_long_passage_is_cut_between_characters) {
  Reports reports;
  const std::string shared = paragraph(60, 1);
  BOOST_REQUIRE(shared.size() > 2 * limits::kPassageBytes);
  reports.add(shared);
  reports.add(shared);
  add_others(reports);
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
  reports.add(paragraph(40, 1) + paragraph(8, 20), 3);
  reports.add(paragraph(40, 1) + paragraph(8, 30), 3);
  add_others(reports);
  const Copies copies = reports.find();
  BOOST_TEST(copies.pairs.size() == 1U);
  BOOST_TEST(copied(copies) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
