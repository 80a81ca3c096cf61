package seedbed.access;

import java.util.Arrays;
import java.util.Optional;

/// What an account is for; its code is part of the fixed contract.
public enum Role {
  OFFICE("office", "培育办"),
  TOWNSHIP("township", "镇（区、街道）"),
  DEPARTMENT("department", "责任部门"),
  LEADER("leader", "挂钩领导"),
  COMPANY("company", "企业"),
  INSPECTOR("inspector", "检查人员"),
  ADMIN("admin", "系统管理员"),
  AUDITOR("auditor", "审计员");

  private final String code;
  private final String label;

  Role(String code, String label) {
    this.code = code;
    this.label = label;
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
  }
}
