#include "evaluate/mutation_edits.hpp"

#include <algorithm>

#include "text/write_numeral.hpp"

namespace fazhi {
namespace {

class SiteEditor {
 public:
  SiteEditor(const MutantWorkshop& workshop, const MutantReading& read, std::size_t mutation, const MutantSite& site)
      : patterns_(workshop.patterns),
        groups_(workshop.patterns.of(mutation)),
        mutation_(workshop.rules().mutations[mutation]),
        read_(read),
        site_(site),
        sentence_(read.sentence_of(site.range)),
        body_(read.body_of(sentence_)) {}

  SiteEdits run() {
    if (!suits()) return {};
    switch (mutation_.kind) {
      case MutationKind::remove:
        return {{removal_of(read_, site_)}, {}};
      case MutationKind::insert:
        return insert();
      case MutationKind::subject:
        return change_subject();
      case MutationKind::swap:
        return swap_words();
      case MutationKind::move:
        return move();
      case MutationKind::vague:
        return make_vague();
      case MutationKind::shift_year:
        return year_edits(read_, site_);
      case MutationKind::drop_heading:
      case MutationKind::rename_heading:
      case MutationKind::empty_section:
        return section_edits(read_, mutation_, site_);
      case MutationKind::numerals:
      case MutationKind::quotes:
      case MutationKind::spaces:
      case MutationKind::wrap:
      case MutationKind::indent:
      case MutationKind::blank_lines:
      case MutationKind::run_in:
      case MutationKind::ordinals:
      case MutationKind::traditional:
      case MutationKind::full_width:
        return {};
    }
    return {};
  }

 private:
  bool changes(MutationSite kind) const {
    return std::find(mutation_.at.begin(), mutation_.at.end(), kind) != mutation_.at.end();
  }

  bool suits() const {
    if (!changes(site_.kind) && !(site_.counted && changes(MutationSite::number))) return false;
    if (site_.heading && mutation_.kind != MutationKind::remove) return false;
    return read_.found(groups_.unless, sentence_.range).empty();
  }

  /// The verb that words of negation or intention go before.
  std::optional<TextRange> verb(TextRange clauses) const {
    const std::vector<TextRange> passing = read_.found(patterns_.passing(), body_);
    const auto is_passing = [&](TextRange each) {
      return std::any_of(passing.begin(), passing.end(), [&](TextRange other) { return other.overlaps(each); });
    };
    std::vector<TextRange> verbs = read_.found(patterns_.verbs(), clauses);
    if (verbs.empty() && !read_.found(patterns_.adverbial(), clauses).empty()) {
      verbs = read_.found(patterns_.verbs(), {clauses.end, body_.end});
    }
    const auto first = std::find_if(verbs.begin(), verbs.end(), [&](TextRange each) { return !is_passing(each); });
    return first == verbs.end() ? std::nullopt : std::optional(*first);
  }

  SiteEdits insert() const {
    SiteEdits out;
    TextRange clauses = read_.clauses_of(site_.range);
    // Of two insertions at one place the first stands first.
    if (!mutation_.head.empty()) out.edits.push_back({{body_.begin, body_.begin}, mutation_.head});
    if (!mutation_.text.empty()) {
      const std::optional<TextRange> place = verb(clauses);
      if (!place) return {};
      out.edits.push_back({{place->begin, place->begin}, mutation_.text});
      const TextRange clause = read_.clauses_of(*place);
      // A passage may reach over clauses that these words do not bear on.
      clauses.end = clause.end;
      if (mutation_.drops_counts) drop_counts({place->begin, clause.end}, out.edits);
      for (const TextRange& each : read_.found(patterns_.passing(), clauses)) out.edits.push_back({each, ""});
      drop_results({clause.end, body_.end}, out.edits);
    }
    out.touched.push_back(mutation_.head.empty() ? clauses : body_);
    return out;
  }

  /// What has not been done has no result.
  void drop_results(TextRange range, std::vector<Edit>& edits) const {
    MutantSite result;
    for (const TextRange& each : read_.found(patterns_.results(), range)) {
      result.range = each;
      edits.push_back(removal_of(read_, result));
    }
  }

