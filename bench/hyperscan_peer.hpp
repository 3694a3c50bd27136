#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct hs_database;
struct hs_scratch;

namespace fazhi::bench {

/// Phrases and expressions as one block-mode database of Hyperscan.
class HyperscanPeer {
 public:
  /// Compiling takes long: what was compiled is kept in the file `cache` and taken from
  /// there where patterns are the same. Ends the program where it can't be compiled.
  HyperscanPeer(const std::vector<std::string>& phrases, const std::vector<std::string>& expressions,
                const std::string& cache);
  ~HyperscanPeer();
  HyperscanPeer(const HyperscanPeer&) = delete;
  HyperscanPeer& operator=(const HyperscanPeer&) = delete;

  /// The number of patterns that it finds, each told once.
  [[nodiscard]] std::size_t scan(std::string_view text) const;
  [[nodiscard]] std::size_t patterns() const { return sources_.size(); }
  /// Expressions that it does not take.
  [[nodiscard]] std::size_t left_out() const { return left_out_; }

 private:
  void add(std::string source);
  [[nodiscard]] std::string key() const;
  [[nodiscard]] bool load(const std::string& cache);
  void compile();
  void store(const std::string& cache) const;

  std::vector<std::string> sources_;
  std::vector<unsigned> flags_;
  std::size_t left_out_ = 0;
  hs_database* database_ = nullptr;
  hs_scratch* scratch_ = nullptr;
};

}  // namespace fazhi::bench
