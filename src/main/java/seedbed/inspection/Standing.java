package seedbed.inspection;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far an inspection has come; it follows from what was filed and concluded, and from the day.
enum Standing {
  DRAFT("draft", "草稿", "", "f.inspection_id IS NULL", 0),
  WAITING(
      "waiting",
      "待检查",
      "",
      "f.inspection_id IS NOT NULL AND k.inspection_id IS NULL AND COALESCE(m.moved_to,"
          + " f.planned_on) > ?",
      1),
  OPEN(
      "open",
      "待反馈结论",
      "unknown",
      "k.inspection_id IS NULL AND COALESCE(m.moved_to, f.planned_on) <= ? AND COALESCE(m.due_on,"
          + " f.due_on) >= ?",
      2),
  LATE("late", "逾期未报告", "not", "k.inspection_id IS NULL AND COALESCE(m.due_on, f.due_on) < ?", 1),
  DONE("done", "已办结", "met", "k.inspection_id IS NOT NULL", 0);

  private final String code;
  private final String label;
  private final String styleClass;
  private final String condition;
  private final int days;

  Standing(String code, String label, String styleClass, String condition, int days) {
    this.code = code;
    this.label = label;
    this.styleClass = styleClass;
    this.condition = condition;
    this.days = days;
  }

  /// @param planned the day of the visit; null while nothing was filed
  /// @param due by when the conclusion is due
  /// @param concluded whether there is one
  static Standing of(
      @Nullable LocalDate planned, @Nullable LocalDate due, boolean concluded, LocalDate today) {
    if (planned == null || due == null) {
      return DRAFT;
    }
    if (concluded) {
      return DONE;
    }
    if (planned.isAfter(today)) {
      return WAITING;
    }
    return due.isBefore(today) ? LATE : OPEN;
  }

  static Optional<Standing> of(String code) {
    for (Standing standing : values()) {
      if (standing.code.equals(code)) {
        return Optional.of(standing);
      }
    }
    return Optional.empty();
  }

  public String code() {
    return code;
  }

  public String label() {
    return label;
  }

  public String styleClass() {
    return styleClass;
  }

  /// The same of the filing `f`, its last move `m` and the conclusion `k`; its question marks stand
  /// for [#parameters].
  String condition() {
    return condition;
  }

  List<Object> parameters(LocalDate today) {
    return Collections.nCopies(days, today);
  }
}
