// make_corpus N FOLDER [--seed S] [--encoding utf8|gb18030] [--size KB] [--year Y]
//
// Writes N made-up township reports into FOLDER, for measuring.

#include <iconv.h>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include "bench/corpus.hpp"

namespace {

constexpr std::size_t kKilobyte = 1'000;
constexpr std::size_t kMostKilobytes = 100'000;
constexpr std::string_view kUsage =
    "用法：make_corpus 份数 文件夹 [--seed 种子] [--encoding utf8|gb18030] [--size KB] [--year 年度]\n";

struct Arguments {
  std::size_t count = 0;
  std::filesystem::path folder;
  fazhi::bench::CorpusOptions options;
  bool gb18030 = false;
};

template <class Value>
bool read_number(std::string_view text, Value& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_option(std::string_view name, std::string_view value, Arguments& arguments) {
  if (name == "--seed") return read_number(value, arguments.options.seed);
  if (name == "--size") {
    std::size_t kilobytes = 0;
    if (!read_number(value, kilobytes) || kilobytes == 0 || kilobytes > kMostKilobytes) return false;
    arguments.options.size_bytes = kilobytes * kKilobyte;
    return true;
  }
  if (name == "--year") return read_number(value, arguments.options.year.emplace());
  if (name != "--encoding") return false;
  arguments.gb18030 = value == "gb18030";
  return value == "utf8" || value == "gb18030";
}

std::optional<Arguments> read_arguments(int count, char** values) {
  Arguments arguments;
  if (count < 3 || !read_number(values[1], arguments.count)) return std::nullopt;
  arguments.folder = values[2];
  for (int at = 3; at < count; at += 2) {
    if (at + 1 == count || !read_option(values[at], values[at + 1], arguments)) return std::nullopt;
  }
  return arguments;
}

class Gb18030Encoder {
 public:
  Gb18030Encoder() : converter_(::iconv_open("GB18030", "UTF-8")) {}
  ~Gb18030Encoder() {
    if (valid()) ::iconv_close(converter_);
  }
  Gb18030Encoder(const Gb18030Encoder&) = delete;
  Gb18030Encoder& operator=(const Gb18030Encoder&) = delete;

  [[nodiscard]] bool valid() const { return converter_ != reinterpret_cast<iconv_t>(-1); }

  /// "" where the C library could not convert it.
  std::string encode(std::string utf8) const {
    std::string out(utf8.size() * 2, '\0');
    char* from = utf8.data();
    std::size_t from_left = utf8.size();
    char* to = out.data();
    std::size_t to_left = out.size();
    if (::iconv(converter_, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1)) return {};
    out.resize(out.size() - to_left);
    return out;
  }

 private:
  iconv_t converter_;
};

int write_corpus(const Arguments& arguments) {
  const Gb18030Encoder encoder;
  if (arguments.gb18030 && !encoder.valid()) {
    std::cerr << "本机的C库没有GB18030编码。\n";
    return 1;
  }
  std::error_code error;
  std::filesystem::create_directories(arguments.folder, error);
  for (std::size_t index = 0; index < arguments.count; ++index) {
    fazhi::bench::MadeReport report = fazhi::bench::make_report(index, arguments.options);
    if (arguments.gb18030) report.text = encoder.encode(std::move(report.text));
    std::ofstream file(arguments.folder / report.file_name, std::ios::binary);
    file << report.text;
    file.close();
    if (!file || report.text.empty()) {
      std::cerr << "写不了 " << (arguments.folder / report.file_name).string() << "\n";
      return 1;
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::optional<Arguments> arguments = read_arguments(argc, argv);
  if (!arguments) {
    std::cerr << kUsage;
    return 2;
  }
  return write_corpus(*arguments);
}
