package seedbed.drafting;

/// Where a draft stands.
enum Stage {
  DRAFTING("起草中"),
  PROPOSED("待他人发布"),
  ISSUED("已发布"),
  DISCARDED("已作废");

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /// Whether it can still become an edition.
  boolean open() {
    return this == DRAFTING || this == PROPOSED;
  }
}
