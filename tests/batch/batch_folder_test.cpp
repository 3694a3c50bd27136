#include "batch/batch_folder.hpp"

#include <stdlib.h>
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "base/sha256.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

struct Place {
  Place() {
    std::string pattern = (fs::temp_directory_path() / "fazhi-batch-XXXXXX").string();
    BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    root = pattern;
  }
  ~Place() { fs::remove_all(root); }

  std::string out() const { return (root / "out").string(); }

  fs::path root;
};

BatchFolder::Entry entry_of(const std::string& source, const std::string& xml) {
  return {source, 0, 1, {}, "input of " + source, "judge", sha256_hex(xml), {}};
}

void put(BatchFolder& folder, const std::string& source, const std::string& base, const std::string& xml) {
  BatchFolder::Entry entry = entry_of(source, xml);
  entry.stem = folder.take_stem(source, 0, base);
  BOOST_REQUIRE(!folder.prepare("one", xml));
  BOOST_REQUIRE(!folder.keep(entry, "one"));
}

BOOST_FIXTURE_TEST_SUITE(batch_folder, Place)

BOOST_AUTO_TEST_CASE(refuses_what_holds_other_things_and_leaves_it_alone) {
  fs::create_directories(out());
  std::ofstream(fs::path(out()) / "letter.txt") << "mine";
  BatchFolder folder;
  const auto error = folder.open(out());
  BOOST_REQUIRE(error.has_value());
  BOOST_TEST((error->id == MessageId::batch_folder_foreign));
  BOOST_TEST(std::distance(fs::directory_iterator(out()), fs::directory_iterator()) == 1);
}

BOOST_AUTO_TEST_CASE(writes_through_no_link_that_was_put_there) {
  fs::create_directories(root / "elsewhere");
  std::ofstream(root / "elsewhere/ledger") << "mine";
  for (const std::string name : {".fazhi", ".fazhi/new", ".fazhi/texts", "audits", "reports", ".fazhi/lock", ".fazhi/ledger", ".fazhi/ledger.new"}) {
    BOOST_TEST_CONTEXT(name) {
      fs::remove_all(out());
      fs::create_directories(fs::path(out()) / (name == ".fazhi" ? "" : ".fazhi"));
      const bool is_folder = name.find("lock") == std::string::npos && name.find("ledger") == std::string::npos;
      fs::create_symlink(root / (is_folder ? "elsewhere" : "elsewhere/ledger"), fs::path(out()) / name);
      BatchFolder folder;
      const auto error = folder.open(out());
      BOOST_REQUIRE(error.has_value());
      BOOST_TEST((error->id == MessageId::batch_folder_foreign));
    }
  }
  BOOST_TEST(std::distance(fs::directory_iterator(root / "elsewhere"), fs::directory_iterator()) == 1);
  BOOST_TEST(fs::file_size(root / "elsewhere/ledger") == 4u);
}

BOOST_AUTO_TEST_CASE(reads_no_pipe_that_was_put_in_the_place_of_a_file) {
  BatchFolder folder;
  BOOST_REQUIRE(!folder.open(out()).has_value());
  BOOST_REQUIRE_EQUAL(::mkfifo((fs::path(out()) / "summary.xml").c_str(), 0600), 0);
  BOOST_TEST(!folder.read("summary.xml").has_value());
}

BOOST_AUTO_TEST_CASE(refuses_a_file) {
  std::ofstream(root / "out") << "mine";
  BatchFolder folder;
  BOOST_REQUIRE(folder.open(out()).has_value());
}

BOOST_AUTO_TEST_CASE(takes_an_empty_folder_and_makes_one) {
  {
    BatchFolder folder;
    BOOST_TEST(!folder.open(out()).has_value());
  }
  fs::create_directories(root / "empty");
  BatchFolder folder;
  BOOST_TEST(!folder.open((root / "empty").string()).has_value());
}

BOOST_AUTO_TEST_CASE(two_runs_at_once_are_refused) {
  BatchFolder first;
  BOOST_REQUIRE(!first.open(out()));
  BatchFolder second;
  const auto error = second.open(out());
  BOOST_REQUIRE(error.has_value());
  BOOST_TEST((error->id == MessageId::batch_folder_busy));
}

