package seedbed.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody can do. Every route is one of these, by `access/routes.txt`; who may, and how far
/// it goes, says `access/acts.txt`.
public enum Act {
  SIGN_IN("登录"),
  OPEN_FIRST_PAGE("打开首页"),
  KEEP_OWN_ACCOUNT("管理本人账号"),
  SEE_INBOX("查看本人消息"),
  SEE_OVERVIEW("查看工作台"),
  SEE_COMPANIES("查看企业和判定"),
  SEE_PORTFOLIO("查看挂钩企业"),
  EXPORT_COMPANIES("导出企业名单"),
  TRY_FIGURES("试算"),
  SEE_STANDARDS("查看标准清单"),
  DRAFT_EDITION("起草标准版本"),
  PUBLISH_EDITION("发布标准版本"),
  SEE_IMPACT("查看标准变化的影响"),
  RUN_ASSESSMENT("停止或继续全库判定", SEE_OVERVIEW),
  IMPORT("导入数据"),
  CONFIRM_FACTS("核实数据"),
  SEE_APPLICATIONS("查看入库申请"),
  APPLY("申请入库", SEE_APPLICATIONS),
  REVIEW_APPLICATION("初审入库申请", SEE_APPLICATIONS),
  CHECK_APPLICATION("核实入库申请", SEE_APPLICATIONS),
  DECIDE_APPLICATION("审定入库申请", SEE_APPLICATIONS),
  SEE_SHEETS("查看填报表"),
  EXPORT_SHEETS("导出填报进度", SEE_SHEETS),
  FILL_SHEET("填写填报表", SEE_SHEETS),
  VERIFY_SHEET("核对填报表", SEE_SHEETS),
  DECIDE_CORRECTION("办理更正申请", SEE_SHEETS),
  SEE_DOSSIER("查看一企一册", SEE_COMPANIES),
  SEE_PLANS("查看培育方案"),
  EXPORT_PLANS("导出培育方案", SEE_PLANS),
  WRITE_PLAN("编制培育方案", SEE_PLANS),
  REVIEW_PLAN("审核培育方案", SEE_PLANS),
  APPROVE_PLAN("审定培育方案", SEE_PLANS),
  SEE_REQUESTS("查看诉求"),
  EXPORT_REQUESTS("导出诉求", SEE_REQUESTS),
  COUNT_REQUESTS("查看诉求统计", SEE_REQUESTS),
  RAISE_REQUEST("提出诉求", SEE_REQUESTS),
  SUPPLEMENT_REQUEST("补充说明诉求", SEE_REQUESTS),
  ROUTE_REQUEST("分办诉求", SEE_REQUESTS),
  HANDLE_REQUEST("办理诉求", SEE_REQUESTS),
  CONCLUDE_REQUEST("确认诉求办理结果", SEE_REQUESTS),
  SEE_TITLES("查看企业称号库"),
  EXPORT_TITLES("导出企业称号"),
  KEEP_TITLES("登记称号变动", SEE_TITLES),
  UPDATE_TITLE("登记年度更新", SEE_TITLES),
  REPORT_CHANGE("登记重大变化", SEE_TITLES),
  SEE_REWARDS("查看奖励兑现"),
  EXPORT_REWARDS("导出奖励兑现", SEE_REWARDS),
  KEEP_REWARDS("登记奖励兑现", SEE_REWARDS),
  SEE_REVIEWS("查看动态管理"),
  EXPORT_REVIEWS("导出动态管理结果", SEE_REVIEWS),
  ADVISE_REVIEW("提出动态管理意见", SEE_REVIEWS),
  KEEP_REVIEWS("组织动态管理并作出决定", SEE_REVIEWS),
  SEE_NOMINATIONS("查看申报计划"),
  EXPORT_NOMINATIONS("导出申报计划", SEE_NOMINATIONS),
  KEEP_NOMINATIONS("编制申报计划", SEE_NOMINATIONS),
  SEE_BULLETINS("查看信息通报"),
  KEEP_BULLETINS("编制和印发信息通报", SEE_BULLETINS),
  SEE_MEETINGS("查看联席会议"),
  KEEP_MEETINGS("组织联席会议", SEE_MEETINGS),
  SEE_DECISIONS("查看会议议定事项"),
  REPORT_DECISION("报告议定事项进展", SEE_DECISIONS),
  CLOSE_DECISION("议定事项销号", SEE_DECISIONS),
  SEE_ARCHIVE("查看档案"),
  KEEP_ARCHIVE("登记和管理档案", SEE_ARCHIVE),
  SEE_EVIDENCE("查看佐证材料"),
  KEEP_EVIDENCE("上传和撤下佐证材料", SEE_EVIDENCE),
  LOOK_UP_COMPANY("检查前查询企业"),
  SEE_INSPECTIONS("查看检查报备"),
  EXPORT_INSPECTIONS("导出检查报备", SEE_INSPECTIONS),
  FILE_INSPECTION("检查前报备和报送结论", SEE_INSPECTIONS),
  ANSWER_INSPECTION("签收、评价和投诉检查", SEE_INSPECTIONS),
  SEE_RATINGS("查看检查评价", SEE_INSPECTIONS),
  PRINT_INSPECTION_CODE("打印企业检查码", SEE_COMPANIES),
  INVITE_COMPANY("邀请企业开通账号", SEE_COMPANIES),
  SEE_ASSIGNMENTS("查看挂钩安排"),
  EXPORT_ASSIGNMENTS("导出挂钩安排", SEE_ASSIGNMENTS),
  KEEP_PORTFOLIO("安排挂钩", SEE_ASSIGNMENTS),
  KEEP_AIDES("指定联络员"),
  SEE_VISITS("查看走访记录"),
  EXPORT_VISITS("导出走访记录", SEE_VISITS),
  RECORD_VISIT("记录走访", SEE_VISITS),
  KEEP_ACCOUNTS("管理账号"),
  SEE_SYSTEM("查看运行状况"),
  READ_TRAIL("查阅审计记录"),
  SEE_OBLIGATIONS("查看应报事项"),
  SEE_OBLIGATION_RATES("查看按时率", SEE_OBLIGATIONS),
  EXCUSE_OBLIGATION("决定免报", SEE_OBLIGATIONS),
  SEE_REMINDERS("查看收到的提醒"),
  SEE_REMINDER_RULES("查看提醒规则"),
  KEEP_REMINDER_RULES("修改提醒规则", SEE_REMINDER_RULES),
  SEE_WORKING_DAYS("查看工作日"),
  KEEP_WORKING_DAYS("录入放假安排", SEE_WORKING_DAYS),
  SEE_DELIVERIES("查看提醒发送情况");

  private final String label;
  private final @Nullable Act seeing;

  Act(String label) {
    this(label, null);
  }

  Act(String label, @Nullable Act seeing) {
    this.label = label;
    this.seeing = seeing;
  }

  public String label() {
    return label;
  }

  /// As the tables write it.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The act whose holders know that this one exists; others are told that there is no such thing.
  Optional<Act> seeing() {
    return Optional.ofNullable(seeing);
  }

  static Optional<Act> of(String code) {
    return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
  }
}
