#include "cli/checklist_new.hpp"

#include <filesystem>
#include <iostream>
#include <optional>
#include <system_error>

#include "checklist/id.hpp"
#include "checklist/skeleton.hpp"
#include "cli/output_file.hpp"
#include "present/printable.hpp"

namespace fazhi {
namespace {

std::optional<Message> refusal(const NewElementOptions& options) {
  if (!is_id(options.id)) return Message{MessageId::checklist_bad_id, {options.id}};
  if (const auto owner = builtin_checklist_with(options.id)) return Message{MessageId::new_taken, {options.id, *owner}};
  std::error_code unknown;
  const bool exists = !options.output.empty() &&
                      std::filesystem::symlink_status(options.output, unknown).type() != std::filesystem::file_type::not_found;
  if (exists) return Message{MessageId::new_exists, {options.output}};
  return std::nullopt;
}

std::optional<Message> write(const NewElementOptions& options) {
  Output out;
  if (auto failure = Output::open(options.output, out)) return failure;
  if (auto failure = out.write(skeleton(options.id, options.part))) return failure;
  return out.commit();
}

}  // namespace

ExitCode run_checklist_new(const NewElementOptions& options) {
  std::optional<Message> failure = refusal(options);
  if (!failure) failure = write(options);
  if (!failure) return ExitCode::passed;
  std::cerr << printable(render(*failure, options.language)) << '\n';
  return ExitCode::wrong_call;
}

}  // namespace fazhi
