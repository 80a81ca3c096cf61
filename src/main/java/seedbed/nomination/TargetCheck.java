package seedbed.nomination;

import java.util.List;
import java.util.Optional;
import seedbed.criteria.Targets.Target;
import seedbed.nomination.Concern.Kind;

/// Holds what a plan wants in a year against the region's targets.
final class TargetCheck {

  private TargetCheck() {}

  /// A concern about the year; empty where the plan has as many as the target needs.
  static Optional<Concern> of(Target target, int year, List<Entry> entries) {
    var planned =
        entries.stream()
            .filter(entry -> entry.year() == year && target.titles().contains(entry.title()))
            .count();
    if (planned > target.enough()) {
      return Optional.of(
          concern(
              Kind.MORE_THAN_TARGET,
              "%d年%s列了%d家，目标%s家，多%d家，请排出先后。"
                  .formatted(
                      year, target.label(), planned, target.span(), planned - target.enough()),
              target));
    }
    if (planned < target.atLeast()) {
      return Optional.of(
          concern(
              Kind.FEWER_THAN_TARGET,
              "%d年%s%s，目标%s家，全部认定也还差%d家。"
                  .formatted(
                      year,
                      target.label(),
                      planned == 0 ? "没有列入" : "列了" + planned + "家",
                      target.span(),
                      target.atLeast() - planned),
              target));
    }
    return Optional.empty();
  }

  private static Concern concern(Kind kind, String sentence, Target target) {
    return new Concern(kind, sentence, target.citation(), List.of(), List.of());
  }
}
