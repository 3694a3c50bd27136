#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// The documents of an OFD file (GB/T 33190-2016), by libzip and pugixml; never
/// empty. The first has `source` as its own, the others `source#2` and so on.
///
/// Of several versions the current one is read. Text comes from the pages'
/// TextObjects, those inside CompositeObjects included, placed by Boundary, CTM
/// and the deltas of TextCode, and goes through `add_pages`. What a template
/// shows on one page alone belongs to that page, and so does its large type on
/// the first page that uses it; the rest of a template is furniture. Text that
/// runs in another direction than most of its page is furniture too (watermarks,
/// binding lines). Annotations and attachments are left out with a note.
///
/// Fails with `input_encrypted` (GM/T 0099-2020: Encryptions.xml), with
/// `input_damaged` where any page, template or resource that is needed can't be
/// read, with `input_scanned_ofd` where more than half of the pages are pictures,
/// with `input_glyphs_only`, and past the limits of pages, documents, nesting,
/// objects and text.
[[nodiscard]] std::vector<Result<Document>> read_ofd(std::string_view bytes, std::string_view source);

}  // namespace fazhi
