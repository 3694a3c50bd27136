#include <array>

#include "bench/phrases.hpp"

namespace fazhi::bench {
namespace {

constexpr auto kTitles = std::to_array<std::string_view>({
    "{U}{年}年度法治政府建设年度报告", "{U}{年}年法治政府建设工作情况报告", "{县}{U}人民政府关于{年}年度法治政府建设情况的报告",
    "{U}{年}年法治政府建设工作总结", "关于{U}{年}年法治政府建设工作情况的报告"});

constexpr auto kOpenings = std::to_array<std::string_view>({
    "{U}地处{县}{东|西|南|北}部，辖{V}个村，{1-4}.{1-9}万人，以{特}为主业。",
    "{年}年，在县委、县政府的坚强领导和县司法局的精心指导下，{U}围绕“{特}兴{镇}、法治护航”的目标，扎实推进法治政府建设。",
    "一年来，{U}坚持以习近平新时代中国特色社会主义思想为指导，把依法行政贯穿于{特}发展、乡村建设和基层治理全过程。",
    "{U}党委、政府认真贯彻《法治政府建设实施纲要（2021—2025年）》，结合{V}个村的实际推进各项工作，取得了一定成效。"});

constexpr auto kAnnouncements = std::to_array<std::string_view>({
    "现将{我}{年}年度法治政府建设情况报告如下。", "现将有关情况报告如下：", "按照县委依法治县办通知要求，现将{年}年工作情况报告如下。"});

constexpr auto kAchievementHeadings = std::to_array<std::string_view>(
    {"主要举措和成效", "{年}年工作开展情况", "推进法治政府建设的主要做法和成效", "工作开展情况", "主要工作及成效"});

constexpr auto kLeaderHeadings = std::to_array<std::string_view>(
    {"党政主要负责人履行推进法治建设第一责任人职责情况", "履行第一责任人职责情况", "党政主要负责人履职情况"});

constexpr auto kLeaderSentences = std::to_array<std::string_view>({
    "{镇}党委书记切实履行推进法治建设第一责任人职责，全年主持研究法治议题{2-8}次，讲法治课{1-3}次。",
    "{镇}长牵头督办行政执法、政务公开等重点任务{3-12}项，到{村}现场解决问题{4-18}次。",
    "党政主要负责人带头述法，{2-6}名站所负责人在年底会上当场述法、接受评议。",
    "两位主要负责人包案化解信访积案{1-7}件，年内办结{1-6}件。",
    "坚持重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
    "主要负责人带头旁听行政案件庭审{1-2}次，带头不插手具体案件、不干预执法活动。",
    "书记、{镇}长分片联系{V}个村，入户听取对依法行政的意见{20-90}条。"});

constexpr auto kShortcomingHeadings = std::to_array<std::string_view>(
    {"存在的不足和原因", "存在的主要问题", "存在的问题及原因分析", "工作中存在的不足"});

constexpr auto kShortcomingLeads = std::to_array<std::string_view>({
    "虽然做了一些工作，但对照上级要求和群众期盼，仍存在一些不足。", "一年来工作取得了成绩，但还有差距，主要表现在：",
    "{我}法治政府建设还存在以下问题。"});

constexpr auto kShortcomings = std::to_array<std::string_view>({
    "执法队伍专业力量不足，{8-20}名执法人员中法律专业的只有{1-2}名。", "部分村干部依法办事能力不强，处理问题习惯凭经验、讲人情。",
    "普法宣传针对性不强，对老年人和外出务工人员效果不好。", "涉{特}的新类型纠纷增多，依法处置办法不多。",
    "{村}等{2-4}个村基层治理基础薄弱，村规民约执行不严。", "法治工作经费保障不足，信息化建设滞后。",
    "执法案卷制作不够规范，文书说理简单。", "站所之间信息不通，联合执法有时错过时机。"});

constexpr auto kCauses = std::to_array<std::string_view>({
    "主要原因是编制少、任务重，干部一人多岗。", "由于{镇}里没有专业人员，遇到疑难案件只能等县局支援。",
    "究其原因，是平时学得少、用得少，缺乏系统培训。", "原因在于责任没有压到人头，督查跟不上。", "这与考核导向不够鲜明有关。"});

constexpr auto kPlanHeadings = std::to_array<std::string_view>(
    {"{次年}年工作安排", "下一步工作打算", "{次年}年法治政府建设主要安排", "下一年度工作计划"});

constexpr auto kPlanLeads = std::to_array<std::string_view>({
    "{次年}年，{我}将针对存在的问题，重点抓好以下工作。", "下一步，{U}将继续努力，着力做好以下几个方面：", "重点做好以下工作。"});

constexpr auto kPlans = std::to_array<std::string_view>({
    "选派{2-5}名执法人员到县局跟班学习，提升办案能力。", "上半年完成{村}、{村}两个村的法治文化阵地建设。",
    "每季度组织一次执法案卷评查，评查结果全{镇}通报。", "推动{特}行业合同示范文本落地，从源头减少纠纷。",
    "修订完善村规民约，{V}个村年底前全部完成合法性审查。", "加强司法所规范化建设，争取增加协理员{1-3}名。",
    "开展行政执法专项监督，重点整治不作为、乱作为。", "用好综治中心平台，做到一站受理、一揽子调处、全链条解决。"});

constexpr auto kClosings = std::to_array<std::string_view>({
    "特此报告。", "以上报告，请审阅。", "{我}将以更加务实的作风，推动法治政府建设再上新台阶。", ""});

constexpr auto kDefects = std::to_array<std::string_view>({
    "全年开展法制宣传{12-48}场次，发放资料{1130-1990}余份。", "共处理占道经营{41-58}余起，整改率{101-108}%。",
    "在集市讲解《物权法》《婚姻法》有关规定{3-9}次。", "全年排查安全隐患{140-160}处，整改{161-190}处，整改率96%。",
    "邀请XX律师事务所到村授课{2-6}次。", "排查涉{特}纠纷{50-60}起，化解{40-45}起，化解率{91-97}.{1-9}%。",
    "一是摸清底数，登记造册；三是逐户回访，限期销号。", "各村按照司法助理员的要求建立台账{113-119}余本。"});

constexpr auto kAgriculture = std::to_array<std::string_view>({
    "{特}上市前，联合市场监管所对{20-180}户收购商开展合同、计量、付款规矩培训，印发示范文本{300-2400}份。",
    "{特}种植户与合作社签订订单{90-860}份，因压级压价引起的投诉比上年减少{3-30}起。",
    "{村}流转土地{200-2600}亩，合同由司法所逐份把关，未发生一起毁约。",
    "依托{特}加工园吸纳{60-420}名村民就业，用工合同签订率{92-99}%。"});
constexpr auto kEnvironment = std::to_array<std::string_view>({
    "对{村}河道乱采乱挖问题开展联合整治，拆除违建{2-19}处，恢复岸线{300-4200}米。",
    "办理秸秆焚烧、违规倾倒等案件{3-26}件，责令整改{12-80}户。",
    "落实河长、林长制，{V}名村级巡护员全年巡查{900-6800}人次，发现并处置问题{30-210}个。",
    "人居环境整治清运垃圾{260-3900}吨，{村}被评为市级示范村。"});
constexpr auto kConvenience = std::to_array<std::string_view>({
    "便民服务中心把建房审批、残疾人补贴等{60-110}项业务归并到{2-6}个综合窗口，全年办件{3200-16800}件。",
    "推行容缺受理和帮办代办，{村}等高山村由村干部代办{200-2600}件，群众少跑路{3-9}万公里。",
    "压缩农村宅基地审批时限到{5-12}个工作日，全年审批{20-190}户。",
    "清理要求群众出具的证明材料{6-38}项，取消{3-5}项。"});
constexpr auto kSafety = std::to_array<std::string_view>({
    "检查烟花爆竹、加油站、自建房等场所{90-700}处次，下达整改通知书{8-70}份，到期复查全部销号。",
    "道路交通安全劝导站{4-14}个，劝导违法行为{600-5200}人次。",
    "森林防火期设卡{6-24}处，签订责任书{900-6200}份，全年无火警。",
    "{村}地质灾害点{12-88}户群众全部搬迁，补偿协议经法律顾问审核后签订。"});
constexpr auto kGovernance = std::to_array<std::string_view>({
    "{V}个村全部修订村规民约，删去罚款、没收等内容{10-70}条。",
    "推行“积分制”“清单制”，{村}用积分兑换办法调动群众参与治理，{200-1900}户建立积分账户。",
    "村民代表会议议决{特}基地入股、饮水工程等事项{18-130}件，实施结果全部公开。",
    "开展移风易俗宣传，红白理事会劝减宴席{30-260}场，节约{40-700}万元。",
    "{村}创建省级民主法治示范村，建成法治小院{2-12}个。"});
constexpr auto kVulnerable = std::to_array<std::string_view>({
    "对{60-420}名留守儿童、{90-800}名独居老人建档走访，落实关爱措施{300-2200}人次。",
    "复核低保对象{300-1900}户，新增{10-90}户、退出{12-80}户，名单在{V}个村公示。",
    "社区矫正对象{6-40}名全部落实监管帮扶，无脱管漏管。", "安置帮教人员{9-66}名，帮助{5-30}人就业。"});

constexpr auto kAgricultureHeadings = std::to_array<std::string_view>({"服务产业发展，优化营商环境", "护航{特}产业"});
constexpr auto kEnvironmentHeadings = std::to_array<std::string_view>({"守护绿水青山", "推进生态环境依法治理"});
constexpr auto kConvenienceHeadings = std::to_array<std::string_view>({"转变政府职能，提升服务效能", "便民利民，办事提速"});
constexpr auto kSafetyHeadings = std::to_array<std::string_view>({"守牢安全底线", "加强应急管理和安全生产"});
constexpr auto kGovernanceHeadings = std::to_array<std::string_view>({"创新基层治理", "推进自治法治德治融合"});
constexpr auto kVulnerableHeadings = std::to_array<std::string_view>({"保障困难群众权益", "织密民生保障网"});

constexpr auto kAgricultureTopics = std::to_array<Topic>({{kAgriculture, {}, {}, {}}});
constexpr auto kEnvironmentTopics = std::to_array<Topic>({{kEnvironment, {}, {}, {}}});
constexpr auto kConvenienceTopics = std::to_array<Topic>({{kConvenience, {}, {}, {}}});
constexpr auto kSafetyTopics = std::to_array<Topic>({{kSafety, {}, {}, {}}});
constexpr auto kGovernanceTopics = std::to_array<Topic>({{kGovernance, {}, {}, {}}});
constexpr auto kVulnerableTopics = std::to_array<Topic>({{kVulnerable, {}, {}, {}}});

constexpr auto kFillerChapters = std::to_array<Chapter>({{kAgricultureHeadings, kAgricultureTopics},
                                                         {kEnvironmentHeadings, kEnvironmentTopics},
                                                         {kConvenienceHeadings, kConvenienceTopics},
                                                         {kSafetyHeadings, kSafetyTopics},
                                                         {kGovernanceHeadings, kGovernanceTopics},
                                                         {kVulnerableHeadings, kVulnerableTopics}});

constexpr FramePhrases kFrame{kTitles,        kOpenings,        kAnnouncements,    kAchievementHeadings, kLeaderHeadings,
                              kLeaderSentences, kShortcomingHeadings, kShortcomingLeads, kShortcomings, kCauses,
                              kPlanHeadings,  kPlanLeads,       kPlans,            kClosings,            kDefects};

}  // namespace

std::span<const Chapter> filler_chapters() { return kFillerChapters; }

const FramePhrases& frame_phrases() { return kFrame; }

}  // namespace fazhi::bench
