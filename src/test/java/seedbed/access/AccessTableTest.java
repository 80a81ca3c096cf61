package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AccessTableTest {

  private final AccessTable table = new AccessTable();

  @ParameterizedTest
  @EnumSource(
      value = Act.class,
      names = {
        "SIGN_IN",
        "OPEN_FIRST_PAGE",
        "KEEP_OWN_ACCOUNT",
        "SEE_INBOX",
        "KEEP_ACCOUNTS",
        "SEE_SYSTEM",
        "SEE_DELIVERIES"
      },
      mode = EnumSource.Mode.EXCLUDE)
  void administratorsReadNoBusiness(Act act) {
    assertThat(table.reach(Role.ADMIN, act)).isEqualTo(Reach.NONE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Act.class,
      names = {"SIGN_IN", "OPEN_FIRST_PAGE", "KEEP_OWN_ACCOUNT", "SEE_INBOX", "READ_TRAIL"},
      mode = EnumSource.Mode.EXCLUDE)
  void auditorsReadTheTrailAndNothingElse(Act act) {
    assertThat(table.reach(Role.AUDITOR, act)).isEqualTo(Reach.NONE);
  }

  @Test
  void onlyAuditorsReadTheTrail() {
    assertThat(Role.values())
        .filteredOn(role -> table.allows(role, Act.READ_TRAIL))
        .containsExactly(Role.AUDITOR);
  }

  @Test
  void onlyAdministratorsKeepAccounts() {
    assertThat(Role.values())
        .filteredOn(role -> table.allows(role, Act.KEEP_ACCOUNTS))
        .containsExactly(Role.ADMIN);
  }

  @Test
  void aCompanyReachesNoFurtherThanItself() {
    assertThat(EnumSet.allOf(Act.class))
        .extracting(act -> table.reach(Role.COMPANY, act))
        .containsOnly(Reach.ALL, Reach.COMPANY, Reach.NONE);
  }

  @Test
  void whoMaySeeKnowsThatTheActExists() {
    assertThat(table.shows(Role.TOWNSHIP, Act.RUN_ASSESSMENT)).isTrue();
    assertThat(table.shows(Role.COMPANY, Act.RUN_ASSESSMENT)).isFalse();
    assertThat(table.shows(Role.OFFICE, Act.READ_TRAIL)).isFalse();
  }

  @Test
  void aTableThatForgetsSomebodyIsRefused() {
    List<String> head =
        List.of(
            "act",
            "office",
            "township",
            "department",
            "leader",
            "company",
            "inspector",
            "admin",
            "auditor");

    assertThatIllegalStateException()
        .isThrownBy(() -> new AccessTable(List.of(List.of("act", "office"))));
    assertThatIllegalStateException()
        .isThrownBy(() -> new AccessTable(List.of(List.of("act", "mayor"))))
        .withMessageContaining("There is no role mayor");
    assertThatIllegalStateException()
        .isThrownBy(() -> new AccessTable(List.of(head, List.of("sleep", "all"))))
        .withMessageContaining("There is no act sleep");
    assertThatIllegalStateException()
        .isThrownBy(() ->
            new AccessTable(
                List.of(
                    head,
                    List.of("sign-in", "world", "all", "all", "all", "all", "all", "all", "all"))))
        .withMessageContaining("There is no reach world");
    assertThatIllegalStateException()
        .isThrownBy(() -> new AccessTable(List.of(head, List.of("sign-in", "all"))))
        .withMessageContaining("sign-in");
    assertThatIllegalStateException()
        .isThrownBy(() -> new AccessTable(List.of(head)))
        .withMessageContaining("No line for");
  }
}
