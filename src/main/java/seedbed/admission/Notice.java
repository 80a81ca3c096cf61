package seedbed.admission;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A public notice before an admission, in the words that it was given in. Never changed.
///
/// @param town where the company is
/// @param office the region of the office that gives it
/// @param reason why it is entered after it began; null where it is not
/// @param despite why it was given although something spoke against it; null where nothing did
@MappedEntity("application_notice")
record Notice(
    @Id @GeneratedValue long id,
    long applicationId,
    long stepId,
    String company,
    @Nullable String creditCode,
    String town,
    String pool,
    String office,
    @Nullable String document,
    LocalDate shownFrom,
    LocalDate shownUntil,
    LocalDate enteredOn,
    @Nullable String reason,
    @Nullable String despite) {

  boolean backdated() {
    return shownFrom.isBefore(enteredOn);
  }

  /// All that its paper is made from, for its digest.
  String text() {
    // Those that were given before there was a word for it keep their digest.
    return Stream.concat(
            Stream.of(
                "application " + applicationId,
                company,
                creditCode,
                town,
                pool,
                office,
                document,
                shownFrom,
                shownUntil,
                enteredOn,
                reason),
            Stream.ofNullable(despite))
        .map(part -> Objects.toString(part, ""))
        .collect(Collectors.joining("\n"));
  }
}
