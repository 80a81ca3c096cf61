package seedbed.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.schedule.Chore;

/// The nightly end of what companies have said nothing about.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("每晚办结企业逾期没有反馈的诉求")
final class SilenceEndingIT {

  @Inject List<Chore> chores;
  @Inject RequestPeople people;
  @Inject GivenRequests given;
  @Inject RequestCasework casework;
  @Inject Entries entries;
  @Inject Clock clock;

  private LocalDate today = LocalDate.EPOCH;
  private Company company;
  private Chore chore;

  @BeforeEach
  void settle() {
    people.settle();
    today = LocalDate.now(clock);
    company = people.company();
    // Nothing ends silently that nobody of the company could read.
    people.owner(company);
    chore =
        chores.stream()
            .filter(each -> each.name().equals("silent-requests"))
            .findFirst()
            .orElseThrow();
  }

  private List<Move> moves(long id) {
    return entries.findByRequestIdOrderByIdDesc(id).stream().map(Entry::move).toList();
  }

  @Test
  @DisplayName("期限当天还等企业，过一天视为同意；跑几遍都只办结一次")
  void onTheLastDayTheCompanyMayStillSpeak() {
    long id = given.answered(company.id(), "自然资源局", today.minusDays(11));
    LocalDate last = today.minusDays(1);
    assertThat(given.find(id).dueOn()).isEqualTo(last);

    chore.run(last);
    assertThat(given.find(id).stage()).isEqualTo(Stage.ANSWERED);
    chore.run(today);
    chore.run(today);

    Request ended = given.find(id);
    assertThat(ended.stage()).isEqualTo(Stage.CLOSED);
    assertThat(ended.closing()).isEqualTo(Request.Closing.SILENT);
    assertThat(ended.since()).isEqualTo(today);
    assertThat(ended.satisfaction()).isNull();
    assertThat(moves(id)).containsOnlyOnce(Move.SILENCE);
    Entry entry = entries.findByRequestIdOrderByIdDesc(id).getFirst();
    assertThat(entry.doneAs()).isEqualTo("系统");
    assertThat(entry.wasDueOn()).isEqualTo(last);
  }

  @Test
  @DisplayName("还在办理、企业已经不同意的，不会被办结")
  void onlyWhatWaitsForTheCompanyEnds() {
    long handled = given.handled(company.id(), "自然资源局", today.minusDays(60));
    long objected = given.answered(company.id(), "自然资源局", today.minusDays(30));
    casework.object(objected, "还没有解决", today.minusDays(29), GivenRequests.by(Role.COMPANY));

    chore.run(today);

    assertThat(given.find(handled).stage()).isEqualTo(Stage.HANDLING);
    assertThat(given.find(objected).stage()).isEqualTo(Stage.HANDLING);
    assertThat(moves(objected)).doesNotContain(Move.SILENCE);
  }
}
