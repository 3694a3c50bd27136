#include "match/frequency.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

#include "match/code_point.hpp"

namespace fazhi::detail {
namespace {

struct Tier {
  double per_mille;  ///< of sentences that hold one of the characters, on the average
  std::string_view characters;
};

/// Counted in the samples of reports/ and tests/corpus.
constexpr auto kTiers = std::to_array<Tier>({
    {494,
     "，法、"},
    {191,
     "政21年治一人的0行建全3作工）（"},
    {102,
     "“”设4执府件开办镇次公6理实三务部会事不度在制民案律5是员合大等和项规进委个8有成主化二查"},
    {55,
     "组推县中9任要解.展上议区村对党动发为7报责处普依重问情到出调学下乡定审题提决强导业领况平持用道"
     "管范了分专加落四干场结体五力文把告众群现机信入条级与监点各市安社服书时程关记同局名督单以习职清街"
     "面长纠月核集改性：织共%率"},
    {28,
     "宣纷所期新明立意门受传通来策日接心地小过由坚家评队请站位方格将司整高保资参万思效起份好目代经里排"
     "协两后网量头做想完复证权罚生八多抓近第考深班检综自盾见矛能余负没及内取讲存应防培示录顾子严收水老"
     "息常少划《》每室放得训诉企我按备户联台步履表研助前六口数论打师十求补统标序元教于访听农更"},
});
constexpr double kRare = 4;

std::map<std::uint32_t, double> by_character() {
  std::map<std::uint32_t, double> out;
  for (const Tier& each : kTiers) {
    for (std::size_t at = 0; at < each.characters.size();) out.emplace(next_code_point(each.characters, at), each.per_mille);
  }
  return out;
}

}  // namespace

double expected_per_mille(std::string_view literal) {
  static const std::map<std::uint32_t, double> kKnown = by_character();
  double least = 1000;
  double halved = 2;
  for (std::size_t at = 0; at < literal.size();) {
    const auto found = kKnown.find(next_code_point(literal, at));
    least = std::min(least, found == kKnown.end() ? kRare : found->second);
    halved /= 2;
  }
  return least * halved;
}

}  // namespace fazhi::detail
