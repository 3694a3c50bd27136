#include "cli/list_forms.hpp"

#include <algorithm>
#include <filesystem>

#include "audit/rectification_writer.hpp"
#include "base/ascii.hpp"
#include "cli/output_file.hpp"
#include "present/list_csv.hpp"
#include "present/list_document.hpp"
#include "present/list_page.hpp"
#include "present/list_workbook.hpp"

namespace fazhi {
namespace {

ListViewOptions view(const ListFormOptions& options) { return {options.language, options.today}; }

std::optional<Message> write_xlsx(const RectificationList& list, const std::string& path, const ListFormOptions& options) {
  return write_list_workbook(list, path, view(options));
}

std::optional<Message> write_docx(const RectificationList& list, const std::string& path, const ListFormOptions& options) {
  return write_document(list_document(list, options.texts), path);
}

std::optional<Message> write_html(const RectificationList& list, const std::string& path, const ListFormOptions& options) {
  return write_file(path, list_page(list, view(options)));
}

std::optional<Message> write_csv(const RectificationList& list, const std::string& path, const ListFormOptions& options) {
  return write_file(path, list_csv(list, view(options)));
}

std::optional<Message> write_xml(const RectificationList& list, const std::string& path, const ListFormOptions& options) {
  return write_file(path, rectification_xml_of(list, FAZHI_VERSION, options.language));
}

}  // namespace

const std::vector<ListForm>& list_forms() {
  static const std::vector<ListForm> forms = {
      {".xlsx", write_xlsx}, {".docx", write_docx}, {".html", write_html}, {".csv", write_csv}, {".xml", write_xml}};
  return forms;
}

bool has_suffix(const std::string& path, std::string_view suffix) {
  return ascii::lower(std::filesystem::path(path).extension().string()) == suffix;
}

const ListForm* list_form_of(const std::string& path) {
  const auto& forms = list_forms();
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const ListForm& form) { return has_suffix(path, form.suffix); });
  return found == forms.end() ? nullptr : &*found;
}

std::string list_suffixes() {
  std::string all;
  for (const ListForm& form : list_forms()) all.append(all.empty() ? "" : " ").append(form.suffix);
  return all;
}

std::optional<Message> write_document(const OfficialDocument& document, const std::string& path) {
  const Result<std::string> bytes = official_document(document);
  if (!bytes) return bytes.error();
  return write_file(path, *bytes);
}

}  // namespace fazhi
