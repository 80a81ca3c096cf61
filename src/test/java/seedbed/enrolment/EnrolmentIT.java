package seedbed.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.signin.Door;
import seedbed.signin.Identities;
import seedbed.web.FieldError;
import seedbed.web.Formats;
import seedbed.web.Refusal;

/// An administrator lets people in, changes and closes their accounts.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class EnrolmentIT {

  @Inject Door door;
  @Inject Staff staff;
  @Inject Accounts accounts;
  @Inject Invitations invitations;
  @Inject AccountKeeping keeping;
  @Inject Inviting inviting;
  @Inject Identities identities;
  @Inject Clock clock;
  @Inject TransactionOperations<Connection> transactions;

  private String admin = "";
  private String name = "";

  @BeforeEach
  void begin() {
    door.forgetLocks();
    admin = staff.signedIn(Role.ADMIN, "320682");
    name = Staff.newName();
  }

  @Test
  void whoIsInvitedChoosesAPasswordAndIsIn() {
    String link = invite();

    assertThat(door.page(link, null).page().text()).contains("王小明", name);
    var weak = choose(link, "short");
    assertThat(weak.code()).isEqualTo(422);
    assertThat(weak.page().select(".problem").text()).contains("至少 10 位");
    var in = choose(link, Staff.PASSWORD);

    assertThat(in.code()).isEqualTo(303);
    assertThat(door.page("/companies", in.session()).code()).isEqualTo(200);
  }

  @Test
  void usedExpiredAndUnknownLinksAreAnsweredAlike() {
    String used = invite();
    choose(used, Staff.PASSWORD);
    name = Staff.newName();
    String expired = invite();
    invitations.withdraw(account().id(), clock.instant());

    String sentence = words(door.page("/invitations/unknown", null));
    assertThat(sentence).contains("这个链接已经失效");
    assertThat(words(door.page(used, null))).isEqualTo(sentence);
    assertThat(words(door.page(expired, null))).isEqualTo(sentence);
    assertThat(choose(expired, Staff.PASSWORD).code()).isEqualTo(404);
  }

  @Test
  void guessingLinksIsSlowedDown() {
    for (int i = 0; i < 5; i++) {
      assertThat(door.page("/invitations/guess" + i, null).code()).isEqualTo(404);
    }

    assertThat(door.page("/invitations/guess", null).code()).isEqualTo(429);
  }

  @Test
  void aNewLinkMakesTheOldOneUseless() {
    String first = invite();
    var again = act("reset");

    assertThat(door.page(first, null).code()).isEqualTo(404);
    assertThat(door.page(Staff.link(again), null).code()).isEqualTo(200);
  }

  @Test
  void whatWasTypedWronglyIsSaidFieldByField() {
    var answer =
        staff.send(
            "/accounts/new",
            "/accounts",
            admin,
            Map.of("username", "张三", "role", "inspector", "region", "320682", "phone", "abc"));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select("#errors a").eachAttr("href"))
        .containsExactlyInAnyOrder("#username", "#unit", "#name", "#phone");
  }

  @Test
  void aTownshipsAccountBelongsToATown() {
    var answer =
        staff.send(
            "/accounts/new",
            "/accounts",
            admin,
            Map.of("username", name, "role", "township", "region", "320682", "name", "王小明"));

    assertThat(answer.page().select("#errors a").eachAttr("href")).containsExactly("#region");
  }

  @Test
  void resettingEndsSessionsAndTheOldPassword() {
    String session = opened();

    String link = Staff.link(act("reset"));

    assertThat(door.page("/companies", session).code()).isEqualTo(303);
    assertThat(door.signIn(name, Staff.PASSWORD, "/").code()).isEqualTo(422);
    assertThat(choose(link, "Neue-Reise-2027").code()).isEqualTo(303);
  }

  @Test
  void resettingRemovesTheSecondFactorByChoice() {
    opened();
    accounts.update(account().withSecondFactor("x"));
    act("reset");
    assertThat(account().hasSecondFactor()).isTrue();

    staff.send(
        "/accounts/" + account().id(),
        "/accounts/" + account().id() + "/reset",
        admin,
        Map.of("factor", "removed"));

    assertThat(account().hasSecondFactor()).isFalse();
  }

  @Test
  void resettingUnbindsWhoTheIdentityProviderMeans() {
    opened();
    identities.bind("https://id.example", name, account().id(), clock.instant());
    assertThat(door.page("/accounts/" + account().id(), admin).page().text()).contains("统一登录✓ 已绑定");

    act("reset");

    assertThat(identities.existsByAccountId(account().id())).isFalse();
  }

  @Test
  void closingIsFeltAtOnceAndUndone() {
    String session = opened();

    assertThat(act("closure").code()).isEqualTo(303);
    assertThat(door.page("/companies", session).code()).isEqualTo(303);
    assertThat(door.signIn(name, Staff.PASSWORD, "/").code()).isEqualTo(422);
    assertThat(act("reopening").code()).isEqualTo(303);

    assertThat(door.signIn(name, Staff.PASSWORD, "/").code()).isEqualTo(303);
  }

  @Test
  void closingAnInvitedAccountClosesItsLink() {
    String link = invite();

    act("closure");

    assertThat(door.page(link, null).code()).isEqualTo(404);
  }

  @Test
  void aNewRoleAndRegionCountAtTheNextRequest() {
    String session = opened();
    String page = "/accounts/" + account().id();

    var changed =
        staff.send(
            page + "/edit",
            editAction(),
            admin,
            Map.of("role", "auditor", "region", "3206", "name", "李四"));

    assertThat(changed.code()).isEqualTo(303);
    assertThat(door.page("/companies", session).code()).isEqualTo(404);
    assertThat(account().regionCode()).isEqualTo("3206");
    assertThat(door.page(page, admin).page().select("h1").text()).contains("李四");
  }

  @Test
  void aChangeOfWhatAnotherHasChangedMeanwhileIsRefusedAndSaysWho() {
    opened();
    String page = "/accounts/" + account().id();
    String old = editAction();
    Account colleague = staff.person(Role.ADMIN, "320682");
    var first =
        staff.send(
            page + "/edit",
            old,
            staff.signedIn(colleague),
            Map.of("role", "auditor", "region", "320682", "name", "李四"));
    assertThat(first.code()).isEqualTo(303);

    var late =
        staff.send(
            page + "/edit",
            old,
            admin,
            Map.of("role", "leader", "region", "320682", "name", "王小明"));

    assertThat(late.code()).isEqualTo(409);
    assertThat(late.page().select(".failure").text())
        .contains(colleague.username(), Formats.time(account().changedAt()), "没有保存");
    assertThat(account().role()).isEqualTo(Role.AUDITOR);
  }

  @Test
  void ofTwoWhoAnswerALinkAtOnceOneIsLateAndNobodySeesAnError() throws Exception {
    String token = invite().replaceFirst(".*/", "");
    String page = "/invitations/" + token;
    List<Callable<Door.Answer>> both =
        List.of(() -> choose(page, Staff.PASSWORD), () -> choose(page, Staff.PASSWORD));

    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> codes = new ArrayList<>();
      for (var answer : executor.invokeAll(both)) {
        codes.add(answer.get().code());
      }
      assertThat(codes).containsExactlyInAnyOrder(303, 404);
    }
  }

  @Test
  void aRefusedPasswordLeavesTheLinkAsItWas() {
    String token = invite().replaceFirst(".*/", "");

    assertThat(inviting.accept(token, "short")).isInstanceOf(Inviting.Answer.Refused.class);

    assertThat(inviting.accept(token, Staff.PASSWORD)).isInstanceOf(Inviting.Answer.Accepted.class);
  }

  @Test
  void aNameThatSomebodyElseTookMeanwhileIsAnErrorOfItsField() {
    NewAccount wanted = NewAccount.of(name, Role.OFFICE, "320682", "王小明");
    inviting.open(wanted, account("admin").id());

    assertThatThrownBy(() -> inviting.open(wanted, account("admin").id()))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            taken ->
                assertThat(taken.errors())
                    .extracting(FieldError::field)
                    .containsExactly("username"));
  }

  @Test
  void aLockedAccountIsShownFirstAndReleased() {
    opened();
    for (int i = 0; i < 5; i++) {
      door.signIn(name, "Falsch-2026-" + i, "/");
    }
    var list = door.page("/accounts?due=locked", admin).page();
    assertThat(list.select("tbody th").eachText()).contains(name);

    assertThat(act("unlocking").code()).isEqualTo(303);

    door.forgetLocks();
    assertThat(door.signIn(name, Staff.PASSWORD, "/").code()).isEqualTo(303);
  }

  @Test
  void nobodyClosesTheOwnAccount() {
    Account self = staff.person(Role.ADMIN, "320682");

    assertThat(keeping.close(self, self.id())).isInstanceOf(AccountKeeping.Outcome.Refused.class);
  }

  @Test
  void theLastAdministratorStays() {
    List<Long> all = transactions.executeWrite(status -> accounts.activeAdministrators());
    Account last = accounts.findById(all.getFirst()).orElseThrow();
    List<Account> others =
        all.stream().skip(1).map(id -> accounts.findById(id).orElseThrow()).toList();
    others.forEach(other -> accounts.update(other.disabled()));
    try {
      assertThat(keeping.close(last, 0)).isInstanceOf(AccountKeeping.Outcome.Refused.class);
      assertThat(keeping.reset(last, AccountKeeping.Factor.KEPT, 0))
          .isInstanceOf(AccountKeeping.Outcome.Refused.class);
      assertThat(accounts.findById(last.id()).orElseThrow().state()).isEqualTo(AccountState.ACTIVE);
    } finally {
      others.forEach(
          other -> accounts.update(accounts.findById(other.id()).orElseThrow().enabled()));
    }
  }

  @Test
  void theListMasksNamesAndFollowsItsFilters() {
    invite();

    var found = door.page("/accounts?q=" + name + "&role=office&state=INVITED", admin).page();
    assertThat(found.select("tbody tr")).hasSize(1);
    assertThat(found.select("tbody tr").text()).contains("王**").doesNotContain("王小明");
    assertThat(door.page("/accounts?role=auditor&q=" + name, admin).page().select("tbody tr"))
        .isEmpty();
    assertThat(door.page("/accounts?region=99&q=" + name, admin).page().select(".empty"))
        .isNotEmpty();
    assertThat(door.page("/accounts/" + account().id(), admin).page().select("h1").text())
        .contains("王小明");
  }

  @Test
  void momentsAreThoseOfTheClock() {
    invite();
    var list = door.page("/accounts?q=" + name, admin).page();
    assertThat(list.select("tbody tr").text()).doesNotContain("链接已失效");
    invitations.withdraw(account().id(), clock.instant());
    assertThat(door.page("/accounts?q=" + name, admin).page().select("tbody tr").text())
        .contains("链接已失效");

    act("reset");
    String day = LocalDate.now(clock).plusDays(7).toString();
    assertThat(door.page("/accounts/" + account().id(), admin).page().text()).contains(day);
  }

  @Test
  void theLastUseIsShownAsItWas() {
    opened();
    String now = LocalDateTime.now(clock).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:"));

    assertThat(door.page("/accounts?q=" + name, admin).page().select("tbody tr").text())
        .contains(now);
  }

  @Test
  void nobodyElseSeesAccounts() {
    for (Role role : Role.values()) {
      if (role != Role.ADMIN && role != Role.COMPANY) {
        String session = staff.signedIn(role, "320682");
        assertThat(door.page("/accounts", session).code()).as(role.label()).isEqualTo(404);
        assertThat(door.page("/access", session).code()).as(role.label()).isEqualTo(404);
      }
    }
  }

  @Test
  void theTableOfAccessIsReadable() {
    var page = door.page("/access", admin).page();

    assertThat(page.select("thead th").eachText()).contains("培育办", "审计员");
    assertThat(page.select("tbody th").eachText()).contains("管理账号", "邀请企业开通账号");
    assertThat(page.select("tbody tr:contains(管理账号) td:contains(全部)")).hasSize(1);
  }

  private String invite() {
    return Staff.link(
        staff.send(
            "/accounts/new",
            "/accounts",
            admin,
            Map.of("username", name, "role", "office", "region", "320682", "name", "王小明")));
  }

  /// An account whose person has come in, and the session.
  private String opened() {
    return choose(invite(), Staff.PASSWORD).session();
  }

  private Door.Answer choose(String link, String password) {
    return door.form(link, null, Map.of("password", password, "again", password));
  }

  private Door.Answer act(String what) {
    String page = "/accounts/" + account().id();
    return staff.send(page, page + "/" + what, admin, Map.of());
  }

  /// Where the form of the account leads as it is now.
  private String editAction() {
    return door.page("/accounts/" + account().id() + "/edit", admin)
        .page()
        .select("main form")
        .attr("action");
  }

  private Account account() {
    return account(name);
  }

  private Account account(String username) {
    return accounts.findByUsername(username).orElseThrow();
  }

  private static String words(Door.Answer answer) {
    assertThat(answer.code()).isEqualTo(404);
    return answer.page().select("main").text();
  }
}
