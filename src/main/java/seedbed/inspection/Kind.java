package seedbed.inspection;

/// The three kinds of inspections; the yearly limit covers all of them.
enum Kind implements Coded {
  ROUTINE("日常检查"),
  CASE("个案检查"),
  SPECIAL("专项检查");

  private final String label;

  Kind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
