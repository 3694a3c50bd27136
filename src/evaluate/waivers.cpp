#include "evaluate/waivers.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "text/normalize.hpp"

namespace fazhi {
namespace {

/// The unit's name without what its government or office adds to it.
std::string_view bare_name(std::string_view unit) {
  for (const std::string_view ending : {std::string_view("人民政府"), std::string_view("办事处")}) {
    if (unit.ends_with(ending) && unit.size() > ending.size()) unit.remove_suffix(ending.size());
  }
  return unit;
}

/// Whether `whole` is `name`, maybe with the places above it: 清河县石桥镇 of
/// 石桥镇, but not 大石桥镇.
bool is_named(std::string_view whole, std::string_view name) {
  if (name.empty() || !whole.ends_with(name)) return false;
  const std::string_view above = whole.substr(0, whole.size() - name.size());
  return above.empty() || is_mark(last_mark(above), "省市州盟县区旗镇乡");
}

/// Whether both name one unit, one of them maybe with the places above it.
bool is_same_unit(std::string_view left, std::string_view right) {
  left = bare_name(left);
  right = bare_name(right);
  return is_named(left, right) || is_named(right, left);
}

bool is_for(const Waiver& waiver, const std::string& unit) {
  return waiver.units.empty() || std::any_of(waiver.units.begin(), waiver.units.end(),
                                             [&](const std::string& each) { return is_same_unit(each, unit); });
}

bool has_ended(const Waiver& waiver, const std::string& as_of) { return !as_of.empty() && waiver.expires_on < as_of; }

void waive(Finding& finding, const Waiver& waiver) {
  finding.status = Status::waived;
  finding.awarded_hundredths = 0;
  finding.possible_hundredths = 0;
  finding.gain_hundredths = 0;
  finding.rectification.clear();
  finding.messages.insert(finding.messages.begin(),
                          {MessageId::element_waived, {waiver.reason, waiver.approver, waiver.expires_on}});
}

}  // namespace

void apply_waivers(Audit& audit, const Checklist& checklist, const std::string& as_of) {
  const std::string unit = normalize_phrase(audit.identity.unit);
  for (Finding& finding : audit.findings) {
    const bool falls_short = finding.status == Status::partial || finding.status == Status::missing ||
                             finding.status == Status::undecided;
    if (finding.kind != FindingKind::element || !falls_short) continue;
    const Waiver* ended = nullptr;
    for (const Waiver& each : checklist.waivers) {
      if (each.element != finding.id || !is_for(each, unit)) continue;
      if (has_ended(each, as_of)) {
        ended = &each;
        continue;
      }
      waive(finding, each);
      break;
    }
    if (ended != nullptr && finding.status != Status::waived) {
      audit.notes.push_back({MessageId::note_waiver_ended, {finding.title, ended->expires_on, ended->approver}});
    }
  }
}

WaiverLedger::WaiverLedger(const Checklist& checklist, std::string as_of)
    : checklist_(&checklist), as_of_(std::move(as_of)), is_used_(checklist.waivers.size()) {}

void WaiverLedger::record(const Audit& audit) {
  const std::string unit = normalize_phrase(audit.identity.unit);
  for (const Finding& finding : audit.findings) {
    if (finding.status != Status::waived) continue;
    for (std::size_t index = 0; index < is_used_.size(); ++index) {
      const Waiver& each = checklist_->waivers[index];
      if (each.element == finding.id && is_for(each, unit) && !has_ended(each, as_of_)) is_used_[index] = true;
    }
  }
}

std::vector<Message> WaiverLedger::remarks() const {
  std::vector<Message> all;
  for (std::size_t index = 0; index < is_used_.size(); ++index) {
    const Waiver& each = checklist_->waivers[index];
    const std::vector<std::string> named = {each.file, std::to_string(each.line), each.element, each.expires_on};
    if (has_ended(each, as_of_)) {
      all.push_back({MessageId::waiver_ended, named});
    } else if (!is_used_[index]) {
      all.push_back({MessageId::waiver_unused, named});
    }
  }
  return all;
}

}  // namespace fazhi
