package seedbed.bulletin;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

/// A bulletin of a region; what it says stands in [Contents].
///
/// @param knownAt what was recorded later is not counted
/// @param keptBy who changed it last
@MappedEntity("bulletin")
record Bulletin(
    @Id @GeneratedValue long id,
    String regionCode,
    int aboutYear,
    int quarter,
    Stage stage,
    Instant knownAt,
    LocalDate draftedOn,
    String draftedBy,
    Instant keptAt,
    String keptBy,
    long version) {

  static Bulletin begun(String regionCode, Period period, LocalDate today, Instant at, String by) {
    return new Bulletin(
        0, regionCode, period.year(), period.quarter(), Stage.DRAFT, at, today, by, at, by, 0);
  }

  Period period() {
    return new Period(aboutYear, quarter);
  }

  boolean issued() {
    return stage == Stage.ISSUED;
  }
}
