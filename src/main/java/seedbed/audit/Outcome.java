package seedbed.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a deed ended, by the status of its answer.
enum Outcome {
  DONE("已办理", "met", "e.result < 400"),
  REFUSED("被拒绝", "not", "e.result IN (401, 403, 404, 429)"),
  INVALID(
      "未通过检查", "unknown", "e.result BETWEEN 400 AND 499 AND e.result NOT IN (401, 403, 404, 429)"),
  FAILED("程序出错", "not", "e.result >= 500"),
  UNKNOWN("结果不明", "unknown", "e.result IS NULL");

  private final String label;
  private final String styleClass;
  private final String condition;

  Outcome(String label, String styleClass, String condition) {
    this.label = label;
    this.styleClass = styleClass;
    this.condition = condition;
  }

  String label() {
    return label;
  }

  String styleClass() {
    return styleClass;
  }

  /// As SQL over the entry `e`, of constants alone.
  String condition() {
    return condition;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Outcome> of(String code) {
    return Arrays.stream(values()).filter(outcome -> outcome.code().equals(code)).findFirst();
  }

  static Outcome of(@Nullable Integer result) {
    return switch (result) {
      case null -> UNKNOWN;
      case Integer status when status < 400 -> DONE;
      case 401, 403, 404, 429 -> REFUSED;
      case Integer status when status < 500 -> INVALID;
      case Integer _ -> FAILED;
    };
  }
}
