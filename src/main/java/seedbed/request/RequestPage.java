package seedbed.request;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// One request with its history, and what the reader can do with it.
///
/// @param occasion what it came of; null where nobody has recorded that
/// @param before what the company asked for of the same kind
/// @param typed what was sent and could not be taken
@Introspected
record RequestPage(
    Head head,
    Occasion.@Nullable Told occasion,
    List<Line> lines,
    List<Earlier> before,
    Known known,
    Doors doors,
    Offers offers,
    StepForm typed,
    FormErrors errors) {

  /// @param owner whose turn it is
  /// @param escalated whom its lateness has reached; empty while it is in time
  /// @param undelivered whether the company has not been told of the answer
  /// @param ending how it ended; empty while it goes on
  @Introspected
  record Head(
      long id,
      long version,
      long companyId,
      String company,
      boolean demo,
      String kind,
      String subject,
      String wanted,
      LocalDate raisedOn,
      String raisedBy,
      String raisedAs,
      Stage stage,
      String owner,
      @Nullable String unit,
      @Nullable LocalDate dueOn,
      long remaining,
      long daysLate,
      String escalated,
      boolean undelivered,
      boolean late,
      int reopened,
      LocalDate since,
      String ending,
      @Nullable Integer satisfaction,
      String satisfied) {}

  /// A step of the history.
  @Introspected
  record Line(
      String label,
      boolean late,
      LocalDate doneOn,
      Instant doneAt,
      String doneBy,
      String doneAs,
      @Nullable String words,
      String detail,
      List<File> files) {}

  @Introspected
  record File(int number, String name, String format, String size) {}

  @Introspected
  record Earlier(long id, String subject, LocalDate raisedOn, String stage, String styleClass) {}

  /// What is on record about the company, so that nobody asks it again.
  @Introspected
  record Known(String region, List<String> titles, List<Contact> contacts, List<String> leaders) {}

  @Introspected
  record Contact(String name, @Nullable String phone) {}

  /// What the reader can do here and now.
  ///
  /// @param refusedTransfer why it cannot be handed on; empty where it can, or nobody asks
  @Introspected
  record Doors(
      boolean route,
      boolean answer,
      boolean transfer,
      boolean extend,
      boolean conclude,
      boolean withdraw,
      boolean reopen,
      boolean supplement,
      boolean company,
      String refusedTransfer,
      String refusedExtension) {}

  /// What forms offer.
  ///
  /// @param unit by default
  /// @param kind the one that it has
  /// @param promised the day that stays when another unit takes over; null where the kind decides,
  ///   which may be corrected with the routing, or where it is over
  /// @param latest the farthest day that can be promised
  @Introspected
  record Offers(
      List<Choice> units,
      String unit,
      List<Choice> kinds,
      String kind,
      @Nullable LocalDate promised,
      LocalDate today,
      LocalDate latest,
      List<Choice> satisfactions,
      @Nullable LocalDate extendedFrom,
      @Nullable LocalDate extendedTo,
      int silenceDays,
      @Nullable LocalDate reopenUntil,
      String allowed,
      int megabytes) {}
}
