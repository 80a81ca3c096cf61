package seedbed.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;

/// Coming in by way of the organisation's identity provider.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OidcIT implements TestPropertyProvider {

  private static final String PASSWORD = "Gute-Reise-2026";

  @Inject Door door;
  @Inject Opening opening;
  @Inject Accounts accounts;
  @Inject Identities identities;

  private final FakeProvider provider = started();
  private String name = "";

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "seedbed.test.office",
        "false",
        "seedbed.oidc.issuer",
        provider.issuer(),
        "seedbed.oidc.client-id",
        FakeProvider.CLIENT,
        "seedbed.oidc.client-secret",
        "secret");
  }

  @BeforeEach
  void begin() {
    name = "u" + UUID.randomUUID().toString().substring(0, 8);
    provider.person = name;
    provider.subject = "s-" + name;
  }

  @AfterAll
  void end() {
    provider.close();
  }

  @Test
  void theSignInPageOffersIt() {
    assertThat(door.page("/sign-in?to=/companies", null).page().select("a.button").attr("href"))
        .isEqualTo("/sign-in/oidc?to=%2Fcompanies");
  }

  @Test
  void whomTheProviderVouchesForIsIn() {
    anOfficer();

    Door.Answer in = comeBack(leave());

    assertThat(in.location()).isEqualTo("/companies");
    assertThat(door.page("/companies", in.session()).code()).isEqualTo(200);
  }

  @Test
  void noAccountIsEverMade() {
    assertThat(comeBack(leave()).code()).isEqualTo(403);
    assertThat(accounts.existsByUsername(name)).isFalse();
  }

  @Test
  void aClosedAccountStaysClosed() {
    accounts.update(anOfficer().disabled());

    assertThat(comeBack(leave()).code()).isEqualTo(403);
  }

  @Test
  void laterOnlyTheSubjectCounts() {
    anOfficer();
    comeBack(leave());
    provider.person = "somebody-else";

    Door.Answer in = comeBack(leave());

    assertThat(in.location()).isEqualTo("/companies");
    assertThat(door.page("/account", in.session()).body()).contains(name);
  }

  @Test
  void anotherOneWithTheSameNameStaysOutside() {
    Account officer = anOfficer();
    comeBack(leave());
    provider.subject = "another-" + name;

    assertThat(comeBack(leave()).code()).isEqualTo(403);
    identities.release(officer.id());
    assertThat(comeBack(leave()).code()).isEqualTo(303);
  }

  @Test
  void administratorsAndAuditorsDoNotComeInThisWay() {
    for (Role role : List.of(Role.ADMIN, Role.AUDITOR)) {
      begin();
      Account account = opening.open(NewAccount.of(name, role, "320682", "测试"), PASSWORD);

      assertThat(comeBack(leave()).code()).isEqualTo(403);
      assertThat(identities.existsByAccountId(account.id())).isFalse();
    }
  }

  @Test
  void whoBecomesAdministratorNoLongerComesInThisWay() {
    Account officer = anOfficer();
    comeBack(leave());
    accounts.update(accounts.findById(officer.id()).orElseThrow().in(Role.ADMIN));

    assertThat(comeBack(leave()).code()).isEqualTo(403);
  }

  @Test
  void anAnswerWithoutItsQuestionIsRefused() {
    anOfficer();
    Door.Answer left = leave();

    assertThat(door.page(provider.back(URI.create(left.location())), null).code()).isEqualTo(403);
  }

  @Test
  void anAnswerToAnotherQuestionIsRefused() {
    anOfficer();
    Door.Answer first = leave();
    Door.Answer second = leave();

    assertThat(door.page(provider.back(URI.create(second.location())), first.session()).code())
        .isEqualTo(403);
  }

  @Test
  void aTokenForAnotherQuestionIsRefused() {
    anOfficer();
    Door.Answer left = leave();
    String back = provider.back(URI.create(left.location()));
    provider.nonce = "another";

    assertThat(door.page(back, left.session()).code()).isEqualTo(403);
  }

  private Door.Answer leave() {
    Door.Answer left = door.page("/sign-in/oidc?to=/companies", null);
    assertThat(left.code()).isEqualTo(303);
    assertThat(left.location())
        .startsWith(provider.issuer())
        .contains("code_challenge_method=S256");
    return left;
  }

  private Door.Answer comeBack(Door.Answer left) {
    return door.page(provider.back(URI.create(left.location())), left.session());
  }

  private Account anOfficer() {
    return opening.open(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
  }

  private static FakeProvider started() {
    try {
      return new FakeProvider();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
