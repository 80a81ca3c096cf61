package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.stream.Stream;
import seedbed.criteria.rule.Indicator;

/// Two people wrote the same sheet: both say what they said, and the second one chooses. Nothing of
/// either is lost.
///
/// @param version of what the first one kept
@Introspected
record SheetConflict(long id, int year, long version, List<Line> lines) {

  /// @param mine as the second one typed it
  /// @param kept as the first one left it
  @Introspected
  record Line(
      String field, String label, String mine, String kept, String mineShown, String keptShown) {

    public boolean differs() {
      return !mine.equals(kept);
    }
  }

  static SheetConflict of(SheetFile kept, SheetFile mine) {
    return new SheetConflict(
        kept.sheet().id(),
        kept.sheet().aboutYear(),
        kept.sheet().version(),
        mine.lines().stream()
            .flatMap(line ->
                kept.line(line.code()).stream()
                    .flatMap(other ->
                        Stream.concat(
                            Stream.of(value(line, other)), Stream.of(remark(line, other)))))
            .toList());
  }

  private static Line value(SheetLine mine, SheetLine kept) {
    return new Line(
        mine.code(), mine.entry().label(), mine.field(), kept.field(), shown(mine), shown(kept));
  }

  private static Line remark(SheetLine mine, SheetLine kept) {
    return new Line(
        Answers.remarkField(mine.code()),
        mine.entry().label() + "（说明）",
        mine.remark(),
        kept.remark(),
        mine.remark(),
        kept.remark());
  }

  // Choices and flags in their words; what cannot be read as it was typed.
  private static String shown(SheetLine line) {
    Indicator.Kind kind = line.indicator().kind();
    boolean worded = kind == Indicator.Kind.CHOICE || kind == Indicator.Kind.FLAG;
    return worded && line.now() != null
        ? SheetLine.shown(line.indicator(), line.now())
        : line.field();
  }
}
