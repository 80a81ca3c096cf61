package seedbed.report.company;

import io.micronaut.context.BeanContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Makes a province out of the demonstration pool: every fictitious company many times over, with
/// titles and outcomes, all in the newest run. Figures are left out; lists do not read them.
final class LargePool {
  private static final int ORIGINALS = 120;

  private static final List<String> TABLES =
      List.of(
          """
          INSERT INTO company (id, name, short_name, name_initials, credit_code, region_code,
                               industry_code, industry_name, track, main_product, founded_on, origin,
                               titles_checked_on, source, version)
          WITH RECURSIVE copy AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM copy WHERE i < %d)
          SELECT c.id + i * 100000, CONCAT(c.name, i), c.short_name,
                 CONCAT(CHAR(65 + i MOD 26 USING ascii),
                        CHAR(65 + (i DIV 26) MOD 26 USING ascii), c.name_initials),
                 CONCAT('91000000', LPAD(c.id, 5, '0'), LPAD(i, 5, '0')), c.region_code,
                 c.industry_code, c.industry_name, c.track, c.main_product, c.founded_on, c.origin,
                 c.titles_checked_on, c.source, c.version
          FROM company c, copy
          WHERE c.demo
          """,
          """
          INSERT INTO title_holding (company_id, title, held_from, from_precision, held_to,
                                     document_no, source)
          WITH RECURSIVE copy AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM copy WHERE i < %d)
          SELECT t.company_id + i * 100000, t.title, t.held_from, t.from_precision, t.held_to,
                 t.document_no, t.source
          FROM title_holding t
          JOIN company c ON c.id = t.company_id AND c.demo AND c.id < 100000, copy
          """,
          """
          INSERT INTO assessment (run_id, company_id, title, held, edition, overlay, truth,
                                  not_met_count, unknown_count, missing_count, next_step,
                                  shortfall)
          WITH RECURSIVE copy AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM copy WHERE i < %d)
          SELECT a.run_id, a.company_id + i * 100000, a.title, a.held, a.edition, a.overlay,
                 a.truth, a.not_met_count, a.unknown_count, a.missing_count, a.next_step,
                 a.shortfall
          FROM assessment a
          JOIN company c ON c.id = a.company_id AND c.demo AND c.id < 100000, copy
          """,
          """
          INSERT INTO assessment_gap (run_id, company_id, title, indicator, year)
          WITH RECURSIVE copy AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM copy WHERE i < %d)
          SELECT g.run_id, g.company_id + i * 100000, g.title, g.indicator, g.year
          FROM assessment_gap g
          JOIN company c ON c.id = g.company_id AND c.demo AND c.id < 100000, copy
          """);

  private LargePool() {}

  /// The run must be there already. It counts as fresh for a day, so that it is not made again.
  static void grow(BeanContext context, int companies) {
    var source = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class));
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      for (var table : TABLES) {
        statement.execute(table.formatted(companies / ORIGINALS));
      }
      statement.execute(
          """
          UPDATE assessment_run
          SET companies = (SELECT COUNT(*) FROM company),
              done = (SELECT COUNT(*) FROM company),
              touched_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY
          """);
      statement.execute("ANALYZE TABLE company, title_holding, assessment, assessment_gap");
    } catch (SQLException e) {
      throw new IllegalStateException("the pool does not grow", e);
    }
  }
}
