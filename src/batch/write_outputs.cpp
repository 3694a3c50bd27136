#include "batch/write_outputs.hpp"

namespace fazhi {

std::optional<Message> write_outputs(const BatchSummary& /*summary*/, const BatchOptions& /*options*/,
                                     const BatchFolder& /*folder*/, const ReportLoader& /*load*/, const BatchWatch& /*watch*/) {
  return std::nullopt;
}

}  // namespace fazhi
