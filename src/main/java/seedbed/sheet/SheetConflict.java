package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.stream.Stream;

/// Two people wrote the same sheet: both say what they said, and the second one chooses. Nothing of
/// either is lost.
///
/// @param page the address of the sheet
/// @param version of what the first one kept
@Introspected
record SheetConflict(
    String section, String list, String page, String title, long version, List<Line> lines) {

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
    Sheet sheet = kept.sheet();
    return new SheetConflict(
        "年度填报表",
        "/sheets",
        "/sheets/" + sheet.id(),
        sheet.aboutYear() + " 年度填报表",
        sheet.version(),
        mine.lines().stream()
            .flatMap(line ->
                kept.line(line.code()).stream()
                    .flatMap(other -> Stream.of(value(line, other), remark(line, other))))
            .toList());
  }

  static SheetConflict of(OperatingFile kept, OperatingFile mine) {
    Operating sheet = kept.sheet();
    return new SheetConflict(
        "运行情况表",
        "/operating-sheets",
        "/operating-sheets/" + sheet.id(),
        sheet.period().label() + "运行情况表",
        sheet.version(),
        Stream.of(OperatingField.values())
            .map(field -> {
              String typed = mine.typed().getOrDefault(field.code(), "");
              String stored = kept.typed().getOrDefault(field.code(), "");
              return new Line(
                  field.code(),
                  field.label(),
                  typed,
                  stored,
                  SheetWords.told(field.indicator(), typed),
                  SheetWords.told(field.indicator(), stored));
            })
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

  private static String shown(SheetLine line) {
    return SheetWords.told(line.indicator(), line.field());
  }
}
