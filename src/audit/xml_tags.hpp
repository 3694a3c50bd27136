#pragma once

#include <string>
#include <string_view>

#include "audit/audit.hpp"
#include "audit/escape.hpp"

namespace fazhi {

/// Appends XML to a string, one start tag after another; the caller keeps the
/// nesting. UTF-8, indented by two spaces a `depth`, escaped as audit/escape.hpp
/// says. Inside the audit layer.
class Tags {
 public:
  Tags(std::string& out, Language language) : out_(out), language_(language) {}

  void open(int depth, std::string_view name) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += '<';
    out_ += name;
  }
  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_xml_attribute(out_, value);
    out_ += '"';
  }
  void attribute_if(std::string_view name, std::string_view value) {
    if (!value.empty()) attribute(name, value);
  }
  void close_empty() { out_ += "/>\n"; }
  void close_start() { out_ += ">\n"; }
  void close_text(std::string_view text, std::string_view name) {
    out_ += '>';
    append_xml_text(out_, text);
    out_ += "</";
    out_ += name;
    out_ += ">\n";
  }
  void end(int depth, std::string_view name) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += "</";
    out_ += name;
    out_ += ">\n";
  }
  void line(int depth, std::string_view name, std::string_view text) {
    open(depth, name);
    close_text(text, name);
  }
  void line_if(int depth, std::string_view name, std::string_view text) {
    if (!text.empty()) line(depth, name, text);
  }
  [[nodiscard]] std::string say(const Message& message) const { return render(message, language_); }

 private:
  std::string& out_;
  Language language_;
};

/// What audits, summaries and lists have in common; `write_score` writes nothing where
/// nothing was judged.
void write_checklist(Tags& tags, const ChecklistReference& checklist);
void write_identity(Tags& tags, const Identity& identity);
void write_score(Tags& tags, const Score& score);
void write_basis(Tags& tags, int depth, const BasisCitation& basis);

}  // namespace fazhi
