package seedbed.reminder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Role;
import seedbed.reminder.Deliveries.Count;
import seedbed.reminder.Deliveries.State;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Flash;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// What went out and what did not, without what it says.
@Hidden
@Controller("/reminders/outbox")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class OutboxPages {

  private static final int DAYS = 90;

  private final Deliveries deliveries;
  private final DeliverySettings settings;
  private final Clock clock;

  OutboxPages(Deliveries deliveries, DeliverySettings settings, Clock clock) {
    this.deliveries = deliveries;
    this.settings = settings;
    this.clock = clock;
  }

  @Introspected
  record Page(
      boolean mails,
      long robots,
      long waiting,
      long sent,
      long failed,
      Chips chips,
      List<Line> lines,
      Pager pager) {}

  @Introspected
  record Line(
      long id,
      String channel,
      LocalDate toldOn,
      @Nullable String username,
      String state,
      String styleClass,
      int attempts,
      @Nullable Instant nextAt,
      @Nullable Instant sentAt,
      @Nullable String problem,
      boolean repeatable) {}

  @Get
  @View("reminders/outbox")
  Page index(PageRequest page, Permission permission, @Nullable @QueryValue String show) {
    String region = region(permission);
    LocalDate since = LocalDate.now(clock).minusDays(DAYS);
    State shown = state(show);
    Map<State, Long> counts =
        deliveries.counts(since, region).stream()
            .collect(Collectors.toMap(Count::state, Count::number));
    return new Page(
        settings.mails(),
        Robot.read(settings.robots()).size(),
        counts.getOrDefault(State.WAITING, 0L),
        counts.getOrDefault(State.SENT, 0L),
        counts.getOrDefault(State.FAILED, 0L),
        chips(counts, shown),
        deliveries
            .list(
                since,
                shown == null ? List.of(State.values()) : List.of(shown),
                region,
                page.size(),
                page.offset())
            .stream()
            .map(OutboxPages::line)
            .toList(),
        Pager.of(page, shown == null ? all(counts) : counts.getOrDefault(shown, 0L)));
  }

  private static @Nullable State state(@Nullable String code) {
    return code == null || code.isBlank()
        ? null
        : State.of(code)
            .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + code + "”这种状态，请从页面上选择。"));
  }

  private static Chips chips(Map<State, Long> counts, @Nullable State shown) {
    return new Chips(
        "状态",
        "show",
        Stream.concat(
                Stream.of(new Chips.Chip("全部", "", all(counts), shown == null)),
                Stream.of(State.FAILED, State.WAITING, State.SENT)
                    .map(each ->
                        new Chips.Chip(
                            each.label(),
                            each.code(),
                            counts.getOrDefault(each, 0L),
                            each == shown)))
            .toList());
  }

  private static long all(Map<State, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  @Post("/{id}/retry")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> retry(long id, Permission permission) {
    if (deliveries.within(id, region(permission)) == 0) {
      throw new Refusal.Absent("没有编号为 " + id + " 的发送。");
    }
    if (deliveries.again(id, clock.instant()) == 0) {
      throw new Refusal.Stale("这一条已经发送或正在发送，不必重试。");
    }
    return Flash.seeOther(Address.of("/reminders/outbox"), "将在一分钟内重新发送。");
  }

  /// Administrators see to the ways, offices to their own people; robots are the administrators'.
  private static String region(Permission permission) {
    return permission.caller().role() == Role.ADMIN ? "" : permission.caller().regionCode();
  }

  private static Line line(Deliveries.Row row) {
    return new Line(
        row.id(),
        row.channel().label(),
        row.toldOn(),
        row.username(),
        row.state().label(),
        row.state().styleClass(),
        row.attempts(),
        row.state() == State.WAITING ? row.nextAt() : null,
        row.sentAt(),
        row.problem(),
        row.state() == State.FAILED || (row.state() == State.WAITING && row.problem() != null));
  }
}