BOOST_AUTO_TEST_CASE(remembers_what_was_kept_even_without_an_end) {
  {
    BatchFolder folder;
    BOOST_REQUIRE(!folder.open(out()));
    put(folder, "a\tb\n.txt", "云溪镇", "<a/>");
  }
  // A killed run leaves half a line and half a file.
  std::ofstream(fs::path(out()) / ".fazhi/ledger", std::ios::app) << "half a li";
  std::ofstream(fs::path(out()) / ".fazhi/new/7-0") << "half";
  BatchFolder folder;
  BOOST_REQUIRE(!folder.open(out()));
  const auto earlier = folder.earlier("a\tb\n.txt");
  BOOST_REQUIRE(earlier.size() == 1U);
  BOOST_TEST(earlier.front().stem == "云溪镇");
  BOOST_TEST(earlier.front().xml_sha256 == sha256_hex("<a/>"));
  BOOST_TEST(!fs::exists(fs::path(out()) / ".fazhi/new/7-0"));
  // What comes behind the half line is not lost.
  put(folder, "b.txt", "云溪镇", "<b/>");
  BOOST_TEST(folder.read("audits/云溪镇-2.xml").value_or("") == "<b/>");
}

BOOST_AUTO_TEST_CASE(a_report_keeps_its_stem_while_it_fits) {
  {
    BatchFolder folder;
    BOOST_REQUIRE(!folder.open(out()));
    put(folder, "b.txt", "云溪镇", "<b/>");
  }
  BatchFolder folder;
  BOOST_REQUIRE(!folder.open(out()));
  BOOST_TEST(folder.take_stem("a.txt", 0, "云溪镇") == "云溪镇-2");
  BOOST_TEST(folder.take_stem("b.txt", 0, "云溪镇") == "云溪镇");
  BOOST_TEST(folder.take_stem("b.txt", 0, "溪口镇") == "溪口镇");
}

BOOST_AUTO_TEST_CASE(takes_away_what_is_its_own_and_gone_alone) {
  {
    BatchFolder folder;
    BOOST_REQUIRE(!folder.open(out()));
    put(folder, "a.txt", "甲镇", "<a/>");
    put(folder, "b.txt", "乙镇", "<b/>");
    BOOST_REQUIRE(!folder.write(BatchFolder::page_name("甲镇"), "page"));
    BOOST_REQUIRE(!folder.finish({}));
  }
  std::ofstream(fs::path(out()) / "audits/丙镇.xml") << "mine";
  std::ofstream(fs::path(out()) / "letter.txt") << "mine";
  BatchFolder folder;
  BOOST_REQUIRE(!folder.open(out()));
  put(folder, "b.txt", "乙镇", "<b/>");
  put(folder, "c.txt", "丙镇", "<c/>");
  BOOST_REQUIRE(!folder.finish({}));
  BOOST_TEST(!fs::exists(fs::path(out()) / "audits/甲镇.xml"));
  BOOST_TEST(!fs::exists(fs::path(out()) / "reports/甲镇.html"));
  BOOST_TEST(folder.read("audits/乙镇.xml").value_or("") == "<b/>");
  BOOST_TEST(folder.read("audits/丙镇.xml").value_or("") == "mine");
  BOOST_TEST(folder.read("audits/丙镇-2.xml").value_or("") == "<c/>");
  BOOST_TEST(folder.read("letter.txt").value_or("") == "mine");
}

