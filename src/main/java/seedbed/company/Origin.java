package seedbed.company;

import java.util.Locale;

/// How a company came into the pool's books.
public enum Origin {
  /// A source document names it.
  DOCUMENT("文件所列企业"),
  IMPORT("导入企业"),
  /// It is fictitious.
  DEMO("示例企业");

  private final String label;

  Origin(String label) {
    this.label = label;
  }

  /// The word addresses use.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }
}
