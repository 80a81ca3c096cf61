package seedbed.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Formats;
import seedbed.web.Progress;

/// Puts the auditor's page together: what is wrong, what is due, the newest deeds.
@Singleton
class TrailSheets {

  static final String PATH = "/trail";
  private static final int LINES = 50;
  private static final int DUE_AFTER_DAYS = 7;
  private static final int EXPORT_DUE_AFTER_DAYS = 180;
  private static final String SIGN_INS = "e.act = 'sign-in' AND e.result = 429";
  private static final String REFUSALS =
      "e.account_id IS NOT NULL AND (" + Outcome.REFUSED.condition() + ")";

  private final TrailRows rows;
  private final Checks checks;
  private final Sealer sealer;
  private final Protection protection;
  private final Names names;
  private final Clock clock;

  TrailSheets(
      TrailRows rows,
      Checks checks,
      Sealer sealer,
      Protection protection,
      Names names,
      Clock clock) {
    this.rows = rows;
    this.checks = checks;
    this.sealer = sealer;
    this.protection = protection;
    this.names = names;
    this.clock = clock;
  }

  TrailSheet sheet(TrailFilter filter, Address here) {
    List<TrailRow> found = rows.list(filter, LINES + 1);
    boolean more = found.size() > LINES;
    List<TrailRow> shown = found.subList(0, Math.min(LINES, found.size()));
    Address period = here.without("before");
    return new TrailSheet(
        filter,
        state(),
        progress(),
        sealer.current().shortForm(),
        cards(),
        lines(shown),
        more ? here.with("before", shown.getLast().id()) : null,
        filter.before() == null ? null : period,
        acts(),
        outcomes(),
        new Address("/trail.xlsx", period.parameters()),
        new Address("/trail.csv", period.parameters()));
  }

  /// How far the verification is, while one goes on.
  @Nullable Progress progress() {
    return checks
        .running()
        .map(running ->
            new Progress(
                "正在核验审计记录",
                running.done(),
                running.total(),
                Progress.State.RUNNING,
                "完成后自动显示结果",
                Address.of("/trail/checks/progress")))
        .orElse(null);
  }

  /// Who did it, by the name to sign in with.
  String who(TrailRow row, Map<Long, String> known) {
    Long account = row.account();
    return account == null
        ? row.asked().method().equals(SystemDeeds.SYSTEM) ? "系统" : "未登录"
        : known.computeIfAbsent(account, number -> names.username(number).orElse("账号 " + number));
  }

  private List<TrailSheet.Line> lines(List<TrailRow> shown) {
    Map<Long, String> known = new HashMap<>();
    return shown.stream()
        .map(row -> {
          String detail = row.detail();
          return new TrailSheet.Line(
              row.seq(),
              row.at(),
              who(row, known),
              row.what(),
              row.about(),
              row.outcome().label(),
              row.outcome().styleClass(),
              row.address(),
              detail == null ? List.of() : detail.lines().toList());
        })
        .toList();
  }

  private TrailSheet.State state() {
    String unprotected =
        protection.whole() ? null : "数据库用户仍可修改或删除审计记录：请系统管理员设置 SEEDBED_JDBC_OWNER_USER 后重新启动。";
    Checks.Check last = checks.last().orElse(null);
    if (last == null) {
      return new TrailSheet.State(false, false, "还没有核验过。", List.of(), unprotected);
    }
    String when = Formats.time(last.at()) + " 核验到第 " + Formats.count(last.seq()) + " 条";
    return last.problems() == 0
        ? new TrailSheet.State(true, true, when + "，没有发现改动。", List.of(), unprotected)
        : new TrailSheet.State(
            false,
            true,
            when + "，发现 " + last.problems() + " 处问题。请保留现状，不要重新启动，并报告主管领导。",
            checks.problems(),
            unprotected);
  }

  private List<TrailSheet.Card> cards() {
    Instant now = clock.instant();
    Instant yesterday = now.minus(Duration.ofDays(1));
    String since = yesterday.atZone(clock.getZone()).toLocalDate().toString();
    Address list = Address.of(PATH).with("from", since).with("result", Outcome.REFUSED.code());
    return List.of(
        new TrailSheet.Card(
            "登录被锁定",
            rows.count(SIGN_INS, yesterday),
            "次",
            "最近 24 小时，连续输错口令",
            list.with("act", Act.SIGN_IN.code())),
        new TrailSheet.Card("越权被拒绝", rows.count(REFUSALS, yesterday), "次", "最近 24 小时，已登录的账号", list),
        due("距上次核验", checks.last().map(Checks.Check::at).orElse(null), now, DUE_AFTER_DAYS),
        due(
            "距上次导出",
            rows.last(List.of("/trail.xlsx", "/trail.csv")).orElse(null),
            now,
            EXPORT_DUE_AFTER_DAYS));
  }

  private static TrailSheet.Card due(String label, @Nullable Instant last, Instant now, int limit) {
    if (last == null) {
      return new TrailSheet.Card(label, 0, "天", "还没有做过，请现在办理", null);
    }
    long days = Duration.between(last, now).toDays();
    String sentence = days < limit ? "每 " + limit + " 天至少一次" : "已超过 " + limit + " 天，请现在办理";
    return new TrailSheet.Card(label, days, "天", sentence, null);
  }

  private static List<Choice> acts() {
    return Arrays.stream(Act.values()).map(act -> new Choice(act.code(), act.label())).toList();
  }

  private static List<Choice> outcomes() {
    return Arrays.stream(Outcome.values())
        .map(outcome -> new Choice(outcome.code(), outcome.label()))
        .toList();
  }
}
