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
  SEE_TITLES("查看企业称号库"),
  EXPORT_TITLES("导出企业称号"),
  KEEP_TITLES("登记称号变动", SEE_TITLES),
  UPDATE_TITLE("登记年度更新", SEE_TITLES),
  REPORT_CHANGE("登记重大变化", SEE_TITLES),
  SEE_REVIEWS("查看动态管理"),
  EXPORT_REVIEWS("导出动态管理结果", SEE_REVIEWS),
  ADVISE_REVIEW("提出动态管理意见", SEE_REVIEWS),
  KEEP_REVIEWS("组织动态管理并作出决定", SEE_REVIEWS),
  SEE_EVIDENCE("查看佐证材料"),
  KEEP_EVIDENCE("上传和撤下佐证材料", SEE_EVIDENCE),
  LOOK_UP_COMPANY("检查前查询企业"),
  INVITE_COMPANY("邀请企业开通账号", SEE_COMPANIES),
  KEEP_PORTFOLIO("安排挂钩", SEE_COMPANIES),
  KEEP_ACCOUNTS("管理账号"),
  SEE_SYSTEM("查看运行状况"),
  READ_TRAIL("查阅审计记录");

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
