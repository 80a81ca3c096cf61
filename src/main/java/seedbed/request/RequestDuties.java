package seedbed.request;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Matters;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.web.Address;

/// What is to do with requests, for the first pages of those who do it. One question each.
@Singleton
public class RequestDuties implements Matters {

  private static final List<Standing> COUNTED =
      List.of(
          Standing.RAISED,
          Standing.HANDLING,
          Standing.OVERDUE,
          Standing.AT_OFFICE,
          Standing.ANSWERED);

  private final VisibleRequests visible;
  private final Permissions permissions;
  private final Clock clock;

  RequestDuties(VisibleRequests visible, Permissions permissions, Clock clock) {
    this.visible = visible;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// How many are open.
  ///
  /// @param atOffice of those that are overdue, whose lateness has reached the office or farther
  /// @param answered that the companies have to confirm
  @Introspected
  public record Waiting(long raised, long handling, long overdue, long atOffice, long answered) {

    public long open() {
      return raised + handling + answered;
    }

    public boolean any() {
      return open() > 0;
    }
  }

  public Waiting waiting(Scope scope) {
    return waiting(RequestQuery.ALL, Sight.of(scope, LocalDate.now(clock)));
  }

  private Waiting waiting(RequestQuery query, Sight sight) {
    VisibleRequests.Tally tally = visible.tally(query, sight, COUNTED);
    return new Waiting(
        tally.count(Standing.RAISED),
        tally.count(Standing.HANDLING),
        tally.count(Standing.OVERDUE),
        tally.count(Standing.AT_OFFICE),
        tally.count(Standing.ANSWERED));
  }

  /// Those of one company; what it has to confirm comes first on its page.
  public Waiting of(long company) {
    return waiting(new Scope.Single(company));
  }

  /// What the caller's unit has in hand.
  @Override
  public Optional<Matter> of(Caller caller) {
    String unit = caller.unit();
    return caller.role() != Role.DEPARTMENT || unit == null
        ? Optional.empty()
        : permissions
            .of(caller, Act.HANDLE_REQUEST)
            .map(permission ->
                waiting(
                    new RequestQuery(null, null, null, unit, null, null, null),
                    Sight.of(permission, LocalDate.now(clock))))
            .filter(waiting -> waiting.handling() > 0)
            .map(waiting -> matter(waiting, unit));
  }

  private static Matter matter(Waiting waiting, String unit) {
    Address list = Address.of("/requests").with("unit", unit);
    boolean late = waiting.overdue() > 0;
    return new Matter(
        "企业诉求",
        waiting.handling() + " 件待答复" + (late ? "，其中 " + waiting.overdue() + " 件已过承诺期限" : ""),
        late,
        list.with("show", (late ? Standing.OVERDUE : Standing.HANDLING).code()));
  }
}
