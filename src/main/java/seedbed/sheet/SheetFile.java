package seedbed.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import seedbed.criteria.SheetPlan.Level;
import seedbed.web.FieldError;

/// A sheet with what is on record, what is typed, and what is wrong or strange about it.
///
/// @param doubts about values that can be read
record SheetFile(Sheet sheet, List<SheetLine> lines, List<Doubt> doubts) {

  SheetFile {
    lines = List.copyOf(lines);
    doubts = List.copyOf(doubts);
  }

  Optional<SheetLine> line(String code) {
    return lines.stream().filter(line -> line.code().equals(code)).findFirst();
  }

  long changes() {
    return lines.stream().filter(SheetLine::changed).count();
  }

  /// What is on the sheet, as far as it is not empty.
  long filled() {
    return lines.stream().filter(line -> !line.field().isEmpty()).count();
  }

  /// What cannot be read, and what cannot be true.
  List<FieldError> errors() {
    var errors =
        lines.stream()
            .flatMap(line ->
                Optional.ofNullable(line.wrong()).stream()
                    .map(wrong -> new FieldError(line.code(), wrong)))
            .collect(Collectors.toList());
    doubts.stream()
        .filter(Doubt::error)
        .map(doubt -> new FieldError(doubt.code(), doubt.sentence()))
        .forEach(errors::add);
    return List.copyOf(errors);
  }

  /// What has to be explained and is not.
  List<FieldError> unexplained() {
    return doubts.stream()
        .filter(doubt -> doubt.level() == Level.NOTICE)
        .filter(doubt -> line(doubt.code()).map(SheetLine::remark).orElse("").isEmpty())
        .map(doubt ->
            new FieldError(
                Answers.remarkField(doubt.code()),
                line(doubt.code()).map(line -> line.entry().label() + "：").orElse("")
                    + doubt.sentence()))
        .distinct()
        .toList();
  }
}
