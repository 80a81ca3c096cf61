package seedbed.nomination;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import org.jspecify.annotations.Nullable;

/// That a company is to apply for a title in a year.
///
/// @param place among those of the same title and year, from 1
/// @param origin the document and the place in it; null for one that was entered here
/// @param standing 1, or null once it was dropped
@MappedEntity("nomination")
record Nomination(
    @Id @GeneratedValue long id,
    long planId,
    int aboutYear,
    String title,
    long companyId,
    int place,
    @Nullable String origin,
    @Nullable Integer standing,
    @Version long version) {

  boolean stands() {
    return standing != null;
  }

  /// As it was entered.
  Nomination standingIn(int year) {
    return new Nomination(id, planId, year, title, companyId, place, origin, 1, version);
  }

  Nomination movedTo(int year, int newPlace) {
    return new Nomination(id, planId, year, title, companyId, newPlace, origin, standing, version);
  }

  Nomination dropped() {
    return new Nomination(id, planId, aboutYear, title, companyId, place, origin, null, version);
  }
}
