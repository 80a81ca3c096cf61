package seedbed.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.portfolio.LeaderPeople.Person;
import seedbed.signin.Door;

/// On which days a link may end.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("结束挂钩的日期")
final class EndingIT {

  @Inject LeaderPeople people;
  @Inject Assignments assignments;
  @Inject Door door;

  private Person office;
  private Person leader;
  private Company company;

  @BeforeEach
  void settle() {
    people.settle();
    office = people.person(Role.OFFICE, LeaderPeople.COUNTY, "办事员");
    leader = people.person(Role.LEADER, LeaderPeople.COUNTY, "王领导");
    company = people.company("结束挂钩", LeaderPeople.TOWN);
  }

  @Test
  @DisplayName("已经开始的挂钩，最后一天填到开始以前的不办，记录还在")
  void whatHasBegunCannotEndBeforeItDid() {
    Assignment link = link(leader, people.today().minusYears(1), null);

    Door.Answer answer = end(link, link.heldFrom().minusDays(1));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select(".errors").text()).contains("从 " + link.heldFrom() + " 起已经开始");
    assertThat(assignments.findById(link.id())).contains(link);
    people.done(end(link, link.heldFrom()));
  }

  @Test
  @DisplayName("还没有开始的可以撤销，不留记录；今天开始的不算没有开始")
  void onlyWhatIsStillToBeginIsForgotten() {
    Assignment tomorrow = link(leader, people.today().plusDays(1), null);
    Assignment today =
        link(people.person(Role.LEADER, LeaderPeople.COUNTY, "李领导"), people.today(), null);

    people.done(end(tomorrow, people.today()));

    assertThat(end(today, people.today().minusDays(1)).code()).isEqualTo(422);
    assertThat(assignments.findById(tomorrow.id())).isEmpty();
    assertThat(assignments.findById(today.id())).isPresent();
  }

  @Test
  @DisplayName("已定的最后一天可以推后到接任者开始的前一天，不能与接任者重叠")
  void anEndIsNotPutOffIntoTheSuccessor() {
    LocalDate handedOver = people.today().plusDays(30);
    Assignment link = link(leader, people.today().minusDays(30), handedOver.minusDays(10));
    link(people.person(Role.LEADER, LeaderPeople.COUNTY, "李领导"), handedOver, null);

    Door.Answer answer = end(link, handedOver);

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select(".errors").text())
        .contains("从 " + handedOver + " 起由李领导挂钩", "最晚填 " + handedOver.minusDays(1));
    assertThat(assignments.findById(link.id())).contains(link);
    people.done(end(link, handedOver.minusDays(1)));
    assertThat(assignments.ofCompanies(List.of(company.id()), handedOver)).hasSize(1);
  }

  private Assignment link(Person of, LocalDate from, @Nullable LocalDate to) {
    return assignments.save(new Assignment(0, company.id(), of.account().id(), from, to, "分工文件"));
  }

  private Door.Answer end(Assignment link, LocalDate lastDay) {
    String page = "/assignments/" + link.id();
    return people.send(
        office,
        page,
        page + "/ending",
        Map.of("version", "" + link.version(), "lastDay", lastDay.toString(), "reason", "分工调整"));
  }
}
