package seedbed.archive;

/// A kind of official document that is numbered by itself, each year from 1 on.
public enum Series {
  /// What a yearly review of a pool decided.
  REVIEW("动管档"),
  /// What was decided about a closed review afterwards.
  SUPPLEMENT("动管补档");

  private final String label;

  Series(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
