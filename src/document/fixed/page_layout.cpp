#include "document/fixed/page_layout.hpp"

#include "document/fixed/page_model.hpp"

namespace fazhi {

void add_pages(const std::vector<LaidPage>& laid, DocumentBuilder& builder) {
  std::vector<layout::Page> pages = layout::pages_of(laid);
  layout::set_furniture_apart(pages);
  for (const layout::Text& each : layout::paragraphs_of(layout::lines_of(pages))) {
    builder.add(each.text, {.page = each.page,
                            .centered = each.centered,
                            .in_table = each.in_table,
                            .confidence = pages[static_cast<std::size_t>(each.page) - 1].confidence});
  }
  for (const layout::Page& page : pages) {
    for (const std::string& text : page.furniture) {
      builder.add(text, {.page = page.number, .furniture = true, .confidence = page.confidence});
    }
  }
}

}  // namespace fazhi
