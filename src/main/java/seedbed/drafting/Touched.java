package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Impact;
import seedbed.assessment.ImpactReason;
import seedbed.assessment.PoolImpact;
import seedbed.company.CompanyNames;
import seedbed.company.Known;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Truth;
import seedbed.web.Address;
import seedbed.web.Progress;

/// The companies for which a draft would change the answer.
@Singleton
class Touched {
  private static final int SHOWN = 100;

  private final PoolImpact pool;
  private final CompanyNames names;
  private final Clock clock;

  Touched(PoolImpact pool, CompanyNames names, Clock clock) {
    this.pool = pool;
    this.names = names;
    this.clock = clock;
  }

  /// How an answer changes.
  enum Turn {
    NEWLY_MEETS("newly-meets", "新达标", "met"),
    FALLS_OUT("falls-out", "不再达标", "not"),
    BECOMES_UNKNOWN("becomes-unknown", "变为待定", "unknown"),
    BECOMES_DECIDED("becomes-decided", "由待定变为可判定", "");

    private final String code;
    private final String label;
    private final String styleClass;

    Turn(String code, String label, String styleClass) {
      this.code = code;
      this.label = label;
      this.styleClass = styleClass;
    }

    boolean holds(Impact.Affected affected) {
      var from = affected.from().truth();
      var to = affected.to().truth();
      return switch (this) {
        case NEWLY_MEETS -> from == Truth.NOT_MET && to == Truth.MET;
        case FALLS_OUT -> from == Truth.MET && to == Truth.NOT_MET;
        case BECOMES_UNKNOWN -> from != Truth.UNKNOWN && to == Truth.UNKNOWN;
        case BECOMES_DECIDED -> from == Truth.UNKNOWN && to != Truth.UNKNOWN;
      };
    }
  }

  @Introspected
  record Listed(String code, String label, String styleClass, long count, boolean current) {}

  @Introspected
  record Row(
      long id,
      String name,
      String region,
      boolean demo,
      Impact.Answer from,
      Impact.Answer to,
      String reason) {}

  /// @param progress how far the work is, while it goes on
  /// @param rows the first companies of the list that is shown
  @Introspected
  record Part(
      @Nullable Progress progress,
      boolean stopped,
      long companies,
      List<Listed> lists,
      String shown,
      List<Row> rows,
      boolean more) {}

  Part by(Checklist from, Checklist to, Scope scope, @Nullable String wanted, Address polling) {
    var day = LocalDate.now(clock);
    return switch (pool.on(from, to, day, scope)) {
      case PoolImpact.Working working ->
          new Part(progress(working, polling), false, 0, List.of(), "", List.of(), false);
      case PoolImpact.Stopped _ -> new Part(null, true, 0, List.of(), "", List.of(), false);
      case PoolImpact.Ready(var impact) ->
          ready(impact, from, to, new Known(scope, day), turn(wanted));
    };
  }

  private static Turn turn(@Nullable String wanted) {
    return Arrays.stream(Turn.values())
        .filter(each -> each.code.equals(wanted))
        .findFirst()
        .orElse(Turn.FALLS_OUT);
  }

  private Part ready(Impact impact, Checklist from, Checklist to, Known known, Turn shown) {
    var lists =
        Arrays.stream(Turn.values())
            .map(turn ->
                new Listed(
                    turn.code,
                    turn.label,
                    turn.styleClass,
                    all(impact).filter(turn::holds).count(),
                    turn == shown))
            .toList();
    var listed = all(impact).filter(shown::holds).limit(SHOWN + 1L).toList();
    return new Part(
        null,
        false,
        impact.companies(),
        lists,
        shown.label,
        rows(listed.stream().limit(SHOWN).toList(), from, to, known),
        listed.size() > SHOWN);
  }

  private static Stream<Impact.Affected> all(Impact impact) {
    return Stream.of(Impact.Kind.values()).flatMap(kind -> impact.of(kind).stream());
  }

  private List<Row> rows(
      List<Impact.Affected> affected, Checklist from, Checklist to, Known known) {
    var named = names.of(affected.stream().map(Impact.Affected::companyId).toList(), known);
    var reason = new ImpactReason(from, to);
    return affected.stream()
        .map(each -> {
          var company = named.get(each.companyId());
          return company == null
              ? null
              : new Row(
                  company.id(),
                  company.name(),
                  company.region(),
                  company.demo(),
                  each.from(),
                  each.to(),
                  reason.of(each));
        })
        .filter(Objects::nonNull)
        .toList();
  }

  static Progress progress(PoolImpact.Working working, Address polling) {
    return Progress.share(
        "正在用原版本和草案逐家判定",
        working.done(),
        Math.max(1, working.total()),
        Progress.State.RUNNING,
        "完成后自动显示名单",
        polling);
  }
}
