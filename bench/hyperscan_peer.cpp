#include "bench/hyperscan_peer.hpp"

#include <hs/hs.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <numeric>
#include <regex>

#include "base/sha256.hpp"

namespace fazhi::bench {
namespace {

constexpr std::size_t kKeyDigits = 64;

std::string quoted(std::string_view phrase) {
  std::string out;
  for (const char c : phrase) {
    if (std::string_view("\\^$.[]|()?*+{}-").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// With gaps such as [^，。；]{0,12} as long as the clause: it matches more, and Hyperscan
/// takes seconds to compile it in place of hours.
std::string with_open_gaps(const std::string& expression) {
  static const std::regex bounded_gap(R"((\[\^[^\]]*\]|\.)\{[0-9]*,[0-9]*\})");
  return std::regex_replace(expression, bounded_gap, "$1*");
}

[[noreturn]] void fail(const std::string& reason) {
  std::cerr << "Hyperscan：" << reason << '\n';
  std::exit(1);
}

}  // namespace

HyperscanPeer::HyperscanPeer(const std::vector<std::string>& phrases, const std::vector<std::string>& expressions,
                             const std::string& cache) {
  for (const std::string& each : phrases) add(quoted(each));
  for (const std::string& each : expressions) add(with_open_gaps(each));
  if (!load(cache)) {
    compile();
    store(cache);
  }
  if (hs_alloc_scratch(database_, &scratch_) != HS_SUCCESS) fail("hs_alloc_scratch");
}

HyperscanPeer::~HyperscanPeer() {
  hs_free_scratch(scratch_);
  hs_free_database(database_);
}

void HyperscanPeer::add(std::string source) {
  // Look-around is none of its own; as a prefilter it takes expressions with it, without it.
  for (const unsigned more : {0U, HS_FLAG_PREFILTER + 0U}) {
    const unsigned flags = HS_FLAG_UTF8 | HS_FLAG_MULTILINE | HS_FLAG_ALLOWEMPTY | HS_FLAG_SINGLEMATCH | more;
    hs_expr_info_t* info = nullptr;
    hs_compile_error_t* error = nullptr;
    if (hs_expression_info(source.c_str(), flags, &info, &error) == HS_SUCCESS) {
      std::free(info);
      sources_.push_back(std::move(source));
      flags_.push_back(flags);
      return;
    }
    hs_free_compile_error(error);
  }
  ++left_out_;
}

std::string HyperscanPeer::key() const {
  std::string all = hs_version();
  for (std::size_t at = 0; at < sources_.size(); ++at) all += '\n' + std::to_string(flags_[at]) + ' ' + sources_[at];
  return sha256_hex(all);
}

bool HyperscanPeer::load(const std::string& cache) {
  std::ifstream file(cache, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (bytes.size() <= kKeyDigits || !bytes.starts_with(key())) return false;
  return hs_deserialize_database(bytes.data() + kKeyDigits, bytes.size() - kKeyDigits, &database_) == HS_SUCCESS;
}

void HyperscanPeer::compile() {
  std::vector<const char*> sources;
  for (const std::string& each : sources_) sources.push_back(each.c_str());
  std::vector<unsigned> ids(sources.size());
  std::iota(ids.begin(), ids.end(), 0U);
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(sources.data(), flags_.data(), ids.data(), static_cast<unsigned>(sources.size()), HS_MODE_BLOCK, nullptr,
                       &database_, &error) == HS_SUCCESS) {
    return;
  }
  const std::string which = error->expression >= 0 ? sources_[static_cast<std::size_t>(error->expression)] : "";
  fail(std::string(error->message) + " " + which);
}

void HyperscanPeer::store(const std::string& cache) const {
  char* bytes = nullptr;
  std::size_t size = 0;
  if (hs_serialize_database(database_, &bytes, &size) != HS_SUCCESS) return;
  std::ofstream(cache, std::ios::binary) << key() << std::string_view(bytes, size);
  std::free(bytes);
}

std::size_t HyperscanPeer::scan(std::string_view text) const {
  std::size_t found = 0;
  const auto count = [](unsigned, unsigned long long, unsigned long long, unsigned, void* context) {
    ++*static_cast<std::size_t*>(context);
    return 0;
  };
  hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0, scratch_, count, &found);
  return found;
}

}  // namespace fazhi::bench
