package seedbed.nomination;

/// What can be done with an entry.
enum Move {
  ENTERED("列入"),
  MOVED("改列年度"),
  APPLIED("已申报"),
  DROPPED("调出");

  private final String label;

  Move(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
