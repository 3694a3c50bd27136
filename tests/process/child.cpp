#include "process/child.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "process/private_folder.hpp"

namespace fazhi {
namespace {

ChildCommand shell(const PrivateFolder& folder, const std::string& script) {
  ChildCommand command;
  command.arguments = {"/bin/sh", "-c", script};
  command.folder = folder.path();
  return command;
}

/// Starts a process in the background and waits until it told its number, which is
/// another one inside of a namespace.
const std::string kLeavesBehind =
    "sh -c 'read number rest < /proc/self/stat; echo $number > left; exec sleep 600' & while [ ! -s left ]; do :; done; ";

/// Whether the process whose number stands in `file` is gone, or no more than a
/// zombie, after a while at most.
bool is_gone(const std::filesystem::path& file) {
  int process = 0;
  std::ifstream(file) >> process;
  if (process <= 0) return false;
  for (int tries = 0; tries < 500; ++tries) {
    std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
    std::string number, name, state;
    if (!(stat >> number >> name >> state) || state == "Z") return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(child)

BOOST_AUTO_TEST_CASE(tells_output_errors_and_status) {
  const PrivateFolder folder;
  const ChildResult result = run_child(shell(folder, "printf out; printf err >&2; exit 3"));
  BOOST_TEST((result.end == ChildResult::End::exited));
  BOOST_TEST(result.status == 3);
  BOOST_TEST(!result.succeeded());
  BOOST_TEST(result.output == "out");
  BOOST_TEST(result.errors == "err");
}

BOOST_AUTO_TEST_CASE(runs_in_its_folder_with_a_small_environment) {
  const PrivateFolder folder;
  ::setenv("FAZHI_TEST_SECRET", "1", 1);
  const ChildResult result = run_child(shell(folder, "pwd; echo \"$HOME $TMPDIR $LANG\"; echo \"[$FAZHI_TEST_SECRET]\""));
  ::unsetenv("FAZHI_TEST_SECRET");
  const std::string path = folder.path();
  BOOST_TEST(result.output == path + "\n" + path + " " + path + " C.UTF-8\n[]\n");
}

BOOST_AUTO_TEST_CASE(is_fed_more_than_a_pipe_holds) {
  const PrivateFolder folder;
  const std::string input(std::size_t{3} << 20, 'x');
  ChildCommand command = shell(folder, "cat");
  command.input = input;
  const ChildResult result = run_child(command);
  BOOST_TEST(result.succeeded());
  BOOST_TEST((result.output == input));
}

BOOST_AUTO_TEST_CASE(may_leave_its_input_unread) {
  const PrivateFolder folder;
  const std::string input(std::size_t{3} << 20, 'x');
  ChildCommand command = shell(folder, "exit 0");
  command.input = input;
  BOOST_TEST(run_child(command).succeeded());
}

BOOST_AUTO_TEST_CASE(has_no_input_where_none_is_given) {
  const PrivateFolder folder;
  BOOST_TEST(run_child(shell(folder, "wc -c")).output == "0\n");
}

BOOST_AUTO_TEST_CASE(is_stopped_when_its_time_is_up) {
  const PrivateFolder folder;
  ChildCommand command = shell(folder, "echo begun; sleep 600");
  command.limits.wall_seconds = 1;
  const ChildResult result = run_child(command);
  BOOST_TEST((result.end == ChildResult::End::out_of_time));
  BOOST_TEST(result.output == "begun\n");
}

BOOST_AUTO_TEST_CASE(is_stopped_also_when_it_closed_its_output) {
  const PrivateFolder folder;
  ChildCommand command = shell(folder, "exec >&- 2>&-; sleep 600");
  command.limits.wall_seconds = 1;
  BOOST_TEST((run_child(command).end == ChildResult::End::out_of_time));
}

BOOST_AUTO_TEST_CASE(is_waited_for_when_it_closed_its_output) {
  const PrivateFolder folder;
  const ChildResult result = run_child(shell(folder, "exec >&- 2>&-; sleep 0.1; exit 4"));
  BOOST_TEST((result.end == ChildResult::End::exited));
  BOOST_TEST(result.status == 4);
}

BOOST_AUTO_TEST_CASE(is_stopped_when_its_cpu_time_is_up) {
  const PrivateFolder folder;
  ChildCommand command = shell(folder, "while :; do :; done");
  command.limits.cpu_seconds = 1;
  BOOST_TEST((run_child(command).end == ChildResult::End::out_of_time));
}

BOOST_AUTO_TEST_CASE(gets_no_more_memory_than_its_limit) {
  const PrivateFolder folder;
  // dd takes a buffer of one block.
  ChildCommand command = shell(folder, "exec dd if=/dev/zero of=/dev/null bs=300M count=1");
  BOOST_TEST(run_child(command).succeeded());
  command.limits.memory_bytes = std::size_t{200} << 20;
  const ChildResult result = run_child(command);
  BOOST_TEST(!result.succeeded());
  BOOST_TEST((result.end == ChildResult::End::exited));
}

BOOST_AUTO_TEST_CASE(writes_no_larger_file_than_its_limit) {
  const PrivateFolder folder;
  ChildCommand command = shell(folder, "exec dd if=/dev/zero of=file bs=1M count=4");
  command.limits.file_bytes = std::size_t{1} << 20;
  BOOST_TEST(!run_child(command).succeeded());
  BOOST_TEST(std::filesystem::file_size(std::filesystem::path(folder.path()) / "file") <= command.limits.file_bytes);
}

BOOST_AUTO_TEST_CASE(is_stopped_when_it_writes_too_much) {
  const PrivateFolder folder;
  ChildCommand command = shell(folder, "while :; do echo text; done");
  command.limits.output_bytes = 1000;
  const ChildResult result = run_child(command);
  BOOST_TEST((result.end == ChildResult::End::too_much_output));
  BOOST_TEST(result.output.size() == 1000U);
}

BOOST_AUTO_TEST_CASE(may_write_just_as_much_as_its_limit) {
  const PrivateFolder folder;
  ChildCommand command = shell(folder, "printf 0123456789");
  command.limits.output_bytes = 10;
  const ChildResult result = run_child(command);
  BOOST_TEST(result.succeeded());
  BOOST_TEST(result.output == "0123456789");
}

BOOST_AUTO_TEST_CASE(only_the_beginning_of_its_errors_is_kept) {
  const PrivateFolder folder;
  const ChildResult result = run_child(shell(folder, "dd if=/dev/zero bs=1k count=200 >&2 2>/dev/null; echo done"));
  BOOST_TEST(result.succeeded());
  BOOST_TEST(result.output == "done\n");
  BOOST_TEST(result.errors.size() == std::size_t{64} << 10);
}

BOOST_AUTO_TEST_CASE(that_does_not_exist_is_told_from_one_that_exits_with_127) {
  const PrivateFolder folder;
  ChildCommand command = shell(folder, "exit 127");
  const ChildResult exited = run_child(command);
  BOOST_TEST((exited.end == ChildResult::End::exited));
  BOOST_TEST(exited.status == 127);
  command.arguments = {folder.path() + "/nothing"};
  BOOST_TEST((run_child(command).end == ChildResult::End::not_started));
  command.arguments = {};
  BOOST_TEST((run_child(command).end == ChildResult::End::not_started));
}

BOOST_AUTO_TEST_CASE(needs_its_folder) {
  const PrivateFolder folder;
  ChildCommand command = shell(folder, "exit 0");
  command.folder += "/nothing";
  BOOST_TEST((run_child(command).end == ChildResult::End::not_started));
}

BOOST_AUTO_TEST_CASE(that_dies_of_a_signal_says_so) {
  const PrivateFolder folder;
  const ChildResult result = run_child(shell(folder, "kill -SEGV $$"));
  BOOST_TEST((result.end == ChildResult::End::killed));
  BOOST_TEST(result.status == SIGSEGV);
}

BOOST_AUTO_TEST_CASE(whose_own_child_holds_the_output_open_ends_all_the_same) {
  const PrivateFolder folder;
  const ChildResult result = run_child(shell(folder, kLeavesBehind + "echo done"));
  BOOST_TEST(result.succeeded());
  BOOST_TEST(result.output == "done\n");
  BOOST_TEST(is_gone(std::filesystem::path(folder.path()) / "left"));
}

BOOST_AUTO_TEST_CASE(that_is_stopped_takes_its_own_children_with_it) {
  const PrivateFolder folder;
  ChildCommand command = shell(folder, kLeavesBehind + "wait");
  command.limits.wall_seconds = 1;
  BOOST_TEST((run_child(command).end == ChildResult::End::out_of_time));
  BOOST_TEST(is_gone(std::filesystem::path(folder.path()) / "left"));
}

BOOST_AUTO_TEST_CASE(gets_no_descriptor_of_ours) {
  const PrivateFolder folder;
  const int open = ::open("/dev/null", O_RDONLY);
  BOOST_REQUIRE(open > 2);
  // The shell's own listing holds one for the folder that it reads.
  const ChildResult result = run_child(shell(folder, "[ -e /proc/self/fd/" + std::to_string(open) + " ] && echo open"));
  ::close(open);
  BOOST_TEST(result.output.empty());
}

BOOST_AUTO_TEST_CASE(leaves_no_descriptor_behind) {
  const PrivateFolder folder;
  const auto count = [] {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return std::distance(begin(all), end(all));
  };
  const auto before = count();
  for (int times = 0; times < 5; ++times) (void)run_child(shell(folder, "echo text"));
  BOOST_TEST(count() == before);
}

BOOST_AUTO_TEST_CASE(starts_with_plain_signals) {
  const PrivateFolder folder;
  ::signal(SIGPIPE, SIG_IGN);
  sigset_t blocked, before;
  ::sigemptyset(&blocked);
  ::sigaddset(&blocked, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &blocked, &before);
  const ChildResult result = run_child(shell(folder, "grep -E '^Sig(Blk|Ign)' /proc/self/status | tr -d '0\\t'"));
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  BOOST_TEST(result.output == "SigBlk:\nSigIgn:\n");
}

BOOST_AUTO_TEST_CASE(works_where_the_standard_descriptors_are_closed) {
  const PrivateFolder folder;
  const int saved = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 10);
  ::close(STDIN_FILENO);
  ChildCommand command = shell(folder, "cat; echo err >&2");
  command.input = "text";
  const ChildResult result = run_child(command);
  if (saved >= 0) {
    ::dup2(saved, STDIN_FILENO);
    ::close(saved);
  }
  BOOST_TEST(result.output == "text");
  BOOST_TEST(result.errors == "err\n");
}

BOOST_AUTO_TEST_CASE(several_run_at_once) {
  const PrivateFolder folder;
  std::vector<ChildResult> results(16);
  std::vector<std::thread> threads;
  for (std::size_t index = 0; index < results.size(); ++index) {
    threads.emplace_back([&, index] { results[index] = run_child(shell(folder, "echo " + std::to_string(index))); });
  }
  for (std::thread& each : threads) each.join();
  for (std::size_t index = 0; index < results.size(); ++index) {
    BOOST_TEST(results[index].output == std::to_string(index) + "\n");
  }
}

BOOST_AUTO_TEST_CASE(programs_are_found_in_the_path) {
  BOOST_TEST(find_program("sh").has_value());
  BOOST_TEST(!find_program("fazhi-no-such-program").has_value());
  const PrivateFolder folder;
  std::filesystem::create_directory(std::filesystem::path(folder.path()) / "fazhi-folder");
  const std::string before = std::getenv("PATH");
  ::setenv("PATH", (folder.path() + ":.:").c_str(), 1);
  BOOST_TEST(!find_program("fazhi-folder").has_value());
  ::setenv("PATH", before.c_str(), 1);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(private_folder)

BOOST_AUTO_TEST_CASE(is_this_users_alone_and_gone_afterwards) {
  std::filesystem::path path;
  {
    const PrivateFolder folder;
    path = folder.path();
    BOOST_TEST_REQUIRE(std::filesystem::is_directory(path));
    BOOST_TEST((std::filesystem::status(path).permissions() == std::filesystem::perms::owner_all));
    std::filesystem::create_directories(path / "a" / "b");
    std::ofstream(path / "a" / "b" / "file") << "text";
  }
  BOOST_TEST(!std::filesystem::exists(path));
}

BOOST_AUTO_TEST_CASE(is_not_followed_through_a_link) {
  const PrivateFolder other;
  const std::filesystem::path kept = std::filesystem::path(other.path()) / "file";
  std::ofstream(kept) << "text";
  {
    const PrivateFolder folder;
    std::filesystem::create_directory_symlink(other.path(), std::filesystem::path(folder.path()) / "link");
  }
  BOOST_TEST(std::filesystem::exists(kept));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
