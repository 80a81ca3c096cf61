package seedbed.archive;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the register says of a document that somebody entered by hand.
///
/// @param counterpart who sent it, or whom it is sent to
/// @param reference its own number, such as 苏工信〔2026〕12号
/// @param datedOn the day it was issued
/// @param handledBy who deals with it
public record Letter(
    @Nullable String counterpart,
    @Nullable String reference,
    LocalDate datedOn,
    int copies,
    @Nullable Integer pages,
    @Nullable String handledBy,
    @Nullable String remark) {

  /// What its digest is made of. Each word stands behind its length, so that no two letters say the
  /// same to it.
  String text(Series series, String subject) {
    return Stream.of(
            series.name(),
            subject,
            counterpart,
            reference,
            datedOn,
            copies,
            pages,
            handledBy,
            remark)
        .map(field -> field == null ? "-" : field.toString().length() + ":" + field)
        .collect(Collectors.joining("\n"));
  }
}
