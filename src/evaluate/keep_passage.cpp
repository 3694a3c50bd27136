#include "evaluate/keep_passage.hpp"

#include <cmath>

#include "base/utf8.hpp"
#include "evaluate/mutant_text.hpp"
#include "outline/years.hpp"
#include "text/write_numeral.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kPercent = "百分之";

/// A text that is changed where its normal form was searched.
class PassageKeeper {
 public:
  PassageKeeper(const MutantWorkshop& workshop, const MutantReading& read, std::size_t mutation)
      : mutation_(workshop.rules().mutations[mutation]),
        groups_(workshop.patterns.of(mutation)),
        read_(read),
        report_(read.report()) {}

  std::vector<std::string> run() {
    std::vector<std::string> out;
    if (!read_.found(groups_.unless, whole()).empty()) return out;
    if (mutation_.kind == MutationKind::swap) {
      for (std::size_t index = 0; index < mutation_.swaps.size(); ++index) add(swapped(index), out);
    } else {
      add(changed(), out);
    }
    return out;
  }

 private:
  TextRange whole() const { return {0, static_cast<std::uint32_t>(read_.text().size())}; }

  void add(std::string text, std::vector<std::string>& out) const {
    if (!text.empty() && text != report_.document.text) out.push_back(std::move(text));
  }

  std::string made(std::vector<Edit> edits) const {
    if (edits.empty()) return {};
    for (Edit& edit : edits) edit.range = report_.normal.map.original_range(edit.range);
    MutantText text(report_.document.text);
    text.apply(std::move(edits));
    return text.text();
  }

  std::string swapped(std::size_t index) const {
    std::vector<Edit> edits;
    for (const TextRange& each : read_.found(groups_.swaps[index], whole())) {
      edits.push_back({each, mutation_.swaps[index].to});
    }
    return made(std::move(edits));
  }

  std::string changed() const {
    const std::string& text = report_.document.text;
    switch (mutation_.kind) {
      case MutationKind::numerals:
        return mutation_.numerals == NumeralForm::chinese_years ? made(years()) : made(numerals());
      case MutationKind::quotes:
        return requoted();
      case MutationKind::spaces:
        return with_spaced_digits(text);
      case MutationKind::wrap:
        return with_wrapped_lines(text, mutation_.columns);
      case MutationKind::indent:
        return with_indents(text);
      case MutationKind::blank_lines:
        return with_blank_lines(text);
      case MutationKind::run_in:
        return with_run_in_headings(report_);
      case MutationKind::ordinals:
        return with_heading_numbers(report_, mutation_.from, mutation_.to);
      case MutationKind::traditional:
        return with_traditional_characters(text);
      case MutationKind::full_width:
        return with_wide_characters(text);
      case MutationKind::swap:
      case MutationKind::remove:
      case MutationKind::insert:
      case MutationKind::subject:
      case MutationKind::move:
      case MutationKind::vague:
      case MutationKind::drop_heading:
      case MutationKind::rename_heading:
      case MutationKind::empty_section:
      case MutationKind::shift_year:
        return {};
    }
    return {};
  }

  std::vector<Edit> numerals() const {
    std::vector<Edit> edits;
    for (std::uint32_t sentence = 0; sentence < report_.sentences.size(); ++sentence) {
      for (const Number& number : read_.reading().numbers(sentence)) {
        const bool other = mutation_.numerals == NumeralForm::arabic ? number.notation == Notation::chinese
                                                                     : number.notation == Notation::arabic;
        const std::string written = other ? rewritten(number) : std::string();
        if (!written.empty()) edits.push_back({number.digits, written});
      }
    }
    return edits;
  }

  /// "" where a number would not be written so: 2.3万, 数十, 第三.
  std::string rewritten(const Number& number) const {
    const std::string_view digits = number.digits.of(read_.text());
    for (const std::string_view vague : {"数", "几", "余", "多", "成"}) {
      if (digits.find(vague) != std::string_view::npos) return {};
    }
    const bool arabic = mutation_.numerals == NumeralForm::arabic;
    // 17余 is no good Chinese in either notation.
    if (number.approximation == Approximation::odd && std::fmod(number.value, 10) != 0) return {};
    constexpr double kLargestWritten = 1e8;
    if (number.value >= kLargestWritten) return {};
    const double whole = std::floor(number.value);
    const auto tenths = static_cast<std::int64_t>(std::lround((number.value - whole) * 10));
    const bool fits = std::abs(number.value * 10 - std::round(number.value * 10)) < 1e-9;
    if (number.is_rate) {
      const bool percent = arabic ? digits.starts_with(kPercent) : digits.ends_with("%");
      if (!percent || !fits) return {};
      const auto count = static_cast<std::int64_t>(whole);
      if (arabic) return std::to_string(count) + (tenths == 0 ? "" : "." + std::to_string(tenths)) + "%";
      return std::string(kPercent) + write_chinese(count) + (tenths == 0 ? "" : "点" + write_chinese(tenths));
    }
    if (!fits || tenths != 0 || number.unit < 0 || number.value < 1) return {};
    const auto count = static_cast<std::int64_t>(whole);
    return arabic ? std::to_string(count) : write_chinese(count, true);
  }

  std::vector<Edit> years() const {
    std::vector<Edit> edits;
    for (const Sentence& sentence : report_.sentences) {
      for (const YearMention& year : find_years(read_.text(), sentence.range)) {
        const std::string written = write_chinese_digits(year.range.of(read_.text()), "〇");
        if (!written.empty()) edits.push_back({year.range, written});
      }
    }
    return edits;
  }

  std::string requoted() const {
    std::string out;
    const std::string_view text = report_.document.text;
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view point = text.substr(at, code_point_length(text[at]));
      out += point == "“" ? std::string_view(mutation_.open) : point == "”" ? std::string_view(mutation_.close) : point;
      at += point.size();
    }
    return out;
  }

  const Mutation& mutation_;
  const MutationPatterns::Groups& groups_;
  const MutantReading& read_;
  const Report& report_;
};

}  // namespace

std::vector<std::string> keep_passage(const MutantWorkshop& workshop, const MutantReading& read, std::size_t mutation) {
  return PassageKeeper(workshop, read, mutation).run();
}

}  // namespace fazhi
