package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.visit.PastVisits;
import seedbed.visit.PastVisits.Past;

/// The last visit, and what was said then.
@Singleton
class VisitGlimpse implements Glimpse {

  private static final int BEGINNING = 120;

  private final PastVisits visits;
  private final Permissions permissions;
  private final Clock clock;

  VisitGlimpse(PastVisits visits, Permissions permissions, Clock clock) {
    this.visits = visits;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return 10;
  }

  @Override
  public Optional<Part> of(long company, Caller caller) {
    LocalDate today = LocalDate.now(clock);
    return permissions
        .of(caller, Act.SEE_VISITS)
        .map(may ->
            new Part(
                "上次走访",
                visits.of(company, today, 1, may).stream().map(past -> line(past, today)).toList(),
                "还没有走访记录。",
                null));
  }

  private Line line(Past past, LocalDate today) {
    String note = past.note() == null ? "" : past.note().replaceAll("\\s+", " ");
    Optional<String> silence = visits.silence(past.on(), today);
    return new Line(
        past.on() + " " + past.leader() + silence.map(words -> "，" + words).orElse(""),
        note.length() <= BEGINNING ? note : note.substring(0, BEGINNING) + "…",
        silence.isPresent(),
        past.to());
  }
}
