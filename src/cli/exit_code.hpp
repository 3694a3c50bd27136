#pragma once

namespace fazhi {

/// What the program tells its caller.
enum class ExitCode {
  passed = 0,      ///< every report was read and passes
  failed = 1,      ///< every report was read; at least one falls short
  wrong_call = 2,  ///< the call or a checklist is wrong; nothing was audited
  unreadable = 3,  ///< an input could not be read or judged, or there was none; outranks `failed`
  interrupted = 130, ///< by Ctrl-C; what `batch` had done is written, else nothing
};

}  // namespace fazhi
