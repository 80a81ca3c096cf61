package seedbed.portfolio;

import java.util.Arrays;
import java.util.Optional;

/// Who looks after companies of the pool, by 皋政办发〔2021〕87号 四（二）: leaders of the four bodies, heads
/// of towns, departments. A company has at most one of each kind at a time.
public enum AssignmentKind {
  LEADER("leader", "四套班子领导"),
  TOWN("town", "镇（区、街道）主要领导"),
  DEPARTMENT("department", "责任部门");

  private final String code;
  private final String label;

  AssignmentKind(String code, String label) {
    this.code = code;
    this.label = label;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  static Optional<AssignmentKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
