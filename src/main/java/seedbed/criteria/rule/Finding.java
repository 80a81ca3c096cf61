package seedbed.criteria.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found for one clause: the verdict, the numbers behind it and what would change it.
///
/// @param reason why the verdict is unknown; null otherwise
/// @param sensitive 口径敏感: the answer depends on how an unsettled wording is read
/// @param remedies for a number that falls short, the changes of single figures that would each do
/// @param used every fact the finding rests on, missing ones included
/// @param score the points, when the clause is a score sheet
/// @param waiver the notice that does not test this clause in its round, if any
public record Finding(
    Clause clause,
    Truth truth,
    @Nullable Reason reason,
    boolean sensitive,
    @Nullable Measure measure,
    List<Change> remedies,
    List<Used> used,
    List<Finding> parts,
    @Nullable Score score,
    @Nullable Clause waiver) {

  public Finding {
    remedies = List.copyOf(remedies);
    used = List.copyOf(used);
    parts = List.copyOf(parts);
  }

  /// What was found against what is needed, as shown: decimals exact or rounded half up to four
  /// places, answers by their Chinese names.
  ///
  /// @param shortfall how much is missing, in the unit; null when nothing is or no number can say
  /// @param period the years or the day the figures are about, e.g. `2021–2022`
  public record Measure(
      @Nullable String actual,
      String required,
      @Nullable String unit,
      @Nullable String shortfall,
      String period) {}

  /// One fact that was read.
  ///
  /// @param value as it is shown; null when missing
  public record Used(Cell cell, @Nullable String value, boolean unconfirmed) {}

  /// The points of a score sheet.
  public record Score(String total, String required, List<ClassScore> classes) {}

  public record ClassScore(
      String id,
      String name,
      String points,
      String max,
      @Nullable String floor,
      Truth floorMet,
      List<LineScore> lines) {}

  public record LineScore(String id, String text, String points, String max, List<Used> used) {}

  static Finding of(Clause clause, Truth truth) {
    return new Finding(
        clause, truth, null, false, null, List.of(), List.of(), List.of(), null, null);
  }

  Finding because(Reason reason) {
    return truth == Truth.UNKNOWN
        ? new Finding(
            clause, truth, reason, sensitive, measure, remedies, used, parts, score, waiver)
        : this;
  }

  Finding measured(Measure measure, List<Used> used) {
    return new Finding(
        clause, truth, reason, sensitive, measure, remedies, used, parts, score, waiver);
  }

  Finding remediedBy(List<Change> remedies) {
    return new Finding(
        clause, truth, reason, sensitive, measure, remedies, used, parts, score, waiver);
  }

  Finding scored(Score score, List<Used> used) {
    return new Finding(
        clause, truth, reason, sensitive, measure, remedies, used, parts, score, waiver);
  }

  Finding waivedBy(Clause notice) {
    return new Finding(
        clause, Truth.MET, null, false, measure, List.of(), used, parts, score, notice);
  }

  Finding asSensitive() {
    return new Finding(clause, truth, reason, true, measure, remedies, used, parts, score, waiver);
  }

  /// Takes in the parts; an unknown whole is unknown for the reason of its first unknown part, and
  /// sensitive where a part is.
  Finding with(List<Finding> parts) {
    var whole =
        new Finding(
            clause, truth, reason, sensitive, measure, remedies, used, parts, score, waiver);
    if (truth != Truth.UNKNOWN) {
      return whole;
    }
    if (reason == null) {
      var first = parts.stream().map(Finding::reason).filter(part -> part != null).findFirst();
      whole = first.map(whole::because).orElse(whole);
    }
    return parts.stream().anyMatch(Finding::sensitive) ? whole.asSensitive() : whole;
  }
}
