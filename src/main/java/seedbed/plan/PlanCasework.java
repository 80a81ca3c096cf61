package seedbed.plan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.archive.Archiving;
import seedbed.company.Company;
import seedbed.criteria.PlanOutline;

/// Plans for those who load them by the dozen, such as demonstration data: the same acts as on the
/// pages, by number and as of a day, without asking who may.
@Singleton
public class PlanCasework {

  private static final LocalTime OFFICE_HOURS = LocalTime.of(10, 0);

  private final TransactionOperations<Connection> transactions;
  private final Plans plans;
  private final PlanVersions versions;
  private final PlanSteps steps;
  private final ContentRows rows;
  private final UnreadRows unread;
  private final GoalRows goals;
  private final Progresses progresses;
  private final BaseFigures baseFigures;
  private final PlanDocuments documents;
  private final Archiving archiving;
  private final PlanOutline outline;
  private final PlanSettings settings;
  private final Telling telling;
  private final Clock clock;

  PlanCasework(
      TransactionOperations<Connection> transactions,
      Plans plans,
      PlanVersions versions,
      PlanSteps steps,
      ContentRows rows,
      UnreadRows unread,
      GoalRows goals,
      Progresses progresses,
      BaseFigures baseFigures,
      PlanDocuments documents,
      Archiving archiving,
      PlanOutline outline,
      PlanSettings settings,
      Telling telling,
      Clock clock) {
    this.transactions = transactions;
    this.plans = plans;
    this.versions = versions;
    this.steps = steps;
    this.rows = rows;
    this.unread = unread;
    this.goals = goals;
    this.progresses = progresses;
    this.baseFigures = baseFigures;
    this.documents = documents;
    this.archiving = archiving;
    this.outline = outline;
    this.settings = settings;
    this.telling = telling;
    this.clock = clock;
  }

  public boolean any() {
    return plans.count() > 0;
  }

  /// Begins one and fills it in.
  ///
  /// @return its number
  public long begin(long company, Span span, LocalDate on, Caller by) {
    return writing(on).begin(company, span, by).id();
  }

  /// What the newest version says, by field.
  public Map<String, String> fields(long plan) {
    return rows.of(newest(plan).id()).fields();
  }

  /// Writes fields into the newest version, in place of those there are.
  public void write(long plan, Map<String, String> fields) {
    Version version = newest(plan);
    Content before = rows.of(version.id());
    Content written = before.with(Content.of(fields).fields());
    writing(LocalDate.now(clock)).keep(version, Seen.of(before), written);
  }

  /// Whether the newest version can be handed in.
  public boolean complete(long plan) {
    Span span = plans.findById(plan).orElseThrow().span();
    return Goals.of(rows.of(newest(plan).id()), span, outline).complete();
  }

  public void submit(long plan, LocalDate on, Caller by) {
    writing(on).submit(plans.findById(plan).orElseThrow(), newest(plan), by, null);
  }

  public void forward(long plan, LocalDate on, Caller by, @Nullable String note) {
    passing(on).forward(newest(plan), by, note, Map.of());
  }

  /// @param comments by the code of a passage
  public void sendBack(long plan, LocalDate on, Caller by, Map<String, String> comments) {
    passing(on).sendBack(newest(plan), by, null, comments);
  }

  public void approve(long plan, Company company, LocalDate on, Caller by) {
    passing(on)
        .approve(plans.findById(plan).orElseThrow(), newest(plan), company, by, null, Map.of());
  }

  public void revise(long plan, LocalDate on) {
    writing(on).revise(newest(plan));
  }

  /// @param state `ONGOING`, `STALLED` or `DONE`; whoever is done was so on that day
  public void report(long plan, int task, String state, String words, LocalDate on, Caller by) {
    TaskState reached = TaskState.valueOf(state);
    new Following(transactions, progresses, goals, at(on))
        .report(
            plans.findById(plan).orElseThrow(),
            new Following.Report(
                task,
                Quarter.of(on).before(),
                reached,
                words,
                reached == TaskState.DONE ? on : null,
                null),
            by);
  }

  private Version newest(long plan) {
    return versions.findByPlanIdOrderByOrdinalDesc(plan).getFirst();
  }

  private Writing writing(LocalDate on) {
    Clock then = at(on);
    return new Writing(
        transactions,
        plans,
        versions,
        rows,
        unread,
        steps,
        moves(then),
        baseFigures,
        outline,
        settings,
        then);
  }

  private Passing passing(LocalDate on) {
    Clock then = at(on);
    return new Passing(
        transactions,
        rows,
        goals,
        moves(then),
        writing(on),
        versions,
        documents,
        archiving,
        outline,
        settings,
        then);
  }

  private PlanMoves moves(Clock then) {
    return new PlanMoves(transactions, versions, steps, settings, telling.at(then), then);
  }

  private Clock at(LocalDate on) {
    return Clock.fixed(
        on.atTime(OFFICE_HOURS).atZone(clock.getZone()).toInstant(), clock.getZone());
  }
}
