package seedbed.bulletin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.web.Address;

/// What is being counted: a bulletin of a region and period, by what was known at a moment.
///
/// @param last the bulletin before, as it was issued
record Count(
    long bulletin,
    String regionCode,
    Period period,
    Instant knownAt,
    LocalDate knownOn,
    @Nullable Bulletin last) {

  static Count of(Bulletin bulletin, Instant at, @Nullable Bulletin last, Clock clock) {
    return new Count(
        bulletin.id(),
        bulletin.regionCode(),
        bulletin.period(),
        at,
        LocalDate.ofInstant(at, clock.getZone()),
        last);
  }

  /// The companies of the region that were known at the moment.
  Known known() {
    return new Known(new Scope.Region(regionCode), knownOn);
  }

  /// The list behind a number, or those of it that carry one of these marks.
  String to(String list, Mark... marks) {
    Address address = Address.of("/bulletins/" + bulletin + "/companies").with("list", list);
    return (marks.length == 0
            ? address
            : address.with("show", String.join(",", Arrays.stream(marks).map(Mark::code).toList())))
        .toString();
  }

  /// The same of one town.
  String to(String list, Lines.Town town, Mark... marks) {
    return to(list, marks) + "&town=" + town.code();
  }

  /// The moment as the database takes it.
  Timestamp moment() {
    return Timestamp.from(knownAt);
  }

  /// Parameters one after the other, lists spread out.
  static List<Object> all(Object... values) {
    List<Object> all = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof List<?> list) {
        all.addAll(list);
      } else {
        all.add(value);
      }
    }
    return all;
  }
}
