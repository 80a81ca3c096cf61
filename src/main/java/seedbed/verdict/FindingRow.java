package seedbed.verdict;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Truth;
import seedbed.web.Meter;

/// One line of the table 逐条判定: a clause, or a part of one.
///
/// @param number the place of a clause in its checklist; empty for a part
/// @param styleClass how deep the part lies
/// @param hint how the parts make the whole, e.g. 四项同时满足
/// @param citation document and clause, where it differs from the line above
/// @param doubt what about the wording is not verified
/// @param warning what on file speaks against the clause itself; empty where nothing does
/// @param waiver the notice that does not test the clause in this round
@Introspected
public record FindingRow(
    String number,
    String styleClass,
    String text,
    String hint,
    String citation,
    boolean toBeVerified,
    @Nullable String doubt,
    @Nullable String waiver,
    List<SourceLine> sources,
    String actual,
    String required,
    @Nullable String shortfall,
    @Nullable String remedy,
    @Nullable Meter meter,
    Truth truth,
    String word,
    @Nullable String reason,
    String warning,
    boolean sensitive,
    @Nullable ScoreTable score) {
  private static final int FEW = 3;

  /// Many figures fold away, a few are read at a glance.
  public boolean folded() {
    return sources.size() > FEW;
  }

  /// Whether something on file speaks against one of its figures: then they are not folded away.
  public boolean warned() {
    return sources.stream().anyMatch(source -> !source.warning().isEmpty());
  }

  public boolean condition() {
    return styleClass.endsWith("condition");
  }
}
