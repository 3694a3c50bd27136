#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "match/database.hpp"

namespace fazhi {
namespace {

/// Bytes that lie as an image has to.
class Aligned {
 public:
  explicit Aligned(std::string_view bytes) : size_(bytes.size()), blocks_(bytes.size() / sizeof(std::max_align_t) + 2) {
    std::memcpy(blocks_.data(), bytes.data(), bytes.size());
  }
  [[nodiscard]] std::string_view bytes(std::size_t skipped = 0) const {
    return {reinterpret_cast<const char*>(blocks_.data()) + skipped, size_};
  }

 private:
  std::size_t size_;
  std::vector<std::max_align_t> blocks_;
};

const std::vector<std::string> kPhrases{"法治", "依法行政", "镇"};
const std::vector<std::string> kExpressions{"法治[^。]{0,4}建设", "(?:^|(?<=，))[^，]?全年", ".年"};

std::string found_in(const Database& database) {
  const std::string text = "我镇依法行政，全年推进法治政府建设。";
  const std::vector<TextRange> windows{{0, static_cast<std::uint32_t>(text.size())}};
  Scratch scratch;
  MatchSet matches;
  database.scan(text, windows, scratch, matches);
  std::string out;
  for (std::size_t group = 0; group < database.group_count(); ++group) {
    for (const Match& each : matches.of(static_cast<GroupId>(group))) {
      out += std::to_string(group) + std::string(each.range.of(text)) + " ";
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(database_image)

BOOST_AUTO_TEST_CASE(finds_what_its_database_finds) {
  DatabaseBuilder builder;
  builder.add_group(kPhrases, {});
  builder.add_group({}, kExpressions);
  const Database made(builder);
  const Aligned image(made.image());
  const std::unique_ptr<Database> read = Database::of_image(image.bytes());
  BOOST_REQUIRE((read != nullptr));
  BOOST_TEST(found_in(*read) == "0镇 0依法行政 0法治 1全年 1法治政府建设 ");
  BOOST_TEST(found_in(*read) == found_in(made));
  BOOST_TEST((read->image() == made.image()));
  BOOST_TEST(read->phrases() == made.phrases(), boost::test_tools::per_element());
  BOOST_TEST(read->expressions() == made.expressions(), boost::test_tools::per_element());
  BOOST_TEST(read->unfiltered_expressions() == made.unfiltered_expressions(), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(of_no_patterns) {
  const Aligned image(Database(DatabaseBuilder()).image());
  const std::unique_ptr<Database> read = Database::of_image(image.bytes());
  BOOST_REQUIRE((read != nullptr));
  BOOST_TEST(found_in(*read) == "");
}

BOOST_AUTO_TEST_CASE(other_bytes_are_refused) {
  DatabaseBuilder builder;
  builder.add_group(kPhrases, kExpressions);
  const std::string bytes = Database(builder).image();
  const Aligned image(bytes);
  BOOST_TEST((Database::of_image({}) == nullptr));
  BOOST_TEST((Database::of_image(image.bytes(1)) == nullptr));
  for (std::size_t size = 0; size + kImageAlignment < bytes.size(); size += 997) {
    BOOST_TEST((Database::of_image(image.bytes().substr(0, size)) == nullptr), size);
  }
  BOOST_TEST((Database::of_image(Aligned(std::string(2'000, '\xFF')).bytes()) == nullptr));
}

BOOST_AUTO_TEST_CASE(a_builder_that_only_counts_gives_the_same_ids) {
  DatabaseBuilder keeps;
  DatabaseBuilder counts;
  counts.only_count();
  for (int round = 0; round < 3; ++round) BOOST_TEST(counts.add_group(kPhrases, kExpressions) == keeps.add_group(kPhrases, {}));
  BOOST_TEST(counts.group_count() == keeps.group_count());
  BOOST_TEST(Database(counts).phrases().empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
