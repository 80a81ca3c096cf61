package seedbed.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What township and office have remarked on a plan that is still under way.
///
/// @param history of the plan, the newest step first
/// @param words of each step that has any, by place
record Remarks(List<PlanStep> history, Map<Long, Map<String, String>> words) {

  /// What stands beside each place of a version: with what the one before it came back, and what
  /// the township has said of this one. Nothing once it is approved.
  ///
  /// @param all versions of the plan
  Map<String, List<PlanPage.Remark>> beside(List<Version> all, Version version) {
    Map<String, List<PlanPage.Remark>> places = new LinkedHashMap<>();
    if (version.stage() == Stage.APPROVED) {
      return places;
    }
    long before = before(all, version).map(Version::id).orElse(0L);
    history.stream()
        .filter(step ->
            (step.versionId() == version.id() && said(step.move()))
                || (step.versionId() == before && step.move() == Move.RETURN))
        .forEach(step ->
            words
                .getOrDefault(step.id(), Map.of())
                .forEach((place, said) ->
                    places
                        .computeIfAbsent(place, _ -> new ArrayList<>())
                        .add(
                            new PlanPage.Remark(step.doneAs(), said, step.move() == Move.RETURN))));
    return places;
  }

  private static boolean said(Move move) {
    return switch (move) {
      case RETURN, FORWARD -> true;
      case SUBMIT, WITHDRAW, APPROVE, ABANDON -> false;
    };
  }

  /// With what the version before came back, for whoever writes on this one.
  ///
  /// @param all versions of the plan
  Optional<PlanPage.Returned> returned(List<Version> all, Version version) {
    return version.stage() == Stage.DRAFT
        ? before(all, version)
            .filter(before -> before.stage() == Stage.RETURNED)
            .flatMap(before ->
                history.stream()
                    .filter(step -> step.versionId() == before.id() && step.move() == Move.RETURN)
                    .findFirst()
                    .map(step -> returned(before, step)))
        : Optional.empty();
  }

  private PlanPage.Returned returned(Version before, PlanStep step) {
    return new PlanPage.Returned(
        before.ordinal(),
        step.doneAs(),
        step.doneOn(),
        Objects.requireNonNullElse(step.note(), ""),
        words.getOrDefault(step.id(), Map.of()).entrySet().stream()
            .map(each ->
                new PlanPage.Gap(
                    Places.field(each.getKey()),
                    Places.label(each.getKey()) + "：" + each.getValue()))
            .toList());
  }

  private static Optional<Version> before(List<Version> all, Version version) {
    return all.stream().filter(each -> each.ordinal() == version.ordinal() - 1).findFirst();
  }
}
