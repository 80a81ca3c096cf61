package seedbed.company;

import java.util.Locale;

/// The class of criteria a company is measured by.
public enum Track {
  MANUFACTURING("制造类"),
  INNOVATION("创新类");

  private final String label;

  Track(String label) {
    this.label = label;
  }

  /// The word checklists and the API use.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }
}
