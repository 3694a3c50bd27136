#include "present/official_document.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/iso_date.hpp"
#include "present/official_markup.hpp"
#include "present/official_parts.hpp"
#include "present/official_table.hpp"

namespace fazhi {
namespace {

using office::Face;
using Kind = DocumentText::Kind;

constexpr int kBody = office::kBodyHalfPoints;
/// Half widths: a Han character has two.
constexpr int kLineWidth = 2 * office::kCharactersPerLine;
constexpr int kDateFromRight = 2 * 4;
constexpr int kNameFromRight = 2 * 2;
/// Blank lines over the issuer: a seal of 42 mm stands over issuer and date and
/// reaches up to a line under the text.
constexpr int kSealLines = 2;

struct Form {
  std::string_view style;
  Face face = Face::fangsong;
  int half_points = kBody;
};

Form form_of(Kind kind) {
  switch (kind) {
    case Kind::heading1:
      return {"Heading1", Face::heiti};
    case Kind::heading2:
      return {"Heading2", Face::kaiti};
    case Kind::heading3:
      return {"Heading3"};
    case Kind::heading4:
      return {"Heading4"};
    case Kind::paragraph:
      return {"BodyText"};
    case Kind::quote:
      return {"Quote", Face::kaiti};
    case Kind::caption:
      return {"Caption", Face::fangsong, office::kCaptionHalfPoints};
  }
  return {"BodyText"};
}

/// Twentieths of a point of so many half widths of the body's characters.
std::string indent_of(int half_widths) { return std::to_string(half_widths * office::kCharacterPitch / 2); }

std::string section_markup(bool is_across) {
  std::string out = "<w:sectPr>" + std::string(office::kFooterReferences) + "<w:type w:val=\"nextPage\"/>";
  const auto number = [](int value) { return "\"" + std::to_string(value) + "\""; };
  // The sheet is turned with its head to the left edge, odd page or even.
  const int top = is_across ? office::kLeft : office::kTop;
  const int bottom = is_across ? office::kRight : office::kBottom;
  const int left = is_across ? office::kBottom : office::kLeft;
  const int right = is_across ? office::kTop : office::kRight;
  out += "<w:pgSz w:w=" + number(is_across ? office::kPageHeight : office::kPageWidth) +
         " w:h=" + number(is_across ? office::kPageWidth : office::kPageHeight);
  out += is_across ? " w:orient=\"landscape\"/>" : "/>";
  // The dashes of a page number stand 7 mm under the text.
  const int footer = is_across ? bottom - 572 : 1412;
  out += "<w:pgMar w:top=" + number(top) + " w:right=" + number(right) + " w:bottom=" + number(bottom) +
         " w:left=" + number(left) + " w:header=\"851\" w:footer=" + number(footer) + " w:gutter=\"0\"/>";
  if (is_across) return out += "<w:docGrid w:linePitch=" + number(office::kLinePitch) + "/></w:sectPr>";
  return out += "<w:docGrid w:type=\"linesAndChars\" w:linePitch=" + number(office::kLinePitch) +
                " w:charSpace=" + number(office::kCharacterSpace) + "/></w:sectPr>";
}

class DocumentWriter {
 public:
  explicit DocumentWriter(const OfficialDocument& document) : document_(document) {}

  std::string markup() {
    title(document_.title, document_.blocks);
    if (!document_.addressee.empty()) {
      paragraph("Addressee", {}, office::run(document_.addressee, Face::fangsong, kBody));
    }
    blocks(document_.blocks, document_.is_across, document_.is_signed);
    if (document_.is_signed) {
      attachment_note();
      signature();
    }
    bool is_across = document_.is_across;
    for (std::size_t index = 0; index < document_.attachments.size(); ++index) {
      end_section(is_across);
      is_across = document_.attachments[index].is_across;
      attachment(index);
    }
    if (last_is_table_) small_paragraph({});
    flush();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
           "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
           "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>" +
           out_ + section_markup(is_across) + "</w:body></w:document>";
  }

