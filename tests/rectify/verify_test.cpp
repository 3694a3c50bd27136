#include "rectify/verify.hpp"

#include <boost/test/unit_test.hpp>
#include <algorithm>

#include "checklist/load.hpp"
#include "rectify/common_run.hpp"

using namespace fazhi;

namespace {

Finding element(std::string id, Status status, std::string quote = {}) {
  Finding out;
  out.id = std::move(id);
  out.fingerprint = "f-" + out.id;
  out.status = status;
  out.title = out.id;
  out.possible_hundredths = 500;
  out.awarded_hundredths = status == Status::met ? 500 : status == Status::partial ? 250 : 0;
  if (status != Status::met) out.rectification = "写明法律顾问的聘请情况，以及本年度审查、咨询、调解的件数。";
  if (!quote.empty()) out.evidence.push_back({5, 0, 9, Role::achievements, EvidenceUse::support, "一、成效", quote, {}});
  return out;
}

Finding defect(std::string quote, std::string section = "（二）深入普法", std::uint32_t paragraph = 6) {
  Finding out;
  out.id = "quality.approximate-number";
  out.kind = FindingKind::defect;
  out.fingerprint = "d-" + quote;
  out.title = "确数后加“余”";
  out.evidence.push_back({paragraph, 0, 4, Role::achievements, EvidenceUse::support, std::move(section), std::move(quote), {}});
  return out;
}

Draft draft(std::string unit, std::vector<Finding> findings) {
  Draft out;
  out.audit.source = unit + ".txt";
  out.audit.identity.unit = std::move(unit);
  out.audit.identity.level = Level::township;
  out.audit.identity.year = 2024;
  out.audit.checklist = {"township", "1", "清单", "a"};
  out.audit.findings = std::move(findings);
  return out;
}

VerifyRules rules(const RectificationList* list = nullptr) {
  VerifyRules out;
  out.made_on = "2025-03-20";
  out.list = list;
  return out;
}

Verification of_one(std::vector<Finding> before, std::vector<Finding> after, const RectificationList* list = nullptr) {
  return verify({draft("甲县上河镇", std::move(before))}, {draft("上河镇", std::move(after))}, rules(list));
}

std::string changes(const Verification& verification) {
  std::string out;
  for (const VerifiedItem& each : verification.items) {
    out += (out.empty() ? "" : " ") + each.finding + "=" + std::string(name_of(each.change));
  }
  return out;
}

RectificationList list_of(const std::string& unit, const std::string& fingerprint, ItemState state) {
  RectificationList list;
  ListedUnit own;
  own.unit = unit;
  list.units.push_back(own);
  RectificationItem item;
  item.id = item_id(unit, fingerprint);
  item.fingerprint = fingerprint;
  item.progress.state = state;
  item.progress.responsible_person = "张三";
  item.progress.review = "已核对原件";
  item.progress.closed_on = "2025-03-01";
  list.items.push_back(item);
  return list;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(verification)

BOOST_AUTO_TEST_CASE(elements_are_told_by_what_became_of_them) {
  using enum Status;
  BOOST_TEST(changes(of_one({element("a", missing), element("b", missing), element("c", partial), element("d", partial),
                             element("e", met), element("f", not_applicable), element("g", missing), element("h", met)},
                            {element("a", met), element("b", partial), element("c", partial), element("d", missing),
                             element("e", partial), element("f", missing), element("g", waived), element("h", met)})) ==
             "a=fixed b=partly c=open d=open e=added f=added");
}

BOOST_AUTO_TEST_CASE(more_points_of_the_same_status_are_partly) {
  Finding better = element("a", Status::partial);
  better.awarded_hundredths = 400;
  BOOST_TEST(changes(of_one({element("a", Status::partial)}, {better})) == "a=partly");
}

BOOST_AUTO_TEST_CASE(what_is_undecided_is_never_fixed) {
  using enum Status;
  const Verification found = of_one({element("a", undecided), element("b", missing), element("c", met), element("d", undecided)},
                                    {element("a", met), element("b", undecided), element("c", undecided), element("d", undecided)});
  BOOST_TEST(found.count(ItemChange::fixed) == 0U);
  BOOST_REQUIRE_EQUAL(found.items.size(), 4U);
  for (const VerifiedItem& each : found.items) {
    BOOST_TEST(each.needs_person, each.finding);
    BOOST_TEST(!each.warnings.empty(), each.finding);
    BOOST_TEST((each.proposed == ItemState::to_review), each.finding);
  }
}

BOOST_AUTO_TEST_CASE(defects_are_paired_by_wording_then_by_place) {
  const Verification found = of_one({defect("100余人"), defect("33余份", "（五）公开", 9), defect("７余次", "", 3)},
                                    {defect("120余人"), defect("7余次", "", 4)});
  BOOST_REQUIRE_EQUAL(found.items.size(), 4U);
  BOOST_TEST((found.items[0].change == ItemChange::open));
  BOOST_TEST(found.items[0].before.quotes.at(0).text == "100余人");
  BOOST_TEST(found.items[0].after.quotes.at(0).text == "120余人");
  BOOST_TEST(found.items[0].fingerprint == "d-100余人");
  BOOST_TEST((found.items[1].change == ItemChange::fixed));
  BOOST_TEST((found.items[2].change == ItemChange::fixed));
  BOOST_TEST((found.items[3].change == ItemChange::added));
}

BOOST_AUTO_TEST_CASE(places_of_one_wording_are_one_item) {
  BOOST_TEST(changes(of_one({defect("××"), defect("××", "别处")}, {defect("××")})) == "quality.approximate-number=partly");
  BOOST_TEST(changes(of_one({defect("××")}, {defect("××"), defect("××", "别处")})) == "quality.approximate-number=open");
}

BOOST_AUTO_TEST_CASE(what_stands_now_where_a_defect_stood_is_shown) {
  Draft after = draft("上河镇", {});
  after.sentences = {{"别的话。", "", 2, 0, EvidenceUse::support, ""},
                     {"全年排查矛盾纠纷157件，化解150件。", "（五）调解", 8, 0, EvidenceUse::support, ""}};
  const Verification found = verify({draft("上河镇", {defect("排查矛盾纠纷157件，化解163件")})}, {after}, rules());
  BOOST_REQUIRE_EQUAL(found.items.size(), 1U);
  BOOST_TEST((found.items[0].change == ItemChange::fixed));
  BOOST_TEST(!found.items[0].after.found);
  BOOST_TEST(found.items[0].after.quotes.at(0).paragraph == 8U);
}

BOOST_AUTO_TEST_CASE(units_are_paired_by_name_whatever_their_order) {
  const Verification found =
      verify({draft("甲县上河镇", {element("a", Status::missing)}), draft("甲县下河乡", {element("a", Status::missing)}),
              draft("甲县中河镇", {element("a", Status::missing)})},
             {draft("下河乡人民政府", {element("a", Status::met)}), draft("上河镇", {element("a", Status::partial)}),
              draft("甲县新河镇", {element("a", Status::missing)})},
             rules());
  BOOST_REQUIRE_EQUAL(found.units.size(), 4U);
  BOOST_TEST(changes(found) == "a=partly a=fixed a=open");
  BOOST_TEST(found.units[2].source_after.empty());
  BOOST_TEST(!found.units[2].notes.empty());
  BOOST_TEST(found.units[3].source_before.empty());
  BOOST_TEST(!found.is_settled());
}

BOOST_AUTO_TEST_CASE(two_that_stand_alone_are_a_pair_with_a_note) {
  const Verification found = verify({draft("甲县上河镇", {element("a", Status::missing)})},
                                    {draft("乙县石桥乡", {element("a", Status::met)})}, rules());
  BOOST_TEST(changes(found) == "a=fixed");
  BOOST_REQUIRE_EQUAL(found.units.at(0).notes.size(), 1U);
  BOOST_TEST((found.units[0].notes[0].id == MessageId::verify_other_name));
  BOOST_TEST(of_one({}, {}).units.at(0).notes.empty());
}

BOOST_AUTO_TEST_CASE(words_of_the_remedy_and_of_examples_are_told) {
  const std::string pasted = "我镇已写明法律顾问的聘请情况，以及本年度审查、咨询、调解的件数。";
  const std::string honest = "镇政府与汉章律师事务所续签合同，律师看了29份协议，出具意见9条。";
  const auto warnings = [](const std::string& quote) {
    return of_one({element("decision.legal-advisor", Status::missing)}, {element("decision.legal-advisor", Status::met, quote)})
        .items.at(0).warnings;
  };
  BOOST_REQUIRE_EQUAL(warnings(pasted).size(), 1U);
  BOOST_TEST((warnings(pasted)[0].id == MessageId::verify_copies_remedy));
  BOOST_TEST(warnings(honest).empty());

  const LoadedChecklist loaded = load_builtin_checklist("township");
  BOOST_REQUIRE(loaded.checklist.has_value());
  VerifyRules with_examples = rules();
  with_examples.find_checklist = [&](std::string_view) { return &*loaded.checklist; };
  const std::string example = "全镇十二个村均与律师事务所签约，法律顾问全年出具意见9条。";
  const Verification found =
      verify({draft("上河镇", {element("decision.legal-advisor", Status::missing)})},
             {draft("上河镇", {element("decision.legal-advisor", Status::met, example)})}, with_examples);
  BOOST_REQUIRE_EQUAL(found.items.at(0).warnings.size(), 1U);
  BOOST_TEST((found.items[0].warnings[0].id == MessageId::verify_copies_example));

  const std::string of_the_genre = "乡党委书记、乡长切实履行推进法治建设第一责任人职责，重要工作亲自部署。";
  BOOST_TEST(verify({draft("上河镇", {element("structure.first-responsible", Status::missing)})},
                    {draft("上河镇", {element("structure.first-responsible", Status::partial, of_the_genre)})}, with_examples)
                 .items.at(0).warnings.empty());
}

BOOST_AUTO_TEST_CASE(headings_of_the_genre_are_not_told_as_copied) {
  Finding heading = element("structure.first-responsible", Status::met, "二、写明法律顾问的聘请情况以及本年度审查咨询调解的件数");
  heading.evidence.front().section = heading.evidence.front().quote;
  BOOST_TEST(of_one({element("structure.first-responsible", Status::missing)}, {heading}).items.at(0).warnings.empty());
}

BOOST_AUTO_TEST_CASE(copies_are_not_fixed_by_a_draft_that_was_judged_alone) {
  const LoadedChecklist loaded = load_builtin_checklist("township");
  BOOST_REQUIRE(loaded.checklist.has_value());
  const auto kind = std::find_if(loaded.checklist->defects.begin(), loaded.checklist->defects.end(),
                                 [](const Defect& each) { return each.kind == DefectKind::copied; });
  BOOST_REQUIRE(kind != loaded.checklist->defects.end());
  Finding copied = defect("水面多、渡口多、承包合同多。");
  copied.id = kind->id;
  VerifyRules with_checklist = rules();
  with_checklist.find_checklist = [&](std::string_view) { return &*loaded.checklist; };
  const auto found = [&](const Draft& after) {
    return verify({draft("上河镇", {copied})}, {after}, with_checklist).items.at(0);
  };
  BOOST_TEST((found(draft("上河镇", {})).change == ItemChange::open));
  BOOST_TEST(found(draft("上河镇", {})).needs_person);
  Draft of_batch = draft("上河镇", {});
  of_batch.unit = "甲县上河镇";
  BOOST_TEST((found(of_batch).change == ItemChange::fixed));
}

BOOST_AUTO_TEST_CASE(one_sentence_in_two_reports_is_told) {
  const std::string sentence = "河道两岸的渔民每月初一到渡口听律师讲合同，已经听了十一回。";
  const Verification found = verify(
      {draft("甲县上河镇", {element("a", Status::missing)}), draft("甲县下河乡", {element("a", Status::missing)})},
      {draft("甲县上河镇", {element("a", Status::met, sentence)}), draft("甲县下河乡", {element("a", Status::met, sentence)})},
      rules());
  for (const VerifiedItem& each : found.items) {
    BOOST_REQUIRE_EQUAL(each.warnings.size(), 1U);
    BOOST_TEST((each.warnings[0].id == MessageId::verify_copies_unit));
  }
}

BOOST_AUTO_TEST_CASE(a_closed_item_that_is_back_has_relapsed) {
  using enum Status;
  const RectificationList closed = list_of("甲县上河镇", "f-a", ItemState::closed);
  for (const auto& [was, is] : {std::pair{missing, missing}, {missing, partial}, {met, missing}, {met, partial}}) {
    const Verification found = of_one({element("a", was)}, {element("a", is)}, &closed);
    BOOST_TEST(found.items.at(0).relapsed);
    BOOST_TEST((found.items[0].proposed == ItemState::relapsed));
  }
  BOOST_TEST(!of_one({element("a", missing)}, {element("a", met)}, &closed).items.at(0).relapsed);
  const RectificationList shorter = list_of("上河镇", "f-a", ItemState::closed);
  BOOST_TEST(of_one({element("a", met)}, {element("a", missing)}, &shorter).items.at(0).relapsed);
}

BOOST_AUTO_TEST_CASE(nothing_proposes_to_close) {
  using enum Status;
  for (const ItemState state : {ItemState::not_started, ItemState::under_way, ItemState::to_review, ItemState::closed, ItemState::relapsed}) {
    const RectificationList list = list_of("甲县上河镇", "f-a", state);
    for (const Status was : {met, partial, missing, undecided}) {
      for (const Status is : {met, partial, missing, undecided}) {
        const Verification found = of_one({element("a", was)}, {element("a", is)}, &list);
        for (const VerifiedItem& each : found.items) BOOST_TEST((each.proposed != ItemState::closed));
        RectificationList after = list;
        apply_verification(after, found);
        BOOST_TEST((after.items.at(0).progress.state != ItemState::closed || state == ItemState::closed));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_list_gets_states_and_keeps_what_people_wrote) {
  using enum Status;
  const auto state_after = [](ItemState state, Status was, Status is) {
    RectificationList list = list_of("上河镇", "f-a", state);
    apply_verification(list, of_one({element("a", was)}, {element("a", is)}, &list));
    BOOST_TEST(list.items.at(0).progress.responsible_person == "张三");
    BOOST_TEST(list.items[0].progress.review == "已核对原件");
    BOOST_TEST(list.items[0].progress.closed_on == "2025-03-01");
    BOOST_TEST(list.items.size() == 1U);
    return std::string(name_of(list.items[0].progress.state));
  };
  BOOST_TEST(state_after(ItemState::not_started, missing, met) == "to-review");
  BOOST_TEST(state_after(ItemState::not_started, missing, partial) == "under-way");
  BOOST_TEST(state_after(ItemState::not_started, missing, missing) == "not-started");
  BOOST_TEST(state_after(ItemState::under_way, missing, missing) == "under-way");
  BOOST_TEST(state_after(ItemState::to_review, missing, missing) == "under-way");
  BOOST_TEST(state_after(ItemState::closed, missing, met) == "closed");
  BOOST_TEST(state_after(ItemState::closed, met, partial) == "relapsed");
  BOOST_TEST(state_after(ItemState::closed, missing, undecided) == "closed");
  BOOST_TEST(state_after(ItemState::relapsed, missing, met) == "to-review");
}

BOOST_AUTO_TEST_CASE(what_is_added_becomes_an_item_of_the_list) {
  RectificationList list = list_of("上河镇", "f-a", ItemState::under_way);
  apply_verification(list, of_one({element("a", Status::missing), element("b", Status::met)},
                                  {element("a", Status::met), element("b", Status::missing)}, &list));
  BOOST_REQUIRE_EQUAL(list.items.size(), 2U);
  BOOST_TEST(list.items[1].finding == "b");
  BOOST_TEST(list.items[1].gain_hundredths == 500);
  BOOST_TEST((list.items[1].progress.state == ItemState::not_started));
}

BOOST_AUTO_TEST_CASE(runs_are_of_code_points_in_normal_form) {
  const std::u32string one = comparable("法律 顾问，９条。");
  BOOST_TEST(one.size() == 6U);
  const CommonRun run = longest_common_run(one, comparable("聘请法律顾问9条"));
  BOOST_TEST(run.begin == 0U);
  BOOST_TEST(run.size == 6U);
  std::string longest;
  for (std::size_t count = 0; count <= kComparedPoints; ++count) longest += "法";
  BOOST_TEST(comparable(longest).size() == kComparedPoints);
}

BOOST_AUTO_TEST_SUITE_END()
