#include "evaluate/mutation_patterns.hpp"

namespace fazhi {
namespace {

GroupId add(DatabaseBuilder& builder, const PatternSet& patterns) {
  return builder.add_group(patterns.phrases, patterns.expressions);
}

}  // namespace

MutationPatterns::MutationPatterns(const MutationRules& rules) {
  DatabaseBuilder builder;
  for (const Mutation& mutation : rules.mutations) {
    Groups groups;
    groups.unless = add(builder, mutation.unless);
    for (const WordSwap& swap : mutation.swaps) groups.swaps.push_back(add(builder, swap.patterns));
    mutations_.push_back(std::move(groups));
  }
  verbs_ = add(builder, rules.words.verbs);
  passing_ = add(builder, rules.words.passing);
  adverbial_ = add(builder, rules.words.adverbial);
  results_ = add(builder, rules.words.results);
  database_ = std::make_unique<Database>(builder);
}

std::vector<TextRange> matches_within(const MatchSet& matches, GroupId group, TextRange range) {
  std::vector<TextRange> out;
  for (const Match& match : matches.of(group)) {
    if (!range.contains(match.range)) continue;
    if (out.empty() || out.back().end <= match.range.begin) out.push_back(match.range);
  }
  return out;
}

}  // namespace fazhi
