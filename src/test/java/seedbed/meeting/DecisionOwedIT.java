package seedbed.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.obligation.Among;
import seedbed.obligation.Obligations;
import seedbed.obligation.Obligations.Obligation;
import seedbed.obligation.Obligations.Query;
import seedbed.obligation.Owner;
import seedbed.obligation.State;
import seedbed.obligation.Window;
import seedbed.signin.Door;

/// What meetings decided is owed by whom they named, until it is closed.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("会议议定事项的应报")
final class DecisionOwedIT {

  @Inject MeetingPeople people;
  @Inject GivenMeetings given;
  @Inject MeetingCasework casework;
  @Inject Obligations obligations;
  @Inject Door door;

  private String county;
  private LocalDate today;

  @BeforeEach
  void settle() {
    county = people.county();
    today = people.today();
  }

  private List<Obligation> owed(Among among) {
    return obligations.list(
        Query.of(new Window(today.minusYears(1), today.plusYears(1))).kind("decision"),
        among,
        100,
        0);
  }

  private List<Obligation> owedInCounty() {
    return owed(Among.below(List.of(county), today));
  }

  private void close(long decision, LocalDate on) {
    casework.close(decision, "已办结", on, GivenMeetings.office(county));
  }

  @Test
  @DisplayName("销号之日不迟于期限为按时，迟于期限为迟报，没有销号为未报，只报进展不算办结")
  void theDayItIsClosedCounts() {
    long onTime = given.decided(county, "UNIT:科技局");
    long late = given.decided(county, "UNIT:科技局");
    long open = given.decided(county, "UNIT:科技局");
    casework.report(open, "正在办理", today.plusDays(1), GivenMeetings.office(county));
    close(onTime, today.plusDays(10));
    close(late, today.plusDays(11));

    assertThat(owedInCounty())
        .extracting(Obligation::subjectId, Obligation::state)
        .containsExactlyInAnyOrder(
            tuple(onTime, State.ON_TIME), tuple(late, State.LATE), tuple(open, State.MISSING));
  }

  @Test
  @DisplayName("纪要未印发的不应报；恢复办理以后又是未报")
  void whatWasNotIssuedIsNotOwedAndWhatIsReopenedIsOwedAgain() {
    given.held(county);
    assertThat(owedInCounty()).isEmpty();

    long decision = given.decided(county, "OFFICE:" + county);
    close(decision, today.plusDays(2));
    String office = people.reader(Role.OFFICE, county);
    people.send(office, "/decisions/" + decision + "/reopening", Map.of("words", "没有落实"));

    assertThat(owedInCounty())
        .extracting(Obligation::subjectId, Obligation::owner, Obligation::state)
        .containsExactly(tuple(decision, Owner.OFFICE, State.MISSING));
  }

  @Test
  @DisplayName("镇（街道）的归本镇，部门的归本部门，列表里各看各的")
  void everybodySeesTheirOwn() {
    String town = county + "001";
    given.decided(county, "TOWN:" + town);
    given.decided(county, "UNIT:科技局");

    assertThat(owed(Among.regions(List.of(town), today)))
        .extracting(Obligation::owner)
        .containsExactly(Owner.TOWNSHIP);
    assertThat(listed(people.reader(Role.OFFICE, county))).hasSize(2);
    assertThat(listed(people.reader(Role.TOWNSHIP, town))).hasSize(1);
    assertThat(listed(people.reader(Role.TOWNSHIP, county + "002"))).isEmpty();
    assertThat(listed(people.department(county, "科技局"))).hasSize(1);
    assertThat(listed(people.department(county, "商务局"))).isEmpty();
    assertThat(listed(people.reader(Role.LEADER, county)))
        .as("leaders see decisions on their own page, and here what is about their companies")
        .isEmpty();
  }

  private List<String> listed(String session) {
    return door.page("/obligations?kind=decision", session).page().select("tbody tr").eachText();
  }
}
