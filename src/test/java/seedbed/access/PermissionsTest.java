package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PermissionsTest {

  // Still the day before in London.
  private static final Clock JULY =
      Clock.fixed(Instant.parse("2026-06-30T17:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private final AccessTable table = new AccessTable();
  private final Permissions permissions = new Permissions(table, JULY);

  @Test
  void aRegionGoesAsFarAsTheNodeOfTheAccount() {
    assertThat(scope(caller(Role.OFFICE, null), Act.SEE_COMPANIES))
        .isEqualTo(new Scope.Region("320682"));
  }

  @Test
  void aUnitGoesAsFarAsItsRegion() {
    assertThat(permissions.of(caller(Role.DEPARTMENT, null), Act.CONFIRM_FACTS))
        .contains(
            new Permission(
                caller(Role.DEPARTMENT, null),
                Act.CONFIRM_FACTS,
                Reach.UNIT,
                new Scope.Region("320682")));
  }

  @Test
  void aPortfolioIsThatOfToday() {
    assertThat(scope(caller(Role.LEADER, null), Act.SEE_COMPANIES))
        .isEqualTo(new Scope.Portfolio(5, LocalDate.of(2026, 7, 1)));
  }

  @Test
  void aCompanyReachesItselfAlone() {
    assertThat(scope(caller(Role.COMPANY, 42L), Act.SEE_COMPANIES)).isEqualTo(new Scope.Single(42));
  }

  @Test
  void aCompanyAccountWithoutACompanyReachesNothing() {
    assertThat(scope(caller(Role.COMPANY, null), Act.SEE_COMPANIES)).isEqualTo(new Scope.Nothing());
  }

  @Test
  void whatHasNoOwnerShowsNobodysCompanies() {
    assertThat(scope(caller(Role.OFFICE, null), Act.SEE_STANDARDS)).isEqualTo(new Scope.Nothing());
  }

  @Test
  void whoMayNotHasNoPermission() {
    assertThat(permissions.of(caller(Role.ADMIN, null), Act.SEE_COMPANIES)).isEmpty();
  }

  @Test
  void aPageMayAskWhetherToShowTheWay() {
    assertThat(permissions.allow(caller(Role.OFFICE, null), Act.IMPORT)).isTrue();
    assertThat(permissions.allow(caller(Role.LEADER, null), Act.IMPORT)).isFalse();
  }

  @Test
  void parametersAreBoundInTheirOrderAndThePlaceAfterThemIsAnswered() throws SQLException {
    LocalDate day = LocalDate.of(2026, 7, 1);
    Map<Integer, Object> bound = new TreeMap<>();

    int next = new Scope.Portfolio(5, day).bind(recording(bound), 3);

    assertThat(bound).isEqualTo(Map.of(3, 5L, 4, 5L, 5, day, 6, day, 7, day, 8, day));
    assertThat(next).isEqualTo(9);
  }

  @Test
  void everythingHasAWordForPeople() {
    assertThat(Role.values()).allSatisfy(role -> assertThat(role.label()).isNotBlank());
    assertThat(Act.values()).allSatisfy(act -> assertThat(act.label()).isNotBlank());
    assertThat(Reach.values()).allSatisfy(reach -> assertThat(reach.label()).isNotBlank());
    assertThat(Standing.Step.NEW_PASSWORD.page()).isEqualTo("/account/password");
  }

  private static PreparedStatement recording(Map<Integer, Object> bound) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            PermissionsTest.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (_, _, arguments) -> bound.put((Integer) arguments[0], arguments[1]));
  }

  @Test
  void conditionsNameTheAliasAndBindInTheirOrder() {
    LocalDate day = LocalDate.of(2026, 7, 1);

    assertThat(new Scope.Region("32").condition("x")).isEqualTo("x.region_code LIKE ?");
    assertThat(new Scope.Region("32").parameters()).isEqualTo(List.of("32%"));
    assertThat(new Scope.Single(4).condition("x")).isEqualTo("x.id = ?");
    assertThat(new Scope.Single(4).parameters()).isEqualTo(List.of(4L));
    assertThat(new Scope.Portfolio(5, day).condition("x")).contains("own.company_id = x.id");
    assertThat(new Scope.Portfolio(5, day).parameters())
        .isEqualTo(List.of(5L, 5L, day, day, day, day));
    assertThat(new Scope.Nothing().condition("x")).isEqualTo("FALSE");
    assertThat(new Scope.Nothing().parameters()).isEmpty();
    assertThat(new Scope.Whole().condition("x")).isEqualTo("TRUE");
    assertThat(new Scope.Whole().parameters()).isEmpty();
  }

  private Scope scope(Caller caller, Act act) {
    return permissions.of(caller, act).orElseThrow().scope();
  }

  private static Caller caller(Role role, @Nullable Long company) {
    return new Caller(5, 6, role.code(), role, "320682", company, null);
  }
}
