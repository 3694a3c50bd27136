#pragma once

#include <cstddef>
#include <cstdint>

/// Every limit of the program in one place, with what happens beyond it.
namespace fazhi::limits {

/// A scan of a stamped report of forty pages has some 60 MB. Beyond: the input
/// is refused with `input.too-large`, the others are audited.
inline constexpr std::size_t kInputBytes = std::size_t{128} << 20;

/// A report is about 9 KB of text; 8 MB of it is no report. Beyond: refused with
/// `input.too-much-text`.
inline constexpr std::size_t kTextBytes = std::size_t{8} << 20;

/// What the parts of one package (.docx, .odt, .ofd) that are read unpack to,
/// together. Beyond: refused with `input.unpacks-too-large`.
inline constexpr std::size_t kPackageBytes = std::size_t{256} << 20;

/// How much larger than packed a part of a package may be, counted from
/// `kPackageRatioFloorBytes` on: XML of a word processor reaches some 40.
/// Beyond: refused with `input.unpacks-too-large`.
inline constexpr std::size_t kPackageRatio = 250;
inline constexpr std::size_t kPackageRatioFloorBytes = std::size_t{4} << 20;

/// Parts of a package. Beyond: refused with `input.too-many-parts`.
inline constexpr std::size_t kPackageParts = 20'000;

/// Elements inside each other in XML and HTML; text boxes in table cells in
/// tables reach some 60. Beyond: refused with `input.nested-too-deep`.
inline constexpr std::size_t kMarkupDepth = 512;

/// Copies of rows and cells that an OpenDocument text asks for by a number, all
/// together; texts of reports ask for none. Beyond: each is read once.
inline constexpr std::size_t kRepeatedCells = 10'000;

/// Spaces that an OpenDocument text asks for by one number; a line has some 40.
/// Beyond: dropped.
inline constexpr std::size_t kRepeatedSpaces = 100;

/// What LibreOffice may use to convert one file (.doc, .wps, .rtf): a report takes
/// it 2 s of CPU time, and ten times as long by the clock on a busy machine; the
/// address space of each of its processes counts what it only maps, too. Beyond:
/// refused with `input.program-slow` or, where the memory is not enough,
/// `input.program-failed`.
inline constexpr int kOfficeWallSeconds = 120;
inline constexpr int kOfficeCpuSeconds = 60;
inline constexpr std::size_t kOfficeMemoryBytes = std::size_t{4} << 30;

/// A page of a site has some 200 KB; with its pictures inside it some 20 MB.
/// Beyond: refused with `input.too-large`.
inline constexpr std::size_t kPageBytes = std::size_t{32} << 20;

/// What the tree of a page takes while it is parsed; some 20 times the page.
/// Beyond: refused with `input.unpacks-too-large`.
inline constexpr std::size_t kPageTreeBytes = std::size_t{768} << 20;

/// CPU time to parse a page: milliseconds as a rule, hours where it is made to
/// stall a parser. Beyond: refused with `input.program-slow`.
inline constexpr int kPageSeconds = 5;

/// Bytes of a page that do not fit its encoding, such as halves of characters
/// where a site cut a text. They are left out, with a note. Beyond: refused with
/// `input.undecodable`.
inline constexpr std::size_t kPageBadBytes = 100;

/// Parts of a saved page (MIME): text, pictures, styles. Beyond: refused with
/// `input.too-many-parts`.
inline constexpr std::size_t kMimeParts = 5'000;

/// Parts inside parts of a saved page. Beyond: refused with
/// `input.nested-too-deep`.
inline constexpr std::size_t kMimeDepth = 8;

/// Tags and attributes of one part of a package: a book has some 500,000, and
/// each takes some 60 bytes in memory. Beyond: refused with
/// `input.unpacks-too-large`.
inline constexpr std::size_t kMarkupNodes = 4'000'000;

/// Pages of a report. Beyond: refused with `input.too-many-pages`.
inline constexpr std::size_t kPages = 1'000;

/// What an archive and the archives in it unpack to, together: scans of sixty
/// reports take some 4 GB. Beyond: the rest of the archive is not read
/// (`archive.unpacks-too-large`).
inline constexpr std::size_t kArchiveBytes = std::size_t{8} << 30;

/// How much larger than packed an archive's content may be, counted from
/// `kArchiveRatioFloorBytes` on: sixty copies of one report, packed together, reach
/// some 100. Beyond: `archive.unpacks-too-large`.
inline constexpr std::size_t kArchiveRatio = 250;
inline constexpr std::size_t kArchiveRatioFloorBytes = std::size_t{64} << 20;

/// Entries of an archive and of those in it: the townships of the whole country
/// are some 40 000. Beyond: the rest is not read (`archive.too-many-entries`).
inline constexpr std::size_t kArchiveEntries = 100'000;

/// Archives inside each other: a province's holds those of prefectures, counties and
/// townships. Each open one may be in memory. Beyond: the inner one is not read
/// (`archive.nested-too-deep`).
inline constexpr std::size_t kArchiveDepth = 5;
/// Inputs of a batch that are being read at once, together; scans have up to 128
/// MB. Beyond: they are read one after the other.
inline constexpr std::size_t kBatchBytesInFlight = std::size_t{256} << 20;

/// Pairs of reports alike that a summary lists with their passages, those that
/// share most. Beyond: told as a number (`batch.more-pairs`); every report
/// among them still has its own finding.
inline constexpr std::size_t kListedPairs = 2'000;

/// Passages that a pair is shown by, and what of each is shown. Beyond: cut.
inline constexpr std::size_t kPairPassages = 5;
inline constexpr std::size_t kPassageBytes = 1'200;

/// Documents in one OFD file. Beyond: refused with `input.too-many-parts`.
inline constexpr std::size_t kOfdDocuments = 64;

/// Composite units of an OFD file inside each other; writers use one or two.
/// Beyond, as where one holds itself: refused with `input.nested-too-deep`.
inline constexpr std::size_t kOfdComposites = 8;

/// Graphic objects and pieces of text of one OFD document, those of a composite
/// unit counted as often as it is shown. A report with an object a character has
/// some 100,000. Beyond: refused with `input.unpacks-too-large`.
inline constexpr std::size_t kOfdObjects = 1'000'000;

/// Pages that are read by character recognition, which takes seconds each; the
/// longest report that was scanned with its appendices has some forty. Beyond:
/// refused with `input.too-many-scanned-pages`.
inline constexpr std::size_t kRecognizedPages = 60;

/// Pixels of a picture of a page; a telephone's camera gives 12 to 50 million.
/// Beyond: refused with `input.picture-too-large`.
inline constexpr std::uint64_t kPicturePixels = 100'000'000;

/// What drawing or recognizing one page may take: two seconds and 100 MB as a
/// rule. The wall time is for machines that do much else. Beyond: refused with
/// `input.recognition-slow` or `input.recognition-failed`.
inline constexpr int kPageCpuSeconds = 120;
inline constexpr int kPageWallSeconds = 600;
inline constexpr std::size_t kPageMemoryBytes = std::size_t{2} << 30;

/// Time that one of poppler's programs may take over a PDF; a report of a hundred
/// pages takes one second. Beyond: refused with `input.program-slow`.
inline constexpr int kPdfSeconds = 60;

/// What pdftotext may print: a line of some 100 bytes for a few characters, and
/// a report has some thousands. Beyond: refused with `input.too-much-text`.
inline constexpr std::size_t kPdfOutputBytes = std::size_t{32} << 20;

/// Han characters that a report must hold at least. Beyond (fewer): refused
/// with `input.not-chinese`.
inline constexpr std::size_t kMinimumHanCharacters = 30;

/// A sentence of a report has some 300 characters at most. Text without a full
/// stop is cut past this length at the next ，、：, and past twice of it where
/// it stands: what compares passages of one sentence stays cheap.
inline constexpr std::uint32_t kSentenceBytes = 6'000;

/// Other places named as a report's own that are looked into (each takes a pass
/// over the text). Beyond: they are taken for neighbours, which is no defect.
inline constexpr std::size_t kForeignPlaces = 50;

/// PCRE2 match and depth limits of one attempt. A report's sentence needs some
/// hundreds of steps; beyond: the elements that use the pattern are `undecided`.
inline constexpr std::uint32_t kMatchSteps = 200'000;
inline constexpr std::uint32_t kMatchDepth = 10'000;

/// Files of rules that include or extend each other, one inside the other.
/// Beyond: `checklist.include-depth`.
inline constexpr std::size_t kIncludeDepth = 32;

/// Diagnostics that the loader of a checklist lists before it says that there
/// are more.
inline constexpr std::size_t kDiagnostics = 200;

/// Styles that are based on each other, and lists that are defined by styles. Word
/// stops at 10. Beyond: what the further ones say is not heard.
inline constexpr std::size_t kStyleChain = 64;

/// Text of a list label around its numbers; a label has some 10 bytes. Beyond: cut.
inline constexpr std::size_t kListLabelBytes = 300;

/// Rows of a sheet and UTF-16 units of a cell that spreadsheet programs read.
/// Beyond: findings go on in a further sheet, other sheets say how many rows are
/// left out; a text ends with ….
inline constexpr std::uint32_t kSheetRows = 1'048'576;
inline constexpr std::size_t kCellUnits = 32'767;

/// Characters of a passage of a report in a cell of a sheet: a row is shown up to
/// some 30 lines high. Beyond: it ends with …; the XML has the whole.
inline constexpr std::size_t kCellPassageCharacters = 300;

/// Passages of one finding in a cell of a sheet. Beyond: their number is told.
inline constexpr std::size_t kCellPassages = 3;

/// Characters of a passage in a notice: four lines. Beyond: it ends with ……; the
/// report has the whole at the place that is told.
inline constexpr std::size_t kNoticeQuoteCharacters = 110;

/// Passages of one item that a notice quotes, and further places that it tells.
/// Beyond: not quoted; the places end with 等.
inline constexpr std::size_t kNoticeQuotes = 2;
inline constexpr std::size_t kNoticePlaces = 12;

/// Problems that a circular tells, the most common ones. Beyond: their number is told.
inline constexpr std::size_t kCircularProblems = 16;

/// Units that a circular names at one problem. Beyond: the names end with 等; their
/// number is told beside them.
inline constexpr std::size_t kCircularNames = 40;
/// A roster of 40 000 units has some 3 MB. Beyond: refused with `roster.too-large`.
inline constexpr std::size_t kRosterBytes = std::size_t{32} << 20;
/// A table that comes from outside; a roster of 40 000 units has some 3 MB. Beyond: refused with `table.too-large`.
inline constexpr std::size_t kTableFileBytes = std::size_t{32} << 20;

/// What the cells of a table hold together, merged ones counted in each row.
/// Beyond: refused with `table.too-large`; further rows of merged cells stay empty.
inline constexpr std::size_t kTableTextBytes = std::size_t{128} << 20;

/// Rows of a table: the townships of the whole country are some 40 000.
/// Beyond: refused with `table.too-many-rows`.
inline constexpr std::size_t kTableRows = 100'000;

/// Columns of a table; rosters have some ten, lists twenty. Beyond: not read.
inline constexpr std::size_t kTableColumns = 256;

/// Text of one cell: what spreadsheet programs take, each character of three bytes.
/// Beyond: cut, with a note.
inline constexpr std::size_t kTableCellBytes = 98'301;

/// Text of one cell of a roster; the longest address has some 2 000 bytes. Beyond:
/// cut, with a note.
inline constexpr std::size_t kRosterCellBytes = 4'000;

/// Rows in which the header of a table is looked for; titles take one to five.
/// Beyond: `roster.no-unit-column`, `filled.no-header`.
inline constexpr std::size_t kTableHeaderRows = 30;

/// Notes on single rows of a roster. Beyond: told as a number.
inline constexpr std::size_t kRosterNotes = 200;

/// Notes on single rows of a list that came back. Beyond: told as a number.
inline constexpr std::size_t kFilledNotes = 200;

/// Characters of all passages of one item of a rectification list in a cell, and of
/// each at least. Beyond: a passage ends with …; the XML has the whole.
inline constexpr std::size_t kItemPassageCharacters = 360;
inline constexpr std::size_t kLeastItemPassageCharacters = 60;

/// Of the path of a report, what is searched for a unit's name where the report
/// itself has none. Beyond: the beginning is not searched.
inline constexpr std::size_t kSearchedPathBytes = 600;

}  // namespace fazhi::limits
