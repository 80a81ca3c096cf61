package seedbed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.evidence.ScarceDisk;
import seedbed.signin.Door;
import seedbed.sql.LostConnection;
import seedbed.sql.Statements;

/// Issuing a bulletin while the database goes away, or while the disk is full.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.test.disk", value = "scarce")
@DisplayName("印发通报时断了数据库、满了磁盘")
final class OutagesIT {

  @Inject BulletinPeople people;
  @Inject LostConnection lost;
  @Inject ScarceDisk disk;
  @Inject Statements statements;
  @Inject Door door;

  @Test
  @DisplayName("数据库连接中断：页面说清楚，没有印发一半；恢复以后再印发，编号从头连续")
  void aLostDatabaseLeavesADraft() throws Exception {
    String county = people.county();
    people.pooled(county + "001", people.last().firstDay());
    String office = people.reader(Role.OFFICE, county);
    String path = people.open(office, people.last());

    Door.Answer cut =
        lost.during(
                "INSERT INTO archive_series (region_code, series, year, latest)"
                    + " VALUES (?, 'BULLETIN', ?, 1)",
                List.of(county, people.today().getYear()),
                "INSERT INTO archive_series",
                () -> people.send(office, path + "/issue", Map.of()))
            .get();

    assertThat(cut.code()).isEqualTo(503);
    assertThat(cut.page().select("main").text()).contains("与数据库的连接断了", "请报编号");
    staysADraft(path, county);
    assertThat(people.send(office, path + "/issue", Map.of()).code()).isEqualTo(303);
    assertThat(door.page(path, office).page().text())
        .contains("〔" + people.today().getYear() + "〕");
    assertThat(latest(county)).isEqualTo(1);
  }

  @Test
  @DisplayName("磁盘已满：页面说清楚，没有印发一半；清理以后再印发，编号从头连续")
  void aFullDiskLeavesADraft() {
    String county = people.county();
    people.pooled(county + "001", people.last().firstDay());
    String office = people.reader(Role.OFFICE, county);
    String path = people.open(office, people.last());

    disk.full(true);
    Door.Answer full = people.send(office, path + "/issue", Map.of());
    disk.full(false);

    assertThat(full.code()).isEqualTo(503);
    assertThat(full.page().select("main").text()).contains("磁盘已满", "没有生效", "请报编号");
    staysADraft(path, county);
    assertThat(people.send(office, path + "/issue", Map.of()).code()).isEqualTo(303);
    assertThat(latest(county)).isEqualTo(1);
  }

  private void staysADraft(String path, String county) {
    long id = Long.parseLong(path.replaceAll(".*/", ""));
    assertThat(count("SELECT COUNT(*) FROM bulletin WHERE id = ? AND stage = 'DRAFT'", id)).isOne();
    assertThat(count("SELECT COUNT(*) FROM bulletin_issue WHERE bulletin_id = ?", id)).isZero();
    assertThat(count("SELECT COUNT(*) FROM bulletin_issue_line WHERE bulletin_id = ?", id))
        .isZero();
    assertThat(count("SELECT COUNT(*) FROM archive_document WHERE region_code = ?", county))
        .isZero();
  }

  private long latest(String county) {
    return count("SELECT latest FROM archive_series WHERE region_code = ?", county);
  }

  private long count(String sql, Object about) {
    return statements.count(sql, List.of(about));
  }
}
