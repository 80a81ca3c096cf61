package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.sql.Statements;

/// What was recorded of the companies of a bundle after it was made, chapter by chapter as far as
/// its reader may see them.
@Singleton
class BundleChanges {

  /// Where one chapter has what was added to it. Titles only know their day: what is new among them
  /// is told by the last numbers that there were when the bundle was begun.
  ///
  /// @param act by which the chapter is seen; null where everybody who reads dossiers sees it
  /// @param since its conditions; a question mark stands for the moment, or for the day
  /// @param told what holds besides of what a company itself is told; its question mark stands for
  ///   today
  private record Chapter(
      String heading,
      @Nullable Act act,
      boolean daily,
      String joined,
      List<String> since,
      @Nullable String told) {

    Chapter(String heading, @Nullable Act act, boolean daily, String joined, List<String> since) {
      this(heading, act, daily, joined, since, null);
    }
  }

  /// A visit is announced to nobody who is visited.
  private static final String BEGUN =
      """
      (k.inspection_id IS NOT NULL
       OR COALESCE((SELECT d.moved_to
                    FROM inspection_addition d
                    WHERE d.inspection_id = f.inspection_id
                      AND d.moved_to IS NOT NULL
                    ORDER BY d.id DESC
                    LIMIT 1), f.planned_on) <= ?)\
      """;

  private static final List<Chapter> CHAPTERS =
      List.of(
          new Chapter(
              "指标",
              null,
              false,
              "JOIN figure f ON f.company_id = b.company_id",
              List.of("f.reported_at > ?")),
          new Chapter(
              "指标",
              null,
              false,
              "JOIN figure_confirmation f ON f.company_id = b.company_id",
              List.of("f.confirmed_at > ?")),
          new Chapter(
              "称号",
              Act.SEE_TITLES,
              true,
              """
              JOIN title_holding t ON t.company_id = b.company_id
              LEFT JOIN title_event e ON e.holding_id = t.id\
              """,
              List.of(
                  "t.id > made.holding_mark", "e.id > made.event_mark", "t.end_recorded_on > ?")),
          new Chapter(
              "奖励",
              Act.SEE_REWARDS,
              false,
              """
              JOIN reward w ON w.company_id = b.company_id
              LEFT JOIN reward_payment p ON p.reward_id = w.id
              LEFT JOIN reward_payment_void z ON z.payment_id = p.id
              LEFT JOIN reward_void v ON v.reward_id = w.id\
              """,
              List.of(
                  "w.entered_at > ?", "p.recorded_at > ?", "z.voided_at > ?", "v.voided_at > ?")),
          new Chapter(
              "培育方案",
              Act.SEE_PLANS,
              false,
              """
              JOIN plan p ON p.company_id = b.company_id
              JOIN plan_version v ON v.plan_id = p.id
              JOIN plan_step s ON s.version_id = v.id\
              """,
              List.of("s.done_at > ?")),
          new Chapter(
              "培育方案",
              Act.SEE_PLANS,
              false,
              """
              JOIN plan p ON p.company_id = b.company_id
              JOIN plan_progress r ON r.plan_id = p.id\
              """,
              List.of("r.reported_at > ?")),
          new Chapter(
              "诉求",
              Act.SEE_REQUESTS,
              false,
              """
              JOIN request q ON q.company_id = b.company_id
              JOIN request_entry e ON e.request_id = q.id\
              """,
              List.of("e.done_at > ?")),
          new Chapter(
              "申报计划",
              Act.SEE_NOMINATIONS,
              false,
              """
              JOIN nomination n ON n.company_id = b.company_id
              JOIN nomination_step s ON s.nomination_id = n.id\
              """,
              List.of("s.done_at > ?")),
          new Chapter(
              "佐证材料",
              Act.SEE_EVIDENCE,
              false,
              """
              JOIN evidence e ON e.company_id = b.company_id
              LEFT JOIN evidence_version v ON v.evidence_id = e.id\
              """,
              List.of("v.uploaded_at > ?", "e.withdrawn_at > ?")),
          new Chapter(
              "走访",
              Act.SEE_VISITS,
              false,
              """
              JOIN visit w ON w.company_id = b.company_id
              LEFT JOIN visit_addition a ON a.visit_id = w.id\
              """,
              List.of("w.written_at > ?", "a.written_at > ?")),
          new Chapter(
              "检查报备",
              Act.SEE_INSPECTIONS,
              false,
              """
              JOIN inspection i ON i.company_id = b.company_id
              JOIN inspection_filing f ON f.inspection_id = i.id
              LEFT JOIN inspection_conclusion k ON k.inspection_id = i.id\
              """,
              List.of("f.filed_at > ?", "k.concluded_at > ?"),
              BEGUN),
          new Chapter(
              "办理历史",
              Act.SEE_APPLICATIONS,
              false,
              """
              JOIN application a ON a.company_id = b.company_id
              JOIN application_step s ON s.application_id = a.id\
              """,
              List.of("s.done_at > ?")),
          new Chapter(
              "办理历史",
              Act.SEE_REVIEWS,
              false,
              """
              JOIN review_member m ON m.company_id = b.company_id
              JOIN review_round r ON r.id = m.round_id\
              """,
              List.of("r.closed_at > ?")));

  private final Statements statements;
  private final Permissions permissions;
  private final Clock clock;

  BundleChanges(Statements statements, Permissions permissions, Clock clock) {
    this.statements = statements;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// A company of which something was recorded since, and in which chapters.
  record Changed(long companyId, String company, Set<String> chapters) {

    public String words() {
      return String.join("、", chapters);
    }
  }

  /// In the order of the bundle.
  List<Changed> since(long bundle, Instant moment, Permission permission) {
    List<Object> parameters = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    boolean own = permission.caller().role() == Role.COMPANY;
    for (Chapter chapter : CHAPTERS) {
      if (chapter.act() == null || permissions.allow(permission.caller(), chapter.act())) {
        String told = own ? chapter.told() : null;
        parts.add(part(chapter, told));
        parameters.add(chapter.heading());
        parameters.add(bundle);
        Object from =
            chapter.daily() ? LocalDate.ofInstant(moment, clock.getZone()) : Timestamp.from(moment);
        chapter.since().stream()
            .filter(condition -> condition.contains("?"))
            .forEach(_ -> parameters.add(from));
        if (told != null) {
          parameters.add(LocalDate.now(clock));
        }
      }
    }
    parameters.add(bundle);
    Map<Long, Changed> changed = new LinkedHashMap<>();
    statements.each(
        """
        SELECT c.id, c.name, found.heading
        FROM (%s) found
        JOIN dossier_bundle_company o ON o.company_id = found.company_id
        JOIN company c ON c.id = o.company_id
        WHERE o.bundle_id = ?
        ORDER BY o.place
        """
            .formatted(String.join("\nUNION\n", parts)),
        parameters,
        row -> {
          long company = row.getLong(1);
          changed.putIfAbsent(
              company, new Changed(company, row.getString(2), new LinkedHashSet<>()));
          Objects.requireNonNull(changed.get(company)).chapters().add(row.getString(3));
        });
    return List.copyOf(changed.values());
  }

  private static String part(Chapter chapter, @Nullable String told) {
    return """
    SELECT ? AS heading, b.company_id
    FROM dossier_bundle_company b
    JOIN dossier_bundle made ON made.id = b.bundle_id
    %s
    WHERE b.bundle_id = ?
      AND (%s)%s\
    """
        .formatted(
            chapter.joined(),
            String.join(" OR ", chapter.since()),
            told == null ? "" : "\n  AND " + told);
  }
}
