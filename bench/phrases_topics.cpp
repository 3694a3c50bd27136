#include <array>

#include "bench/phrases.hpp"

namespace fazhi::bench {
namespace {

constexpr auto kThoughtDone = std::to_array<std::string_view>({
    "{镇}党委理论学习中心组把习近平法治思想列为必学专题，全年集中研讨{2-6}次，班子成员撰写心得{8-40}篇。",
    "依托“三会一课”、主题党日和干部夜校学习习近平法治思想，{全}{12-30}个党支部开展专题学习{20-90}场次。",
    "召开专题学习会{2-8}次，深入学习贯彻习近平法治思想，{镇}村干部{60-300}人次参加。"});
constexpr auto kThoughtPlanned = std::to_array<std::string_view>({
    "把习近平法治思想列入{次年}年中心组学习计划，每季度至少研讨一次。"});
constexpr auto kThoughtLacking = std::to_array<std::string_view>({
    "学习习近平法治思想不够系统，联系{镇}里实际研究问题还不深。", "个别支部学习法治理论以读文件代替研讨。"});

constexpr auto kGroupDone = std::to_array<std::string_view>({
    "调整充实法治{镇}建设领导小组，由党委书记任组长、{镇}长任副组长，{12-25}个站所负责人为成员，办公室设在司法所。",
    "{镇}法治建设领导小组全年召开会议{2-5}次，协调解决{村}土地确权等具体问题{3-15}个。",
    "健全党委统一领导、政府具体负责、站所各司其职的法治建设领导机制，及时调整领导小组成员{2-9}名。"});
constexpr auto kGroupPlanned = std::to_array<std::string_view>({
    "及时调整法治建设领导小组，明确一名专职联络员。"});
constexpr auto kGroupLacking = std::to_array<std::string_view>({
    "法治建设领导小组作用发挥不充分，成员单位之间各管一段。"});
constexpr auto kGroupAbsent = std::to_array<std::string_view>({
    "{我}尚未成立专门的法治建设领导机构，工作由司法所一家承担。"});

constexpr auto kAgendaDone = std::to_array<std::string_view>({
    "{镇}党委会议专题研究法治政府建设{2-6}次，审定年度工作要点，逐项分解到站所和村。",
    "年初印发《{U}{年}年法治政府建设工作要点》，明确任务{15-36}项，每项都有牵头人和完成时限。",
    "党政联席会议{2-4}次听取法治建设工作汇报，研究解决执法车辆、办案经费等问题{3-9}件。",
    "{3-6}月召开全面依法治{镇}工作会议，与{V}个村和{9-16}个站所签订责任书。"});
constexpr auto kAgendaPlanned = std::to_array<std::string_view>({
    "坚持把法治建设摆上重要议事日程，每半年召开一次专题会议研究部署。"});
constexpr auto kAgendaLacking = std::to_array<std::string_view>({
    "对法治建设研究部署不够经常，存在重年初布置、轻平时调度的现象。"});

constexpr auto kStudyDone = std::to_array<std::string_view>({
    "落实领导干部学法用法制度，{镇}长办公会会前学法{6-20}次，学习{L}、{L}等法律法规{6-18}部。",
    "组织{60-130}名干部参加全省网上学法考试，参考率100%，合格率{93-99}.{1-9}%。",
    "举办领导干部法治讲座{2-5}期，邀请县司法局和律师讲解{L}，受训{80-260}人次。"});
constexpr auto kStudyPlanned = std::to_array<std::string_view>({
    "制定领导干部应知应会法律法规清单，坚持会前学法常态化。"});
constexpr auto kStudyLacking = std::to_array<std::string_view>({
    "少数干部学法用法不够自觉，遇事先想老办法、不先翻法条。", "干部学法存在一阵子紧、一阵子松的情况。"});

constexpr auto kAssessmentDone = std::to_array<std::string_view>({
    "将法治建设纳入{V}个村和各站所年度目标考核，占{4-10}分，考核结果与评先评优挂钩。",
    "把法治素养和依法履职情况作为干部年度考核内容，{年}年有{1-4}名干部因依法办事表现突出受到表扬。"});
constexpr auto kAssessmentPlanned = std::to_array<std::string_view>({
    "把法治建设成效纳入村和站所年度考核，加大分值，兑现奖惩。"});
constexpr auto kAssessmentAbsent = std::to_array<std::string_view>({
    "法治建设没有纳入村级年度考核，干好干坏一个样。"});

constexpr auto kEighthDone = std::to_array<std::string_view>({
    "扎实推进“八五”普法规划实施，建成{村}法治文化广场{1-3}处、法治长廊{200-900}米。",
    "对照“八五”普法规划逐项落实年度任务{12-28}项，经县普法办中期评估评为优秀等次。",
    "制定“八五”普法年度工作方案，组建{8-30}人的普法讲师团，全年宣讲{20-70}场。"});
constexpr auto kEighthPlanned = std::to_array<std::string_view>({
    "做好“八五”普法总结验收各项准备，补齐{3-9}个村的工作档案。", "深入开展“八五”普法，推动法律进村入户。"});
constexpr auto kEighthLacking = std::to_array<std::string_view>({
    "“八五”普法推进不平衡，偏远的{村}等{2-5}个村活动开展少。"});

constexpr auto kResponsibilityDone = std::to_array<std::string_view>({
    "落实“谁执法谁普法”责任制，制定普法责任清单，{8-15}个执法站所认领任务{20-48}项并全部完成。",
    "按照“谁执法谁普法、谁管理谁普法”的要求，综合执法队在办案现场以案释法{18-90}次。"});
constexpr auto kResponsibilityPlanned = std::to_array<std::string_view>({
    "严格落实“谁执法谁普法”普法责任制，每季度通报一次进度。"});
constexpr auto kResponsibilityLacking = std::to_array<std::string_view>({
    "“谁执法谁普法”责任制落实不到位，普法仍主要靠司法所。"});

constexpr auto kActivitiesDone = std::to_array<std::string_view>({
    "利用赶集日、{3-9}月法治宣传月和国家宪法日，开展法治宣传活动{12-60}场次，发放资料{1200-9000}余份。",
    "开展“美好生活·民法典相伴”主题宣传{4-16}场，现场解答咨询{80-500}人次。",
    "法治副校长到{U}中心学校上法治课{4-14}节，{300-1800}名学生受到教育。",
    "运用村村响广播和微信群推送法律知识{40-260}条，阅读量{2-9}.{1-9}万人次。",
    "组织反电信网络诈骗、防范非法集资集中宣传{6-22}次，入户{900-5200}户。"});
constexpr auto kActivitiesPlanned = std::to_array<std::string_view>({
    "创新宣传形式，把法治节目送到{村}等{5-12}个村，全年不少于{12-40}场。"});
constexpr auto kActivitiesLacking = std::to_array<std::string_view>({
    "法治宣传形式单一，多是发资料、挂横幅，群众记不住。", "对外出务工人员的普法宣传覆盖不够。"});

constexpr auto kKnowerDone = std::to_array<std::string_view>({
    "培养“法律明白人”{36-150}名，平均每村{3-8}名，全年参与调解纠纷{30-160}件。",
    "评选学法用法示范户{20-80}户并统一挂牌，举办法律明白人培训班{1-4}期。"});
constexpr auto kKnowerPlanned = std::to_array<std::string_view>({
    "新培育法律明白人{12-40}名，实现每个村民小组都有一名。"});
constexpr auto kKnowerLacking = std::to_array<std::string_view>({
    "法律明白人年龄偏大，作用发挥不明显。"});

constexpr auto kAdvisorDone = std::to_array<std::string_view>({
    "聘请{县}律师事务所律师{1-3}名担任{镇}政府法律顾问，全年审查合同{12-60}份，出具法律意见{8-40}条。",
    "{V}个村全部与律师签订服务协议，“一村一法律顾问”实现全覆盖，开展坐班服务{60-240}次。",
    "法律顾问列席{镇}长办公会{3-11}次，参与处置{村}林权纠纷等疑难问题{2-9}件。"});
constexpr auto kAdvisorPlanned = std::to_array<std::string_view>({
    "聘请专业律师担任法律顾问，重大合同一律先审后签。"});
constexpr auto kAdvisorLacking = std::to_array<std::string_view>({
    "法律顾问作用发挥不够，多在出了问题之后才介入。"});
constexpr auto kAdvisorAbsent = std::to_array<std::string_view>({
    "{镇}里至今没有聘请法律顾问。"});

constexpr auto kProcedureDone = std::to_array<std::string_view>({
    "严格执行重大行政决策程序，{村}安置点建设等{1-5}项重大决策均履行公众参与、风险评估、合法性审查和集体讨论决定程序。",
    "制定{年}年度重大行政决策事项目录，对列入目录的{2-6}个事项全程留痕。",
    "合法性审查室全年审查各类文件、合同、决定{28-140}件，提出意见{20-90}条，采纳率{88-99}%。"});
constexpr auto kProcedurePlanned = std::to_array<std::string_view>({
    "严格落实重大行政决策法定程序，未经合法性审查的一律不上会。"});
constexpr auto kProcedureLacking = std::to_array<std::string_view>({
    "重大行政决策公众参与面不广，征求意见时间偏短。"});

constexpr auto kDocumentsDone = std::to_array<std::string_view>({
    "全年制定行政规范性文件{1-3}件，均经合法性审核并按时向县政府备案。",
    "对历年印发的{9-46}件行政规范性文件进行清理，废止{2-8}件、修改{1-4}件，结果在政府网站公布。",
    "{年}年未制定行政规范性文件，对现行文件开展清理{1-2}次。"});
constexpr auto kDocumentsPlanned = std::to_array<std::string_view>({
    "加强行政规范性文件管理，做到有件必备、有错必纠。"});
constexpr auto kDocumentsLacking = std::to_array<std::string_view>({
    "规范性文件清理不及时，有{1-3}件过期文件仍在使用。"});

constexpr auto kSystemsDone = std::to_array<std::string_view>({
    "全面推行行政执法“三项制度”，公示执法信息{20-160}条，记录执法过程{40-300}次，法制审核重大决定{1-9}件。",
    "落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，配备执法记录仪{4-16}台。",
    "{8-22}名执法人员全部持证上岗，全年办理行政处罚案件{6-48}件，无一起被撤销。"});
constexpr auto kSystemsPlanned = std::to_array<std::string_view>({
    "扎实推进行政执法“三项制度”，配齐记录设备，规范案卷制作。"});
constexpr auto kSystemsLacking = std::to_array<std::string_view>({
    "行政执法“三项制度”落实不够规范，全过程记录资料归档不及时。"});
constexpr auto kSystemsAbsent = std::to_array<std::string_view>({
    "重大执法决定法制审核制度还没有建立。"});

constexpr auto kOpennessDone = std::to_array<std::string_view>({
    "通过县政府网站{U}专栏主动公开信息{60-260}条，办理依申请公开{1-8}件，均在法定期限内答复。",
    "坚持党务、政务、村务公开，{V}个村公开栏每季度更新，惠农补贴逐户上墙。"});
constexpr auto kOpennessPlanned = std::to_array<std::string_view>({
    "深化政务公开，涉及群众切身利益的事项做到应公开尽公开。"});
constexpr auto kOpennessLacking = std::to_array<std::string_view>({
    "政务公开内容更新不及时，群众想看的看不到。"});

constexpr auto kMechanismDone = std::to_array<std::string_view>({
    "坚持和发展新时代“枫桥经验”，健全{镇}、村、组三级矛盾纠纷排查化解机制，配备人民调解员{40-130}名。",
    "{镇}综治中心实行一窗受理、分类流转、限时办结，每周会商研判一次，建立台账{V}本。",
    "在{村}设立“{说事|评理|拉家常}”调解室，由老支书、老教师轮流坐班，就地解决邻里矛盾。"});
constexpr auto kMechanismPlanned = std::to_array<std::string_view>({
    "健全矛盾纠纷多元化解机制，把问题解决在萌芽状态。"});
constexpr auto kMechanismLacking = std::to_array<std::string_view>({
    "矛盾纠纷排查化解机制运转不够顺畅，村级上报不及时。"});

constexpr auto kRateDone = std::to_array<std::string_view>({
    "全年共排查矛盾纠纷{T}起，成功化解{R}起，化解率{P}%，其中土地林权纠纷{9-30}起、婚姻家庭纠纷{8-29}起。",
    "人民调解委员会受理各类矛盾纠纷{T}件，调解成功{R}件，调解成功率达{P}%。",
    "{年}年，{全}排查调处矛盾纠纷{T}起，化解{R}起，未发生民转刑案件。"});
constexpr auto kRatePlanned = std::to_array<std::string_view>({
    "力争矛盾纠纷化解率保持在98%以上。"});
constexpr auto kRateLacking = std::to_array<std::string_view>({
    "仍有{2-9}起历史遗留的山林权属纠纷没有化解。"});

constexpr auto kServiceDone = std::to_array<std::string_view>({
    "{镇}公共法律服务工作站接待咨询{120-800}人次，代写法律文书{10-90}份，协助申请法律援助{4-36}件。",
    "为农民工讨薪、残疾人维权提供法律援助{5-32}件，挽回经济损失{12-260}.{1-9}万元。"});
constexpr auto kServicePlanned = std::to_array<std::string_view>({
    "完善公共法律服务体系，在{村}等{3-8}个村增设服务点。"});
constexpr auto kServiceLacking = std::to_array<std::string_view>({
    "公共法律服务资源不足，山区群众办事仍要跑到集镇。"});

constexpr auto kSupervisionDone = std::to_array<std::string_view>({
    "自觉接受人大监督，向{镇}人大主席团报告工作{1-3}次，办理代表建议{5-28}件，满意率100%。",
    "主动接受纪检监察、审计和群众监督，对反映的{2-12}个问题逐一整改到位。",
    "全年办理12345热线工单{60-420}件，按期办结率{96-99}.{1-9}%，回访满意率{92-98}%。"});
constexpr auto kSupervisionPlanned = std::to_array<std::string_view>({
    "主动接受人大监督和社会监督，每半年公布一次办理情况。"});
constexpr auto kSupervisionLacking = std::to_array<std::string_view>({
    "接受监督的渠道不宽，群众评议参与少。"});

constexpr auto kLeadership = std::to_array<Topic>({
    {kThoughtDone, kThoughtPlanned, kThoughtLacking, {}},
    {kGroupDone, kGroupPlanned, kGroupLacking, kGroupAbsent},
    {kAgendaDone, kAgendaPlanned, kAgendaLacking, {}},
    {kStudyDone, kStudyPlanned, kStudyLacking, {}},
    {kAssessmentDone, kAssessmentPlanned, {}, kAssessmentAbsent}});
constexpr auto kPublicity = std::to_array<Topic>({
    {kEighthDone, kEighthPlanned, kEighthLacking, {}},
    {kResponsibilityDone, kResponsibilityPlanned, kResponsibilityLacking, {}},
    {kActivitiesDone, kActivitiesPlanned, kActivitiesLacking, {}},
    {kKnowerDone, kKnowerPlanned, kKnowerLacking, {}}});
constexpr auto kDecision = std::to_array<Topic>({
    {kAdvisorDone, kAdvisorPlanned, kAdvisorLacking, kAdvisorAbsent},
    {kProcedureDone, kProcedurePlanned, kProcedureLacking, {}},
    {kDocumentsDone, kDocumentsPlanned, kDocumentsLacking, {}}});
constexpr auto kEnforcement = std::to_array<Topic>({
    {kSystemsDone, kSystemsPlanned, kSystemsLacking, kSystemsAbsent},
    {kOpennessDone, kOpennessPlanned, kOpennessLacking, {}},
    {kSupervisionDone, kSupervisionPlanned, kSupervisionLacking, {}}});
constexpr auto kDisputes = std::to_array<Topic>({
    {kMechanismDone, kMechanismPlanned, kMechanismLacking, {}},
    {kRateDone, kRatePlanned, kRateLacking, {}},
    {kServiceDone, kServicePlanned, kServiceLacking, {}}});

constexpr auto kLeadershipHeadings = std::to_array<std::string_view>(
    {"加强组织领导，压实法治建设责任", "强化政治引领，筑牢法治思想根基", "坚持高位推动，统筹法治工作", "学法在前，把责任链条拧紧"});
constexpr auto kPublicityHeadings = std::to_array<std::string_view>(
    {"深化法治宣传，营造尊法氛围", "把法律送到村头院坝", "聚焦重点人群，提升普法实效"});
constexpr auto kDecisionHeadings = std::to_array<std::string_view>(
    {"规范决策程序，推进依法决策", "把好决策关口，提升决策质量", "健全制度，科学民主依法决策"});
constexpr auto kEnforcementHeadings = std::to_array<std::string_view>(
    {"规范行政执法，强化权力监督", "严格规范公正文明执法", "阳光用权，主动接受监督"});
constexpr auto kDisputesHeadings = std::to_array<std::string_view>(
    {"化解矛盾纠纷，维护社会稳定", "坚持预防为先，把矛盾解在村口", "完善多元解纷，优化法律服务"});

constexpr auto kChapters = std::to_array<Chapter>({{kLeadershipHeadings, kLeadership},
                                                   {kDecisionHeadings, kDecision},
                                                   {kEnforcementHeadings, kEnforcement},
                                                   {kPublicityHeadings, kPublicity},
                                                   {kDisputesHeadings, kDisputes}});

}  // namespace

std::span<const Chapter> chapters() { return kChapters; }

}  // namespace fazhi::bench
