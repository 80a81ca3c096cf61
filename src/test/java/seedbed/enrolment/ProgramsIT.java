package seedbed.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Accounts;
import seedbed.audit.TrailWitness;
import seedbed.signin.Door;

/// Tokens for other systems: shown once, read only unless said otherwise, taken back at once.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class ProgramsIT {

  private static final String PAGE = "/accounts/programs";

  @Inject Door door;
  @Inject Staff staff;
  @Inject Accounts accounts;
  @Inject TrailWitness witness;
  @Inject Clock clock;

  private String admin = "";
  private String name = "";

  @BeforeEach
  void begin() {
    door.forgetLocks();
    admin = staff.signedIn(Role.ADMIN, "320682");
    name = Staff.newName();
  }

  @Test
  void aTokenWorksUntilItIsTakenBack() {
    String token = issue(Map.of()).page().select("#token").attr("value");
    assertThat(token).hasSize(43);
    assertThat(door.program("GET", "/api/v1/companies", token, "").code()).isEqualTo(200);
    assertThat(door.page(PAGE, admin).body()).contains(name).doesNotContain(token);

    long id = accounts.findByUsername(name).orElseThrow().id();
    assertThat(staff.send(PAGE, PAGE + "/" + id + "/revocation", admin, Map.of()).code())
        .isEqualTo(303);

    assertThat(door.program("GET", "/api/v1/companies", token, "").code()).isEqualTo(401);
    assertThat(witness.newest(PAGE).about()).isEqualTo("program " + id);
    TrailWitness.Seen revocation = witness.newest(PAGE + "/{id}/revocation");
    assertThat(revocation.about()).isEqualTo("program " + id);
    assertThat(revocation.detail()).contains("在用 → 停用");
  }

  @Test
  void readingIsAllAReadingTokenDoes() {
    String token = issue(Map.of()).page().select("#token").attr("value");

    assertThat(door.program("POST", "/api/v1/imports/1/check", token, "").code()).isEqualTo(401);
  }

  @Test
  void aWritingTokenMayAskForChanges() {
    String token = issue(Map.of("writing", "yes")).page().select("#token").attr("value");

    assertThat(door.program("POST", "/api/v1/imports/987654/check", token, "").code())
        .isEqualTo(404);
  }

  @Test
  void aTokenIsNoWayIntoThePages() {
    String token = issue(Map.of()).page().select("#token").attr("value");

    assertThat(door.page("/companies", "seedbed-session=" + token).code()).isEqualTo(303);
    assertThat(door.signIn(name, token, "/").code()).isEqualTo(422);
  }

  @Test
  void noProgramKeepsAccountsOrLastsLongerThanAYear() {
    assertThat(issue(Map.of("role", "admin")).page().select("#errors a").eachAttr("href"))
        .containsExactly("#role");
    assertThat(
            issue(Map.of("until", LocalDate.now(clock).plusYears(1).plusDays(1).toString()))
                .page()
                .select("#errors a")
                .eachAttr("href"))
        .containsExactly("#until");
    assertThat(issue(Map.of("until", LocalDate.now(clock).toString())).code()).isEqualTo(422);
  }

  private Door.Answer issue(Map<String, String> other) {
    Map<String, String> fields = new HashMap<>();
    fields.put("username", name);
    fields.put("label", "数据共享平台");
    fields.put("role", "office");
    fields.put("region", "320682");
    fields.put("until", LocalDate.now(clock).plusYears(1).toString());
    fields.putAll(other);
    return staff.send(PAGE, PAGE, admin, fields);
  }
}
