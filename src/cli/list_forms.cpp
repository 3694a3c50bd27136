#include "cli/list_forms.hpp"

#include <algorithm>
#include <filesystem>

#include "audit/rectification_writer.hpp"

namespace fazhi {
namespace {

Result<std::string> as_xml(const RectificationList& list, Language language) {
  return rectification_xml_of(list, FAZHI_VERSION, language);
}

std::string small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

}  // namespace

const std::vector<ListForm>& list_forms() {
  static const std::vector<ListForm> forms = {{".xml", as_xml}};
  return forms;
}

const ListForm* list_form_of(const std::string& path) {
  const std::string suffix = small_letters(std::filesystem::path(path).extension().string());
  const auto& forms = list_forms();
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const ListForm& form) { return form.suffix == suffix; });
  return found == forms.end() ? nullptr : &*found;
}

std::string list_suffixes() {
  std::string all;
  for (const ListForm& form : list_forms()) all.append(all.empty() ? "" : " ").append(form.suffix);
  return all;
}

}  // namespace fazhi
