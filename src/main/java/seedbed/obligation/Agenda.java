package seedbed.obligation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import seedbed.access.Permission;
import seedbed.obligation.Obligations.DayCount;

/// What is still due for somebody around today, day by day, outside of a page.
@Singleton
public class Agenda {

  private static final int BACK = 60;
  private static final int AHEAD = 180;

  private final Obligations obligations;
  private final ObligationLists lists;
  private final Kinds kinds;
  private final Clock clock;

  Agenda(Obligations obligations, ObligationLists lists, Kinds kinds, Clock clock) {
    this.obligations = obligations;
    this.lists = lists;
    this.kinds = kinds;
    this.clock = clock;
  }

  public List<DayCount> waiting(Permission permission, LocalDate today) {
    Obligations.Query query =
        lists
            .base(new ObligationLists.Typed(null, null, null, null, null, null), permission, today)
            .due(new Window(today.minusDays(BACK), today.plusDays(AHEAD)))
            .state(State.MISSING);
    return obligations.days(query, Among.of(permission, clock));
  }

  public String label(String kind) {
    return kinds.label(kind);
  }
}
