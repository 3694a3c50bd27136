#pragma once

#include <string>
#include <string_view>

/// The markup of an official document (ECMA-376, WordprocessingML): measures,
/// fonts, runs.
namespace fazhi::office {

enum class Face { fangsong, heiti, kaiti, title, songti };

/// The font of a face; the fonts that stand in for it are in the font table.
[[nodiscard]] std::string_view font_of(Face face);

/// Twentieths of a point.
inline constexpr int kPageWidth = 11906;   ///< A4, 210 mm
inline constexpr int kPageHeight = 16838;  ///< A4, 297 mm
inline constexpr int kTop = 2098;          ///< 37 mm
inline constexpr int kBottom = 1984;       ///< 35 mm
inline constexpr int kLeft = 1587;         ///< 28 mm, rounded down so that 28 characters fit
inline constexpr int kRight = 1474;        ///< 26 mm

inline constexpr int kLinesPerPage = 22;
inline constexpr int kCharactersPerLine = 28;
/// The 225 mm of text hold 22 lines of 28.95 points; 22 of 29 would not fit.
inline constexpr int kLinePitch = 579;
/// The 156 mm of text hold 28 characters of 15.79 points.
inline constexpr int kCharacterPitch = 316;
/// How much a character of 16 points is narrowed to that, in 4096ths of a point
/// (ECMA-376, 17.6.5).
inline constexpr int kCharacterSpace = -849;

/// Not every program narrows characters by the grid, and LibreOffice gives two
/// cells to one that is wider than a cell. So the body does not follow the grid: its
/// characters stand closer by this much (twentieths of a point), 28 fill a line when
/// it is justified, and its lines are as high as the grid's.
inline constexpr int kBodySpacing = -6;

inline constexpr int kTitleHalfPoints = 44;  ///< 2号
inline constexpr int kTitleCharacters = 19;  ///< of 2号 in a line, which holds 20: digits may be wider
inline constexpr int kBodyHalfPoints = 32;   ///< 3号
inline constexpr int kCaptionHalfPoints = 24; ///< 小4号
inline constexpr int kPageNumberHalfPoints = 28;  ///< 4号

[[nodiscard]] int twips_of(int millimetres);

/// <w:rFonts> with the face for every script: without it a program takes the
/// Latin font for quotation marks, dashes and digits.
[[nodiscard]] std::string fonts_of(Face face);
[[nodiscard]] std::string run_properties(Face face, int half_points);

/// A run of `text`, which is made printable and escaped.
[[nodiscard]] std::string run(std::string_view text, Face face, int half_points);
/// The end of a line inside a paragraph.
[[nodiscard]] std::string line_break(Face face, int half_points);

/// Width in Han characters times two: ASCII has half of one.
[[nodiscard]] int half_widths(std::string_view text);

}  // namespace fazhi::office
