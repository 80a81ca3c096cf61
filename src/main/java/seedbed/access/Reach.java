package seedbed.access;

/// How far an act of a role goes.
public enum Reach {
  /// Not at all.
  NONE("不可"),
  /// The companies of the account's region and everything below it.
  REGION("本地区"),
  /// The companies linked to the account today.
  PORTFOLIO("挂钩企业"),
  /// The account's own company.
  COMPANY("本企业"),
  /// What belongs to the account's own unit.
  UNIT("本单位"),
  /// What has no owner: published standards, the account itself, the system.
  ALL("全部");

  private final String label;

  Reach(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
