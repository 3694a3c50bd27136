#include "similarity/sample_store.hpp"

#include <stdlib.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <numeric>

#include "similarity/shingle_block.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

struct Folder {
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "fazhi-samples-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    root = pattern;
  }
  ~Folder() { fs::remove_all(root); }

  fs::path root;
};

std::vector<std::uint32_t> row(std::size_t size) {
  std::vector<std::uint32_t> out(size);
  std::iota(out.begin(), out.end(), 7U);
  return out;
}

/// Appends the numbers of `whole` in pieces that grow.
void fill(SampleStore& store, std::span<const std::uint32_t> whole) {
  for (std::size_t at = 0, size = 0; at < whole.size(); at += size) {
    size = std::min(size + 1, whole.size() - at);
    BOOST_REQUIRE(!store.append(whole.subspan(at, size)));
  }
  BOOST_REQUIRE(!store.finish());
}

BOOST_FIXTURE_TEST_SUITE(store_of_samples, Folder)

BOOST_AUTO_TEST_CASE(a_file_gives_what_memory_gives_and_leaves_no_name) {
  const std::vector<std::uint32_t> whole = row(100'000);
  SampleStore memory;
  fill(memory, whole);
  SampleStore file;
  BOOST_REQUIRE(!file.open((root / "samples").string()));
  BOOST_TEST(fs::is_empty(root));
  fill(file, whole);
  BOOST_TEST(file.size() == whole.size());
  const SampleStore moved = std::move(file);
  for (const SampleStore* store : {&std::as_const(memory), &moved}) {
    SampleReader reader(*store);
    for (const std::size_t begin : {0U, 5U, 16'380U, 16'390U, 3U, 99'990U}) {
      const std::span<const std::uint32_t> found = reader.read(begin, 10);
      BOOST_TEST(std::equal(found.begin(), found.end(), whole.begin() + static_cast<std::ptrdiff_t>(begin)));
      BOOST_TEST(found.size() == 10U);
    }
    BOOST_TEST(reader.read(0, whole.size()).size() == whole.size());
    BOOST_TEST(!reader.error().has_value());
  }
}

BOOST_AUTO_TEST_CASE(a_place_that_is_none_is_told) {
  SampleStore store;
  const auto error = store.open((root / "nowhere/samples").string());
  BOOST_REQUIRE(error.has_value());
  BOOST_TEST((error->id == MessageId::output_failed));
  BOOST_TEST(store.append(row(3)).has_value());
  BOOST_TEST(store.finish().has_value());
}

BOOST_AUTO_TEST_CASE(what_is_behind_the_end_is_an_error) {
  SampleStore store;
  BOOST_REQUIRE(!store.open((root / "samples").string()));
  fill(store, row(10));
  std::vector<std::uint32_t> out(4);
  BOOST_TEST(store.read(8, out).has_value());
}

BOOST_AUTO_TEST_CASE(a_block_tells_the_last_reports_with_a_shingle) {
  // Reports 0, 1 and 2 have shingle 16; 1 alone has 24.
  ShingleBlock block({ShingleBlock::key(16, 2), ShingleBlock::key(16, 0), ShingleBlock::key(24, 1), ShingleBlock::key(16, 1)});
  const auto passed = [&block](std::uint32_t shingle) {
    const auto found = block.pass(shingle, 2);
    return std::vector<std::uint32_t>(found.begin(), found.end());
  };
  using Places = std::vector<std::uint32_t>;
  BOOST_TEST((passed(16) == Places{}));
  BOOST_TEST((passed(16) == Places{0}));
  BOOST_TEST((passed(24) == Places{}));
  BOOST_TEST((passed(16) == Places{0, 1}));
  // From here on reports that are not in the block pass by.
  BOOST_TEST((passed(16) == Places{1, 2}));
  BOOST_TEST((passed(16) == Places{2}));
  BOOST_TEST((passed(16) == Places{}));
  BOOST_TEST((passed(24) == Places{1}));
  BOOST_TEST((passed(8) == Places{}));
  BOOST_TEST((passed(0xFFFFFFF8U) == Places{}));
}

BOOST_AUTO_TEST_CASE(an_empty_block_has_nothing) {
  ShingleBlock block({});
  BOOST_TEST(block.pass(8, 64).empty());
  BOOST_TEST(block.pass(0xFFFFFFFFU, 64).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi
