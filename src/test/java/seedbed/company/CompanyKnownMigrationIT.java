package seedbed.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What the migration says of companies that were there before they had a 登记日.
@MicronautTest
class CompanyKnownMigrationIT {

  private static final List<String> EARLIER =
      List.of(
          """
          INSERT INTO region (code, name, level, parent_code, source)
          VALUES ('91', '旧省', 'PROVINCE', NULL, '试验')
          """,
          """
          INSERT INTO company (id, name, name_initials, region_code, track, origin, recorded_on,
                               source, version)
          VALUES (9001, '旧有称号', 'A', '91', 'MANUFACTURING', 'IMPORT', '9999-01-01', '表', 0),
                 (9002, '旧有填报', 'B', '91', 'MANUFACTURING', 'DEMO', '9999-01-01', '示例', 0),
                 (9003, '旧在名单', 'C', '91', 'MANUFACTURING', 'DOCUMENT', '9999-01-01',
                  '皋政办发〔2021〕87号 附件7 第1行：摘录', 0),
                 (9004, '旧在报告', 'D', '91', 'MANUFACTURING', 'DOCUMENT', '9999-01-01',
                  '皋政办发〔2021〕87号 附件7 第1行：摘录', 0),
                 (9005, '旧无所知', 'E', '91', 'MANUFACTURING', 'IMPORT', '9999-01-01', '表', 0)
          """,
          """
          INSERT INTO title_holding (company_id, title, held_from, from_precision, recorded_on,
                                     document_no, source)
          VALUES (9001, 'little-giant', '2022-08-01', 'DAY', '2022-08-05', '文件', '试验'),
                 (9001, 'champion', '2023-08-01', 'DAY', '2023-08-05', '文件', '试验'),
                 (9004, 'little-giant', '2019-12-31', 'YEAR', '2020-10-31', '文件', '试验')
          """,
          """
          INSERT INTO figure (company_id, indicator, period, yearly, number, source_document,
                              reported_by, reported_at)
          VALUES (9001, 'revenue', '2022-12-31', TRUE, 1, '表', '试验', '2023-04-10 09:30:00'),
                 (9002, 'revenue', '2022-12-31', TRUE, 1, '表', '试验', '2023-04-10 00:00:00'),
                 (9002, 'revenue', '2023-12-31', TRUE, 1, '表', '试验', '2024-04-10 23:59:59')
          """);

  @Inject Connection connection;
  @Inject Clock clock;

  @Test
  void eachIsKnownFromTheFirstThatWasToldOfIt() throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : EARLIER) {
        statement.executeUpdate(sql);
      }

      statement.executeUpdate(backfill());

      assertThat(days(statement))
          .containsEntry(9001L, LocalDate.of(2022, 8, 5))
          .containsEntry(9002L, LocalDate.of(2023, 4, 10))
          .containsEntry(9003L, LocalDate.of(2021, 6, 18))
          .containsEntry(9004L, LocalDate.of(2020, 10, 31))
          .containsEntry(9005L, LocalDate.now(clock));
    }
  }

  private static String backfill() throws IOException {
    try (var file =
        CompanyKnownMigrationIT.class.getResourceAsStream(
            "/db/migration/V014__company_known.sql")) {
      String sql = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      int start = sql.indexOf("UPDATE company");
      return sql.substring(start, sql.indexOf(';', start));
    }
  }

  private static Map<Long, LocalDate> days(Statement statement) throws SQLException {
    Map<Long, LocalDate> days = new HashMap<>();
    try (ResultSet row = statement.executeQuery("SELECT id, recorded_on FROM company")) {
      while (row.next()) {
        days.put(row.getLong(1), row.getObject(2, LocalDate.class));
      }
    }
    return days;
  }
}
