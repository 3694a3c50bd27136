#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/verification.hpp"

namespace fazhi {

/// The items of a list as a verification's items find them: by their stable
/// name, else by unit and fingerprint, since a list may write the unit otherwise.
class ListedItems {
 public:
  /// `list` may be null and must not change while it is used; `units` are the verification's.
  ListedItems(const RectificationList* list, const std::vector<std::string>& units);

  [[nodiscard]] const RectificationItem* find(const VerifiedItem& item) const;

 private:
  std::map<std::string, const RectificationItem*> by_id_;
  std::map<std::pair<std::size_t, std::string>, const RectificationItem*> by_content_;
};

}  // namespace fazhi
