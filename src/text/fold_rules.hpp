#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// What normalisation makes of characters other than Han, as data; the table
/// that it reads at run time is generated from here and from ICU.
namespace fazhi {

/// What depends on more than the character. Below every replacement character.
enum class FoldAction : std::uint16_t {
  none,
  drop,
  quotation_mark,
  apostrophe,  ///< kept as ' between two Latin letters, else dropped
  white_space,
  line_break,
  punctuation,    ///< half-width , ; : ! ?
  field_bracket,  ///< may begin [bookmark: …]
  field_brace,    ///< may begin {PAGE}
  trace,          ///< may begin _GoBack
  count,
};

struct ActionRange {
  char32_t first;
  char32_t last;
  FoldAction action;
};

struct FoldRange {
  char32_t first;
  char32_t last;
  char32_t to;  ///< of `first`; the others follow
};

struct Fold {
  std::u32string_view from;
  char32_t to;
};

struct HanFold {
  char32_t from;
  char32_t to;
};

inline constexpr auto kFoldActions = std::to_array<ActionRange>({
    {0x00, 0x1F, FoldAction::drop},
    {0x7F, 0x9F, FoldAction::drop},
    {0xAD, 0xAD, FoldAction::drop},
    {0x034F, 0x034F, FoldAction::drop},
    {0x061C, 0x061C, FoldAction::drop},
    {0x180B, 0x180F, FoldAction::drop},
    {0x200B, 0x200F, FoldAction::drop},
    {0x202A, 0x202E, FoldAction::drop},
    {0x2060, 0x206F, FoldAction::drop},
    {0xE000, 0xF8FF, FoldAction::drop},
    {0xFE00, 0xFE0F, FoldAction::drop},
    {0xFEFF, 0xFEFF, FoldAction::drop},
    {0xFFF9, 0xFFFC, FoldAction::drop},
    {0x09, 0x0D, FoldAction::white_space},
    {0x0A, 0x0A, FoldAction::line_break},
    {0x20, 0x20, FoldAction::white_space},
    {0x85, 0x85, FoldAction::white_space},
    {0xA0, 0xA0, FoldAction::white_space},
    {0x1680, 0x1680, FoldAction::white_space},
    {0x2000, 0x200A, FoldAction::white_space},
    {0x2028, 0x2029, FoldAction::white_space},
    {0x202F, 0x202F, FoldAction::white_space},
    {0x205F, 0x205F, FoldAction::white_space},
    {0x3000, 0x3000, FoldAction::white_space},
    {0x3164, 0x3164, FoldAction::white_space},
    {0x22, 0x22, FoldAction::quotation_mark},
    {0x27, 0x27, FoldAction::apostrophe},
    {0xAB, 0xAB, FoldAction::quotation_mark},
    {0xBB, 0xBB, FoldAction::quotation_mark},
    {0x2018, 0x2018, FoldAction::quotation_mark},
    {0x2019, 0x2019, FoldAction::apostrophe},
    {0x201A, 0x201F, FoldAction::quotation_mark},
    {0x2039, 0x203A, FoldAction::quotation_mark},
    {0x300C, 0x300F, FoldAction::quotation_mark},
    {0x301D, 0x301F, FoldAction::quotation_mark},
    {0xFE41, 0xFE44, FoldAction::quotation_mark},
    {0xFF02, 0xFF02, FoldAction::quotation_mark},
    {0xFF07, 0xFF07, FoldAction::apostrophe},
    {0xFF62, 0xFF63, FoldAction::quotation_mark},
    {',', ',', FoldAction::punctuation},
    {';', ';', FoldAction::punctuation},
    {':', ':', FoldAction::punctuation},
    {'!', '!', FoldAction::punctuation},
    {'?', '?', FoldAction::punctuation},
    {'[', '[', FoldAction::field_bracket},
    {'{', '{', FoldAction::field_brace},
    {'_', '_', FoldAction::trace},
});

/// Full-width digits and Latin letters.
inline constexpr auto kFoldRanges = std::to_array<FoldRange>({
    {U'０', U'９', U'0'},
    {U'Ａ', U'Ｚ', U'A'},
    {U'ａ', U'ｚ', U'a'},
});

inline constexpr auto kFolds = std::to_array<Fold>({
    {U"％﹪", U'%'},      {U"．﹒", U'.'},      {U"＋﹢", U'+'},  {U"－‐‑−﹣", U'-'}, {U"／", U'/'},
    {U"＆﹠", U'&'},      {U"＃﹟", U'#'},      {U"＊﹡", U'*'},  {U"＠﹫", U'@'},    {U"＝﹦", U'='},
    {U"(﹙⦅｟︵", U'（'}, {U")﹚⦆｠︶", U'）'}, {U"﹐︐", U'，'}, {U"﹑､︑", U'、'},  {U"｡︒", U'。'},
    {U"﹔︔", U'；'},     {U"﹕︓", U'：'},     {U"﹗︕", U'！'}, {U"﹖︖", U'？'},   {U"•・‧･∙⋅", U'·'},
    {U"‒–―⸺⸻﹘︱", U'—'}, {U"~〜∼∽", U'～'},
});

/// Beside GB 2312: characters of the 通用规范汉字表 that ICU's transliterator
/// takes for traditional ones (瞭望, 神祇).
inline constexpr std::u32string_view kKeptHan = U"瞭祇";

/// What ICU leaves out: variants in the traditional texts of the mainland's
/// neighbours, and radicals that PDF exports write for characters
/// (EquivalentUnifiedIdeograph.txt of the Unicode Character Database).
inline constexpr auto kHanFolds = std::to_array<HanFold>({
    {U'後', U'后'}, {U'於', U'于'}, {U'徵', U'征'}, {U'夥', U'伙'}, {U'衹', U'只'}, {U'峯', U'峰'}, {U'⺎', U'兀'}, {U'⺝', U'月'}, {U'⺟', U'母'}, {U'⺠', U'民'}, {U'⺴', U'网'},
    {U'⺼', U'月'}, {U'⻁', U'虎'}, {U'⻄', U'西'}, {U'⻅', U'见'}, {U'⻆', U'角'}, {U'⻉', U'贝'}, {U'⻋', U'车'},
    {U'⻑', U'长'}, {U'⻒', U'长'}, {U'⻓', U'长'}, {U'⻔', U'门'}, {U'⻘', U'青'}, {U'⻙', U'韦'}, {U'⻚', U'页'},
    {U'⻛', U'风'}, {U'⻜', U'飞'}, {U'⻝', U'食'}, {U'⻢', U'马'}, {U'⻣', U'骨'}, {U'⻤', U'鬼'}, {U'⻥', U'鱼'},
    {U'⻦', U'鸟'}, {U'⻧', U'卤'}, {U'⻨', U'麦'}, {U'⻩', U'黄'}, {U'⻫', U'齐'}, {U'⻬', U'齐'}, {U'⻮', U'齿'},
    {U'⻰', U'龙'}, {U'⻳', U'龟'},
});

}  // namespace fazhi
