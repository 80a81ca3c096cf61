package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.inspection.VisibleInspections.Query;
import seedbed.inspection.VisibleInspections.Reader;
import seedbed.inspection.VisibleInspections.Tally;
import seedbed.web.Address;

/// Inspections for pages of other features: what waits, those of one company, and how many there
/// were.
@Singleton
public class InspectionDuties {

  private static final int MOST = 100;

  private final VisibleInspections visible;
  private final Permissions permissions;

  InspectionDuties(VisibleInspections visible, Permissions permissions) {
    this.visible = visible;
    this.permissions = permissions;
  }

  /// How many inspections wait for something.
  ///
  /// @param coming filed, and still to be carried out
  /// @param open carried out, with a conclusion that is due
  /// @param late without a conclusion that was due
  @Introspected
  public record Waiting(long drafts, long coming, long open, long late) {

    public boolean any() {
      return drafts + coming + open + late > 0;
    }
  }

  /// One inspection of a company.
  ///
  /// @param result what it came to, in words; how far it is where it has not ended
  public record Visit(
      long id,
      String unit,
      String item,
      @Nullable LocalDate on,
      String result,
      boolean late,
      String number) {}

  /// Nothing for whoever may not see inspections.
  public Optional<Waiting> of(Caller caller) {
    return permissions.of(caller, Act.SEE_INSPECTIONS).map(this::waiting);
  }

  private Waiting waiting(Permission permission) {
    Tally tally = visible.tally(Query.ALL, Reader.of(permission));
    return new Waiting(
        tally.of(Standing.DRAFT),
        tally.of(Standing.WAITING),
        tally.of(Standing.OPEN),
        tally.of(Standing.LATE));
  }

  /// Conclusions that a company has not said to have got.
  public record Unreceived(long count, Address to) {}

  public Optional<Unreceived> unreceived(long company) {
    long count = visible.tally(Query.ALL, Reader.of(new Scope.Single(company))).of(Mark.UNRECEIVED);
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Unreceived(count, Address.of("/inspections").with("mark", Mark.UNRECEIVED.code())));
  }

  /// The inspections of a company in the year of a day that were filed by then, the newest first,
  /// as far as the scope reaches the company.
  public List<Visit> of(long company, LocalDate day, Scope scope) {
    return visits(company, day, Reader.of(scope));
  }

  /// The same for the company itself, which is told of no visit that is still to come.
  public List<Visit> visited(long company, LocalDate day) {
    return visits(company, day, Reader.visited(new Scope.Single(company)));
  }

  private List<Visit> visits(long company, LocalDate day, Reader reader) {
    return visible.list(Query.ALL.company(company).year(day.getYear()), reader, MOST, 0).stream()
        .filter(row -> row.filedOn() != null && !row.filedOn().isAfter(day))
        .map(row -> visit(row, day))
        .toList();
  }

  /// How many inspections there were from one day to another (inclusive), as it was known when a
  /// day ended.
  public InspectionCounts between(LocalDate from, LocalDate to, LocalDate asOf, Scope scope) {
    return visible.counts(from, to, asOf, scope);
  }

  private Visit visit(VisibleInspections.Row row, LocalDate day) {
    LocalDate concluded = row.concludedOn();
    boolean known = concluded != null && !concluded.isAfter(day);
    Integer problems = row.problems();
    return new Visit(
        row.id(),
        row.unit(),
        row.item() == null ? "" : row.item(),
        row.plannedOn(),
        known
            ? problems == null || problems == 0 ? "没有发现问题" : "发现 " + problems + " 个问题"
            : Standing.of(row.plannedOn(), row.dueOn(), false, day).label(),
        known ? row.late() : row.dueOn() != null && row.dueOn().isBefore(day),
        row.archiveNumber() == null ? "" : row.archiveNumber());
  }
}
