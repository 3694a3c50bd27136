#include "outline/read_sample.hpp"

#include <boost/test/unit_test.hpp>
#include <memory>

#include "checklist/load.hpp"
#include "document/plain_text.hpp"
#include "outline/outline.hpp"

namespace fazhi::test {
namespace {

struct Rules {
  Rules() {
    const LoadedChecklist loaded = load_builtin_checklist("township");
    BOOST_REQUIRE(loaded.checklist.has_value());
    DatabaseBuilder builder;
    outline = std::make_unique<OutlineRules>(loaded.checklist->language, builder);
    database = std::make_unique<Database>(builder);
  }
  std::unique_ptr<OutlineRules> outline;
  std::unique_ptr<Database> database;
  Scratch scratch;
};

}  // namespace

Report read_sample(std::string_view text) {
  static Rules rules;
  Document document;
  document.text = text;
  document.paragraphs = split_paragraphs(document.text, "报告.txt").paragraphs;
  return outline(std::move(document), *rules.outline, *rules.database, rules.scratch);
}

Role role_at(const Report& report, std::string_view phrase) {
  for (const Sentence& sentence : report.sentences) {
    if (report.text(sentence.range).find(phrase) != std::string_view::npos) return sentence.role;
  }
  BOOST_ERROR("no sentence holds " << phrase);
  return Role::furniture;
}

std::string tree_of(const Report& report) {
  std::string out;
  for (const Section& section : report.sections) {
    out += std::string(static_cast<std::size_t>(section.depth) * 2, ' ') + std::string(name_of(section.role));
    if (section.names_role) out += '*';
    if (section.second_role) out += "+" + std::string(name_of(*section.second_role));
    out += " " + std::string(report.text(section.heading));
    if (section.glued) {
      out += " glued";
    } else if (section.run_in) {
      out += " run-in";
    }
    out += '\n';
  }
  return out;
}

}  // namespace fazhi::test
