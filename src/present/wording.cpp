#include "present/wording.hpp"

#include "audit/points.hpp"

namespace fazhi {
namespace {

MessageId message_of(Status status) {
  switch (status) {
    case Status::met:
      return MessageId::status_met;
    case Status::partial:
      return MessageId::status_partial;
    case Status::missing:
      return MessageId::status_missing;
    case Status::undecided:
      return MessageId::status_undecided;
    case Status::not_applicable:
      return MessageId::status_not_applicable;
    case Status::waived:
      return MessageId::status_waived;
  }
  return MessageId::status_undecided;
}

MessageId message_of(Role role) {
  switch (role) {
    case Role::furniture:
      return MessageId::role_furniture;
    case Role::head:
      return MessageId::role_head;
    case Role::preamble:
      return MessageId::role_preamble;
    case Role::achievements:
      return MessageId::role_achievements;
    case Role::first_responsible:
      return MessageId::role_first_responsible;
    case Role::shortcomings:
      return MessageId::role_shortcomings;
    case Role::plan:
      return MessageId::role_plan;
    case Role::other:
      return MessageId::role_other;
    case Role::tail:
      return MessageId::role_tail;
  }
  return MessageId::role_other;
}

MessageId message_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return MessageId::verdict_passed;
    case Verdict::failed:
      return MessageId::verdict_failed;
    case Verdict::open:
      return MessageId::verdict_open;
    case Verdict::unreadable:
      return MessageId::verdict_unreadable;
  }
  return MessageId::verdict_open;
}

/// "十", "二十四", "24": an article's bare number.
bool is_bare_number(std::string_view article) {
  constexpr std::string_view kNumerals = "一二三四五六七八九十百〇零0123456789";
  while (!article.empty()) {
    const std::size_t size = static_cast<unsigned char>(article[0]) < 0x80 ? 1 : 3;
    if (article.size() < size || kNumerals.find(article.substr(0, size)) == std::string_view::npos) return false;
    article.remove_prefix(size);
  }
  return true;
}

MessageId message_of(Level level) {
  switch (level) {
    case Level::province:
      return MessageId::level_province;
    case Level::prefecture:
      return MessageId::level_prefecture;
    case Level::county:
      return MessageId::level_county;
    case Level::township:
      return MessageId::level_township;
    case Level::subdistrict:
      return MessageId::level_subdistrict;
    case Level::department:
      return MessageId::level_department;
  }
  return MessageId::level_township;
}

}  // namespace

std::string say(MessageId id, Language language) { return render({id, {}}, language); }

std::string word_of(Status status, Language language) { return say(message_of(status), language); }
std::string word_of(Level level, Language language) { return say(message_of(level), language); }
std::string word_of(Role role, Language language) { return say(message_of(role), language); }
std::string word_of(Verdict verdict, Language language) { return say(message_of(verdict), language); }
std::string word_of(Severity severity, Language language) {
  return say(severity == Severity::major ? MessageId::severity_major : MessageId::severity_minor, language);
}

Verdict verdict_of(const Audit& audit) {
  if (audit.error) return Verdict::unreadable;
  if (!audit.score.passed) return Verdict::open;
  return *audit.score.passed ? Verdict::passed : Verdict::failed;
}

std::string points_range(std::int32_t least_hundredths, std::int32_t most_hundredths, Language language) {
  if (least_hundredths == most_hundredths) return points_text(least_hundredths);
  const std::string_view to = language == Language::zh ? "～" : "-";
  return points_text(least_hundredths).append(to) += points_text(most_hundredths);
}

std::string place_of(const Evidence& evidence, Language language) {
  const std::string paragraph = std::to_string(evidence.paragraph);
  std::string place = evidence.section.empty() ? say(MessageId::place_paragraph, language, paragraph)
                                               : say(MessageId::place_section, language, paragraph, evidence.section);
  if (evidence.page > 0) place = say(MessageId::place_page, language, std::to_string(evidence.page), place);
  if (!evidence.confidence) return place;
  return say(MessageId::place_recognized, language, place, std::to_string(*evidence.confidence));
}

std::string citation_of(const BasisCitation& basis, Language language) {
  std::string out = basis.document;
  if (!basis.article.empty()) {
    const bool bare = is_bare_number(basis.article);
    out += bare ? say(MessageId::basis_article, language, basis.article) : basis.article;
  }
  if (!basis.text.empty()) out += say(MessageId::basis_gist, language, basis.text);
  return out;
}

std::string figure_of(const Measure& measure, Language language) {
  std::string value = value_text(measure.value) + measure.unit;
  if (!measure.exact) value = say(MessageId::measure_inexact, language, value);
  const std::string_view name = measure.name;
  if (name.ends_with(".total")) return say(MessageId::measure_total, language, value);
  if (name.ends_with(".resolved")) return say(MessageId::measure_resolved, language, value);
  if (name.ends_with(".rate")) return say(MessageId::measure_rate, language, value);
  return measure.name + " " + value;
}

const std::string& name_of_report(const Audit& audit) {
  return audit.error || audit.identity.unit.empty() ? audit.source : audit.identity.unit;
}

}  // namespace fazhi
