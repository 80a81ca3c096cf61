package seedbed.obligation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How it stands with something that is due.
public enum State {
  ON_TIME("按时", "met"),
  LATE("迟报", "unknown"),
  MISSING("未报", "not"),
  EXCUSED("免报", ""),
  /// Handed in, or asked for, without being owed.
  NOT_OWED("不应报", "");

  /// Of the columns that every kind answers.
  static final String SQL =
      """
      CASE
        WHEN o.owed = 0 THEN 'NOT_OWED'
        WHEN o.excuse IS NOT NULL THEN 'EXCUSED'
        WHEN o.done_on IS NULL THEN 'MISSING'
        WHEN o.done_on <= o.due_on THEN 'ON_TIME'
        ELSE 'LATE'
      END\
      """;

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

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<State> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
