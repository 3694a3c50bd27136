#include <string>
#include <utility>

#include "checklist/load_parts.hpp"

namespace fazhi {
namespace {

bool overlap(const BasisDocument& left, const BasisDocument& right) {
  const auto ends_before = [](const BasisDocument& one, const BasisDocument& other) {
    return !one.valid_to.empty() && !other.valid_from.empty() && one.valid_to < other.valid_from;
  };
  return !ends_before(left, right) && !ends_before(right, left);
}

void load_articles(TableReader& table, BasisDocument& document) {
  for (TableReader& article_table : table.tables("articles", Need::optional)) {
    Article article;
    article.number = article_table.text("number", Need::required);
    article.title = article_table.text("title", Need::required);
    article_table.finish();
    if (document.has_article(article.number)) {
      article_table.error(article_table.value_place("number"),
                          {MessageId::checklist_article_twice, {article.number, document.id}});
    }
    document.articles.push_back(std::move(article));
  }
}

void load_document(TableReader& table, Loading& loading) {
  BasisDocument document;
  document.id = table.id("id", Need::required);
  document.title = table.text("title", Need::required);
  document.valid_from = table.date("valid_from", Need::optional);
  document.valid_to = table.date("valid_to", Need::optional);
  load_articles(table, document);
  table.finish();
  check_validity(table, document.valid_from, document.valid_to);
  for (const BasisDocument& each : loading.checklist.documents) {
    if (document.id.empty() || each.id != document.id || !overlap(each, document)) continue;
    table.error(table.value_place("id"), {MessageId::checklist_edition_overlap, {document.id, each.title}},
                Message{MessageId::checklist_hint_editions, {}});
    break;
  }
  loading.checklist.documents.push_back(std::move(document));
}

/// Reports an article that none of the document's editions lists, where any lists its articles.
void check_article(const TableReader& table, const std::string& id, const std::string& article,
                   const Loading& loading) {
  std::vector<std::string_view> known;
  for (const BasisDocument& each : loading.checklist.documents) {
    if (each.id != id) continue;
    if (each.has_article(article)) return;
    for (const Article& listed_article : each.articles) known.push_back(listed_article.number);
  }
  if (known.empty() || article.empty()) return;
  table.error(table.value_place("article"), {MessageId::checklist_unknown_article, {article, id, listed(known)}});
}

std::string load_document_id(TableReader& table, const Loading& loading) {
  std::vector<std::string_view> known;
  for (const BasisDocument& document : loading.checklist.documents) known.push_back(document.id);
  std::string id = table.id("document", Need::required);
  if (!id.empty() && loading.checklist.find_document(id) == nullptr) {
    report_unknown(table, *table.value("document"), MessageId::checklist_unknown_document, known, loading);
  }
  return id;
}

}  // namespace

void load_documents(TableReader& root, Loading& loading) {
  for (TableReader& table : root.tables("document", Need::optional)) load_document(table, loading);
}

void load_untested(TableReader& root, Loading& loading) {
  for (TableReader& table : root.tables("untested", Need::optional)) {
    UntestedArticle untested;
    untested.document = load_document_id(table, loading);
    untested.article = table.text("article", Need::required);
    untested.reason = table.text("reason", Need::required);
    untested.file = table.file().path();
    untested.line = table.place().line;
    table.finish();
    check_article(table, untested.document, untested.article, loading);
    loading.checklist.untested.push_back(std::move(untested));
  }
}

std::vector<BasisReference> load_basis(TableReader& table, const Loading& loading) {
  std::vector<BasisReference> basis;
  for (TableReader& reference_table : table.tables("basis", Need::optional)) {
    BasisReference reference;
    reference.document = load_document_id(reference_table, loading);
    reference.article = reference_table.text_or_empty("article");
    reference.text = reference_table.text_or_empty("text");
    reference.years = load_years(reference_table);
    reference_table.finish();
    check_article(reference_table, reference.document, reference.article, loading);
    basis.push_back(std::move(reference));
  }
  return basis;
}

}  // namespace fazhi
