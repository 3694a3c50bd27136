#include "evaluate/run_examples.hpp"

#include <algorithm>

#include "document/plain_text.hpp"

namespace fazhi {
namespace {

class ExampleRunner {
 public:
  explicit ExampleRunner(const Auditor& auditor) : auditor_(auditor) {}

  std::vector<ExampleResult> run() {
    const Checklist& checklist = auditor_.compiled().checklist();
    for (const Element& element : checklist.elements) {
      for (const Example& example : element.examples) add(element.id, element.file, example);
    }
    for (const Defect& defect : checklist.defects) {
      for (const Example& example : defect.examples) add(defect.id, defect.file, example);
    }
    return std::move(results_);
  }

 private:
  void add(const std::string& id, const std::string& file, const Example& example) {
    results_.push_back({id, file, example.line, example.status, status_of(id, example), example.known_gap});
  }

  Status status_of(const std::string& id, const Example& example) {
    Document document;
    document.source = id;
    document.format = "txt";
    document.text = example.text;
    document.paragraphs = split_paragraphs(document.text, id).paragraphs;
    Report report = auditor_.read(std::move(document), scratch_);
    if (example.year != 0) report.identity.year = example.year;
    const Audit audit = auditor_.judge(report);
    const auto found = std::find_if(audit.findings.begin(), audit.findings.end(),
                                    [&](const Finding& finding) { return finding.id == id; });
    if (found == audit.findings.end()) return Status::met;
    return found->kind == FindingKind::element ? found->status : Status::missing;
  }

  const Auditor& auditor_;
  Scratch scratch_;
  std::vector<ExampleResult> results_;
};

}  // namespace

std::vector<ExampleResult> run_examples(const Auditor& auditor) { return ExampleRunner(auditor).run(); }

}  // namespace fazhi
