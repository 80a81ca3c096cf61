package seedbed.plan;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of a plan, as it stands now.
///
/// @param ordinal counted from 1
/// @param pending 1 until it is over, then null: a plan has one such version at most
/// @param since the day it came to its stage
/// @param dueOn the last day for whoever has to act; null when it is over
/// @param approvedOn from this day on it is the one in force
/// @param companyName as it was when the version was approved
/// @param digest SHA-256 of what it said when it was approved, in hexadecimal digits
@MappedEntity("plan_version")
record Version(
    @Id @GeneratedValue long id,
    long planId,
    int ordinal,
    Stage stage,
    @Nullable Integer pending,
    LocalDate since,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate approvedOn,
    @Nullable String companyName,
    @Nullable String archiveNumber,
    @Nullable String digest,
    @io.micronaut.data.annotation.Version long version) {

  static Version begun(long planId, int ordinal, LocalDate today, LocalDate due) {
    return new Version(0, planId, ordinal, Stage.DRAFT, 1, today, due, null, null, null, null, 0);
  }

  /// The one that a plan is at: what is in somebody's hands, otherwise what was approved last. What
  /// was put aside is it only where there is nothing else.
  ///
  /// @param all of one plan, the newest first
  static Version current(List<Version> all) {
    return all.stream()
        .filter(each -> !each.stage().over())
        .findFirst()
        .or(() -> all.stream().filter(each -> each.stage() == Stage.APPROVED).findFirst())
        .orElse(all.getFirst());
  }

  /// In another stage from a day on.
  Version moved(Move move, LocalDate today, @Nullable LocalDate due) {
    return new Version(
        id,
        planId,
        ordinal,
        move.to(),
        move.to().over() ? null : 1,
        today,
        due,
        null,
        null,
        null,
        null,
        version);
  }

  Version approved(LocalDate today, String company, String number, String hash) {
    return new Version(
        id,
        planId,
        ordinal,
        Stage.APPROVED,
        null,
        today,
        null,
        today,
        company,
        number,
        hash,
        version);
  }
}
