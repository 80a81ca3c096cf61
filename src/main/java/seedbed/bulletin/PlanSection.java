package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import seedbed.company.HeldTitles;
import seedbed.criteria.Titles;
import seedbed.web.Formats;

/// Who has a cultivation plan, and which of its tasks were done in time.
@Singleton
class PlanSection implements Section {

  static final String PLANS = "plans";
  static final String TASKS = "tasks";

  private static final Lines.Columns PLANS_COLUMNS =
      new Lines.Columns(
          "'plans'",
          """
          CASE WHEN a.approved_on IS NOT NULL THEN 'APPROVED'
               WHEN b.begun_on IS NOT NULL THEN 'UNDER_WAY'
               ELSE 'NONE' END\
          """,
          "''",
          "COALESCE(a.approved_on, b.begun_on)",
          "NULL");

  private static final Lines.Columns TASKS_COLUMNS =
      new Lines.Columns(
          "'tasks'",
          "CASE WHEN k.done_on BETWEEN ? AND ? THEN 'DONE' ELSE 'OVERDUE' END",
          "LEFT(CONCAT('任务', k.number, '：', k.name), 500)",
          "k.due_on",
          "NULL");

  private final Lines lines;
  private final HeldTitles held;
  private final Titles titles;

  PlanSection(Lines lines, HeldTitles held, Titles titles) {
    this.lines = lines;
    this.held = held;
    this.titles = titles;
  }

  @Override
  public int place() {
    return 50;
  }

  @Override
  public Map<String, String> lists() {
    return Map.of(PLANS, "培育发展方案", TASKS, "方案任务");
  }

  @Override
  public Content.Part of(Count count) {
    writePlans(count);
    writeTasks(count);
    Lines.Tally plans = lines.tally(count.bulletin(), PLANS);
    Lines.Tally tasks = lines.tally(count.bulletin(), TASKS);
    return new Content.Part(
        "plans",
        "培育发展方案和任务",
        List.of(
            "期末在库（市级或省级培育库）企业%s中，%s的培育发展方案已经批准，%s正在编制或审核，%s没有编制。"
                .formatted(
                    Words.companies(plans.all()),
                    Words.companies(plans.of(Mark.APPROVED)),
                    Words.companies(plans.of(Mark.UNDER_WAY)),
                    Words.companies(plans.of(Mark.NONE))),
            "本期完成方案任务%s项；期末逾期未完成%s项。"
                .formatted(
                    Formats.count(tasks.of(Mark.DONE)), Formats.count(tasks.of(Mark.OVERDUE)))),
        List.of(
            new Content.KeyNumber(
                "方案已批准",
                Formats.count(plans.of(Mark.APPROVED)),
                "家",
                "占在库企业 " + Formats.share(plans.of(Mark.APPROVED), plans.all()),
                count.to(PLANS, Mark.APPROVED)),
            new Content.KeyNumber(
                "没有编制方案",
                Formats.count(plans.of(Mark.NONE)),
                "家",
                "在库企业都应编制",
                count.to(PLANS, Mark.NONE)),
            new Content.KeyNumber(
                "完成任务",
                Formats.count(tasks.of(Mark.DONE)),
                "项",
                "本期内完成",
                count.to(TASKS, Mark.DONE)),
            new Content.KeyNumber(
                "逾期任务",
                Formats.count(tasks.of(Mark.OVERDUE)),
                "项",
                "到期末没有完成",
                count.to(TASKS, Mark.OVERDUE))),
        List.of(),
        "");
  }

  private void writePlans(Count count) {
    Period period = count.period();
    List<String> pools =
        titles.ladder().stream()
            .filter(title -> title.kind() == Titles.Kind.POOL)
            .map(Titles.Rung::code)
            .toList();
    lines.write(
        count.bulletin(),
        PLANS_COLUMNS,
        """
        FROM company c
        JOIN region r ON r.code = c.region_code
        LEFT JOIN (SELECT p.company_id, MIN(p.begun_on) AS begun_on
                   FROM plan p
                   WHERE p.begun_on <= ?
                     AND (p.standing = 1
                          OR NOT EXISTS (SELECT 1
                                         FROM plan_version v
                                         JOIN plan_step s ON s.version_id = v.id
                                         WHERE v.plan_id = p.id
                                           AND s.move = 'ABANDON'
                                           AND s.done_on <= ?))
                   GROUP BY p.company_id) b ON b.company_id = c.id
        LEFT JOIN (SELECT p.company_id, MIN(v.approved_on) AS approved_on
                   FROM plan p
                   JOIN plan_version v ON v.plan_id = p.id
                   WHERE v.approved_on <= ?
                   GROUP BY p.company_id) a ON a.company_id = c.id
        WHERE %s
          AND EXISTS (SELECT 1
                      FROM title_holding t
                      WHERE t.company_id = c.id
                        AND t.title IN (%s)
                        AND %s)
        """
            .formatted(
                count.known().condition("c"),
                String.join(", ", Collections.nCopies(pools.size(), "?")),
                held.proven()),
        Count.all(
            period.lastDay(),
            period.lastDay(),
            period.lastDay(),
            count.known().parameters(),
            pools,
            held.on(period.lastDay(), count.knownOn())));
  }

  private void writeTasks(Count count) {
    Period period = count.period();
    lines.write(
        count.bulletin(),
        TASKS_COLUMNS,
        """
        FROM plan_task k
        JOIN plan p ON p.id = k.plan_id
        JOIN company c ON c.id = p.company_id
        JOIN region r ON r.code = c.region_code
        WHERE %s
          AND (k.done_on BETWEEN ? AND ?
               OR (k.due_on <= ? AND (k.done_on IS NULL OR k.done_on > ?)))
        """
            .formatted(count.known().condition("c")),
        Count.all(
            period.firstDay(),
            period.lastDay(),
            count.known().parameters(),
            period.firstDay(),
            period.lastDay(),
            period.lastDay(),
            period.lastDay()));
  }
}
