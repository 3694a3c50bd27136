#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "similarity/comparable_text.hpp"

namespace fazhi::test {

/// Twelve sentences of a made-up report, one a paragraph.
inline const std::vector<std::string>& sentences_of_a_report() {
  static const std::vector<std::string> sentences = {
      "年初把渡口安全列为头号议题，镇长带着司法所的同志沿江走访了七个渔村。",
      "请来退休船工讲旧时行船规矩，再由律师逐条对照水上交通法规说明利害。",
      "集镇菜场搬迁前开了三次恳谈会，摊主提出的雨棚高度和卸货时段都写进了方案。",
      "合同审查台账改为一案一袋，缺少附件的一律退回经办科室补齐。",
      "执法队把罚款较多的占道经营改成先劝导后立案，全年劝导占八成以上。",
      "茶山界线之争拖了十来年，调解员翻出老地契，请两村长者当面指认界石。",
      "学校门口的普法角换成学生自己画的连环画，放学时家长也愿意停下来看。",
      "外来采茶工住在工棚里，夜间送法时备了方言广播和图解卡片。",
      "政务大厅把证明事项贴在门口，凡能由内部核对的不再让群众往返。",
      "案卷评查请邻镇互评，挑出的毛病当场记在卷皮上，下月回头再看。",
      "存在的毛病是年轻队员只会照抄文书模板，遇到新型案件拿不准定性。",
      "来年打算让队员轮流到法庭旁听，每人写一篇不少于五百字的旁听笔记。",
  };
  return sentences;
}

inline const std::vector<std::string>& sentences_of_another() {
  static const std::vector<std::string> sentences = {
      "草场轮牧的契约由苏木统一备案，牧户凭编号就能查到界桩坐标。",
      "冬季大雪封路，流动仲裁庭骑马进点，把拖欠羊款的事当面结清。",
      "干部的法律考试不再只考选择题，改为抽一件真实来信现场拟答复。",
      "双语书记员把判决要点译成蒙文，贴在供销社的布告栏里。",
      "牧区道班和交警合用一座岗亭，超载车辆过磅的数字实时上墙。",
      "去年借出的执法车辆有两台没有登记，已经补办手续并通报批评。",
      "嘎查的公章收归苏木保管以后，盖章须有两名监督委员在场签名。",
      "防火期内祭敖包改在白天，消防员和长老一道守着水车。",
      "退役骑兵组成的巡护队学了三天证据固定，回来就查清一起盗挖药材案。",
      "不足之处在于偏远点位网络不稳，视频庭审常常断线。",
  };
  return sentences;
}

inline std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& each : sentences) text += each + "\n";
  return text;
}

/// The lines of `text`.
inline std::vector<TextRange> lines_of(std::string_view text) {
  std::vector<TextRange> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return lines;
}

inline ComparableText comparable(std::string_view text, const std::vector<std::string>& names = {},
                                 const std::vector<std::string>& set_phrases = {}) {
  return comparable_text(text, lines_of(text), names, SetPhrases(set_phrases));
}

}  // namespace fazhi::test
