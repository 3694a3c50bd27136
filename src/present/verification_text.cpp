#include "present/verification_text.hpp"

#include "present/display_width.hpp"
#include "present/printable.hpp"
#include "present/terminal_text.hpp"
#include "present/verification_wording.hpp"

namespace fazhi {
namespace {

constexpr int kItemIndent = 2;
constexpr int kDetailIndent = 6;

Color color_of(const VerifiedItem& item) {
  if (item.relapsed) return Color::red;
  switch (item.change) {
    case ItemChange::fixed:
      return Color::green;
    case ItemChange::partly:
      return Color::yellow;
    case ItemChange::open:
      return Color::red;
    case ItemChange::added:
      return Color::red;
  }
  return Color::plain;
}

std::string_view symbol_of(ItemChange change) {
  switch (change) {
    case ItemChange::fixed:
      return "✓";
    case ItemChange::partly:
      return "~";
    case ItemChange::open:
      return "✗";
    case ItemChange::added:
      return "+";
  }
  return "?";
}

class VerificationWriter {
 public:
  VerificationWriter(std::string& out, const Verification& verification, const TerminalOptions& options)
      : out_(out), verification_(verification), options_(options) {}

  void write() {
    out_ += painted(printable(verification_.title), Color::bold, options_) + '\n';
    for (std::size_t at = 0; at < verification_.units.size(); ++at) unit(at);
    const std::string count = std::to_string(verification_.units.size());
    out_ += '\n';
    append_hanging(out_, 0, {},
                   say(MessageId::verify_summary, options_.language, count) +
                       counts_words(verification_, std::nullopt, options_.language),
                   options_);
    for (const Message& each : verification_.notes) note(each);
    append_hanging(out_, 0, {}, say(MessageId::verify_closing, options_.language), options_);
  }

 private:
  void note(const Message& message) {
    append_hanging(out_, 0, {say(MessageId::view_note, options_.language), Color::dim},
                   render(message, options_.language), options_);
  }

  void unit(std::size_t at) {
    const VerifiedUnit& unit = verification_.units[at];
    const int columns = columns_of(options_);
    out_ += '\n';
    out_.append(static_cast<std::size_t>(columns), '=');
    out_ += '\n';
    const auto score = [&](const Score& each) {
      const std::string words = score_words(each, options_.language);
      return words.empty() ? std::string("—") : words;
    };
    const std::string heading =
        say(MessageId::verify_heading, options_.language, printable(unit.unit), score(unit.before), score(unit.after));
    out_ += painted(cut_end(heading, columns, options_.wide_ambiguous), Color::bold, options_) + '\n';
    append_hanging(out_, 0, {}, counts_words(verification_, at, options_.language), options_);
    for (const Message& each : unit.notes) note(each);
    // The other views list what a unit left as it was.
    if (unit.source_after.empty()) return;
    for (const VerifiedItem& each : verification_.items) {
      if (each.unit == at) item(each);
    }
  }

  void item(const VerifiedItem& item) {
    const std::string mark =
        std::string(symbol_of(item.change)) + " " + change_words(item, options_.language);
    std::string rest = item.title;
    const std::string before = standing_of(item, item.before, options_.language);
    const std::string after = standing_of(item, item.after, options_.language);
    if (item.kind == FindingKind::element) rest += "  " + (before.empty() ? "—" : before) + " → " + (after.empty() ? "—" : after);
    append_hanging(out_, kItemIndent, {mark, color_of(item), "  "}, rest, options_);
    if (item.change != ItemChange::fixed) detail(MessageId::advice_asked, item.demand);
    side(MessageId::verify_before_label, item, false);
    side(MessageId::verify_after_label, item, true);
    for (const Message& each : item.warnings) {
      append_hanging(out_, kDetailIndent, {say(MessageId::verify_warning_label, options_.language), Color::yellow},
                     render(each, options_.language), options_);
    }
  }

  void side(MessageId label, const VerifiedItem& item, bool is_after) {
    const VerifiedSide& side = is_after ? item.after : item.before;
    detail(label, empty_side_words(item, is_after, options_.language));
    for (const ItemQuote& each : side.quotes) detail(label, quote_words(each, options_.language));
  }

  void detail(MessageId label, const std::string& text) {
    if (text.empty()) return;
    append_hanging(out_, kDetailIndent, {say(label, options_.language), Color::dim}, text, options_);
  }

  std::string& out_;
  const Verification& verification_;
  const TerminalOptions& options_;
};

}  // namespace

std::string verification_text(const Verification& verification, const TerminalOptions& options) {
  std::string out;
  VerificationWriter(out, verification, options).write();
  return out;
}

}  // namespace fazhi
