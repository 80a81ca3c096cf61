package seedbed.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.criteria.RequestRules;
import seedbed.web.Refusal;

/// What the office and departments do with a request.
@Singleton
class Handling {

  private final RequestMoves moves;
  private final RequestRules rules;
  private final Clock clock;

  Handling(RequestMoves moves, RequestRules rules, Clock clock) {
    this.moves = moves;
    this.rules = rules;
    this.clock = clock;
  }

  /// To whom a request goes, and as what.
  ///
  /// @param kind null for the one that it has
  /// @param promised by when it is answered; null for what its kind is given, or for the day that
  ///   was promised before
  record Routing(String unit, @Nullable String kind, @Nullable LocalDate promised) {

    Request classify(Request request) {
      return kind == null ? request : request.reclassified(kind);
    }

    boolean reclassifies(Request request) {
      return kind != null && !kind.equals(request.kind());
    }
  }

  /// Gives it to a unit, or with a reason to another one; with the kind put right it can stay where
  /// it is.
  Request route(Request request, Routing to, Said said, Caller by) {
    LocalDate today = LocalDate.now(clock);
    requireKnown(to);
    LocalDate promised = to.promised();
    LocalDate before = request.stage() == Stage.HANDLING ? request.dueOn() : null;
    if (before != null && to.unit().equals(request.unit()) && to.reclassifies(request)) {
      return reclassify(request, to, said, by);
    }
    if (before != null) {
      requireOther(to.unit(), request);
      requireWords(said, "请写明为什么改派；改变承诺日期的，一并写明理由，企业会看到。");
      if (promised == null && request.overdue(today)) {
        throw new Refusal.Invalid("day", "原承诺日期 %s 已过，请写明新的承诺日期。".formatted(before));
      }
    }
    LocalDate usual =
        before == null ? today.plusDays(rules.days(to.classify(request).kind())) : before;
    LocalDate day = promised == null ? usual : promised;
    if (day.isBefore(today) || day.isAfter(today.plusDays(rules.longestDays()))) {
      throw new Refusal.Invalid(
          "day",
          "承诺日期应在今天至 %s 之间（最长 %d 天）。"
              .formatted(today.plusDays(rules.longestDays()), rules.longestDays()));
    }
    return moves.make(
        request, Move.ROUTE, each -> to.classify(each).routed(to.unit(), day, today), said, by);
  }

  // Whoever has it keeps it with the day that was promised, so that nothing late begins anew.
  private Request reclassify(Request request, Routing to, Said said, Caller by) {
    requireWords(said, "请写明为什么更正类别，企业会看到。");
    LocalDate promised = to.promised();
    if (promised != null && !promised.equals(request.dueOn())) {
      throw new Refusal.Invalid(
          "day", "仍由%s办理、只更正类别的，承诺日期 %s 不变，请清空承诺答复日期。".formatted(request.unit(), request.dueOn()));
    }
    return moves.make(request, Move.RECLASSIFY, to::classify, said, by);
  }

  /// The day that was promised stays.
  Request transfer(Request request, Routing to, Said said, Caller by) {
    requireKnown(to);
    requireOther(to.unit(), request);
    requireWords(said, "请写明为什么转办、应由对方办理哪一部分。");
    LocalDate today = LocalDate.now(clock);
    return moves.make(
        request, Move.TRANSFER, each -> to.classify(each).transferred(to.unit(), today), said, by);
  }

  Request extend(Request request, LocalDate until, Said said, Caller by) {
    requireWords(said, "请写明延期的理由，企业会看到。");
    LocalDate due = request.dueOn();
    if (due != null && request.stage() == Stage.HANDLING) {
      LocalDate last = due.plusDays(rules.extensionDays());
      if (!until.isAfter(due) || until.isAfter(last)) {
        throw new Refusal.Invalid(
            "day", "新的承诺日期应晚于 %s，最迟 %s（每次最多延 %d 天）。".formatted(due, last, rules.extensionDays()));
      }
    }
    LocalDate today = LocalDate.now(clock);
    return moves.make(request, Move.EXTEND, each -> each.extended(until, today), said, by);
  }

  Request answer(Request request, Said said, Caller by) {
    requireWords(said, "请写明办理结果：做了什么、解决到什么程度、不能解决的说明政策依据。");
    LocalDate today = LocalDate.now(clock);
    return moves.make(
        request,
        Move.ANSWER,
        each -> each.answered(today, today.plusDays(rules.silenceDays())),
        said,
        by);
  }

  private void requireKnown(Routing to) {
    if (!rules.units().contains(to.unit())) {
      throw new Refusal.Invalid("unit", "请选择办理单位。");
    }
    String kind = to.kind();
    if (kind != null && rules.kind(kind).isEmpty()) {
      throw new Refusal.Invalid("kind", "请选择诉求类别。");
    }
  }

  private static void requireOther(String unit, Request request) {
    if (unit.equals(request.unit())) {
      throw new Refusal.Invalid("unit", "诉求现在就由" + unit + "办理，请选择另一个单位。");
    }
  }

  private static void requireWords(Said said, String sentence) {
    if (said.words() == null) {
      throw new Refusal.Invalid("words", sentence);
    }
  }
}
