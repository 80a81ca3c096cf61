package seedbed.visit;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Scope;
import seedbed.visit.VisibleVisits.Query;
import seedbed.visit.VisibleVisits.Row;
import seedbed.web.Address;
import seedbed.web.PersonNames;

/// Visits to one company, and who was forgotten, for pages about companies.
@Singleton
public class PastVisits {

  private final VisibleVisits visible;
  private final PersonNames people;
  private final VisitSettings settings;

  PastVisits(VisibleVisits visible, PersonNames people, VisitSettings settings) {
    this.visible = visible;
    this.people = people;
    this.settings = settings;
  }

  /// @param byline by whom it was written down, where that was not the leader; empty otherwise
  /// @param note null where the reader may not read it
  public record Past(
      LocalDate on, String leader, String byline, @Nullable String note, Address to) {}

  /// Up to a day, the latest first.
  public List<Past> of(long company, LocalDate day, int most, Permission permission) {
    return visible
        .list(new Query(null, null, null, null, day, company), permission.scope(), most, 0)
        .stream()
        .map(row -> past(row, permission))
        .toList();
  }

  private Past past(Row row, Permission permission) {
    return new Past(
        row.visitedOn(),
        people.of(row.leader()),
        row.leader().equals(row.writtenBy()) ? "" : people.of(row.writtenBy()) + "代记",
        VisitLists.reads(row, permission) ? row.note() : null,
        VisitPages.address(row.id()));
  }

  /// How long nobody was there, in a sentence; empty where somebody was lately.
  public Optional<String> silence(@Nullable LocalDate latest, LocalDate day) {
    if (latest == null) {
      return Optional.of("还没有走访记录");
    }
    long days = ChronoUnit.DAYS.between(latest, day);
    return days > settings.silentDays() ? Optional.of("已经 " + days + " 天没有走访") : Optional.empty();
  }

  /// How many linked companies of a scope nobody visited for long.
  public long forgotten(Scope scope) {
    return visible.countSilent(settings.silentDays(), scope);
  }

  /// After how many days without a visit a company counts as forgotten.
  public int silentDays() {
    return settings.silentDays();
  }
}
