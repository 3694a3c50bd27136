#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_text.hpp"
#include "outline/identity.hpp"
#include "text/edit_distance.hpp"

namespace fazhi::defects {
namespace {

/// What a unit's name may have behind the suffix that tells its level.
constexpr auto kBodies = std::to_array<std::string_view>({"人民政府", "政府", "办事处", "党工委", "党委", "党组"});

/// Before another town's name they tell that it is spoken of as another.
constexpr auto kNeighbourWords = std::to_array<std::string_view>(
    {"与",       "和",   "同",   "向",   "赴",   "到", "以",   "在", "对", "邻", "毗邻", "邻近", "周边", "相邻", "附近",
     "兄弟乡镇", "参观", "学习", "联合", "会同", "跨", "隔壁", "往", "从", "经", "原",   "及",   "、",   "的"});

/// A clause with one of these speaks of dealings with others.
constexpr auto kDealings = word_table({"我镇", "我乡", "我街道", "本镇", "本乡", "我县", "我区", "我市", "我旗",
                                       "我局", "我委", "我办",   "来我", "与我", "两镇", "两乡", "两县", "两地",
                                       "交界", "毗邻", "相邻",   "签订", "联动", "联防", "联调"});

/// Whether units of both levels are named alike, and copy from each other.
bool are_kin(Level one, Level other) {
  const auto is_town = [](Level level) { return level == Level::township || level == Level::subdistrict; };
  return one == other || (is_town(one) && is_town(other));
}

class UnitJudge {
 public:
  explicit UnitJudge(const Search& search) : search_(search), reading_(search.reading), report_(search.report()) {
    collect_suffixes();
    own_ = stem_of(report_.identity.short_name);
  }

  Occurrences run() {
    if (own_.empty()) return {};
    for (const Match& match : report_.matches.of(search_.words.patterns)) take(match);
    for (const Sentence& sentence : report_.sentences) {
      if (sentence.role == Role::tail) take_signature(sentence.range);
    }
    return std::move(found_);
  }

 private:
  /// The bare suffixes of units of the report's own kind, longest first: 街道, 镇, 乡.
  void collect_suffixes() {
    const Level own = report_.identity.level.value_or(Level::township);
    for (const auto& each : reading_.compiled().checklist().language.identity.unit_suffixes) {
      if (are_kin(each.level, own) && !ends_with_any(each.suffix, kBodies)) suffixes_.push_back(each.suffix);
    }
    std::sort(suffixes_.begin(), suffixes_.end(),
              [](std::string_view a, std::string_view b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  }

  /// 上五庄 of 上五庄镇, 柏叶里 of 柏叶里街道办事处, 林业 of 林业局.
  std::string_view stem_of(std::string_view name) const {
    name = strip_back(name, kBodies);
    for (const std::string_view suffix : suffixes_) {
      if (!name.ends_with(suffix)) continue;
      name.remove_suffix(suffix.size());
      return name;
    }
    return name;
  }

  void take(const Match& match) {
    const Sentence& sentence = report_.sentences[match.window];
    if (!is_own_text(sentence.role)) return;
    const TextRange name = name_in(match.range);
    if (name.empty() || is_own(report_.text(name)) || is_common_noun(report_.text(name))) return;
    if (overlaps_match(report_, search_.words.except, match.window, name)) return;
    if (may_be_subordinate() && !speaks_of_itself({match.range.begin, name.begin})) return;
    const TextRange clause = reading_.clause_at(match.window, name.begin);
    TextRange title;
    if (is_in_title(report_, sentence, name, title) && !is_own_paper(title, name, clause)) return;
    if (holds_any(report_.text({name.end, clause.end}), kDealings) || stands_in_list(name, clause)) return;
    if (is_refuted(report_.text(name))) return;
    found_.push_back({passage_of(match.window, name),
                      {MessageId::defect_foreign_unit, {std::string(report_.text(name)), report_.identity.short_name}},
                      std::nullopt,
                      std::nullopt});
  }

  /// A 市 may have cities below it, which act under their own names.
  bool may_be_subordinate() const { return report_.identity.level == Level::prefecture; }

  /// 我, 全, 现将 before a name.
  bool speaks_of_itself(TextRange before) const {
    static constexpr auto kSelf = std::to_array<std::string_view>({"我", "我们", "全", "现将", "现就"});
    return ends_with_any(report_.text(before), kSelf);
  }

  /// A line of the tail that is a government of the report's own kind: 石桥镇人民政府.
  void take_signature(TextRange line) {
    constexpr std::size_t kLongest = 24;
    constexpr std::size_t kShortestName = 3;
    static constexpr auto kGovernments = std::to_array<std::string_view>({"人民政府", "办事处"});
    const std::string_view text = report_.text(line);
    if (count_code_points(text) > kLongest || !ends_with_any(text, kGovernments)) return;
    std::string_view name = strip_back(text, kGovernments);
    if (!ends_with_any(name, suffixes_)) return;
    name.remove_prefix(end_of_places(name));
    if (count_code_points(name) < kShortestName || is_own(name) || is_common_noun(name)) return;
    found_.push_back({line,
                      {MessageId::defect_foreign_unit, {std::string(name), report_.identity.short_name}},
                      std::nullopt,
                      std::nullopt});
  }

  /// 制定《石桥镇普法工作方案》: a paper that the text claims as its own.
  bool is_own_paper(TextRange title, TextRange name, TextRange clause) const {
    static constexpr auto kMaking = word_table({"制定", "印发", "出台", "修订", "编制", "公布", "下发", "制发"});
    return title.begin == name.begin && holds_any(report_.text({clause.begin, title.begin}), kMaking);
  }

  /// The unit's name in a match: without 我, 我们, 全, and what leads up to it.
  TextRange name_in(TextRange match) const {
    static constexpr auto kLeads = word_table({"现将", "现就", "下面将", "今年以来", "今年", "一年来", "近年来", "同时",
                                               "此外", "为此", "目前", "年来", "我们", "我", "全"});
    const std::string_view text = report_.text(match);
    const std::string_view named = strip_front(text, kLeads);
    std::size_t end = std::string_view::npos;
    std::size_t first = std::string_view::npos;
    for (const std::string_view suffix : suffixes_) {
      const std::size_t at = named.find(suffix, 3);
      if (at >= first) continue;
      first = at;
      end = at + suffix.size();
    }
    if (end == std::string_view::npos) return {match.begin, match.begin};
    const std::uint32_t begin = match.end - static_cast<std::uint32_t>(named.size());
    return {begin, begin + static_cast<std::uint32_t>(end)};
  }

  bool is_own(std::string_view name) const {
    const std::string_view stem = stem_of(name);
    if (stem.find(own_) != std::string_view::npos || own_.find(stem) != std::string_view::npos ||
        report_.identity.unit.find(name) != std::string::npos) {
      return true;
    }
    // Departments go by short names.
    if (report_.identity.level != Level::department) return false;
    const std::string_view bare = stem_of(name.substr(end_of_places(name)));
    const std::u32string own = to_code_points(own_);
    const std::u32string other = to_code_points(bare);
    return is_shortened(other, own) || is_shortened(own, other);
  }

  bool is_common_noun(std::string_view name) const {
    const std::vector<std::string>& words = reading_.compiled().checklist().language.identity.not_units;
    constexpr std::string_view kMarketTown = "集镇";
    constexpr std::size_t kShortestMarketTown = 4;
    const bool may_be_named = count_code_points(name) >= kShortestMarketTown;
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return name.ends_with(word) && !(word == kMarketTown && may_be_named);
    });
  }

