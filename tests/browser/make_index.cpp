/// Usage: make_index UNITS: the index of a made-up batch, to standard output.

#include <cstdlib>
#include <iostream>

#include "browser/sample_batch.hpp"
#include "present/site_index.hpp"

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const auto units = static_cast<std::size_t>(std::strtoul(argv[1], nullptr, 10));
  std::cout << fazhi::index_page(fazhi::test::sample_batch(units), fazhi::Language::zh);
}
