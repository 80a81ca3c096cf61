package seedbed.sheet;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import seedbed.criteria.SheetPlan;

/// What is strange about a value that a sheet is to be corrected to: what filling it in would ask
/// about it, what it would make strange about others, and how far it is from what stands now.
@Singleton
class CorrectionDoubts {

  private final SheetFiles files;
  private final Checking checking;

  CorrectionDoubts(SheetFiles files, SheetPlan plan) {
    this.files = files;
    checking = new Checking(plan);
  }

  List<String> of(SheetFile file, Correction correction) {
    return of(file, correction.field(), correction.typed());
  }

  /// @param file the sheet as it stands
  /// @param code the indicator
  List<String> of(SheetFile file, String code, String typed) {
    Set<Doubt> standing = new HashSet<>(file.doubts());
    SheetFile corrected = files.typed(file.sheet(), Map.of(code, typed));
    return Stream.concat(
            corrected.line(code).flatMap(this::slip).stream(),
            corrected.doubts().stream()
                .filter(doubt -> doubt.code().equals(code) || !standing.contains(doubt))
                .map(doubt -> named(corrected, code, doubt)))
        .distinct()
        .toList();
  }

  private Optional<String> slip(SheetLine line) {
    return SheetLine.number(line.now())
        .flatMap(value ->
            SheetLine.number(line.recorded())
                .flatMap(kept -> checking.slip(line.indicator(), value, kept)))
        .map(Doubt::sentence);
  }

  private static String named(SheetFile file, String code, Doubt doubt) {
    return doubt.code().equals(code)
        ? doubt.sentence()
        : file.line(doubt.code()).map(line -> line.entry().label() + "：").orElse("")
            + doubt.sentence();
  }
}