 private:
  /// Paragraphs are written one behind, since the last of a section tells how
  /// its pages lie.
  void paragraph(std::string_view style, std::string properties, std::string runs) {
    flush();
    pending_style_ = style;
    pending_properties_ = std::move(properties);
    pending_runs_ = std::move(runs);
    is_pending_ = true;
    last_is_table_ = false;
  }

  void flush(const std::string& section = {}) {
    if (!is_pending_) return;
    out_ += "<w:p><w:pPr><w:pStyle w:val=\"" + pending_style_ + "\"/>" + pending_properties_ + section + "</w:pPr>" +
            pending_runs_ + "</w:p>";
    is_pending_ = false;
  }

  void end_section(bool is_across) {
    if (last_is_table_ || !is_pending_) {
      small_paragraph(section_markup(is_across));
    } else {
      flush(section_markup(is_across));
    }
  }

  /// What has to stand behind a table, as low as can be.
  void small_paragraph(const std::string& section) {
    flush();
    out_ += "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>" +
            office::run_properties(Face::fangsong, 2) + section + "</w:pPr></w:p>";
    last_is_table_ = false;
  }

  void blank_line() { paragraph("Addressee", "<w:keepNext/>", {}); }

  /// A line is left blank behind it, but for a caption, which belongs to it.
  void title(std::string_view text, const std::vector<DocumentBlock>& next) {
    std::string runs;
    for (const std::string& line : title_lines(text, office::kTitleCharacters)) {
      if (!runs.empty()) runs += office::line_break(Face::title, office::kTitleHalfPoints);
      runs += office::run(line, Face::title, office::kTitleHalfPoints);
    }
    paragraph("Title", {}, std::move(runs));
    const auto* first = next.empty() ? nullptr : std::get_if<DocumentText>(&next.front());
    if (first == nullptr || first->kind != Kind::caption) blank_line();
  }

  /// `is_kept`: the last block stays on the page of what follows.
  void blocks(const std::vector<DocumentBlock>& blocks, bool is_across, bool is_kept) {
    for (const DocumentBlock& block : blocks) {
      if (const auto* text = std::get_if<DocumentText>(&block)) {
        const Form form = form_of(text->kind);
        const bool keeps = is_kept && &block == &blocks.back();
        paragraph(form.style, keeps ? "<w:keepNext/>" : "",
                  office::run(text->head, Face::kaiti, form.half_points) +
                      office::run(text->text, form.face, form.half_points));
      } else {
        flush();
        out_ += office::table_markup(std::get<DocumentTable>(block), is_across);
        last_is_table_ = true;
      }
    }
  }

  void attachment_note() {
    const auto& attachments = document_.attachments;
    if (attachments.empty()) return;
    blank_line();
    const bool is_numbered = attachments.size() > 1;
    for (std::size_t index = 0; index < attachments.size(); ++index) {
      const std::string number = is_numbered ? std::to_string(index + 1) + "." : "";
      const std::string lead = (index == 0 ? "附件：" : "") + number;
      const int hanging = office::half_widths(lead);
      const int left = 4 + office::half_widths("附件：" + number);
      paragraph("AttachmentNote", "<w:ind w:left=\"" + indent_of(left) + "\" w:hanging=\"" + indent_of(hanging) + "\"/>",
                office::run(lead + plain_title(attachments[index].title), Face::fangsong, kBody));
    }
  }

  void signature() {
    const std::string date = date_text(document_.date);
    const int date_width = office::half_widths(date);
    // A box with the date in its middle: it ends at the right edge, or two characters
    // before it where the issuer would fill it.
    const int issuer_width = office::half_widths(document_.issuer) + 1;
    const int date_box = 2 * kDateFromRight + date_width;
    const int right = issuer_width <= date_box ? 0 : std::clamp(kLineWidth - issuer_width, 0, kNameFromRight);
    const int left = std::max(0, kLineWidth - right - std::max(issuer_width, date_box));
    const std::string box = "<w:ind w:left=\"" + indent_of(left) + "\" w:right=\"" + indent_of(right) + "\"/>";
    const std::string room = "<w:spacing w:before=\"" + std::to_string(kSealLines * office::kLinePitch) +
                             "\" w:line=\"" + std::to_string(office::kLinePitch) + "\" w:lineRule=\"exact\"/>";
    const bool has_issuer = !document_.issuer.empty();
    if (has_issuer) paragraph("Signature", room + box, office::run(document_.issuer, Face::fangsong, kBody));
    paragraph("Date", has_issuer ? box : room + box, office::run(date, Face::fangsong, kBody));
  }

