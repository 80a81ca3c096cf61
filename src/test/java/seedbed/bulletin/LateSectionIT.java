package seedbed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.signin.Door;
import seedbed.sql.Statements;

/// What became known after bulletins were issued is told once, however long ago they were.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("补报和更正")
final class LateSectionIT {

  private static final String SMALL = "specialised-sme";

  @Inject BulletinPeople people;
  @Inject Statements statements;
  @Inject Door door;

  @Test
  @DisplayName("隔了一期才补交、补记的也写进通报，只写一次")
  void whatIsLateByMoreThanOnePeriodIsToldOnce() {
    String county = people.county();
    Period second = Period.lastQuarter(people.before().firstDay());
    Period first = Period.lastQuarter(second.firstDay());
    Company company = people.pooled(county + "001", first.firstDay().minusYears(1));
    String office = people.reader(Role.OFFICE, county);
    issue(office, first);
    issue(office, second);
    people.operate(company, first, "100", people.today());
    people.title(company, SMALL, first.firstDay(), people.today(), first.lastDay().plusDays(1));

    String path = issue(office, people.before());

    assertThat(late(path, office)).containsExactly("1", "0", "1", "0", "0");
    assertThat(details(path, LateSection.SHEETS, office))
        .containsExactly("补交%d年1—%d月运行情况表".formatted(first.year(), first.lastMonth()));
    assertThat(details(path, LateSection.TITLES, office)).containsExactly("补记称号：专精特新");
    Document next = door.page(people.open(office, people.last()), office).page();
    assertThat(next.select("#late").text()).contains("没有补报的情况");
  }

  @Test
  @DisplayName("补交的年度填报表、补记完成的方案任务写进下一期")
  void yearlySheetsAndTasksAreTold() {
    String county = people.county();
    Period first = people.before();
    while (first.quarter() != 2) {
      first = Period.lastQuarter(first.firstDay());
    }
    Company company = people.pooled(county + "001", LocalDate.of(first.year() - 3, 1, 1));
    String office = people.reader(Role.OFFICE, county);
    issue(office, first);
    sheet(company, first.year() - 1);
    task(company, first.lastDay());

    String path = people.open(office, people.last());

    assertThat(late(path, office)).containsExactly("0", "0", "0", "1", "1");
    assertThat(details(path, LateSection.YEARLY, office))
        .containsExactly("补交" + (first.year() - 1) + "年度填报表");
    assertThat(details(path, LateSection.TASKS, office))
        .containsExactly(first.lastDay() + "完成：任务1，扩建车间");
  }

  private String issue(String office, Period period) {
    String path = people.open(office, period);
    assertThat(people.send(office, path + "/issue", Map.of()).code()).isEqualTo(303);
    return path;
  }

  private List<String> late(String path, String office) {
    Document page = door.page(path, office).page();
    assertThat(page.select("#late tbody th").eachText())
        .containsExactly("补记的称号和在库", "更正的称号和在库", "补交的运行情况表", "补交的年度填报表", "补记完成的方案任务");
    return page.select("#late tbody td").eachText();
  }

  private List<String> details(String path, String list, String office) {
    return door.page(path + "/companies?list=" + list, office)
        .page()
        .select("tbody td[data-label=说明]")
        .eachText();
  }

  private void sheet(Company company, int year) {
    statements.write(
        """
        INSERT INTO sheet (company_id, about_year, stage, round, since, due_on, version)
        VALUES (?, ?, 'TOWNSHIP', 1, ?, ?, 0)
        """,
        List.of(company.id(), year, people.today(), people.today()));
    statements.write(
        """
        INSERT INTO sheet_step (sheet_id, round, move, stage, done_on, done_at, done_by, done_as)
        SELECT id, 1, 'SUBMIT', 'TOWNSHIP', ?, ?, '试验', '试验'
        FROM sheet
        WHERE company_id = ?
        """,
        List.of(people.today(), people.today().atStartOfDay(), company.id()));
  }

  private void task(Company company, LocalDate doneOn) {
    int year = doneOn.getYear();
    statements.write(
        """
        INSERT INTO plan (company_id, base_year, first_year, last_year, begun_on, begun_by)
        VALUES (?, ?, ?, ?, ?, '试验')
        """,
        List.of(company.id(), year - 1, year, year + 2, doneOn));
    statements.write(
        """
        INSERT INTO plan_version (plan_id, ordinal, stage, since, approved_on, company_name,
                                  archive_number, digest, version)
        SELECT id, 1, 'APPROVED', begun_on, begun_on, '试验', '试验', REPEAT('0', 64), 0
        FROM plan
        WHERE company_id = ?
        """,
        List.of(company.id()));
    statements.write(
        """
        INSERT INTO plan_task (plan_id, number, version_id, name, owner, due_on, state, done_on)
        SELECT v.plan_id, 1, v.id, '扩建车间', '张三', ?, 'DONE', ?
        FROM plan_version v
        JOIN plan p ON p.id = v.plan_id
        WHERE p.company_id = ?
        """,
        List.of(doneOn, doneOn, company.id()));
  }
}
