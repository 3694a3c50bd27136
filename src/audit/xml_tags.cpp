#include "audit/xml_tags.hpp"

#include "audit/points.hpp"

namespace fazhi {

void write_checklist(Tags& tags, const ChecklistReference& checklist) {
  tags.open(1, "checklist");
  tags.attribute("id", checklist.id);
  tags.attribute("version", checklist.version);
  tags.attribute("title", checklist.title);
  tags.attribute("sha256", checklist.sha256);
  tags.close_empty();
}

void write_identity(Tags& tags, const Identity& identity) {
  tags.open(2, "identity");
  tags.attribute_if("unit", identity.unit);
  if (identity.level) tags.attribute("level", name_of(*identity.level));
  if (identity.year) tags.attribute("year", std::to_string(*identity.year));
  tags.attribute_if("title", identity.title);
  tags.attribute_if("document-number", identity.document_number);
  tags.attribute_if("signature-date", identity.signature_date);
  if (identity.other_reports > 0) tags.attribute("other-reports", std::to_string(identity.other_reports));
  tags.close_empty();
}

void write_score(Tags& tags, const Score& score) {
  if (score.possible_hundredths == 0) return;
  tags.open(2, "score");
  tags.attribute("awarded", points_text(score.awarded_hundredths));
  if (score.highest_hundredths != score.awarded_hundredths) {
    tags.attribute("highest", points_text(score.highest_hundredths));
  }
  tags.attribute("possible", points_text(score.possible_hundredths));
  tags.attribute_if("grade", score.grade);
  if (score.passed) tags.attribute("passed", *score.passed ? "true" : "false");
  tags.close_empty();
}

void write_basis(Tags& tags, int depth, const BasisCitation& basis) {
  tags.open(depth, "basis");
  tags.attribute("document", basis.document);
  tags.attribute_if("article", basis.article);
  if (basis.text.empty()) {
    tags.close_empty();
  } else {
    tags.close_text(basis.text, "basis");
  }
}

}  // namespace fazhi
