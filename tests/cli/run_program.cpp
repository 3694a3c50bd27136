#include "cli/run_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace fazhi::test {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void enter(const fs::path& folder) { posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str()); }
  void open(int descriptor, const fs::path& path, int flags) {
    posix_spawn_file_actions_addopen(&actions_, descriptor, path.c_str(), flags, 0600);
  }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

fs::path fresh_folder() {
  std::string pattern = (fs::temp_directory_path() / "fazhi-cli-XXXXXX").string();
  BOOST_REQUIRE(mkdtemp(pattern.data()) != nullptr);
  return pattern;
}

}  // namespace

Workplace::Workplace() : path_(fresh_folder()) {}
Workplace::~Workplace() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string Workplace::write(const std::string& name, std::string_view bytes) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

std::string Workplace::read(const std::string& name) const { return content_of(path_ / name); }

std::vector<std::string> Workplace::files() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(path_)) {
    if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), path_).string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Run Workplace::run(const std::vector<std::string>& arguments, std::string_view input) const {
  const fs::path streams = fresh_folder();
  std::ofstream(streams / "in", std::ios::binary) << input;
  FileActions actions;
  actions.enter(path_);
  actions.open(STDIN_FILENO, streams / "in", O_RDONLY);
  actions.open(STDOUT_FILENO, streams / "out", O_WRONLY | O_CREAT);
  actions.open(STDERR_FILENO, streams / "err", O_WRONLY | O_CREAT);
  std::vector<std::string> all{FAZHI_PROGRAM};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& each : all) pointers.push_back(each.data());
  pointers.push_back(nullptr);
  pid_t child = 0;
  BOOST_REQUIRE(posix_spawn(&child, FAZHI_PROGRAM, actions.get(), nullptr, pointers.data(), environ) == 0);
  int status = 0;
  BOOST_REQUIRE(waitpid(child, &status, 0) == child);
  Run run{WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(streams / "out"), content_of(streams / "err")};
  fs::remove_all(streams);
  return run;
}

std::string poor_report() {
  return "云溪镇2024年法治政府建设年度报告\n"
         "2024年，我镇认真开展工作。现将有关情况报告如下：\n"
         "一、主要工作\n全镇修通了到各村的路，绿化面积进一步扩大，群众出行更加方便。\n";
}

std::string good_report() {
  return "云溪镇2024年法治政府建设年度报告\n"
         "2024年，我镇认真开展工作。现将有关情况报告如下：\n"
         "一、主要举措和成效\n"
         "镇党委把习近平法治思想列入中心组学习内容，全年专题学习四次。\n"
         "调整依法治镇工作领导小组，由镇党委书记任组长。全年召开专题会议四次，听取法治建设工作汇报。\n"
         "组织领导干部学法12次。将法治建设纳入年度绩效考核。\n"
         "深入实施“八五”普法规划，落实“谁执法谁普法”责任制，开展法治宣传活动20场，发放资料三千份。\n"
         "培养“法律明白人”60名，集中轮训两期。\n"
         "全镇十二个村均与律师事务所签约，法律顾问全年出具意见9条。\n"
         "搬迁安置等六个事项都先经司法所合法性审查，再由班子会集体讨论决定。\n"
         "全年制发行政规范性文件1件，印发后按时报县政府备案。\n"
         "严格落实行政执法公示、执法全过程记录、重大执法决定法制审核制度。\n"
         "依托县政府网站主动公开政府信息142条。\n"
         "建立矛盾纠纷排查化解台账，排查矛盾纠纷50起，化解49起，化解率98%。\n"
         "镇公共法律服务站安排律师值班，接待咨询230人次。主动接受镇人大监督，办理代表建议19件，全部答复。\n"
         "二、党政主要负责人履行推进法治建设第一责任人职责情况\n"
         "镇党委书记、镇长带头讲法治课两次，主持研究法治工作五次。\n"
         "三、存在的不足和原因\n"
         "执法力量薄弱。由于编制少、待遇低，专业人员留不住。\n"
         "四、下一年度主要安排\n"
         "加强执法队伍建设，办好法治讲堂。\n"
         "云溪镇人民政府\n"
         "2025年1月10日\n";
}

}  // namespace fazhi::test
