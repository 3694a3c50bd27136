#pragma once

#include "document/fixed/page_layout.hpp"

namespace fazhi {

/// Settles sizes and edges of the recognized texts of a page, which vary with
/// the ink of their first and last characters: a mark fills a part of its
/// square only, 一 has no height. The em is that of most lines unless a line is
/// clearly of another size; ends and beginnings close to the margins that most
/// lines share are set on them.
void settle_edges(LaidPage& page);

}  // namespace fazhi
