package seedbed.plan;

/// Where a version of a plan stands, and who has to act on it.
enum Stage {
  DRAFT("编制中", "企业"),
  TOWNSHIP("镇（街道）审核", "镇（街道）"),
  OFFICE("培育办审定", "培育办"),
  RETURNED("已退回", ""),
  APPROVED("已批准", ""),
  ABANDONED("已放弃", "");

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

  public boolean over() {
    return this == RETURNED || this == APPROVED || this == ABANDONED;
  }

  /// Whether nobody but its company reads what it says: a draft, until it is handed in.
  boolean closed() {
    return this == DRAFT || this == ABANDONED;
  }

  /// How it is marked in lists.
  public String styleClass() {
    return switch (this) {
      case DRAFT, ABANDONED -> "";
      case TOWNSHIP, OFFICE -> "unknown";
      case RETURNED -> "not";
      case APPROVED -> "met";
    };
  }
}
