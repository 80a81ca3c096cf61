package seedbed.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Makes many companies of the few of the demonstration pool.
final class PoolCopies {

  /// As many copies as make the companies of a province.
  static final int PROVINCE = 84;

  /// Numbers of copies begin here, far above those of the originals.
  private static final long STRIDE = 10_000_000L;

  private static final List<String> COPY =
      List.of(
          """
          INSERT INTO company (id, name, short_name, name_initials, region_code, industry_code,
                               industry_name, track, main_product, founded_on, origin,
                               recorded_on, titles_checked_on, source, version)
          SELECT id + %1$d, CONCAT(name, %2$d), short_name, name_initials, region_code,
                 industry_code, industry_name, track, main_product, founded_on, origin,
                 recorded_on, titles_checked_on, source, version
          FROM company
          WHERE demo AND id < %3$d
          """,
          """
          INSERT INTO title_holding (id, company_id, title, held_from, from_precision, held_to,
                                     document_no, source, recorded_on, end_recorded_on)
          SELECT t.id + %1$d, t.company_id + %1$d, t.title, t.held_from, t.from_precision,
                 t.held_to, t.document_no, t.source, t.recorded_on, t.end_recorded_on
          FROM title_holding t
          JOIN company c ON c.id = t.company_id AND c.demo
          WHERE t.company_id < %3$d
          """,
          """
          INSERT INTO figure (id, company_id, indicator, period, yearly, number, word,
                              source_document, source_page, reported_by, reported_at, expires_on,
                              supersedes_id)
          SELECT f.id + %1$d, f.company_id + %1$d, f.indicator, f.period, f.yearly, f.number,
                 f.word, f.source_document, f.source_page, f.reported_by, f.reported_at,
                 f.expires_on, f.supersedes_id + %1$d
          FROM figure f
          JOIN company c ON c.id = f.company_id AND c.demo
          WHERE f.company_id < %3$d
          """,
          """
          INSERT INTO figure_confirmation (id, company_id, figure_id, confirmed, confirmed_by,
                                           confirmed_at)
          SELECT w.id + %1$d, w.company_id + %1$d, w.figure_id + %1$d, w.confirmed,
                 w.confirmed_by, w.confirmed_at
          FROM figure_confirmation w
          JOIN company c ON c.id = w.company_id AND c.demo
          WHERE w.company_id < %3$d
          """,
          """
          INSERT INTO plan (id, company_id, base_year, first_year, last_year, begun_on, begun_by)
          SELECT p.id + %1$d, p.company_id + %1$d, p.base_year, p.first_year, p.last_year,
                 p.begun_on, p.begun_by
          FROM plan p
          JOIN company c ON c.id = p.company_id AND c.demo
          WHERE p.company_id < %3$d
          """,
          """
          INSERT INTO plan_version (id, plan_id, ordinal, stage, pending, since, due_on,
                                    approved_on, company_name, archive_number, digest, version)
          SELECT v.id + %1$d, v.plan_id + %1$d, v.ordinal, v.stage, v.pending, v.since, v.due_on,
                 v.approved_on, v.company_name, v.archive_number, v.digest, v.version
          FROM plan_version v
          WHERE v.plan_id < %3$d
          """,
          """
          INSERT INTO plan_task (plan_id, number, version_id, name, owner, from_on, due_on, state,
                                 done_on, reported)
          SELECT k.plan_id + %1$d, k.number, k.version_id + %1$d, k.name, k.owner, k.from_on,
                 k.due_on, k.state, k.done_on, k.reported
          FROM plan_task k
          WHERE k.plan_id < %3$d
          """);

  /// Everybody who is not in the pool of the municipality.
  private static final String ENROL =
      """
      INSERT INTO title_holding (company_id, title, held_from, from_precision, document_no, source,
                                 recorded_on)
      SELECT c.id, 'rugao-pool', '2023-07-03', 'DAY', '试验入库公告', '试验', '2023-07-03'
      FROM company c
      WHERE c.demo
        AND NOT EXISTS (SELECT 1
                        FROM title_holding t
                        WHERE t.company_id = c.id
                          AND t.title = 'rugao-pool'
                          AND t.held_to IS NULL)
      """;

  /// Those whom an earlier run has removed are in again.
  private static final String TAKE_BACK =
      """
      UPDATE title_holding
      SET held_to = planned_to, planned_to = NULL, end_recorded_on = NULL, end_document = NULL
      WHERE title = 'rugao-pool'
        AND end_document LIKE '试验公告%'
      """;

  private PoolCopies() {}

  /// What an earlier run has copied is used again.
  static void fill(Connection connection, int copies) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(TAKE_BACK);
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (var copy = copies(statement); copy < copies; copy++) {
        for (var sql : COPY) {
          statement.execute(sql.formatted(copy * STRIDE, copy, STRIDE));
        }
      }
      statement.execute("SET FOREIGN_KEY_CHECKS = 1");
    }
  }

  private static long copies(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("SELECT MAX(id) FROM company")) {
      row.next();
      return row.getLong(1) / STRIDE + 1;
    }
  }

  /// Puts all of them into the pool that a round reviews.
  ///
  /// @return how many were not in
  static int enrol(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeUpdate(ENROL);
    }
  }
}
