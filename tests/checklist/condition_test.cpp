#include <boost/test/unit_test.hpp>
#include <string>
#include <variant>

#include "checklist/condition_parser.hpp"

namespace fazhi {
namespace {

using Kind = Condition::Kind;

const ConditionNames kNames{{"advisor", "service", "body-2"}, {"disputes", "petitions.old"}};

/// A condition as an S-expression.
std::string shown(const Condition& condition) {
  const std::string find = "#" + std::to_string(condition.find);
  const std::string role(name_of(condition.role));
  const std::string sense(name_of(condition.sense));
  std::string children;
  for (const Condition& child : condition.children) children += " " + shown(child);
  switch (condition.kind) {
    case Kind::all:
      return "(all" + children + ")";
    case Kind::any:
      return "(any" + children + ")";
    case Kind::negation:
      return "(not" + children + ")";
    case Kind::sense:
      return find + "=" + sense;
    case Kind::told:
      return find + "=told";
    case Kind::listed:
      return find + "=listed";
    case Kind::in_role:
      return find + "@" + role;
    case Kind::in_role_sense:
      return find + "@" + role + "=" + sense;
    case Kind::section_headed:
      return "headed:" + role;
    case Kind::section_topical:
      return "topical:" + role;
    case Kind::section_told:
      return "told:" + role;
    case Kind::period_titled:
      return "titled";
    case Kind::period_agreed:
      return "agreed";
    case Kind::period_told:
      return "told";
    case Kind::measure_stated:
      return "measure:" + std::to_string(condition.measure) + "." + condition.measure_part;
    case Kind::always:
      return "always";
  }
  return {};
}

struct Tree {
  const char* text;
  const char* tree;
};

constexpr Tree kTrees[] = {
    {"always", "always"},
    {"advisor is done", "#0=done"},
    {"service is absent", "#1=absent"},
    {"body-2 is elsewhere", "#2=elsewhere"},
    {"advisor is told", "#0=told"},
    {"advisor is listed", "#0=listed"},
    {"advisor in first-responsible", "#0@first-responsible"},
    {"advisor in plan is intended", "#0@plan=intended"},
    {"section plan is headed", "headed:plan"},
    {"section achievements is topical", "topical:achievements"},
    {"section shortcomings is told", "told:shortcomings"},
    {"period is titled", "titled"},
    {"period is agreed", "agreed"},
    {"period is told", "told"},
    {"measure disputes.rate is stated", "measure:0.rate"},
    {"measure petitions.old.total is stated", "measure:1.total"},
    {"not advisor is done", "(not #0=done)"},
    {"not not advisor is done", "(not (not #0=done))"},
    {"advisor is done and service is done or always", "(any (all #0=done #1=done) always)"},
    {"advisor is done and (service is done or always)", "(all #0=done (any #1=done always))"},
    {"advisor is done or (service is done or always)", "(any #0=done #1=done always)"},
    {"(advisor is done and service is done) and always", "(all #0=done #1=done always)"},
    {"not (advisor is done or service is done) and always", "(all (not (any #0=done #1=done)) always)"},
    {"((always))", "always"},
    {"  advisor\n is\tdone ", "#0=done"},
    {"not(advisor is done)and(always)", "(all (not #0=done) always)"},
};

struct Refusal {
  const char* text;
  const char* code;
  std::size_t byte_offset;
  std::size_t byte_length;
};

constexpr Refusal kRefusals[] = {
    {"", "checklist.condition-syntax", 0, 0},
    {"advisor", "checklist.condition-syntax", 7, 0},
    {"advisor is", "checklist.condition-syntax", 10, 0},
    {"advisor is doen", "checklist.condition-syntax", 11, 4},
    {"advisor is not done", "checklist.condition-syntax", 11, 3},
    {"advisor is done service is done", "checklist.condition-syntax", 16, 7},
    {"advisor is done and", "checklist.condition-syntax", 19, 0},
    {"and advisor is done", "checklist.condition-syntax", 0, 3},
    {"(advisor is done", "checklist.condition-syntax", 16, 0},
    {"advisor is done)", "checklist.condition-syntax", 15, 1},
    {"advisr is done", "checklist.unknown-find", 0, 6},
    {"always and 顾问 is done", "checklist.unknown-find", 11, 6},
    {"advisor in plans", "checklist.condition-syntax", 11, 5},
    {"advisor in plan is told", "checklist.condition-syntax", 19, 4},
    {"section plan is done", "checklist.condition-syntax", 16, 4},
    {"period is dated", "checklist.condition-syntax", 10, 5},
    {"measure disputes is stated", "checklist.condition-syntax", 8, 8},
    {"measure dispute.rate is stated", "checklist.unknown-measure", 8, 12},
    {"measure disputes.rate is done", "checklist.condition-syntax", 25, 4},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(condition)

BOOST_AUTO_TEST_CASE(trees) {
  for (const Tree& each : kTrees) {
    const auto parsed = parse_condition(each.text, kNames);
    BOOST_REQUIRE_MESSAGE(std::holds_alternative<Condition>(parsed), each.text);
    BOOST_TEST(shown(std::get<Condition>(parsed)) == each.tree, each.text);
  }
}

BOOST_AUTO_TEST_CASE(refusals_tell_the_place) {
  for (const Refusal& each : kRefusals) {
    const auto parsed = parse_condition(each.text, kNames);
    BOOST_REQUIRE_MESSAGE(std::holds_alternative<ConditionError>(parsed), each.text);
    const auto& error = std::get<ConditionError>(parsed);
    BOOST_TEST(code_of(error.message.id) == each.code, each.text);
    BOOST_TEST(error.byte_offset == each.byte_offset, each.text);
    BOOST_TEST(error.byte_length == each.byte_length, each.text);
  }
}

BOOST_AUTO_TEST_CASE(near_misses_are_hinted) {
  const auto parsed = parse_condition("advisor is doen", kNames);
  const auto& error = std::get<ConditionError>(parsed);
  BOOST_REQUIRE(error.hint.has_value());
  BOOST_TEST(error.hint->arguments.at(0) == "done");
}

BOOST_AUTO_TEST_CASE(depth_is_limited) {
  const auto nested = [](int depth) {
    const auto size = static_cast<std::size_t>(depth);
    return std::string(size, '(') + "always" + std::string(size, ')');
  };
  BOOST_TEST(std::holds_alternative<Condition>(parse_condition(nested(kConditionDepth - 1), kNames)));
  const auto parsed = parse_condition(nested(100'000), kNames);
  BOOST_REQUIRE(std::holds_alternative<ConditionError>(parsed));
  BOOST_TEST(code_of(std::get<ConditionError>(parsed).message.id) == "checklist.condition-depth");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
