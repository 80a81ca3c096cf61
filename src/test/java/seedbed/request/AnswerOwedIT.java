package seedbed.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.obligation.Among;
import seedbed.obligation.Obligations;
import seedbed.obligation.Obligations.Obligation;
import seedbed.obligation.Obligations.Query;
import seedbed.obligation.Owner;
import seedbed.obligation.State;
import seedbed.obligation.Window;

/// What offices and departments owe to whoever asks for something.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("诉求分办和答复的应报")
final class AnswerOwedIT {

  private static final LocalDate RAISED = LocalDate.of(2026, 9, 1);
  private static final LocalDate ROUTED = LocalDate.of(2026, 9, 2);
  private static final LocalDate PROMISED = LocalDate.of(2026, 9, 15);

  @Inject RequestPeople people;
  @Inject GivenRequests given;
  @Inject RequestCasework casework;
  @Inject Obligations obligations;

  private Company company;

  @BeforeEach
  void settle() {
    people.settle();
    company = people.company();
  }

  private long promised(String unit) {
    long id = given.raised(company.id(), RAISED);
    casework.route(id, unit, PROMISED, ROUTED, GivenRequests.by(Role.OFFICE));
    return id;
  }

  private void answer(long id, LocalDate on) {
    casework.answer(id, "试验答复", on, GivenRequests.by(Role.DEPARTMENT));
  }

  private List<Obligation> owed() {
    return obligations.list(
        Query.of(Window.ofYear(2026)).kind("request"),
        Among.companies(List.of(company.id()), LocalDate.of(2026, 11, 29)),
        100,
        0);
  }

  private Obligation answerOf(long id) {
    return owed().stream()
        .filter(each -> each.subjectId() == id && each.title().startsWith("答复"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("答复按承诺日期分按时、迟报、未报，由承办单位承担")
  void thePromisedDayIsTheLastOnTime() {
    long onTime = promised("科技局");
    long late = promised("科技局");
    long silent = promised("科技局");
    answer(onTime, PROMISED);
    answer(late, PROMISED.plusDays(1));

    assertThat(answerOf(onTime).state()).isEqualTo(State.ON_TIME);
    assertThat(answerOf(late).state()).isEqualTo(State.LATE);
    assertThat(answerOf(silent))
        .extracting(Obligation::state, Obligation::owner, Obligation::unit, Obligation::dueOn)
        .containsExactly(State.MISSING, Owner.DEPARTMENT, "科技局", PROMISED);
  }

  @Test
  @DisplayName("分办和培育办本单位承办的，由培育办承担")
  void theOfficeOwesRoutingAndItsOwnAnswers() {
    long waiting = given.raised(company.id(), RAISED);
    long own = promised("发改委");

    assertThat(owed())
        .extracting(Obligation::subjectId, Obligation::owner, Obligation::state)
        .containsExactlyInAnyOrder(
            tuple(waiting, Owner.OFFICE, State.MISSING),
            tuple(own, Owner.OFFICE, State.ON_TIME),
            tuple(own, Owner.OFFICE, State.MISSING));
  }

  @Test
  @DisplayName("延期以后按新的承诺日期；逾期以后才改派的，原承办单位记迟报")
  void puttingOffMovesTheDayAndTakingAwayDoesNotUndoLateness() {
    long putOff = promised("科技局");
    casework.extend(
        putOff,
        PROMISED.plusDays(10),
        "需要会商",
        PROMISED.minusDays(1),
        GivenRequests.by(Role.DEPARTMENT));
    answer(putOff, PROMISED.plusDays(10));
    long taken = promised("科技局");
    LocalDate after = PROMISED.plusDays(3);
    casework.reroute(
        taken, "商务局", after.plusDays(20), "职责不符", after, GivenRequests.by(Role.OFFICE));

    assertThat(answerOf(putOff).state()).isEqualTo(State.ON_TIME);
    assertThat(owed())
        .filteredOn(each -> each.subjectId() == taken && each.title().startsWith("答复"))
        .extracting(Obligation::unit, Obligation::state)
        .containsExactly(tuple("科技局", State.LATE), tuple("商务局", State.MISSING));
  }

  @Test
  @DisplayName("撤回的不再要求答复；企业不同意的，重新答复另算一次")
  void whatIsTakenBackIsNotOwedAndWhatIsNotAgreedIsOwedAgain() {
    long withdrawn = promised("科技局");
    casework.withdraw(withdrawn, "已解决", ROUTED.plusDays(1), GivenRequests.by(Role.COMPANY));
    long again = promised("科技局");
    answer(again, PROMISED);
    casework.object(again, "没有解决", PROMISED.plusDays(1), GivenRequests.by(Role.COMPANY));

    assertThat(owed())
        .filteredOn(each -> each.title().startsWith("答复"))
        .extracting(Obligation::subjectId, Obligation::state)
        .containsExactly(tuple(again, State.ON_TIME), tuple(again, State.MISSING));
  }
}
