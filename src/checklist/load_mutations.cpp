#include <iterator>
#include <string>
#include <utility>

#include "checklist/load_parts.hpp"

namespace fazhi {
namespace {

constexpr int kNarrowestColumns = 24;
constexpr int kWidestColumns = 160;

std::vector<std::string_view> kinds_of(MutationEffect effect) {
  std::vector<std::string_view> names = all_names<MutationKind>();
  const auto swap = names.begin() + static_cast<std::ptrdiff_t>(MutationKind::swap);
  return effect == MutationEffect::lowers ? std::vector(names.begin(), swap + 1) : std::vector(swap, names.end());
}

std::vector<WordSwap> load_swaps(TableReader& table, Need need) {
  std::vector<WordSwap> swaps;
  for (TableReader& swap_table : table.tables("swap", need)) {
    WordSwap swap;
    swap.patterns = swap_table.patterns("any", "match", Need::required);
    swap.to = swap_table.text_or_empty("to");
    swap_table.finish();
    swaps.push_back(std::move(swap));
  }
  return swaps;
}

/// The keys that mutations of this kind have and others do not.
void load_keys_of_kind(TableReader& table, Mutation& mutation) {
  switch (mutation.kind) {
    case MutationKind::insert:
      mutation.head = table.text("head", Need::optional);
      mutation.text = table.text("text", Need::optional);
      mutation.drops_counts = table.flag("drop_counts", false);
      break;
    case MutationKind::subject:
      mutation.text = table.text("text", Need::required);
      mutation.swaps = load_swaps(table, Need::optional);
      break;
    case MutationKind::move:
      mutation.role = table.choice<Role>("role", Need::required).value_or(Role::other);
      mutation.text = table.text("text", Need::required);
      break;
    case MutationKind::vague:
      mutation.text = table.text("text", Need::required);
      mutation.rate_text = table.text("rate", Need::optional);
      break;
    case MutationKind::rename_heading:
      mutation.text = table.text("text", Need::required);
      break;
    case MutationKind::swap:
      mutation.swaps = load_swaps(table, Need::required);
      break;
    case MutationKind::numerals:
      mutation.numerals = table.choice<NumeralForm>("to", Need::required).value_or(NumeralForm::chinese);
      break;
    case MutationKind::quotes:
      mutation.open = table.text_or_empty("open");
      mutation.close = table.text_or_empty("close");
      break;
    case MutationKind::wrap:
      mutation.columns = table.integer("columns", kNarrowestColumns, kWidestColumns, Need::required).value_or(0);
      break;
    case MutationKind::ordinals:
      mutation.from = table.choice<HeadingNumber>("from", Need::required).value_or(HeadingNumber::chinese);
      mutation.to = table.choice<HeadingNumber>("to", Need::required).value_or(HeadingNumber::chinese);
      break;
    case MutationKind::remove:
    case MutationKind::drop_heading:
    case MutationKind::empty_section:
    case MutationKind::shift_year:
    case MutationKind::spaces:
    case MutationKind::indent:
    case MutationKind::blank_lines:
    case MutationKind::run_in:
    case MutationKind::traditional:
    case MutationKind::full_width:
      break;
  }
}

void load_mutation(TableReader& table, Loading& loading) {
  Mutation mutation;
  mutation.id = table.id("id", Need::required);
  const auto effect = table.choice<MutationEffect>("effect", Need::required);
  mutation.effect = effect.value_or(MutationEffect::lowers);
  const auto kind = table.choice<MutationKind>(
      "kind", Need::required, effect ? kinds_of(*effect) : std::vector<std::string_view>());
  mutation.levels = table.choices<Level>("levels", Need::optional);
  mutation.unless = table.patterns("unless", "unless_match", Need::optional);
  if (mutation.effect == MutationEffect::lowers) mutation.at = table.choices<MutationSite>("at", Need::required);
  if (!mutation.id.empty()) {
    loading.ids.claim("mutation", mutation.id, table.file(), table.value_place("id"), loading.diagnostics);
  }
  // Without a kind there is no telling which keys are right.
  if (!kind) return;
  mutation.kind = *kind;
  load_keys_of_kind(table, mutation);
  table.finish();
  loading.checklist.mutations.mutations.push_back(std::move(mutation));
}

void append(PatternSet& to, PatternSet more) {
  std::move(more.phrases.begin(), more.phrases.end(), std::back_inserter(to.phrases));
  std::move(more.expressions.begin(), more.expressions.end(), std::back_inserter(to.expressions));
}

}  // namespace

void load_mutations(TableReader& root, Loading& loading) {
  for (TableReader& table : root.tables("mutation", Need::optional)) load_mutation(table, loading);
  if (auto table = root.table("mutation_words", Need::optional)) {
    MutationWords& words = loading.checklist.mutations.words;
    append(words.verbs, table->pattern_table("verbs", Need::optional));
    append(words.passing, table->pattern_table("passing", Need::optional));
    append(words.adverbial, table->pattern_table("adverbial", Need::optional));
    append(words.results, table->pattern_table("results", Need::optional));
    table->finish();
  }
}

}  // namespace fazhi
