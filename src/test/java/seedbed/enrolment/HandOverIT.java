package seedbed.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Track;
import seedbed.portfolio.Assignment;
import seedbed.portfolio.Assignments;
import seedbed.signin.Door;

/// Who leaves gives everything to a successor, and the past stays as it was.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class HandOverIT {

  @Inject Door door;
  @Inject Staff staff;
  @Inject Accounts accounts;
  @Inject Assignments assignments;
  @Inject Companies companies;
  @Inject Custodies custodies;
  @Inject Inviting inviting;
  @Inject Clock clock;

  private LocalDate today = LocalDate.EPOCH;
  private Account leaving;
  private Account successor;

  @BeforeEach
  void begin() {
    door.forgetLocks();
    today = LocalDate.now(clock);
    leaving = staff.person(Role.LEADER, "320682");
    successor = staff.person(Role.LEADER, "320682");
  }

  @Test
  void everythingGoesInOneActAndThePastStays() {
    long old = company();
    long fresh = company();
    long coming = company();
    assignments.link(leaving.id(), List.of(old), today.minusDays(30), "分工一");
    assignments.link(leaving.id(), List.of(fresh), today, "分工二");
    assignments.link(leaving.id(), List.of(coming), today.plusDays(5), "分工三");

    assertThat(handOver().code()).isEqualTo(303);

    assertThat(held(successor, today)).containsExactlyInAnyOrder(old, fresh);
    assertThat(held(successor, today.plusDays(5))).containsExactlyInAnyOrder(old, fresh, coming);
    assertThat(held(leaving, today)).isEmpty();
    assertThat(held(leaving, today.plusDays(5))).isEmpty();
    assertThat(held(leaving, today.minusDays(1))).containsExactly(old);
    assertThat(held(successor, today.minusDays(1))).isEmpty();
    assertThat(accounts.findById(leaving.id()).orElseThrow().state())
        .isEqualTo(AccountState.DISABLED);
  }

  @Test
  void whatTheSuccessorHasAnywayIsNotTakenTwice() {
    long shared = company();
    assignments.link(leaving.id(), List.of(shared), today.minusDays(9), null);
    assignments.link(successor.id(), List.of(shared), today.minusDays(3), null);

    handOver();

    assertThat(held(successor, today)).containsExactly(shared);
  }

  @Test
  void accountsThatSomebodyAnswersForGoToo() {
    leaving = staff.person(Role.OFFICE, "320682");
    successor = staff.person(Role.OFFICE, "320682");
    Account waiting =
        inviting
            .open(NewAccount.of(Staff.newName(), Role.OFFICE, "320682", "新人"), leaving.id())
            .account();

    handOver();

    assertThat(custodies.findByAccountIdAndHeldToIsNull(waiting.id()))
        .get()
        .extracting(Custody::keeperId)
        .isEqualTo(successor.id());
  }

  @Test
  void onlySomebodyWithTheSameTaskTakesOver() {
    Account officer = staff.person(Role.OFFICE, "320682");
    assignments.link(leaving.id(), List.of(company()), today.minusDays(1), null);
    successor = officer;

    assertThat(handOver().code()).isEqualTo(422);

    assertThat(held(leaving, today)).hasSize(1);
    assertThat(accounts.findById(leaving.id()).orElseThrow().state())
        .isEqualTo(AccountState.ACTIVE);
  }

  private Door.Answer handOver() {
    String page = "/accounts/" + leaving.id() + "/hand-over";
    return staff.send(
        page,
        page,
        staff.signedIn(Role.ADMIN, "320682"),
        Map.of("successor", Long.toString(successor.id())));
  }

  private List<Long> held(Account account, LocalDate day) {
    return assignments.of(account.id(), day).stream().map(Assignment::companyId).toList();
  }

  private long company() {
    return companies
        .save(
            Company.named(
                "移交" + Staff.newName() + "有限公司",
                "320682",
                Track.MANUFACTURING,
                "试验",
                LocalDate.EPOCH))
        .id();
  }
}
