#include "checklist/sample.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>

namespace fazhi::test {

std::string sample_checklist() {
  return R"TOML(format = 1

[checklist]
id = "township"
version = "2025.1"
title = "乡镇检查清单"
levels = ["township", "subdistrict"]
years = { from = 2021, to = 2025 }
pass = 60
[[checklist.grade]]
name = "优秀"
at_least = 90.5
[[checklist.grade]]
name = "合格"
at_least = 60

[[document]]
id = "outline"
title = "《纲要》"
valid_from = "2021-08-02"
valid_to = "2025-12-31"

[[unit]]
name = "起"
groups = ["case"]

[[measure]]
name = "disputes"
objects = { any = ["矛盾纠纷"] }
rates = { match = ['(?:化解|调解)率'] }
unit_groups = ["case"]

[[cue]]
id = "intended.next"
effect = "intended"
direction = "forward"
scope = "sentence"
reach = 12
any = ["下一步"]
stop = ["，但"]
roles = ["plan"]

[[section]]
role = "first-responsible"
match = ['第一责任人']

[[turn]]
role = "plan"
any = ["下一步"]
from = ["achievements"]

[[furniture]]
part = "tail"
match = ['^上一篇']
ends_report = true

[identity]
title_subjects = { any = ["法治政府建设"] }
title_kinds = { any = ["报告"] }
not_units = ["城镇"]
[[identity.unit_suffix]]
suffix = "镇"
level = "township"

[[law]]
title = "《合同法》"
repealed_on = "2021-01-01"
by = "《民法典》第一千二百六十条"
within = ["劳动合同法"]

[repeal]
any = ["废止"]

[[element]]
id = "decision.legal-advisor"
title = "法律顾问"
weight = 62.25
partial = 40
years = { from = 2021 }
basis = [{ document = "outline", article = "十" }]
remedy = "写明法律顾问的聘请情况。"
measures = ["disputes"]
[element.find.service]
any = ["聘请"]
[element.find.advisor]
any = ["法律顾问", "公职律师"]
except_match = ['法律顾问费']
near = ["service"]
number = ["case"]
within = "sentence"
[[element.outcome]]
status = "met"
when = "advisor is done and service is done"
[[element.outcome]]
status = "partial"
when = "advisor is told"
note = "只是提到"
[[element.example]]
status = "met"
text = "聘请法律顾问。"
year = 2024
[[element.example]]
status = "partial"
text = "将聘请法律顾问。"
known_gap = true
[[element.example]]
status = "missing"
text = "开展普法。"

[[element]]
id = "structure.plan"
title = "下一年度安排"
weight = 37.75
basis = [{ document = "outline", article = "三十" }]
remedy = "写明下一年度安排。"
[[element.outcome]]
status = "met"
when = "section plan is headed"
[[element.example]]
status = "met"
text = "下一步打算"
[[element.example]]
status = "missing"
text = "开展普法。"

[[defect]]
id = "quality.stale-term"
kind = "term"
title = "过时用语"
severity = "major"
any = ["法制宣传"]
remedy = "改为法治。"
[[defect.example]]
status = "met"
text = "法治宣传"
[[defect.example]]
status = "missing"
text = "法制宣传"

[[statute]]
title = "《中华人民共和国妇女权益保障法》"
short = ["妇女法"]
wrong = ["《妇女权益法》"]
valid_from = "1992-10-01"
valid_to = "2099-12-31"
)TOML";
}

std::string sample_with(std::string_view from, std::string_view to) {
  std::string text = sample_checklist();
  const std::size_t at = text.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, "not in the sample: " << from);
  BOOST_REQUIRE_MESSAGE(text.find(from, at + 1) == std::string::npos, "twice in the sample: " << from);
  return text.replace(at, from.size(), to);
}

Folder::Folder()
    : path_(std::filesystem::temp_directory_path() / ("fazhi-checklist-" + std::to_string(std::rand()))) {
  std::filesystem::create_directories(path_);
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

std::string Folder::write(const std::string& name, std::string_view content) const {
  const std::filesystem::path path = path_ / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
  return path.string();
}

}  // namespace fazhi::test
