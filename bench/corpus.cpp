#include "bench/corpus.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string_view>

#include "bench/phrases.hpp"
#include "bench/place.hpp"
#include "bench/random.hpp"

namespace fazhi::bench {
namespace {

/// Headings under （一） go up to here; what is more stands without one.
constexpr int kMostHeadings = 24;
constexpr std::size_t kSentencesOfParagraph = 4;

enum class Telling { done, planned, lacking, absent, silent };

/// How a report is laid out.
struct Manner {
  bool numbered = true;       ///< 一、 before section headings
  bool run_in = false;        ///< （一）强化…。 and the text in one paragraph
  bool listed = false;        ///< shortcomings and plans as 一是… 二是…
  bool indented = true;
  std::string_view line_end;
};

class ReportMaker {
 public:
  ReportMaker(std::size_t index, const CorpusOptions& options)
      : random_(options.seed * 0x2545F4914F6CDD1Du + index), place_(make_place(index, random_, shift_of(options.seed))),
        size_bytes_(options.size_bytes) {
    if (options.year) place_.year = *options.year;
    manner_.numbered = random_.chance(88);
    manner_.run_in = random_.chance(30);
    manner_.listed = random_.chance(45);
    manner_.indented = random_.chance(60);
    manner_.line_end = random_.chance(25) ? "\r\n" : "\n";
    good_percent_ = random_.between(25, 98);
  }

  std::string run() {
    tell_topics();
    const std::string head = make_head();
    section_ = 2;
    const std::string rest = make_rest();
    section_ = 1;
    make_achievements(head.size() + rest.size());
    return head + out_ + rest;
  }

  [[nodiscard]] const Place& place() const { return place_; }

 private:
  static std::size_t shift_of(std::uint64_t seed) { return static_cast<std::size_t>(Random(seed).next() % kTowns); }

  std::string filled(std::string_view phrase) { return fill(phrase, place_, random_); }
  std::string one_of(Phrases phrases) { return filled(phrases[random_.below(phrases.size())]); }

  /// Up to `most` of the phrases, in any order.
  std::vector<std::string> some_of(Phrases phrases, std::size_t most) {
    std::vector<std::string_view> all(phrases.begin(), phrases.end());
    random_.shuffle(all);
    all.resize(std::min(all.size(), most));
    std::vector<std::string> out;
    for (const std::string_view each : all) out.push_back(filled(each));
    return out;
  }

  Telling choose(const Topic& topic) {
    if (random_.chance(good_percent_)) return Telling::done;
    constexpr auto kOthers = std::to_array<Telling>({Telling::planned, Telling::lacking, Telling::absent, Telling::silent});
    const Telling telling = kOthers[random_.below(kOthers.size())];
    if (telling == Telling::absent && topic.absent.empty()) return Telling::silent;
    if (telling == Telling::lacking && topic.lacking.empty()) return Telling::planned;
    return telling;
  }

  /// Decides what is told of every topic; plans and shortcomings are kept for their sections.
  void tell_topics() {
    for (const Chapter& chapter : chapters()) {
      std::vector<std::string>& told = told_.emplace_back();
      for (const Topic& topic : chapter.topics) {
        switch (choose(topic)) {
          case Telling::done:
            for (std::string& each : some_of(topic.done, static_cast<std::size_t>(random_.between(1, 3)))) told.push_back(std::move(each));
            break;
          case Telling::planned:
            plans_.push_back(one_of(topic.planned));
            break;
          case Telling::lacking:
            shortcomings_.push_back(one_of(topic.lacking));
            break;
          case Telling::absent:
            shortcomings_.push_back(one_of(topic.absent));
            break;
          case Telling::silent:
            break;
        }
      }
    }
  }

  void line(std::string& out, std::string_view text) const {
    if (manner_.indented) out += "　　";
    out += text;
    out += manner_.line_end;
  }

  std::string make_head() {
    const FramePhrases& frame = frame_phrases();
    std::string out;
    if (random_.chance(25)) {
      out += place_.town.substr(0, 3) + "政发〔" + std::to_string(place_.year + 1) + "〕" + std::to_string(random_.between(1, 40)) + "号";
      out += manner_.line_end;
      out += manner_.line_end;
    }
    out += one_of(frame.titles);
    out += manner_.line_end;
    out += manner_.line_end;
    if (random_.chance(40)) {
      out += random_.chance(50) ? "县人民政府：" : "县司法局：";
      out += manner_.line_end;
    }
    std::string opening = one_of(frame.openings);
    opening += one_of(frame.announcements);
    line(out, opening);
    return out;
  }

