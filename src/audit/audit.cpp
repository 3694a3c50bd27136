#include "audit/audit.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/names.hpp"

namespace fazhi {
namespace {

constexpr auto kFindingKinds = std::to_array<std::pair<FindingKind, std::string_view>>({
    {FindingKind::element, "element"},
    {FindingKind::defect, "defect"},
});

constexpr auto kEvidenceUses = std::to_array<std::pair<EvidenceUse, std::string_view>>({
    {EvidenceUse::support, "support"},
    {EvidenceUse::refused, "refused"},
    {EvidenceUse::against, "against"},
});

}  // namespace

std::string_view name_of(FindingKind kind) { return names::name_in(kFindingKinds, kind); }
std::optional<FindingKind> finding_kind_from(std::string_view name) {
  return names::value_in<FindingKind>(kFindingKinds, name);
}
std::string_view name_of(EvidenceUse use) { return names::name_in(kEvidenceUses, use); }
std::optional<EvidenceUse> evidence_use_from(std::string_view name) {
  return names::value_in<EvidenceUse>(kEvidenceUses, name);
}

std::size_t Audit::count(Status status) const {
  const auto counted = std::count_if(findings.begin(), findings.end(), [status](const Finding& finding) {
    return finding.kind == FindingKind::element && finding.status == status;
  });
  return static_cast<std::size_t>(counted);
}

std::size_t Audit::defect_count() const {
  const auto counted = std::count_if(findings.begin(), findings.end(),
                                     [](const Finding& finding) { return finding.kind == FindingKind::defect; });
  return static_cast<std::size_t>(counted);
}

Message verbatim(std::string text, std::string code) {
  Message message{MessageId::verbatim, {std::move(text)}};
  if (!code.empty()) message.arguments.push_back(std::move(code));
  return message;
}

std::string_view code_of(const Message& message) {
  const bool kept = message.id == MessageId::verbatim && message.arguments.size() > 1;
  return kept ? std::string_view(message.arguments[1]) : code_of(message.id);
}

}  // namespace fazhi
