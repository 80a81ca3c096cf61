package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Management;
import seedbed.criteria.Management.Rule;

/// When the holder of a title has to do something, by the documents in force on the day it is due.
@Singleton
final class Deadlines {

  private final Management management;

  Deadlines(Management management) {
    this.management = management;
  }

  /// A day by which something has to be done, with the document that says so.
  ///
  /// @param missed what follows when it is not; null where no source says
  /// @param unverified what about it is still to be verified; null where nothing is
  record Due(LocalDate on, String document, @Nullable String missed, @Nullable String unverified) {}

  /// The first yearly update due on a day or later.
  Optional<Due> nextUpdate(String title, LocalDate day) {
    return updates(title, day.getYear(), day.getYear() + 1)
        .filter(due -> !due.on().isBefore(day))
        .min(Comparator.comparing(Due::on));
  }

  /// The yearly update of a year.
  Optional<Due> updateOf(String title, int year) {
    return updates(title, year, year).findFirst();
  }

  // A document that will have been replaced by then says nothing about that day.
  private Stream<Due> updates(String title, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .boxed()
        .flatMap(year ->
            management.rules().stream()
                .filter(rule -> rule.titles().contains(title))
                .flatMap(rule -> update(rule, year).stream())
                .filter(due ->
                    management
                        .inForce(title, due.on())
                        .filter(rule -> rule.document().shown().equals(due.document()))
                        .isPresent()));
  }

  private static Optional<Due> update(Rule rule, int year) {
    Management.Update update = rule.update();
    return update == null
        ? Optional.empty()
        : Optional.of(
            new Due(
                update.by().atYear(year),
                rule.document().shown(),
                update.missed(),
                update.unverified()));
  }

  /// By when a major change has to be reported; empty where no document in force when it happened
  /// says.
  Optional<Due> report(String title, LocalDate happenedOn) {
    return management
        .inForce(title, happenedOn)
        .flatMap(rule -> {
          Management.ChangeReport change = rule.change();
          return change == null
              ? Optional.empty()
              : Optional.of(
                  new Due(
                      happenedOn.plusMonths(change.months()),
                      rule.document().shown(),
                      change.missed(),
                      change.unverified()));
        });
  }

  /// A ban that follows from a revocation.
  ///
  /// @param until the first day on which the title can be applied for again
  record BanTerm(LocalDate until, String basis) {}

  /// What ban follows from a revocation; empty where no document in force says so.
  Optional<BanTerm> ban(String title, Ground ground, LocalDate revokedOn) {
    return management
        .inForce(title, revokedOn)
        .flatMap(rule -> {
          Management.Ban ban = rule.ban();
          return ban == null || !ban.grounds().contains(ground.code())
              ? Optional.empty()
              : Optional.of(
                  new BanTerm(
                      revokedOn.plusYears(ban.years()),
                      "%s：%d 年%s"
                          .formatted(
                              rule.document().shown(),
                              ban.years(),
                              ban.unverified() == null ? "" : "（待核）")));
        });
  }
}