  void drop_counts(TextRange range, std::vector<Edit>& edits) const {
    for (const Number& number : numbers(range)) {
      if (number.unit >= 0 && !number.is_rate) edits.push_back({number.range, ""});
    }
  }

  std::vector<Number> numbers(TextRange range) const {
    std::vector<Number> out;
    const auto& sentences = read_.report().sentences;
    for (std::uint32_t index = 0; index < sentences.size(); ++index) {
      if (!sentences[index].range.overlaps(range)) continue;
      for (const Number& number : read_.reading().numbers(index)) {
        if (range.contains(number.range)) out.push_back(number);
      }
    }
    return out;
  }

  std::vector<Edit> swaps() const {
    std::vector<Edit> edits;
    for (std::size_t index = 0; index < mutation_.swaps.size(); ++index) {
      for (const TextRange& each : read_.found(groups_.swaps[index], body_)) {
        edits.push_back({each, mutation_.swaps[index].to});
      }
    }
    return edits;
  }

  SiteEdits change_subject() const {
    SiteEdits out{swaps(), {body_}};
    const bool has_subject = std::any_of(out.edits.begin(), out.edits.end(),
                                         [&](const Edit& each) { return each.range.begin == body_.begin; });
    if (!has_subject) out.edits.push_back({{body_.begin, body_.begin}, mutation_.text});
    return out;
  }

  SiteEdits swap_words() const {
    SiteEdits out{swaps(), {body_}};
    if (out.edits.empty()) return {};
    return out;
  }

  SiteEdits move() const {
    const auto& sections = read_.report().sections;
    std::uint32_t end = static_cast<std::uint32_t>(read_.text().size());
    std::string heading;
    const auto there = std::find_if(sections.rbegin(), sections.rend(), [&](const Section& each) {
      return each.parent == kNone && each.role == mutation_.role;
    });
    if (sentence_.role == mutation_.role) return {};
    if (there != sections.rend() && there->end_sentence > 0) {
      end = read_.report().sentences[there->end_sentence - 1].range.end;
      heading = "\n";
    } else {
      const auto top = std::count_if(sections.begin(), sections.end(), [](const Section& each) { return each.depth == 0; });
      heading = write_chinese(static_cast<std::int64_t>(top) + 1) + "、" + mutation_.text + "\n";
    }
    std::string text = heading + std::string(body_.of(read_.text()));
    if (heading != "\n") text += '\n';
    return {{removal_of_sentence(read_, sentence_), {{end, end}, text}}, {{end, end}}};
  }

  SiteEdits make_vague() const {
    const bool figure = site_.kind == MutationSite::figure;
    const TextRange scope = figure ? read_.clauses_of(site_.range) : number_scope();
    SiteEdits out;
    for (const Number& number : numbers(scope)) {
      if (number.is_rate && !mutation_.rate_text.empty()) out.edits.push_back({number.range, mutation_.rate_text});
      if (number.is_rate || number.unit < 0) continue;
      out.edits.push_back({number.range, mutation_.text + std::string(number.unit_range.of(read_.text()))});
    }
    if (!out.edits.empty()) out.touched.push_back(scope);
    return out;
  }

  /// The sentences where the number may stand that the find asks for.
  TextRange number_scope() const {
    TextRange range = sentence_.range;
    if (site_.number_scope <= Scope::sentence) return range;
    for (const Sentence& each : read_.report().sentences) {
      if (!read_.reading().within(each.range, site_.range, site_.number_scope)) continue;
      range = {std::min(range.begin, each.range.begin), std::max(range.end, each.range.end)};
    }
    return range;
  }

  const MutationPatterns& patterns_;
  const MutationPatterns::Groups& groups_;
  const Mutation& mutation_;
  const MutantReading& read_;
  const MutantSite& site_;
  const Sentence& sentence_;
  TextRange body_;
};

}  // namespace

SiteEdits edits_at(const MutantWorkshop& workshop, const MutantReading& read, std::size_t mutation,
                   const MutantSite& site) {
  return SiteEditor(workshop, read, mutation, site).run();
}

}  // namespace fazhi
