package seedbed.obligation;

import io.micronaut.context.annotation.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import seedbed.criteria.ReminderPlan;
import seedbed.startup.StartFailure;

/// All kinds of this version, in the order of the rules.
@Context
public class Kinds {

  private final Map<String, Kind> byCode = new LinkedHashMap<>();

  Kinds(List<Kind> kinds, ReminderPlan plan) {
    Map<String, Kind> all = new LinkedHashMap<>();
    kinds.forEach(kind -> all.put(kind.code(), kind));
    for (ReminderPlan.Rule rule : plan.rules().values()) {
      Kind kind = all.get(rule.kind());
      if (kind == null) {
        throw new StartFailure(
            "reminders.yml：没有“%s”这种应报事项，请改正或删去；可用：%s。"
                .formatted(rule.kind(), String.join("、", all.keySet().stream().sorted().toList())));
      }
      switch (Fit.of(kind, rule)) {
        case FITS -> {}
        case NO_PERIOD ->
            throw new StartFailure(
                "reminders.yml：“%s”是按期填报的，请写明period和due。".formatted(rule.kind()));
        case OWN_DEADLINES ->
            throw new StartFailure("reminders.yml：“%s”各有期限，不能写period和due。".formatted(rule.kind()));
        case OTHER_LENGTH ->
            throw new StartFailure(
                "reminders.yml：“%s”（%s）只能%s填报，period请写%s，现在写的是%s。"
                    .formatted(
                        rule.kind(),
                        kind.label(),
                        spoken(((Periodic) kind).lengths()),
                        written(((Periodic) kind).lengths()),
                        written(Set.of(Objects.requireNonNull(rule.period())))));
      }
      byCode.put(kind.code(), kind);
    }
    // What is reported by periods is due whether somebody is told of it or not.
    for (Kind kind : kinds) {
      if (kind instanceof Periodic && !byCode.containsKey(kind.code())) {
        throw new StartFailure(
            "reminders.yml：缺少“%s”（%s）的规则，请写明period和due；不提醒的，steps写成[]。"
                .formatted(kind.code(), kind.label()));
      }
    }
  }

  private static String written(Set<ReminderPlan.Period> lengths) {
    return lengths.stream()
        .sorted()
        .map(ReminderPlan.Period::code)
        .collect(Collectors.joining("或"));
  }

  /// Whether a rule can hold for a kind.
  enum Fit {
    FITS,
    /// Its periods have to be said.
    NO_PERIOD,
    /// It has no periods.
    OWN_DEADLINES,
    OTHER_LENGTH;

    static Fit of(Kind kind, ReminderPlan.Rule rule) {
      ReminderPlan.Period period = rule.period();
      if (!(kind instanceof Periodic periodic)) {
        return period == null ? FITS : OWN_DEADLINES;
      }
      if (period == null) {
        return NO_PERIOD;
      }
      return periodic.lengths().contains(period) ? FITS : OTHER_LENGTH;
    }
  }

  /// Why a rule of a stored version can hold no more; empty where it can.
  Optional<String> misfit(ReminderPlan.Rule rule) {
    return find(rule.kind())
        .flatMap(kind ->
            switch (Fit.of(kind, rule)) {
              case FITS -> Optional.empty();
              case NO_PERIOD -> Optional.of("现在按期填报，规则没有写明周期和期限");
              case OWN_DEADLINES -> Optional.of("现在各有办理期限，不再按期填报");
              case OTHER_LENGTH ->
                  Optional.of(
                      "现在只能%s填报，规则写的是按%s"
                          .formatted(
                              spoken(((Periodic) kind).lengths()),
                              Objects.requireNonNull(rule.period()).label()));
            });
  }

  /// 按年, 按月或按季度.
  public static String spoken(Set<ReminderPlan.Period> lengths) {
    return lengths.stream()
        .sorted()
        .map(length -> "按" + length.label())
        .collect(Collectors.joining("或"));
  }

  public List<Kind> all() {
    return new ArrayList<>(byCode.values());
  }

  public Optional<Kind> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  public String label(String code) {
    return find(code).map(Kind::label).orElse(code);
  }
}
