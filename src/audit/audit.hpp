#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "base/metadata.hpp"
#include "base/role.hpp"
#include "base/status.hpp"

namespace fazhi {

enum class FindingKind { element, defect };

/// "element", "defect".
[[nodiscard]] std::string_view name_of(FindingKind kind);
[[nodiscard]] std::optional<FindingKind> finding_kind_from(std::string_view name);

/// What a piece of evidence is for.
enum class EvidenceUse {
  support,  ///< the finding rests on it
  refused,  ///< the nearest passage that did not do; `reason` says why
  against,  ///< the other side of a contradiction
};
/// "support", "refused", "against".
[[nodiscard]] std::string_view name_of(EvidenceUse use);
[[nodiscard]] std::optional<EvidenceUse> evidence_use_from(std::string_view name);

/// A passage of the report, quoted as in the file.
struct Evidence {
  std::uint32_t paragraph = 0;  ///< from 1, index into Document::paragraphs plus 1
  std::uint32_t start = 0;      ///< code points from the paragraph's first, inclusive
  std::uint32_t end = 0;        ///< code points, exclusive
  Role role = Role::other;
  EvidenceUse use = EvidenceUse::support;
  std::string section;            ///< the heading it stands under, "" where there is none
  std::string quote;              ///< the original text of the passage, byte for byte
  std::optional<Message> reason;  ///< for `refused` and `against`
  int page = 0;                   ///< of the file, from 1; 0 where its format has no pages
  std::optional<int> confidence = std::nullopt;  ///< per cent, how sure recognition was of the page; none for text that was never a picture
  std::string sentence = {};  ///< the words around a quote that can't be read alone; "" where it can

  /// What a person reads of it: the sentence, else the quote.
  [[nodiscard]] const std::string& to_read() const { return sentence.empty() ? quote : sentence; }
};

/// A document that a finding rests on, as it is cited.
struct BasisCitation {
  std::string document;  ///< title with 《》
  std::string article;   ///< "十", "第二十四条"; "" where the whole is meant
  std::string text;      ///< the article's heading or gist, maybe ""
};

struct Measure {
  std::string name;   ///< the measure's and its part: total, resolved or rate
  double value = 0;   ///< a count, or per cent; finite
  std::string unit;   ///< "起"; "%" for a rate; "" where it is told without one
  bool exact = true;  ///< false for 余, 多, 约, 以上 …
};

/// A part of the report that was searched for an element that is not there.
struct SearchedSection {
  Role role = Role::other;
  std::string heading;  ///< "" for text without a heading
};

struct Finding {
  std::string id;
  FindingKind kind = FindingKind::element;
  Status status = Status::missing;      ///< of elements
  Severity severity = Severity::minor;  ///< of defects
  std::string title;
  std::int32_t awarded_hundredths = 0;  ///< points, of elements; for `undecided` the least that it can be
  std::int32_t possible_hundredths = 0;
  std::int32_t gain_hundredths = 0;  ///< what putting it right would add to the score
  std::vector<Message> messages;     ///< why; plain sentences in order
  std::string note;                  ///< the checklist's own words on this outcome, maybe ""
  std::vector<BasisCitation> basis;
  std::vector<Evidence> evidence;
  std::vector<SearchedSection> searched;
  std::vector<Measure> measures;
  std::string rectification;  ///< what to put right; "" for met
  std::string fingerprint;    ///< stable name of the finding within its unit, from id and content
};

/// A ledger's sum in integer hundredths of a point.
struct Score {
  std::int32_t awarded_hundredths = 0;   ///< the least that it can be
  std::int32_t highest_hundredths = 0;   ///< greater than `awarded` where elements are undecided
  std::int32_t possible_hundredths = 0;  ///< 0: nothing was judged, there is no score
  std::string grade;                     ///< "" where the range spans several grades, or no score
  std::optional<bool> passed;            ///< none where the range spans the pass mark, or no score
};

struct Identity {
  std::string unit;  ///< "湟中区上五庄镇"; "" where none can be told
  std::optional<Level> level;
  std::optional<int> year;      ///< the report year
  std::string title;            ///< lines of the title joined
  std::string document_number;  ///< "青政发〔2025〕3号", maybe ""
  std::string signature_date;   ///< "2025-01-10", maybe ""
  std::uint32_t other_reports = 0;  ///< of other units in the same document, as far as they are told
};

struct ChecklistReference {
  std::string id;
  std::string version;
  std::string title;
  std::string sha256;  ///< of all files that the checklist was loaded from

  bool operator==(const ChecklistReference&) const = default;
};

/// What was found out of one report, or why it could not be read.
struct Audit {
  std::string source;
  std::string format;
  std::string encoding;
  std::string sha256;
  bool recognized = false;       ///< the text was recognized in pictures of pages
  std::optional<Message> error;  ///< where set, nothing below it holds
  ChecklistReference checklist;  ///< what the report was held against
  Identity identity;
  std::vector<Metadata> metadata;  ///< what the file says of itself; each key once at most
  Score score;
  std::vector<Finding> findings;  ///< elements in the checklist's order, then defects in the text's
  std::vector<Message> notes;

  /// Elements with this status; defects have none and are not counted.
  [[nodiscard]] std::size_t count(Status status) const;
  [[nodiscard]] std::size_t defect_count() const;
};

/// A sentence that was rendered before and comes back as it is, in whatever
/// language it was written. `code` is the stable code of the message that it
/// was, or "".
[[nodiscard]] Message verbatim(std::string text, std::string code = {});

/// The stable code of a message; of a verbatim one, the code that it had.
[[nodiscard]] std::string_view code_of(const Message& message);

/// One run: every input against the checklist that is for it.
struct AuditRun {
  std::vector<Audit> audits;               ///< in the order of the inputs
  std::vector<ChecklistReference> unused;  ///< asked for, though no report was held against them
  std::string tool_version = {};  ///< of the program that wrote a run that was read back; "" otherwise
};

}  // namespace fazhi