  void section_heading(std::string& out, Phrases headings) {
    std::string heading;
    if (manner_.numbered) heading = han_number(section_++) + "、";
    heading += one_of(headings);
    line(out, heading);
  }

  /// Items as 一是… in one paragraph, or each as a paragraph of its own.
  void items(std::string& out, const std::vector<std::string>& texts) {
    std::string running;
    int number = 0;
    for (const std::string& each : texts) {
      ++number;
      if (manner_.listed) {
        running += han_number(number) + "是" + each;
      } else {
        line(out, "（" + han_number(number) + "）" + each);
      }
    }
    if (manner_.listed) line(out, running);
  }

  std::string make_rest() {
    const FramePhrases& frame = frame_phrases();
    std::string out;
    if (random_.chance(75)) {
      section_heading(out, frame.leader_headings);
      std::string text;
      for (const std::string& each : some_of(frame.leader_sentences, 4)) text += each;
      line(out, text);
    }
    if (random_.chance(92)) {
      section_heading(out, frame.shortcoming_headings);
      if (random_.chance(60)) line(out, one_of(frame.shortcoming_leads));
      for (std::string& each : some_of(frame.shortcomings, 3)) shortcomings_.push_back(std::move(each));
      if (random_.chance(60)) shortcomings_.back() += one_of(frame.causes);
      items(out, shortcomings_);
    }
    if (random_.chance(94)) {
      section_heading(out, frame.plan_headings);
      if (random_.chance(50)) line(out, one_of(frame.plan_leads));
      for (std::string& each : some_of(frame.plans, 4)) plans_.push_back(std::move(each));
      items(out, plans_);
    }
    if (const std::string closing = one_of(frame.closings); !closing.empty()) line(out, closing);
    out += manner_.line_end;
    out += "　　　　　　　　　　" + place_.town + (place_.kind == "街道" ? "办事处" : "人民政府");
    out += manner_.line_end;
    out += "　　　　　　　　　　" + std::to_string(place_.year + 1) + "年1月" + std::to_string(random_.between(2, 28)) + "日";
    out += manner_.line_end;
    return out;
  }

  void make_achievements(std::size_t others_bytes) {
    const FramePhrases& frame = frame_phrases();
    section_heading(out_, frame.achievement_headings);
    const std::size_t wanted = size_bytes_ > others_bytes ? size_bytes_ - others_bytes : 0;
    int heading = 0;
    for (std::size_t index = 0; index < told_.size(); ++index) {
      if (told_[index].empty()) continue;
      chapter(chapters()[index].headings, told_[index], ++heading);
    }
    std::vector<std::size_t> order(filler_chapters().size());
    for (std::size_t index = 0; index < order.size(); ++index) order[index] = index;
    for (std::size_t next = 0; out_.size() < wanted; ++next) {
      if (next % order.size() == 0) random_.shuffle(order);
      const Chapter& filler = filler_chapters()[order[next % order.size()]];
      std::vector<std::string> texts = some_of(filler.topics.front().done, kSentencesOfParagraph);
      if (random_.chance(22)) texts.push_back(one_of(frame.defects));
      chapter(filler.headings, texts, ++heading);
    }
  }

  void chapter(Phrases headings, const std::vector<std::string>& texts, int number) {
    std::string running;
    if (number <= kMostHeadings) {
      const std::string heading = "（" + han_number(number) + "）" + one_of(headings);
      if (manner_.run_in) {
        running = heading + "。";
      } else {
        line(out_, heading);
      }
    }
    for (const std::string& each : texts) running += each;
    line(out_, running);
  }

  Random random_;
  Place place_;
  std::size_t size_bytes_;
  Manner manner_;
  int good_percent_ = 0;
  int section_ = 1;
  std::vector<std::vector<std::string>> told_;  ///< by chapter
  std::vector<std::string> shortcomings_;
  std::vector<std::string> plans_;
  std::string out_;
};

}  // namespace

MadeReport make_report(std::size_t index, const CorpusOptions& options) {
  ReportMaker maker(index, options);
  std::string text = maker.run();
  std::array<char, 16> number{};
  std::snprintf(number.data(), number.size(), "%05zu_", index + 1);
  const Place& place = maker.place();
  return {number.data() + place.county + place.town + std::to_string(place.year) + "年.txt", std::move(text)};
}

std::vector<MadeReport> make_corpus(std::size_t count, const CorpusOptions& options) {
  std::vector<MadeReport> out;
  out.reserve(count);
  for (std::size_t index = 0; index < count; ++index) out.push_back(make_report(index, options));
  return out;
}

}  // namespace fazhi::bench
