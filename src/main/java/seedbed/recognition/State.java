package seedbed.recognition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a title stands on a day. Nobody sets it: it follows from dated rows.
public enum State {
  VALID("有效", "met"),
  DUE("待复核", "unknown"),
  IN_RENEWAL("复核中", "unknown"),
  LAPSED("到期", ""),
  REVOKED("撤销", "not"),
  GIVEN_UP("放弃", ""),
  /// Out of a pool by decision; it can come back by a new admission.
  REMOVED("调出", ""),
  /// Ended early by a document that nobody recorded as one of the above.
  ENDED("终止", ""),
  /// No document proves that it still is in force.
  UNCLEAR("待核", "unknown");

  private final String label;
  private final String styleClass;

  State(String label, String styleClass) {
    this.label = label;
    this.styleClass = styleClass;
  }

  public String label() {
    return label;
  }

  public String styleClass() {
    return styleClass;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the title is still in force.
  public boolean held() {
    return this == VALID || this == DUE || this == IN_RENEWAL;
  }

  static Optional<State> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
