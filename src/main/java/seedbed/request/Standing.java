package seedbed.request;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import seedbed.criteria.RequestRules.Level;

/// Which requests a list shows. Lists, counts and statistics take the same conditions, so that
/// every number leads to as many lines.
enum Standing {
  OPEN("open", "未办结", "q.stage IN ('RAISED', 'HANDLING', 'ANSWERED')"),
  RAISED("raised", "待分办", "q.stage = 'RAISED'"),
  HANDLING("handling", "办理中", "q.stage = 'HANDLING'"),
  OVERDUE("overdue", "已逾期", "q.stage IN ('RAISED', 'HANDLING') AND q.due_on < ?"),
  ESCALATED("escalated", "已升级", "q.stage IN ('RAISED', 'HANDLING') AND q.due_on <= ?"),
  AT_OFFICE(
      "at-office",
      "已升级至培育办及以上",
      "((q.stage = 'RAISED' AND q.due_on <= ?) OR (q.stage = 'HANDLING' AND q.due_on <= ?))"),
  ANSWERED("answered", "待企业确认", "q.stage = 'ANSWERED'"),
  CLOSED("closed", "已办结", "q.stage = 'CLOSED'"),
  SILENT("silent", "视为同意", "q.closing = 'SILENT'"),
  REOPENED("reopened", "重新办理过", "q.reopened > 0"),
  WITHDRAWN("withdrawn", "已撤回", "q.stage = 'WITHDRAWN'"),
  PUNCTUAL(
      "punctual",
      "按时答复",
      "q.first_answered_on IS NOT NULL AND NOT q.late AND NOT (q.stage IN ('RAISED', 'HANDLING')"
          + " AND q.due_on < ?)"),
  LATE("late", "曾逾期", "(q.late OR (q.stage IN ('RAISED', 'HANDLING') AND q.due_on < ?))"),
  RATED("rated", "已评价", "q.satisfaction IS NOT NULL");

  /// Those that the list offers; the others are led to from numbers.
  static final List<Standing> OFFERED =
      List.of(RAISED, HANDLING, OVERDUE, ESCALATED, ANSWERED, CLOSED, SILENT, REOPENED, WITHDRAWN);

  private final String code;
  private final String label;
  private final String condition;

  Standing(String code, String label, String condition) {
    this.code = code;
    this.label = label;
    this.condition = condition;
  }

  static Optional<Standing> of(String code) {
    return Stream.of(values()).filter(each -> each.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  /// About `request q`.
  String condition() {
    return condition;
  }

  /// What its question marks stand for.
  List<Object> parameters(LocalDate today, List<Level> levels) {
    return switch (this) {
      case OVERDUE, PUNCTUAL, LATE -> List.of(today);
      case ESCALATED -> List.of(Escalation.reachedAnybody(today, levels));
      case AT_OFFICE ->
          List.of(
              Escalation.reachedAnybody(today, levels), Escalation.reachedOffice(today, levels));
      case OPEN, RAISED, HANDLING, ANSWERED, CLOSED, SILENT, REOPENED, WITHDRAWN, RATED ->
          Collections.emptyList();
    };
  }
}
