package seedbed.inspection;

/// What is done about a problem.
enum Disposition implements Coded {
  CORRECT("整改", false),
  ORDER("责令限期改正", false),
  WARN("警告或通报", false),
  FINE("罚款", true),
  STOP("停产停业", true),
  PUBLISH("上网公示", true),
  TRANSFER("移送有权机关", false),
  NOTHING("不予处罚", false);

  private final String label;
  private final boolean harsh;

  Disposition(String label, boolean harsh) {
    this.label = label;
    this.harsh = harsh;
  }

  @Override
  public String label() {
    return label;
  }

  /// What the city plan asks to avoid at a first finding: 停产、罚款、上网.
  boolean harsh() {
    return harsh;
  }
}
