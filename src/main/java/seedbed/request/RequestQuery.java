package seedbed.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.RequestRules.Level;

/// What a list is asked for.
///
/// @param town the beginning of region codes
/// @param unit who has it; `-` for what nobody has yet
/// @param named part of a company's name or of the subject, or the beginning of a name's initials
/// @param from raised on or after
/// @param until raised on or before
record RequestQuery(
    @Nullable Standing standing,
    @Nullable String town,
    @Nullable String kind,
    @Nullable String unit,
    @Nullable String named,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  static final String NOBODY = "-";

  static final RequestQuery ALL = new RequestQuery(null, null, null, null, null, null, null);

  RequestQuery standing(@Nullable Standing other) {
    return new RequestQuery(other, town, kind, unit, named, from, until);
  }

  RequestQuery town(String code) {
    return new RequestQuery(standing, code, kind, unit, named, from, until);
  }

  static RequestQuery raised(LocalDate from, LocalDate until) {
    return new RequestQuery(null, null, null, null, null, from, until);
  }

  /// A piece of SQL with what its question marks stand for.
  record Clause(String text, List<Object> parameters) {

    Clause and(Clause other) {
      List<Object> both = new ArrayList<>(parameters);
      both.addAll(other.parameters);
      return new Clause(text + " AND " + other.text, both);
    }
  }

  /// Everything but the standing.
  Clause where(Sight sight) {
    Clause others = whoever(sight);
    if (unit == null) {
      return others;
    }
    return NOBODY.equals(unit)
        ? others.and(new Clause("q.unit IS NULL", List.of()))
        : others.and(new Clause("q.unit = ?", List.of(unit)));
  }

  private Clause whoever(Sight sight) {
    StringBuilder text = new StringBuilder(sight.condition());
    List<Object> parameters = new ArrayList<>(sight.parameters());
    if (town != null) {
      text.append(" AND c.region_code LIKE ?");
      parameters.add(town + "%");
    }
    if (kind != null) {
      text.append(" AND q.kind = ?");
      parameters.add(kind);
    }
    if (named != null) {
      text.append(
          " AND (LOCATE(?, c.name) > 0 OR LOCATE(?, q.subject) > 0 OR c.name_initials LIKE ?)");
      parameters.add(named);
      parameters.add(named);
      parameters.add(initials(named) + "%");
    }
    if (from != null) {
      text.append(" AND q.raised_on >= ?");
      parameters.add(from);
    }
    if (until != null) {
      text.append(" AND q.raised_on <= ?");
      parameters.add(until);
    }
    return new Clause(text.toString(), parameters);
  }

  /// What was late is asked of the unit that had it then.
  Clause all(Sight sight, LocalDate today, List<Level> levels) {
    if (standing == null) {
      return where(sight);
    }
    if (unit != null && standing == Standing.LATE) {
      return whoever(sight).and(Lapses.of(unit, today));
    }
    return where(sight)
        .and(
            unit != null && standing == Standing.PUNCTUAL
                ? Lapses.none(today)
                : new Clause(standing.condition(), standing.parameters(today, levels)));
  }

  // Letters alone, so that no wildcard is among them; what has none matches by name only.
  private static String initials(String named) {
    String lower = named.toLowerCase(Locale.ROOT);
    return lower.matches("[a-z0-9]+") ? lower : "~";
  }
}
