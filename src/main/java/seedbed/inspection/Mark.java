package seedbed.inspection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import seedbed.access.Role;

/// What is remarkable about an inspection that was filed, as lists and statistics count it.
enum Mark {
  AFTERWARDS("afterwards", "先查后报", "f.afterwards = TRUE"),
  EXEMPT("exempt", "免于事先报备", "f.exemption IS NOT NULL"),
  OVER("over", "超过频次上限", "f.counts = TRUE AND f.count_before >= f.year_limit"),
  UNPLANNED("unplanned", "上限未知", "f.inspection_id IS NOT NULL AND f.year_limit IS NULL"),
  REPORTED_LATE("reported-late", "逾期报送", "k.late = TRUE"),
  OFF_DAYS("off-days", "结束日期与报备不符", "k.off_days = TRUE"),
  PROBLEMS("problems", "发现问题", "k.problems > 0"),
  UNRECEIVED(
      "unreceived",
      "企业待签收",
      "k.inspection_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM inspection_answer a WHERE"
          + " a.inspection_id = i.id AND a.kind = 'RECEIPT')"),
  COMPLAINT(
      "complaint",
      "企业投诉",
      "EXISTS (SELECT 1 FROM inspection_answer a WHERE a.inspection_id = i.id AND a.kind ="
          + " 'COMPLAINT')");

  private final String code;
  private final String label;
  private final String condition;

  Mark(String code, String label, String condition) {
    this.code = code;
    this.label = label;
    this.condition = condition;
  }

  static Optional<Mark> of(String code) {
    for (Mark mark : values()) {
      if (mark.code.equals(code)) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }

  /// Those that a role may ask for. Who complained is for the office and the company alone: it must
  /// be able to complain without the inspectors learning of it.
  static List<Mark> of(Role role) {
    return Stream.of(values())
        .filter(mark -> mark != COMPLAINT || role == Role.OFFICE || role == Role.COMPANY)
        .toList();
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  String condition() {
    return condition;
  }
}
