#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

constexpr std::string_view kOpen = "《";
constexpr std::string_view kClose = "》";
constexpr std::string_view kLaw = "法";
/// Edits by which a title in 《》 may differ, and one that stands free.
constexpr std::size_t kMostInBrackets = 3;
constexpr std::size_t kMostFree = 1;
/// Code points that a title without 《》 is sought in.
constexpr std::size_t kLongestFree = 24;

class TitleJudge {
 public:
  explicit TitleJudge(const Search& search)
      : words_(search.words),
        reading_(search.reading),
        report_(search.report()),
        statutes_(search.reading.compiled().checklist().statutes),
        index_(search.reading.compiled().statute_index()) {}

  Occurrences run() {
    if (statutes_.empty()) return {};
    for (std::uint32_t sentence = 0; sentence < report_.sentences.size(); ++sentence) {
      if (!is_own_text(report_.sentences[sentence].role)) continue;
      judge_titles(sentence);
      judge_free_names(sentence);
    }
    for (const Match& match : report_.matches.of(reading_.compiled().wrong_names())) judge_wrong_name(match);
    return std::move(found_);
  }

 private:
  /// What stands in 《》; of nested ones the innermost.
  void judge_titles(std::uint32_t sentence) {
    const TextRange range = report_.sentences[sentence].range;
    const std::string_view text = report_.text(range);
    std::size_t open = text.find(kOpen);
    while (open != std::string_view::npos) {
      const std::size_t begin = open + kOpen.size();
      const std::size_t close = text.find(kClose, begin);
      if (close == std::string_view::npos) return;
      open = text.find(kOpen, begin);
      if (open < close) continue;
      const auto at = [&](std::size_t offset) { return range.begin + static_cast<std::uint32_t>(offset); };
      judge_title(sentence, text.substr(begin, close - begin), {at(begin - kOpen.size()), at(close + kClose.size())});
    }
  }

  void judge_title(std::uint32_t sentence, std::string_view title, TextRange passage) {
    const std::optional<std::string_view> name = name_in(title);
    const std::string_view rest = report_.text({passage.end, report_.sentences[sentence].range.end});
    if (!name || is_draft(rest) || index_.knows(*name)) return;
    const std::optional<std::size_t> listed = index_.meant_by(*name);
    report(sentence, *name, passage, listed ? listed : index_.nearest(*name, kMostInBrackets));
  }

  static bool is_draft(std::string_view rest) {
    static constexpr auto kBehind = word_table({"草案", "（草案", "修订草案", "（修订草案", "征求意见", "（征求意见"});
    return starts_with_any(rest, kBehind);
  }

  /// The title without what tells the edition; none where it is a draft's.
  static std::optional<std::string_view> name_in(std::string_view title) {
    static constexpr auto kEditions =
        word_table({"最新修订的", "新修订的", "修订后的", "新修正的", "最新", "新修订", "新"});
    static constexpr auto kDrafts = word_table({"草案", "意见", "送审"});
    constexpr std::string_view kNote = "（";
    title = strip_front(title, kEditions);
    const std::size_t note = title.find(kNote);
    if (note == std::string_view::npos) return title;
    if (holds_any(title.substr(note), kDrafts)) return std::nullopt;
    return title.substr(0, note);
  }

  /// Names without 《》 that end before a mark: 宣传妇女权益保护法、.
  void judge_free_names(std::uint32_t sentence) {
    constexpr std::string_view kMarks = "、，。；：！？）（《》";
    const TextRange range = report_.sentences[sentence].range;
    const std::string_view text = report_.text(range);
    std::size_t begin = 0;
    std::size_t read = 0;
    for (std::size_t at = text.find(kLaw); at != std::string_view::npos; at = text.find(kLaw, at + kLaw.size())) {
      const std::size_t end = at + kLaw.size();
      if (!ends_name(text.substr(end))) continue;
      for (; read < at; read += code_point_length(text[read])) {
        const std::string_view point = text.substr(read, code_point_length(text[read]));
        if (is_punctuation(point, kMarks)) begin = read + point.size();
      }
      judge_free_name(sentence,
                      {range.begin + static_cast<std::uint32_t>(begin), range.begin + static_cast<std::uint32_t>(end)});
    }
  }

  /// `stretch` ends with a name; where the name begins is to be found out.
  void judge_free_name(std::uint32_t sentence, TextRange stretch) {
    TextRange title;
    if (is_in_title(report_, report_.sentences[sentence], stretch, title)) return;
    const std::string_view most = last_points(report_.text(stretch), kLongestFree);
    std::optional<std::size_t> statute;
    std::string_view name;
    for (std::string_view each = most; !each.empty(); each.remove_prefix(code_point_length(each.front()))) {
      if (index_.knows(each) || index_.meant_by(each)) return;
      if (statute) continue;
      statute = index_.nearest(each, kMostFree);
      name = each;
    }
    const TextRange passage{stretch.end - static_cast<std::uint32_t>(name.size()), stretch.end};
    report(sentence, name, passage, statute);
  }

  void judge_wrong_name(const Match& match) {
    const Sentence& sentence = report_.sentences[match.window];
    TextRange title;
    if (!is_own_text(sentence.role) || is_in_title(report_, sentence, match.range, title)) return;
    if (!ends_name(report_.text({match.range.end, sentence.range.end}))) return;
    const std::string_view name = report_.text(match.range);
    report(match.window, name, match.range, index_.meant_by(name));
  }

  /// Whether a name ends where `rest` begins: not 妇女权益法律, 普法.
  static bool ends_name(std::string_view rest) {
    static constexpr auto kBehind =
        word_table({"、", "，", "。", "；", "：", "！", "？", "）", "（", "《", "等", "和", "与", "及", "以及"});
    return rest.empty() || starts_with_any(rest, kBehind);
  }

  void report(std::uint32_t sentence, std::string_view name, TextRange passage, std::optional<std::size_t> statute) {
    if (!statute || !may_be_meant(statutes_[*statute])) return;
    if (overlaps_match(report_, words_.except, sentence, passage) || is_told_repealed(sentence, passage)) return;
    const std::string& title = statutes_[*statute].title;
    found_.push_back(
        {passage, {MessageId::defect_misnamed_law, {std::string(name), title}}, std::nullopt, std::nullopt, title});
  }

  /// Whether the statute is in force in the report year or the one that is planned.
  bool may_be_meant(const Statute& statute) const {
    if (!report_.identity.year) return statute.valid_to.empty();
    const std::string from_here = std::to_string(*report_.identity.year) + "-01-01";
    const std::string to_here = std::to_string(*report_.identity.year + 1) + "-12-31";
    return statute.valid_from <= to_here && (statute.valid_to.empty() || statute.valid_to >= from_here);
  }

  bool is_told_repealed(std::uint32_t sentence, TextRange passage) const {
    return holds_match(report_, reading_.compiled().repeal_marks(), sentence,
                       reading_.clause_at(sentence, passage.begin));
  }

  const CompiledChecklist::DefectGroups& words_;
  const Reading& reading_;
  const Report& report_;
  const std::vector<Statute>& statutes_;
  const StatuteIndex& index_;
  Occurrences found_;
};

}  // namespace

Occurrences find_misnamed_law(const Search& search) { return TitleJudge(search).run(); }

}  // namespace fazhi::defects
