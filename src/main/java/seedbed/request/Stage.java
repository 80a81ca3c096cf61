package seedbed.request;

/// Where a request stands, and whose turn it is.
enum Stage {
  RAISED("待分办", "培育办", "分办", "unknown"),
  HANDLING("办理中", "办理部门", "办理", ""),
  ANSWERED("待企业确认", "企业", "确认", "unknown"),
  CLOSED("已办结", "", "", "met"),
  WITHDRAWN("已撤回", "", "", "");

  private final String label;
  private final String owner;
  private final String duty;
  private final String styleClass;

  Stage(String label, String owner, String duty, String styleClass) {
    this.label = label;
    this.owner = owner;
    this.duty = duty;
    this.styleClass = styleClass;
  }

  public String label() {
    return label;
  }

  /// Empty when it is over.
  public String owner() {
    return owner;
  }

  /// What the owner has to do.
  public String duty() {
    return duty;
  }

  public String styleClass() {
    return styleClass;
  }

  /// Whether an answer is owed; then its day can pass.
  boolean owed() {
    return this == RAISED || this == HANDLING;
  }

  boolean over() {
    return this == CLOSED || this == WITHDRAWN;
  }
}
