#include "similarity/index.hpp"

#include <stdlib.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <random>
#include <set>

#include "similarity/sample.hpp"

namespace fazhi {

std::ostream& operator<<(std::ostream& out, const CandidatePair& pair) {
  return out << pair.first << '-' << pair.second << ':' << pair.shared_samples;
}

namespace {

using test::comparable;
using test::joined;

struct Added {
  std::uint32_t id;
  Collection collection;
  ReportSignature signature;
};

/// A text of Han characters without any sense; the same of the same seed.
std::string noise(std::uint32_t seed, std::size_t points) {
  std::mt19937 random(seed);
  std::string text;
  for (std::size_t each = 0; each < points; ++each) {
    const auto value = static_cast<std::uint32_t>(0x4F00 + random() % 0x4000);
    text += static_cast<char>(0xE0 | value >> 12);
    text += static_cast<char>(0x80 | (value >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (value & 0x3F));
  }
  return text;
}

Added report(std::uint32_t id, const std::string& text, Collection collection = Collection::this_year) {
  return {id, collection, signature_of(comparable(text))};
}

SimilarityIndex index_of(const std::vector<Added>& reports) {
  SimilarityIndexBuilder builder;
  for (const Added& each : reports) builder.add(each.id, each.collection, each.signature);
  return std::move(builder).build().value();
}

std::set<std::pair<std::uint32_t, std::uint32_t>> pairs_of(const SimilarityIndex& index) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  const auto found = index.candidates(0, index.size());
  for (const CandidatePair& each : *found) pairs.emplace(each.first, each.second);
  return pairs;
}

/// Thirty reports of their own, of which some have copied.
std::vector<Added> batch() {
  std::vector<Added> reports;
  for (std::uint32_t id = 0; id < 30; ++id) reports.push_back(report(id, noise(id, 900)));
  reports[7] = report(7, noise(100, 600) + "\n" + noise(3, 300));
  reports[20] = report(20, noise(20, 450) + "\n" + noise(7, 450));
  reports.push_back(report(4, noise(4, 800), Collection::last_year));
  reports.push_back(report(5, noise(4, 700), Collection::last_year));
  return reports;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(index_of_reports)

BOOST_AUTO_TEST_CASE(copies_are_candidates_and_others_are_not) {
  std::vector<Added> reports = batch();
  reports[20] = report(20, noise(20, 450) + "\n" + noise(100, 450));
  const SimilarityIndex index = index_of(reports);
  const std::set<std::pair<std::uint32_t, std::uint32_t>> expected = {{3, 7}, {4, 4}, {4, 5}, {7, 20}};
  BOOST_TEST(index.size() == 32U);
  BOOST_TEST((pairs_of(index) == expected));
}

BOOST_AUTO_TEST_CASE(the_order_of_adding_does_not_matter) {
  std::vector<Added> reports = batch();
  const SimilarityIndex index = index_of(reports);
  const std::vector<CandidatePair> expected = *index.candidates(0, index.size());
  std::mt19937 random(3);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(reports.begin(), reports.end(), random);
    const SimilarityIndex other = index_of(reports);
    BOOST_TEST(*other.candidates(0, other.size()) == expected, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(parts_make_the_whole) {
  const SimilarityIndex index = index_of(batch());
  std::vector<CandidatePair> together;
  for (std::size_t begin = 0; begin < index.size(); begin += 5) {
    const auto part = *index.candidates(begin, begin + 5);
    together.insert(together.end(), part.begin(), part.end());
  }
  BOOST_TEST(together == *index.candidates(0, index.size()), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(samples_in_a_file_and_blocks_change_nothing) {
  std::vector<Added> reports = batch();
  // Longer than a block, beside one that stands in blocks of its own.
  reports.push_back(report(40, noise(40, 2'500'000)));
  reports.push_back(report(41, noise(40, 2'500'000)));
  const SimilarityIndex whole = index_of(reports);
  const std::vector<CandidatePair> expected = *whole.candidates(0, whole.size());

  std::string pattern = (std::filesystem::temp_directory_path() / "fazhi-index-XXXXXX").string();
  BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  SimilarityIndexBuilder builder;
  BOOST_REQUIRE(!builder.keep_in_file(pattern + "/samples"));
  std::filesystem::remove(pattern);
  for (const Added& each : reports) builder.add(each.id, each.collection, each.signature);
  const SimilarityIndex index = std::move(builder).build().value();
  std::vector<CandidatePair> together;
  std::size_t blocks = 0;
  for (std::size_t begin = 0; begin < index.size(); begin = index.end_of_block(begin), ++blocks) {
    BOOST_REQUIRE(index.end_of_block(begin) > begin);
    const auto part = *index.candidates(begin, index.end_of_block(begin));
    together.insert(together.end(), part.begin(), part.end());
  }
  BOOST_TEST(blocks > 2U);
  BOOST_TEST(together == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_hundred_copies_of_one_source_are_linked) {
  std::vector<Added> reports;
  const auto count = static_cast<std::uint32_t>(3 * SimilarityIndex::kNeighbours);
  for (std::uint32_t id = 0; id < count; ++id) {
    reports.push_back(report(id, noise(1'000 + id, 400) + "\n" + noise(1, 500)));
  }
  const SimilarityIndex index = index_of(reports);
  const std::vector<CandidatePair> pairs = *index.candidates(0, index.size());
  BOOST_TEST(pairs.size() <= count * SimilarityIndex::kMostPartners);
  std::set<std::uint32_t> linked = {0};
  for (const CandidatePair& each : pairs) {
    if (linked.count(each.first) > 0) linked.insert(each.second);
  }
  BOOST_TEST(linked.size() == count);
}

BOOST_AUTO_TEST_CASE(what_many_share_is_common) {
  std::vector<Added> reports;
  const std::string phrase = noise(1, 30);
  for (std::uint32_t id = 0; id < 40; ++id) reports.push_back(report(id, noise(50 + id, 400) + phrase + noise(500 + id, 400)));
  const SimilarityIndex index = index_of(reports);
  BOOST_TEST(index.candidates(0, index.size())->empty());
  const ComparableText phrase_alone = comparable(phrase);
  for (const std::uint32_t each : phrase_alone.shingles) BOOST_TEST(index.common().contains(each));
  std::size_t own = 0;
  const ComparableText own_text = comparable(noise(50, 400));
  for (const std::uint32_t each : own_text.shingles) own += index.common().contains(each) ? 1U : 0U;
  BOOST_TEST(own == 0U);
}

BOOST_AUTO_TEST_CASE(few_reports_have_nothing_in_common) {
  std::vector<Added> reports;
  for (std::uint32_t id = 0; id < 4; ++id) reports.push_back(report(id, noise(1, 500)));
  const SimilarityIndex index = index_of(reports);
  BOOST_TEST(!index.common().contains(reports[0].signature.shingles[0]));
  BOOST_TEST(index.candidates(0, index.size())->size() == 6U);
}

BOOST_AUTO_TEST_CASE(empty_indexes_and_reports) {
  BOOST_TEST(index_of({}).candidates(0, 10)->empty());
  const SimilarityIndex index = index_of({report(0, ""), report(1, ""), report(2, "法治")});
  BOOST_TEST(index.size() == 3U);
  BOOST_TEST(index.candidates(0, 3)->empty());
}

BOOST_AUTO_TEST_CASE(signatures_are_ordered_and_leave_set_phrases_out) {
  const std::string text = joined(test::sentences_of_a_report());
  const ReportSignature whole = signature_of(comparable(text));
  BOOST_TEST(std::is_sorted(whole.shingles.begin(), whole.shingles.end()));
  const ReportSignature less = signature_of(comparable(text, {}, {test::sentences_of_a_report()[2]}));
  BOOST_TEST(less.shingles.size() < whole.shingles.size());
  BOOST_TEST(std::includes(whole.shingles.begin(), whole.shingles.end(), less.shingles.begin(), less.shingles.end()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
