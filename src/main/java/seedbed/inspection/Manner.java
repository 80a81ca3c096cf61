package seedbed.inspection;

/// Whether officers come into the company.
enum Manner implements Coded {
  SITE("现场检查"),
  REMOTE("非现场检查");

  private final String label;

  Manner(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
