package seedbed.request;

import java.time.LocalDate;
import seedbed.criteria.RequestRules;

/// What may be done with a request on a day, and if not, why.
final class Course {
  private Course() {}

  sealed interface Ruling {}

  record Allowed() implements Ruling {}

  /// It stands elsewhere by now.
  record Elsewhere(String sentence) implements Ruling {}

  /// The rules have it otherwise; the sentence says what can be done instead.
  record Refused(String sentence) implements Ruling {}

  static Ruling of(Request request, Move move, LocalDate today, RequestRules rules) {
    if (!move.from(request.stage())) {
      return new Elsewhere(
          "这件诉求现在的环节是“%s”，不能“%s”。请先看过最新情况。".formatted(request.stage().label(), move.label()));
    }
    return switch (move) {
      case TRANSFER -> transfer(request, today, rules);
      case EXTEND -> extension(request, today, rules);
      case REOPEN -> reopening(request, today, rules);
      case SILENCE -> silent(request, today) ? new Allowed() : new Refused("企业确认期限未到，不能视为同意。");
      case RAISE,
          DIRECT,
          ROUTE,
          RECLASSIFY,
          ANSWER,
          DELIVER,
          AGREE,
          OBJECT,
          WITHDRAW,
          SUPPLEMENT,
          ESCALATE ->
          new Allowed();
    };
  }

  static boolean allows(Request request, Move move, LocalDate today, RequestRules rules) {
    return of(request, move, today, rules) instanceof Allowed;
  }

  private static Ruling transfer(Request request, LocalDate today, RequestRules rules) {
    if (request.transfers() >= rules.transfers()) {
      return new Refused("已转办 %d 次，不能再转办；确需改由他单位办理的，请联系培育办改派。".formatted(request.transfers()));
    }
    return request.overdue(today) ? late(request, "转办") : new Allowed();
  }

  private static Ruling extension(Request request, LocalDate today, RequestRules rules) {
    if (request.extensions() >= rules.extensions()) {
      return new Refused("已延期 %d 次，不能再延期；请先答复目前的进展。".formatted(request.extensions()));
    }
    return request.overdue(today) ? late(request, "延期") : new Allowed();
  }

  // What is late stays late: nobody gets rid of that by handing on or putting off.
  private static Ruling late(Request request, String what) {
    return new Refused(
        "承诺日期 %s 已过，不能%s。请先答复目前的进展；确需改由他单位办理的，请联系培育办改派。".formatted(request.dueOn(), what));
  }

  private static Ruling reopening(Request request, LocalDate today, RequestRules rules) {
    LocalDate last = request.since().plusDays(rules.reopenDays());
    return today.isAfter(last)
        ? new Refused("办结已超过 %d 天，不能再要求重新办理；请提出一件新的诉求。".formatted(rules.reopenDays()))
        : new Allowed();
  }

  private static boolean silent(Request request, LocalDate today) {
    LocalDate due = request.dueOn();
    return due != null && today.isAfter(due);
  }
}
