package seedbed.bulletin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a company is in a list behind a number.
enum Mark {
  STAYED("期初已有", ""),
  WON("本期新增", "met"),
  LOST("本期减少", "not"),
  ON_TIME("按时", "met"),
  LATE("逾期报送", "unknown"),
  MISSING("未报", "not"),
  APPROVED("已批准", "met"),
  UNDER_WAY("编制或审核中", "unknown"),
  NONE("未编制", "not"),
  DONE("本期完成", "met"),
  OVERDUE("逾期未完成", "not"),
  REPORTED("已报", "met"),
  AGREED("企业确认", "met"),
  SILENT("视为同意", ""),
  OPEN("期末在办", "unknown"),
  TAKEN_BACK("企业撤回", ""),
  VISITED("已走访", "met"),
  UNVISITED("未走访", "not"),
  FILED("事先报备", "met"),
  AFTERWARDS("先查后报", "unknown"),
  FOUND("发现问题", "unknown"),
  CLEAN("没有发现问题", "met"),
  EXCUSED("免报", ""),
  ADDED("补记", ""),
  WITHDRAWN("更正", "unknown");

  private final String label;
  private final String styleClass;

  Mark(String label, String styleClass) {
    this.label = label;
    this.styleClass = styleClass;
  }

  String label() {
    return label;
  }

  String styleClass() {
    return styleClass;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Mark> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
