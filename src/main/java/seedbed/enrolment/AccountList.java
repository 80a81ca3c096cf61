package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.Passwords;
import seedbed.account.People;
import seedbed.company.Regions;
import seedbed.signin.Locks;
import seedbed.signin.Throttle;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.PageRequest;
import seedbed.web.Pager;

/// The administrator's first page: what needs a hand, then everybody.
@Singleton
class AccountList {

  private static final Duration SOON = Duration.ofDays(2);

  private final AccountRows rows;
  private final Accounts accounts;
  private final Regions regions;
  private final People people;
  private final Throttle throttle;
  private final Locks locks;
  private final Passwords passwords;
  private final Clock clock;

  AccountList(
      AccountRows rows,
      Accounts accounts,
      Regions regions,
      People people,
      Throttle throttle,
      Locks locks,
      Passwords passwords,
      Clock clock) {
    this.rows = rows;
    this.accounts = accounts;
    this.regions = regions;
    this.people = people;
    this.throttle = throttle;
    this.locks = locks;
    this.passwords = passwords;
    this.clock = clock;
  }

  @Introspected
  record Page(
      String sentence,
      List<Due> due,
      long locks,
      AccountFilter filter,
      List<Chips> chips,
      List<Choice> regions,
      List<Line> lines,
      Pager pager) {}

  /// Something that needs a hand.
  @Introspected
  record Due(String label, long count, String sentence, String to) {}

  /// @param name masked
  @Introspected
  record Line(
      long id,
      String username,
      String name,
      String role,
      String place,
      String state,
      String styleClass,
      @Nullable String remark,
      @Nullable Instant seenAt) {}

  Page page(AccountFilter filter, PageRequest request) {
    Instant now = clock.instant();
    Instant soon = now.plus(SOON);
    Instant old = passwords.oldest();
    List<String> locked = List.copyOf(throttle.locked(accounts.usernames()));
    // An empty list would be no SQL.
    List<String> named = locked.isEmpty() ? List.of("") : locked;
    List<AccountRows.Row> found =
        rows.page(
            filter.roleName(),
            filter.stateName(),
            filter.regionCode(),
            filter.words(),
            filter.dueKind(),
            now,
            soon,
            old,
            named,
            request.size(),
            request.offset());
    long count =
        rows.count(
            filter.roleName(),
            filter.stateName(),
            filter.regionCode(),
            filter.words(),
            filter.dueKind(),
            now,
            soon,
            old,
            named);
    List<Due> due = due(rows.counts(now, soon, old), locked.size());
    return new Page(
        sentence(due),
        due,
        locks.count(),
        filter,
        chips(filter),
        regions.findAllOrderByCode().stream()
            .map(region -> new Choice(region.code(), region.name()))
            .toList(),
        found.stream().map(row -> line(row, locked, now)).toList(),
        Pager.of(request, count));
  }

  private static List<Due> due(AccountRows.Counts counts, int locked) {
    return List.of(
        new Due("锁定", locked, "连续输错口令，暂时不能登录", "/accounts?due=locked"),
        new Due(
            "待开通",
            counts.waiting(),
            counts.expired() == 0 ? "已发出邀请，还没有设置口令" : "其中 " + counts.expired() + " 个的链接已经失效，须重新发出",
            "/accounts?due=waiting"),
        new Due("链接将失效", counts.expiring(), "两天内失效，请提醒本人尽快开通", "/accounts?due=expiring"),
        new Due("口令到期", counts.overdue(), "下次登录须先更换口令", "/accounts?due=overdue"));
  }

  private static String sentence(List<Due> due) {
    List<String> parts = new ArrayList<>();
    due.stream()
        .filter(each -> each.count > 0)
        .forEach(each -> parts.add(each.label + " " + each.count + " 个"));
    return parts.isEmpty() ? "没有需要处理的账号。" : "需要留意：" + String.join("，", parts) + "。";
  }

  private static List<Chips> chips(AccountFilter filter) {
    List<Chips.Chip> roles = new ArrayList<>();
    roles.add(new Chips.Chip("全部", "", null, filter.roleName().isEmpty()));
    Arrays.stream(Role.values())
        .map(role ->
            new Chips.Chip(role.label(), role.code(), null, role.name().equals(filter.roleName())))
        .forEach(roles::add);
    List<Chips.Chip> states = new ArrayList<>();
    states.add(new Chips.Chip("全部", "", null, filter.stateName().isEmpty()));
    Arrays.stream(AccountState.values())
        .map(state ->
            new Chips.Chip(
                state.label(), state.name(), null, state.name().equals(filter.stateName())))
        .forEach(states::add);
    return List.of(new Chips("角色", "role", roles), new Chips("状态", "state", states));
  }

  private Line line(AccountRows.Row row, List<String> locked, Instant now) {
    AccountState state = AccountState.valueOf(row.state());
    boolean shut = locked.contains(row.username());
    return new Line(
        row.id(),
        row.username(),
        people.maskedName(row.nameSealed()),
        Role.valueOf(row.role()).label(),
        place(row),
        shut ? "锁定" : state.label(),
        shut ? "not" : styleClass(state),
        remark(row, state),
        seenAt(row, now));
  }

  private static @Nullable Instant seenAt(AccountRows.Row row, Instant now) {
    Long idle = row.idle();
    return idle == null ? null : now.minusSeconds(idle);
  }

  static String styleClass(AccountState state) {
    return switch (state) {
      case ACTIVE -> "met";
      case INVITED -> "unknown";
      case DISABLED -> "idle";
    };
  }

  private static String place(AccountRows.Row row) {
    String company = row.company();
    if (company != null) {
      return company;
    }
    String unit = row.unit();
    return unit == null ? row.region() : row.region() + " · " + unit;
  }

  private static @Nullable String remark(AccountRows.Row row, AccountState state) {
    if (state != AccountState.INVITED) {
      return null;
    }
    Long left = row.linkLeft();
    return left == null || left <= 0 ? "链接已失效" : null;
  }
}