  void attachment(std::size_t index) {
    const DocumentAttachment& attachment = document_.attachments[index];
    const std::string number = document_.attachments.size() > 1 ? std::to_string(index + 1) : "";
    paragraph("AttachmentMark", {}, office::run("附件" + number, Face::heiti, kBody));
    blank_line();
    title(attachment.title, attachment.blocks);
    blocks(attachment.blocks, attachment.is_across, false);
  }

  static std::string plain_title(std::string_view title) {
    std::string out(title);
    std::erase(out, '|');
    return out;
  }

  const OfficialDocument& document_;
  std::string out_;
  std::string pending_style_;
  std::string pending_properties_;
  std::string pending_runs_;
  bool is_pending_ = false;
  bool last_is_table_ = false;
};

/// Cuts `pieces` from `first` on into `lines` lines; the width of the widest, or
/// more than fits where there is no way.
struct Cut {
  int widest = 0;
  std::vector<std::size_t> ends;
};

Cut even_cut(const std::vector<int>& widths, std::size_t first, std::size_t lines) {
  Cut best;
  int width = 0;
  for (std::size_t end = first + 1; end <= widths.size(); ++end) {
    width += widths[end - 1];
    const bool is_last = lines == 1;
    if (is_last && end < widths.size()) continue;
    if (!is_last && widths.size() - end < lines - 1) break;
    Cut cut = is_last ? Cut{} : even_cut(widths, end, lines - 1);
    cut.widest = std::max(cut.widest, width);
    cut.ends.insert(cut.ends.begin(), end);
    if (best.ends.empty() || cut.widest < best.widest) best = std::move(cut);
  }
  return best;
}

}  // namespace

std::string date_text(std::string_view iso) {
  if (!is_iso_date(iso)) return std::string(iso);
  const auto number = [](std::string_view digits) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return std::string(digits);
  };
  return number(iso.substr(0, 4)) + "年" + number(iso.substr(5, 2)) + "月" + number(iso.substr(8, 2)) + "日";
}

std::string han_ordinal(std::size_t number) {
  constexpr std::array<std::string_view, 10> kDigits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number == 0 || number > 99) return std::to_string(number);
  std::string out;
  if (number >= 20) out += kDigits[number / 10];
  if (number >= 10) out += "十";
  return out += kDigits[number % 10];
}

std::vector<std::string> title_lines(std::string_view title, int characters) {
  constexpr std::size_t kMostPieces = 8;  // those in use have three; the rest stays together
  std::vector<std::string> pieces(1);
  for (const char each : title) {
    if (each != '|') {
      pieces.back() += each;
    } else if (pieces.size() < kMostPieces && !pieces.back().empty()) {
      pieces.emplace_back();
    }
  }
  std::vector<int> widths;
  for (const std::string& piece : pieces) widths.push_back(office::half_widths(piece));
  Cut cut;
  for (std::size_t lines = 1; lines <= pieces.size(); ++lines) {
    cut = even_cut(widths, 0, lines);
    if (cut.widest <= 2 * characters) break;
  }
  std::vector<std::string> out;
  std::size_t next = 0;
  for (const std::size_t end : cut.ends) {
    out.emplace_back();
    for (; next < end; ++next) out.back() += pieces[next];
  }
  return out;
}

Result<std::string> official_document(const OfficialDocument& document) {
  std::string title = document.title;
  std::erase(title, '|');
  std::vector<PackagePart> parts = office::fixed_parts(title, document.issuer, document.date);
  parts.insert(parts.begin() + 3, {"word/document.xml", DocumentWriter(document).markup()});
  return zip_package(parts);
}

}  // namespace fazhi
