#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/auditors.hpp"
#include "rectify/verify.hpp"

namespace fazhi {

/// Reads drafts from what a call names: audits as XML, the output folder of a
/// batch (of each unit the report that counts), and reports, which are judged
/// on the spot; folders and archives are searched through.
class DraftReader {
 public:
  /// `complain` is told what could not be read.
  DraftReader(Auditors& auditors, bool ocr, std::function<void(const Message&)> complain)
      : auditors_(auditors), ocr_(ocr), complain_(std::move(complain)) {}

  [[nodiscard]] std::vector<Draft> read(const std::vector<std::string>& paths);
  /// Whether an input of any call could not be read.
  [[nodiscard]] bool has_failed() const { return failed_; }

 private:
  void fail(const Message& error);
  /// False where the path is no output folder of a batch.
  bool read_batch(const std::string& path, std::vector<Draft>& out);
  /// False where the path is no audit, nor a folder with some; reports beside them are passed over.
  bool read_audit_files(const std::string& path, std::vector<Draft>& out);
  void read_audits(const std::string& bytes, const std::string& source, std::vector<Draft>& out);
  void read_reports(const std::string& bytes, const std::string& source, std::vector<Draft>& out);

  Auditors& auditors_;
  bool ocr_;
  std::function<void(const Message&)> complain_;
  Scratch scratch_;
  bool failed_ = false;
};

}  // namespace fazhi
