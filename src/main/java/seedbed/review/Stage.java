package seedbed.review;

/// Where a round stands.
enum Stage {
  /// Members, figures and verdicts are being written down.
  OPENING("建立中", ""),
  OPEN("进行中", "unknown"),
  CLOSED("已办结", "met"),
  CANCELLED("已作废", "");

  private final String label;
  private final String styleClass;

  Stage(String label, String styleClass) {
    this.label = label;
    this.styleClass = styleClass;
  }

  public String label() {
    return label;
  }

  public String styleClass() {
    return styleClass;
  }

  /// Whether it can be given up as a whole.
  boolean cancellable() {
    return switch (this) {
      case OPENING, OPEN -> true;
      case CLOSED, CANCELLED -> false;
    };
  }
}
