package seedbed.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.TwoTowns;
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

  @Inject TwoTowns towns;
  @Inject Door door;
  @Inject Staff staff;
  @Inject Accounts accounts;
  @Inject Assignments assignments;
  @Inject Companies companies;
  @Inject Custodies custodies;
  @Inject Inviting inviting;
  @Inject HandOver handOver;
  @Inject TransactionOperations<Connection> transactions;
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
  void closingAloneSaysWhatIsLeft() {
    assignments.link(leaving.id(), List.of(company(), company()), today, "分工");
    String page = "/accounts/" + leaving.id();

    var answer =
        staff.send(page, page + "/closure", staff.signedIn(Role.ADMIN, "320682"), Map.of());

    assertThat(URLDecoder.decode(answer.cookie(), StandardCharsets.UTF_8))
        .contains("账号已停用", "挂钩企业 2 项", "请办理移交");
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
  void importsGoTooAndStillSayWhoUploaded() {
    leaving = staff.person(Role.OFFICE, "320682");
    successor = staff.person(Role.OFFICE, "320682");
    insertImport(leaving);

    handOver();

    assertThat(
            rows(
                "SELECT account_id, uploaded_by, kept_by FROM data_import WHERE file_hash = '"
                    + leaving.username()
                    + "'"))
        .containsExactly(List.of("" + successor.id(), leaving.username(), successor.username()));
  }

  /// A new column of somebody's number has to be given its place here, and its Belongings if it is
  /// something that is answered for.
  @Test
  void everythingThatNamesAnAccountWasThoughtOf() {
    assertThat(
            rows(
                """
                SELECT CONCAT(table_name, '.', column_name)
                FROM information_schema.columns
                WHERE table_schema = DATABASE()
                  AND column_comment LIKE '%账号编号%'
                  AND column_key <> 'PRI'
                """))
        .extracting(List::getFirst)
        .containsExactlyInAnyOrder(
            // Handed over.
            "assignment.account_id",
            "data_import.account_id",
            "custody.keeper_id",
            "aide.leader_id",
            "aide.aide_id",
            // What somebody answers for, not who.
            "custody.account_id",
            // Ends with the account, or stays with a closed one and opens nothing.
            "account_identity.account_id",
            "session.account_id",
            "invitation.account_id",
            "dossier_bundle.account_id",
            // Says who it was, for ever.
            "account.changed_by",
            "visit.leader_id",
            "reminder.account_id",
            "reminder_digest.account_id",
            "invitation.made_by",
            "trail_entry.account_id",
            "trail_check.account_id");
  }

  @Test
  void whoSeesLessOrWorksElsewhereDoesNotTakeOver() {
    towns.found();
    leaving = staff.person(Role.TOWNSHIP, TwoTowns.COUNTY);
    Account narrower = staff.person(Role.TOWNSHIP, TwoTowns.TOWN);
    successor = narrower;

    assertThat(handOver().code()).isEqualTo(422);

    successor = leaving;
    leaving = narrower;
    assertThat(handOver().code()).isEqualTo(303);
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

  @Test
  void whoIsBeingClosedMeanwhileDoesNotTakeOver() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HandOver.Outcome> outcome =
          transactions.executeWrite(status -> {
            accounts.update(successor.disabled());
            Future<HandOver.Outcome> waiting =
                executor.submit(() -> handOver.handOver(leaving.id(), successor.id(), 0));
            Thread.sleep(500);
            return waiting;
          });

      assertThat(outcome.get()).isInstanceOf(HandOver.Outcome.Refused.class);
    }
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

  private void insertImport(Account by) {
    transactions.executeWrite(status -> {
      try (var statement = status.getConnection().createStatement()) {
        return statement.executeUpdate(
            """
            INSERT INTO data_import (file_name, file_hash, file_size, format, source_document,
              state, cancelling, done_rows, total_rows, good_rows, wrong_rows, known_rows,
              remarked_rows, cautions, stored_rows, stored_values, corrected, uploaded_by,
              account_id, region_code, uploaded_at)
            VALUES ('移交.csv', '%1$s', 1, 'CSV', '移交.csv', 'CANCELLED', FALSE, 0, 0, 0, 0, 0,
              0, 0, 0, 0, 0, '%1$s', %2$d, '320682', CURRENT_TIMESTAMP(6))
            """
                .formatted(by.username(), by.id()));
      }
    });
  }

  private List<List<String>> rows(String sql) {
    return transactions.executeRead(status -> {
      try (var statement = status.getConnection().createStatement();
          var row = statement.executeQuery(sql)) {
        List<List<String>> rows = new ArrayList<>();
        while (row.next()) {
          List<String> cells = new ArrayList<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(String.valueOf(row.getString(i)));
          }
          rows.add(cells);
        }
        return rows;
      }
    });
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
