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

  /// A finding in the making.
  static final class Draft {
    private Clause clause;
    private Truth truth;
    private @Nullable Reason reason;
    private boolean sensitive;
    private @Nullable Measure measure;
    private List<Change> remedies = List.of();
    private List<Used> used = List.of();
    private List<Finding> parts = List.of();
    private @Nullable Score score;
    private @Nullable Clause waiver;

    Draft(Clause clause, Truth truth) {
      this.clause = clause;
      this.truth = truth;
    }

    private Draft(Finding finding) {
      clause = finding.clause;
      truth = finding.truth;
      reason = finding.reason;
      sensitive = finding.sensitive;
      measure = finding.measure;
      remedies = finding.remedies;
      used = finding.used;
      parts = finding.parts;
      score = finding.score;
      waiver = finding.waiver;
    }

    Truth truth() {
      return truth;
    }

    /// Why the answer is unknown; of no meaning to any other answer.
    Draft because(@Nullable Reason reason) {
      this.reason = truth == Truth.UNKNOWN ? reason : null;
      return this;
    }

    /// The answer is unknown because it depends on how a wording is read.
    Draft sensitive() {
      sensitive = truth == Truth.UNKNOWN;
      return because(Reason.WORDING_UNSETTLED);
    }

    Draft measured(Measure measure) {
      this.measure = measure;
      return this;
    }

    Draft remedies(List<Change> remedies) {
      this.remedies = remedies;
      return this;
    }

    Draft used(List<Used> used) {
      this.used = used;
      return this;
    }

    Draft scored(Score score) {
      this.score = score;
      return this;
    }

    /// Takes in the parts: an unknown whole is unknown for the reason of its first unknown part,
    /// and sensitive where a part is.
    Draft parts(List<Finding> parts) {
      this.parts = parts;
      if (truth == Truth.UNKNOWN && reason == null) {
        reason = firstReason(parts);
      }
      sensitive |= truth == Truth.UNKNOWN && parts.stream().anyMatch(Finding::sensitive);
      return this;
    }

    Finding done() {
      return new Finding(
          clause, truth, reason, sensitive, measure, remedies, used, parts, score, waiver);
    }
  }

  static @Nullable Reason firstReason(List<Finding> findings) {
    for (var finding : findings) {
      if (finding.reason != null) {
        return finding.reason;
      }
    }
    return null;
  }

  /// The same finding under a clause that names the reading of its wording.
  Finding readAs(Clause reading) {
    var draft = new Draft(this);
    draft.clause = reading;
    return draft.done();
  }

  /// The same finding, met by a notice that does not test it; what was found stays to be seen.
  Finding waivedBy(Clause notice) {
    var draft = new Draft(this).remedies(List.of());
    draft.truth = Truth.MET;
    draft.reason = null;
    draft.sensitive = false;
    draft.waiver = notice;
    return draft.done();
  }
}
