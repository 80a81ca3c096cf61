package seedbed.bulletin;

/// How far a bulletin has come.
enum Stage {
  DRAFT("编制中", "unknown"),
  ISSUED("已印发", "met");

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
}
