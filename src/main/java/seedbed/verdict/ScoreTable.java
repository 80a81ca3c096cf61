package seedbed.verdict;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Truth;

/// The points of a score sheet: classes with their floors, and the figures behind every line.
@Introspected
public record ScoreTable(String total, String required, List<ScoreClass> classes) {

  @Introspected
  public record ScoreClass(
      String name,
      String points,
      String max,
      @Nullable String floor,
      Truth floorMet,
      List<Line> lines) {}

  @Introspected
  public record Line(String text, String points, String max, List<SourceLine> sources) {
    public boolean folded() {
      return true;
    }
  }

  static @Nullable ScoreTable of(Finding.@Nullable Score score, Sources sources) {
    return score == null
        ? null
        : new ScoreTable(
            score.total(),
            score.required(),
            score.classes().stream().map(each -> of(each, sources)).toList());
  }

  private static ScoreClass of(Finding.ClassScore score, Sources sources) {
    return new ScoreClass(
        score.name(),
        score.points(),
        score.max(),
        score.floor(),
        score.floorMet(),
        score.lines().stream()
            .map(line ->
                new Line(
                    line.text(),
                    line.points(),
                    line.max(),
                    line.used().stream().map(sources::line).toList()))
            .toList());
  }
}
