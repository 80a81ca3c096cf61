package seedbed.obligation;

import java.util.Optional;
import seedbed.access.Role;

/// Who owes something: a role, tied to the company by region, by unit or by being its own.
public enum Owner {
  COMPANY("企业", Role.COMPANY),
  TOWNSHIP("镇（街道）", Role.TOWNSHIP),
  OFFICE("培育办", Role.OFFICE),
  DEPARTMENT("责任部门", Role.DEPARTMENT),
  INSPECTOR("检查单位", Role.INSPECTOR),
  LEADER("挂钩领导", Role.LEADER);

  private final String label;
  private final Role role;

  Owner(String label, Role role) {
    this.label = label;
    this.role = role;
  }

  public String label() {
    return label;
  }

  public Role role() {
    return role;
  }

  static Optional<Owner> of(Role role) {
    for (Owner owner : values()) {
      if (owner.role == role) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }
}