  /// 石鹿镇、南塬镇 in a row are towns among others.
  bool stands_in_list(TextRange name, TextRange clause) const {
    const std::string_view behind = report_.text({name.end, clause.end});
    const std::string_view before = report_.text({clause.begin, name.begin});
    if (before.ends_with("、")) {
      return std::any_of(suffixes_.begin(), suffixes_.end(), [&](std::string_view suffix) {
        return before.find(std::string(suffix) + "、") != std::string_view::npos;
      });
    }
    if (!behind.starts_with("、")) return false;
    static constexpr auto kOwnBodies = word_table({"、党委", "、政府", "、党工委", "、县政府", "、区政府"});
    return !starts_with_any(behind, kOwnBodies);
  }

  /// Whether the text shows elsewhere that the name is not its own: it tells of
  /// the town as of another, or uses what stands before 镇 as a word.
  bool is_refuted(std::string_view name) {
    const auto [known, is_new] = refuted_.emplace(name, false);
    if (is_new) known->second = refuted_.size() > limits::kForeignPlaces || is_neighbour(name) || is_word(name);
    return known->second;
  }

  bool is_neighbour(std::string_view name) const {
    const std::string_view text = report_.normal.text;
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size())) {
      const std::string_view before = text.substr(0, at);
      if (ends_with_any(before, kNeighbourWords) && !is_ordinal(before)) return true;
    }
    return false;
  }

  /// 3、 at the head of a line, which the mark makes no list of towns.
  static bool is_ordinal(std::string_view before) {
    static constexpr auto kNumerals = std::to_array<std::string_view>(
        {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"});
    constexpr std::string_view kMark = "、";
    if (!before.ends_with(kMark)) return false;
    before.remove_suffix(kMark.size());
    const std::string_view rest = strip_back(before, kNumerals);
    return rest.size() < before.size() && (rest.empty() || rest.ends_with('\n'));
  }

  bool is_word(std::string_view name) const {
    const std::string_view text = report_.normal.text;
    const std::string_view stem = stem_of(name);
    for (std::size_t at = text.find(stem); at != std::string_view::npos; at = text.find(stem, at + stem.size())) {
      if (!begins_with_suffix(text.substr(at + stem.size()))) return true;
    }
    return false;
  }

  bool begins_with_suffix(std::string_view text) const {
    return std::any_of(suffixes_.begin(), suffixes_.end(),
                       [&](std::string_view each) { return text.starts_with(each); });
  }

  TextRange passage_of(std::uint32_t index, TextRange name) const {
    constexpr std::size_t kNamed = 12;
    return clip(report_, {name.begin, reading_.clause_at(index, name.begin).end}, kNamed);
  }

  const Search& search_;
  const Reading& reading_;
  const Report& report_;
  std::vector<std::string_view> suffixes_;
  std::string_view own_;
  std::map<std::string_view, bool> refuted_;
  Occurrences found_;
};

}  // namespace

Occurrences find_foreign_unit(const Search& search) { return UnitJudge(search).run(); }

}  // namespace fazhi::defects
