package seedbed.meeting;

/// How far a meeting has come.
enum Stage {
  DRAFT("拟议程", "unknown"),
  FROZEN("议程已定，待印发纪要", "unknown"),
  ISSUED("纪要已印发", "met");

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
