package seedbed.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.audit.TrailWitness;
import seedbed.signin.Door;

/// Who is locked out is seen, and let in again, by an administrator.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class LocksIT {

  private static final String PAGE = "/accounts/locks";

  @Inject Door door;
  @Inject Staff staff;
  @Inject TrailWitness witness;

  private String admin = "";
  private Account officer;

  @BeforeEach
  void begin() {
    door.forgetLocks();
    admin = staff.signedIn(Role.ADMIN, "320682");
    officer = staff.person(Role.OFFICE, "320682");
  }

  @AfterEach
  void end() {
    door.forgetLocks();
  }

  @Test
  void aLockedAddressAndNameAreSeenAndLifted() {
    fail(officer.username());
    assertThat(signIn()).isEqualTo(429);

    String page = door.page(PAGE, admin).page().text();
    assertThat(page).contains("127.0.0.1", "来源地址", officer.username(), "登录名");
    assertThat(door.page("/accounts", admin).page().text()).contains("登录锁定（2）");
    lift("127.0.0.1");
    assertThat(signIn()).as("the name is locked for itself").isEqualTo(429);
    lift(officer.username());

    assertThat(signIn()).isEqualTo(303);
    assertThat(door.page(PAGE, admin).page().text()).contains("现在没有锁定");
    var seen = witness.newest("/accounts/locks/{key}/lifting");
    assertThat(seen.about()).startsWith("lock ");
    assertThat(seen.detail()).isEqualTo("登录名 " + officer.username() + "：锁定 → 解除");
  }

  /// What somebody types for a name may be a password.
  @Test
  void aNameThatNobodyHasIsNotShown() {
    fail("geheim-2026");

    assertThat(door.page(PAGE, admin).page().text())
        .contains("没有账号使用的登录名")
        .doesNotContain("geheim-2026");
    assertThat(lift("没有账号使用的登录名").code()).isEqualTo(303);
  }

  private void fail(String name) {
    for (int i = 0; i < 5; i++) {
      assertThat(door.signIn(name, "Falsch-2026-" + i, "/").code()).isEqualTo(422);
    }
  }

  private int signIn() {
    return door.signIn(officer.username(), Staff.PASSWORD, "/").code();
  }

  private Door.Answer lift(String what) {
    Element row =
        door.page(PAGE, admin).page().select("tbody tr").stream()
            .filter(each -> each.select("th").text().equals(what))
            .findFirst()
            .orElseThrow();
    return staff.send(PAGE, row.select("form").attr("action"), admin, Map.of());
  }
}
