package seedbed.admission;

/// Where an application stands, and who has to act on it.
enum Stage {
  DRAFT("填写中", "企业"),
  TOWNSHIP("镇（街道）初审", "镇（街道）"),
  DEPARTMENTS("部门核实", "责任部门"),
  OFFICE("审定", "培育办"),
  NOTICE("公示", "培育办"),
  RETURNED("退回修改", "企业"),
  WITHDRAWN("已撤回", "企业"),
  ADMITTED("已入库", "");

  private final String label;
  private final String owner;

  Stage(String label, String owner) {
    this.label = label;
    this.owner = owner;
  }

  public String label() {
    return label;
  }

  /// Whose turn it is; empty when it is over.
  public String owner() {
    return owner;
  }

  /// Whether the company may still change what it says.
  boolean writable() {
    return switch (this) {
      case DRAFT, RETURNED, WITHDRAWN -> true;
      case TOWNSHIP, DEPARTMENTS, OFFICE, NOTICE, ADMITTED -> false;
    };
  }

  boolean over() {
    return this == ADMITTED;
  }
}
