#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "hostile/pack.hpp"
#include "hostile/rows.hpp"

namespace fazhi::test {
namespace {

constexpr std::size_t kMega = std::size_t{1} << 20;

std::string zeros(std::size_t megabytes) { return std::string(megabytes * kMega, '\0'); }
/// What is no end of a tar, as zeros are.
std::string letters(std::size_t megabytes) { return std::string(megabytes * kMega, 'a'); }

std::string stored(const std::string& name) {
  std::ifstream in(FAZHI_SOURCE_DIR "/tests/documents/archives/" + name, std::ios::binary);
  BOOST_REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// `bytes` with every so manieth byte turned, from its middle on.
std::string spoilt(std::string bytes) {
  for (std::size_t at = bytes.size() / 3; at < bytes.size(); at += 13) bytes[at] = static_cast<char>(bytes[at] ^ 0x5A);
  return bytes;
}

std::string nested(int depth, std::string innermost) {
  std::string out = std::move(innermost);
  for (int level = 0; level < depth; ++level) out = zip({{level == 0 ? "报告.txt" : "包.zip", out}});
  return out;
}

/// Ten archives in each of which ten lie, and so on.
std::string branching() {
  std::string out = zip({{"报告.txt", zeros(70)}});
  for (int level = 0; level < 3; ++level) {
    std::vector<ZipEntry> entries;
    for (int each = 0; each < 10; ++each) entries.push_back({std::to_string(each) + ".zip", out});
    out = zip(entries);
  }
  return out;
}

/// An archive whose entry is stored and holds the archive's own end: read as an archive, it
/// has the same directory again.
std::string cyclic() {
  const std::string name = "包.zip";
  const std::string inner = zip({{name, "", false}});
  std::string bytes = zip({{name, inner, false}});
  // The inner directory leads to the outer entry's header, before its own beginning.
  return bytes + bytes.substr(bytes.size() - inner.size());
}

std::string many_entries(std::size_t count) {
  std::vector<ZipEntry> entries(count, {"报告.txt", "", false});
  return zip(entries);
}

/// A hundred thousand errors are as many files of a batch.
HostileRow once(HostileRow row) {
  row.is_slow = true;
  return row;
}

std::vector<HostileRow> bombs() {
  const std::vector<std::string_view> stopped{"archive.unpacks-too-large", "input.too-large", "input.binary", "input.too-much-text", "input.undecodable"};
  return {
      file_row("a file of zeros packed a thousandfold", "a.zip", [] { return zip({{"报告.txt", zeros(70)}}); }, stopped),
      file_row("an entry larger than an input may be", "a.zip", [] { return zip({{"报告.txt", zeros(130)}}); }, stopped),
      file_row("the same with a size that it does not have", "a.zip", [] { return zip({{"报告.txt", zeros(130), true, 100}}); }, {"archive.unpacks-too-large", "input.too-large", "archive.entry-damaged", "archive.damaged", "input.not-chinese", "input.binary"}),
      file_row("a hundred entries that share their bytes", "a.zip", [] { return overlapping_zip(100, 8 * kMega); }, {"archive.unpacks-too-large", "input.binary", "archive.entry-damaged", "archive.damaged"}),
      file_row("archives that branch", "a.zip", branching, stopped),
      file_row("a bomb of gzip", "a.gz", [] { return gzip(letters(70)); }, stopped),
      file_row("a bomb of gzip inside gzip", "a.txt.gz.gz", [] { return gzip(gzip(letters(70))); }, stopped),
      file_row("a bomb of tar and gzip", "a.tar.gz", [] { return gzip(tar({{"报告.txt", zeros(40)}, {"报告2.txt", zeros(40)}})); }, stopped),
      file_row("a bomb of bzip2", "a.bz2", [] { return packed("raw", "bzip2", "a", letters(70)); }, stopped),
      file_row("a bomb of xz", "a.xz", [] { return packed("raw", "xz", "a", letters(70)); }, stopped),
      file_row("a bomb of 7z", "a.7z", [] { return packed("7zip", "", "报告.txt", zeros(70)); }, stopped),
      file_row("archives forty deep", "a.zip", [] { return nested(40, report_with("")); }, {"archive.nested-too-deep"}),
      file_row("archives seven deep around a bomb", "a.zip", [] { return nested(7, zeros(70)); }, {"archive.nested-too-deep"}),
      file_row("an archive that leads back into itself", "a.zip", cyclic, {"archive.nested-too-deep", "archive.no-reports", "archive.damaged", "archive.entry-damaged", "input.empty"}),
      once(file_row("more entries than the country has townships", "a.zip", [] { return many_entries(100'500); }, {"archive.too-many-entries", "archive.damaged", "input.empty"})),
  };
}

std::vector<HostileRow> names() {
  const std::vector<std::string_view> judged{kAudited};
  const auto named = [](std::string what, const std::string& name) {
    return file_row(std::move(what), "a.zip", [name] { return zip({{name, report_with("")}}); }, {kAudited}, 1);
  };
  constexpr std::uint32_t kLink = 0120777U << 16U;
  return {
      named("a name that climbs out", "../../../../tmp/fazhi-hostile.txt"),
      named("a name from the root", "/etc/fazhi-hostile.txt"),
      named("a name with a drive", "C:\\Windows\\..\\..\\x.txt"),
      named("a name with line breaks", "甲\n<error code=\"x\"/>\r乙.txt"),
      named("a name with escape sequences", "\x1B]0;x\x07\x1B[2J.txt"),
      named("a name that hides its end", "甲\xE2\x80\xAEtxt.exe.txt"),
      named("a name of sixty thousand bytes", std::string(60'000, 'a') + ".txt"),
      named("a name that is a formula", "=HYPERLINK(\"http:,,x\").txt"),
      named("a name with a script", "<script>alert(1)<,script>.txt"),
      named("a name with a NUL", std::string("甲\0乙.txt", 11)),
      file_row("names that differ between header and directory", "a.zip", [] {
        return zip({{"甲.txt", report_with(""), true, {}, {}, 0x800, {}, 0, "../乙.txt"}}); }, judged, 1),
      file_row("a name of nothing but steps", "a.zip", [] { return zip({{"../..", report_with("")}, {"甲.txt", report_with("")}}); }, judged, 1),
      file_row("a link in a ZIP", "a.zip", [] {
        return zip({{"甲.txt", "/etc/passwd", false, {}, {}, 0x800, {}, kLink}}); }, {"archive.no-reports"}),
      file_row("links, devices and pipes in a tar", "a.tar", [] {
        return tar({{"甲.txt", "", '2', "/etc/passwd"}, {"乙.txt", "", '1', "../../etc/passwd"}, {"丙.txt", "", '3'}, {"丁.txt", "", '6'}}); }, {"archive.no-reports"}),
      file_row("a link in a tar, and a file through it", "a.tar", [] {
        return tar({{"夹", "", '2', "/tmp"}, {"夹/fazhi-hostile.txt", report_with("")}}); }, judged, 1),
      file_row("absolute paths in a tar", "a.tar", [] { return tar({{"/etc/passwd", report_with("")}, {"../../x.txt", report_with("")}}); }, judged, 1),
  };
}

std::vector<HostileRow> damaged() {
  const std::vector<std::string_view> broken{"archive.damaged", "archive.entry-damaged", "archive.no-reports", "archive.encrypted", "input.binary",
                                             "input.damaged", "input.other-kind", "archive.multi-volume", "input.undecodable", "input.not-chinese", kAudited};
  return {
      file_row("a wrong checksum", "a.zip", [] { return zip({{"报告.txt", report_with(""), true, {}, 1}}); }, {"archive.entry-damaged"}),
      file_row("a method that nobody knows", "a.zip", [] { return zip({{"报告.txt", report_with(""), true, {}, {}, 0x800, 99}}); }, {"archive.entry-damaged", "archive.encrypted"}),
      file_row("a password", "a.zip", [] { return zip({{"报告.txt", report_with(""), true, {}, {}, 0x801}}); }, {"archive.encrypted"}),
      file_row("a size of four gigabytes that is not there", "a.zip", [] { return zip({{"报告.txt", report_with(""), false, 0xFFFFFFF0U}}); }, {"input.too-large", "archive.entry-damaged", "archive.damaged"}),
      file_row("an end of an archive alone", "a.zip", [] { return many_entries(0); }, {"archive.no-reports", "archive.damaged"}),
      file_row("a directory that ends the file early", "a.zip", [] { const std::string all = zip({{"报告.txt", report_with("")}}); return all.substr(0, all.size() - 30); }, {kAudited}, 1),
      file_row("a tar that claims eight gigabytes", "a.tar", [] { return tar({{"报告.txt", report_with(""), '0', "", "77777777777"}}); }, {"input.too-large", "archive.damaged"}),
      file_row("a tar that claims a negative size", "a.tar", [] { return tar({{"报告.txt", report_with(""), '0', "", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xF0"}}); }, {"archive.damaged", "input.empty", "input.too-large", "archive.no-reports", "archive.entry-damaged"}),
      file_row("gzip cut short", "a.txt.gz", [] { const std::string all = gzip(report_with("")); return all.substr(0, all.size() / 2); }, {"archive.damaged", "archive.entry-damaged"}),
      file_row("a spoilt 7z", "a.7z", [] { return spoilt(stored("solid.7z")); }, broken),
      file_row("a spoilt RAR of version 5", "a.rar", [] { return spoilt(stored("rar5.rar")); }, broken),
      file_row("a spoilt RAR of version 4", "a.rar", [] { return spoilt(stored("rar4.rar")); }, broken),
      file_row("a RAR that is its mark alone", "a.rar", [] { return std::string("Rar!\x1A\x07\x01\x00", 8); }, broken),
      file_row("a RAR cut inside its first header", "a.rar", [] { return stored("rar5.rar").substr(0, 30); }, broken),
      file_row("a 7z that is its head alone", "a.7z", [] { return stored("solid.7z").substr(0, 32); }, broken),
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(archives)

BOOST_AUTO_TEST_CASE(that_explode) { run_rows(bombs()); }
BOOST_AUTO_TEST_CASE(with_names_that_lead_elsewhere) { run_rows(names()); }
BOOST_AUTO_TEST_CASE(that_are_damaged) { run_rows(damaged()); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
