#include "cli/list_file.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

namespace fazhi::test {

ListFile::ListFile(std::string_view csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  std::vector<std::string> row(1);
  bool is_quoted = false;
  for (std::size_t at = 0; at < csv.size(); ++at) {
    const bool is_quote = csv[at] == '"';
    if (is_quoted && is_quote && at + 1 < csv.size() && csv[at + 1] == '"') {
      row.back() += csv[at++];
    } else if (is_quote) {
      is_quoted = !is_quoted;
    } else if (!is_quoted && csv[at] == ',') {
      row.emplace_back();
    } else if (!is_quoted && csv[at] == '\n') {
      rows_.push_back(std::move(row));
      row.assign(1, "");
    } else if (is_quoted || csv[at] != '\r') {
      row.back() += csv[at];
    }
  }
  BOOST_REQUIRE(rows_.size() > 1U);
}

std::string& ListFile::cell(std::size_t item, std::string_view heading) {
  const auto& head = rows_.front();
  const auto column = std::find(head.begin(), head.end(), heading);
  BOOST_REQUIRE_MESSAGE(column != head.end(), heading);
  return rows_.at(item + 1).at(static_cast<std::size_t>(column - head.begin()));
}

std::size_t ListFile::find(std::string_view heading, std::string_view words) {
  for (std::size_t item = 0; item < items(); ++item) {
    if (cell(item, heading).find(words) != std::string::npos) return item;
  }
  BOOST_FAIL("no item with " << words << " under " << heading);
  return 0;
}

std::string ListFile::csv() const {
  std::string out;
  for (const auto& row : rows_) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      out += at == 0 ? "\"" : ",\"";
      for (const char c : row[at]) out.append(c == '"' ? 2 : 1, c);
      out += '"';
    }
    out += '\n';
  }
  return out;
}

}  // namespace fazhi::test