BOOST_AUTO_TEST_CASE(a_page_is_told_of_the_audit_that_it_was_made_of) {
  {
    BatchFolder folder;
    BOOST_REQUIRE(!folder.open(out()));
    put(folder, "a.txt", "甲镇", "<a/>");
    put(folder, "b.txt", "乙镇", "<b/>");
    BOOST_REQUIRE(!folder.tell_page("甲镇", "page of a"));
    BOOST_REQUIRE(!folder.tell_page("乙镇", "page of b"));
    BOOST_REQUIRE(!folder.finish({}));
  }
  BatchFolder folder;
  BOOST_REQUIRE(!folder.open(out()));
  BOOST_TEST(!folder.kept("甲镇").has_value());
  folder.keep_as_is(folder.earlier("a.txt").at(0));
  put(folder, "b.txt", "乙镇", "<b>2</b>");
  BOOST_REQUIRE(folder.kept("甲镇").has_value());
  BOOST_TEST(folder.kept("甲镇")->page_sha256 == "page of a");
  BOOST_TEST(folder.kept("甲镇")->source == "a.txt");
  BOOST_REQUIRE(folder.kept("乙镇").has_value());
  BOOST_TEST(folder.kept("乙镇")->page_sha256.empty());
}

BOOST_AUTO_TEST_CASE(of_an_audit_that_was_kept_twice_the_last_line_counts) {
  {
    BatchFolder folder;
    BOOST_REQUIRE(!folder.open(out()));
    put(folder, "a.txt", "甲镇", "<a/>");
    BatchFolder::Entry again = *folder.kept("甲镇");
    again.xml_sha256 = "changed";
    BOOST_REQUIRE(!folder.prepare("two", "<a>2</a>"));
    BOOST_REQUIRE(!folder.keep(again, "two"));
  }
  for (int run = 0; run < 2; ++run) {
    BatchFolder folder;
    BOOST_REQUIRE(!folder.open(out()));
    const auto earlier = folder.earlier("a.txt");
    BOOST_REQUIRE(earlier.size() == 1U);
    BOOST_TEST(earlier.front().xml_sha256 == "changed");
    folder.keep_as_is(earlier.front());
    BOOST_REQUIRE(!folder.finish({}));
  }
}

BOOST_AUTO_TEST_CASE(an_earlier_ledger_is_read_as_long_as_it_is) {
  constexpr int kReports = 700;
  const std::string folder_name(200, 'x');
  const auto source = [&](int number) { return folder_name + '/' + std::to_string(number) + ".txt"; };
  {
    BatchFolder folder;
    BOOST_REQUIRE(!folder.open(out()));
    for (int number = 0; number < kReports; ++number) put(folder, source(number), "镇" + std::to_string(number), "<a/>");
  }
  BatchFolder folder;
  BOOST_REQUIRE(!folder.open(out()));
  for (int number = 0; number < kReports; ++number) {
    const auto earlier = folder.earlier(source(number));
    BOOST_REQUIRE(earlier.size() == 1U);
    BOOST_TEST(earlier.front().stem == "镇" + std::to_string(number));
  }
  BOOST_TEST(folder.earlier("other.txt").empty());
}

BOOST_AUTO_TEST_CASE(pieces_make_a_file_whole_or_not_at_all) {
  BatchFolder folder;
  BOOST_REQUIRE(!folder.open(out()));
  const std::string piece(50'000, 'p');
  const auto three = [&](const BatchFolder::PieceSink& sink) {
    for (int each = 0; each < 3; ++each) {
      if (auto error = sink(piece)) return error;
    }
    return std::optional<Message>();
  };
  BOOST_REQUIRE(!folder.write_in_pieces("index.html", three));
  BOOST_TEST((folder.read("index.html") == piece + piece + piece));
  const auto before = fs::last_write_time(fs::path(out()) / "index.html") - std::chrono::hours(1);
  fs::last_write_time(fs::path(out()) / "index.html", before);
  BOOST_REQUIRE(!folder.write_in_pieces("index.html", three));
  BOOST_TEST((fs::last_write_time(fs::path(out()) / "index.html") == before));
  const auto broken = [&](const BatchFolder::PieceSink& sink) {
    static_cast<void>(sink("half"));
    return std::optional(Message{MessageId::output_failed, {"x", "y"}});
  };
  BOOST_TEST(folder.write_in_pieces("index.html", broken).has_value());
  BOOST_TEST((folder.read("index.html") == piece + piece + piece));
  BOOST_REQUIRE(!folder.write_in_pieces("index.html", [](const auto& sink) { return sink("other"); }));
  BOOST_TEST((folder.read("index.html") == "other"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi
