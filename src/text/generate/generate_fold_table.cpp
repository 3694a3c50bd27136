// Writes the table of character folds that normalisation uses: what the list in
// fold_rules.hpp says, compatibility ideographs by NFKC, and traditional to
// simplified characters by ICU's transliterator.

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "text/fold_rules.hpp"

namespace {

using fazhi::FoldAction;
using icu::UnicodeString;

constexpr char32_t kBmpEnd = 0x10000;
constexpr char32_t kIdeographsEnd = 0x30000;
constexpr char32_t kPageSize = 64;

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string(what) + ": " + u_errorName(status));
}

UChar32 as_icu(char32_t value) { return static_cast<UChar32>(value); }

/// The one code point of `text`, or `otherwise`.
char32_t only_code_point(const UnicodeString& text, char32_t otherwise) {
  return text.countChar32() == 1 ? static_cast<char32_t>(text.char32At(0)) : otherwise;
}

/// The Han characters of GB 2312, both levels: what stands in them is
/// simplified text's own and is never changed.
std::set<char32_t> gb2312_characters() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("GB2312", &status), &ucnv_close);
  check(status, "GB2312");
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  check(status, "GB2312 callback");
  std::set<char32_t> characters;
  for (int row = 0xB0; row <= 0xF7; ++row) {
    for (int cell = 0xA1; cell <= 0xFE; ++cell) {
      const char bytes[] = {static_cast<char>(row), static_cast<char>(cell)};
      UChar unit[4] = {};
      UErrorCode failed = U_ZERO_ERROR;
      const std::int32_t length = ucnv_toUChars(converter.get(), unit, 4, bytes, 2, &failed);
      if (U_FAILURE(failed) || length != 1) continue;
      if (u_hasBinaryProperty(unit[0], UCHAR_IDEOGRAPHIC)) characters.insert(unit[0]);
    }
  }
  if (characters.size() != 6763)
    throw std::runtime_error("GB 2312 has 6763 Han characters, not " + std::to_string(characters.size()));
  return characters;
}

class HanFolder {
 public:
  HanFolder() : kept_(gb2312_characters()) {
    UErrorCode status = U_ZERO_ERROR;
    nfkc_ = icu::Normalizer2::getNFKCInstance(status);
    check(status, "NFKC");
    simplify_.reset(icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    check(status, "Traditional-Simplified");
    for (const char32_t kept : fazhi::kKeptHan) kept_.insert(kept);
    for (const auto& [from, to] : fazhi::kHanFolds) given_[from] = to;
  }

  [[nodiscard]] char32_t fold(char32_t value) const {
    for (;;) {
      const char32_t next = step(value);
      if (next == value) return value;
      value = next;
    }
  }

 private:
  [[nodiscard]] char32_t step(char32_t value) const {
    if (const auto given = given_.find(value); given != given_.end()) return given->second;
    if (kept_.contains(value)) return value;
    const UnicodeString text(as_icu(value));
    UErrorCode status = U_ZERO_ERROR;
    const char32_t plain = only_code_point(nfkc_->normalize(text, status), value);
    check(status, "normalize");
    if (plain != value) return u_hasBinaryProperty(as_icu(plain), UCHAR_IDEOGRAPHIC) ? plain : value;
    UnicodeString simplified(text);
    simplify_->transliterate(simplified);
    return only_code_point(simplified, value);
  }

  std::set<char32_t> kept_;
  std::map<char32_t, char32_t> given_;
  const icu::Normalizer2* nfkc_ = nullptr;
  std::unique_ptr<icu::Transliterator> simplify_;
};

bool is_foldable_han(char32_t value) {
  return u_hasBinaryProperty(as_icu(value), UCHAR_IDEOGRAPHIC) || u_hasBinaryProperty(as_icu(value), UCHAR_RADICAL);
}

/// What becomes of every code point that is not simply kept: an action, or the
/// character that takes its place.
std::map<char32_t, char32_t> all_folds() {
  std::map<char32_t, char32_t> folds;
  const HanFolder folder;
  for (char32_t value = 0x2E80; value < kIdeographsEnd; ++value) {
    if (!is_foldable_han(value)) continue;
    const char32_t folded = folder.fold(value);
    if (folded != value && (folded < kBmpEnd || value >= kBmpEnd)) folds[value] = folded;
  }
  for (const auto& [first, last, action] : fazhi::kFoldActions) {
    for (char32_t value = first; value <= last; ++value) folds[value] = static_cast<char32_t>(action);
  }
  for (const auto& [first, last, to] : fazhi::kFoldRanges) {
    for (char32_t value = first; value <= last; ++value) folds[value] = to + (value - first);
  }
  for (const auto& [from, to] : fazhi::kFolds) {
    for (const char32_t value : from) folds[value] = to;
  }
  return folds;
}

void write_plain_masks(std::ostream& out, const std::map<char32_t, char32_t>& folds) {
  out << "constexpr std::array<std::uint64_t, 1024> kPlainMasks = {\n";
  for (char32_t page = 0; page < kBmpEnd / kPageSize; ++page) {
    std::uint64_t mask = ~std::uint64_t{0};
    for (char32_t bit = 0; bit < kPageSize; ++bit) {
      if (folds.contains(page * kPageSize + bit)) mask &= ~(std::uint64_t{1} << bit);
    }
    out << "0x" << std::hex << mask << std::dec << "U,\n";
  }
  out << "};\n";
}

/// Two stages: page 0 is the page without any fold.
void write_pages(std::ostream& out, const std::map<char32_t, char32_t>& folds) {
  std::vector<std::vector<char32_t>> pages{std::vector<char32_t>(kPageSize, 0)};
  out << "constexpr std::array<std::uint16_t, 1024> kFoldPageOf = {\n";
  for (char32_t page = 0; page < kBmpEnd / kPageSize; ++page) {
    std::vector<char32_t> entries(kPageSize, 0);
    bool any = false;
    for (char32_t bit = 0; bit < kPageSize; ++bit) {
      const auto fold = folds.find(page * kPageSize + bit);
      if (fold == folds.end()) continue;
      entries[bit] = fold->second;
      any = true;
    }
    out << (any ? pages.size() : 0) << ",\n";
    if (any) pages.push_back(std::move(entries));
  }
  out << "};\nconstexpr std::array<std::array<std::uint16_t, 64>, " << pages.size() << "> kFoldPages = {{\n";
  for (const auto& page : pages) {
    out << "{{";
    for (const char32_t entry : page) out << static_cast<std::uint32_t>(entry) << ',';
    out << "}},\n";
  }
  out << "}};\n";
}

void write_supplementary(std::ostream& out, const std::map<char32_t, char32_t>& folds) {
  out << "constexpr auto kSupplementaryFolds = std::to_array<SupplementaryFold>({\n";
  for (auto fold = folds.lower_bound(kBmpEnd); fold != folds.end(); ++fold) {
    out << '{' << static_cast<std::uint32_t>(fold->first) << ',' << static_cast<std::uint32_t>(fold->second) << "},\n";
  }
  out << "});\n";
}

}  // namespace

int main(int argument_count, char** arguments) try {
  if (argument_count != 2) throw std::runtime_error("usage: generate_fold_table OUTPUT");
  const auto folds = all_folds();
  std::ofstream out(arguments[1]);
  write_plain_masks(out, folds);
  write_pages(out, folds);
  write_supplementary(out, folds);
  out.close();
  if (!out) throw std::runtime_error("cannot write the table");
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
