#pragma once

#include <string>
#include <string_view>

namespace fazhi {

/// A line of recognized Chinese text (UTF-8) with those misreadings put right
/// that their neighbours make certain:
/// - half-width , : ; ? ! ( ) beside Han characters → full-width;
/// - brackets around an ordinal at the line's begin, of whatever kinds → （）;
/// - < > 〈 〉 around a title → 《》, unless they stand inside of 《》;
/// - a dash before 、, 是 or 方面 at the line's or a sentence's begin → 一;
/// - the full stop behind an ordinal at the line's begin → 、;
/// - 0 O o ○ within a year in Han digits → 〇; O o l I between digits → 0 1;
/// - ] l I | in a date, behind 年 or 月 and before 月, 日 or a digit → 1;
/// - a page number with its dashes, of whatever kinds, → "— 2 —".
/// Text without these comes back as it is.
[[nodiscard]] std::string repair_recognized(std::string_view line);

}  // namespace fazhi
