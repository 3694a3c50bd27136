#include "document/fixed/page_layout.hpp"

namespace fazhi {

void add_pages(const std::vector<LaidPage>& pages, DocumentBuilder& builder) {
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const LaidText& each : pages[page].texts) builder.add(each.text, {.page = static_cast<int>(page) + 1});
  }
}

}  // namespace fazhi
