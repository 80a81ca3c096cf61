package seedbed.sheet;

/// Where a yearly sheet stands, and who has to act on it.
enum Stage {
  DRAFT("填写中", "企业"),
  TOWNSHIP("已提交，镇（街道）核对", "镇（街道）"),
  RETURNED("退回修改", "企业"),
  CONFIRMED("已确认", "");

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
  public boolean writable() {
    return this == DRAFT || this == RETURNED;
  }

  public boolean over() {
    return this == CONFIRMED;
  }

  /// How it is marked in lists.
  public String styleClass() {
    return switch (this) {
      case DRAFT -> "";
      case TOWNSHIP, RETURNED -> "unknown";
      case CONFIRMED -> "met";
    };
  }
}
