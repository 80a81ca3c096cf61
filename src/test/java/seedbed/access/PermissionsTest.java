package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
  void conditionsNameTheAliasAndBindInTheirOrder() {
    LocalDate day = LocalDate.of(2026, 7, 1);

    assertThat(new Scope.Region("32").condition("x")).isEqualTo("x.region_code LIKE ?");
    assertThat(new Scope.Region("32").parameters()).isEqualTo(List.of("32%"));
    assertThat(new Scope.Single(4).condition("x")).isEqualTo("x.id = ?");
    assertThat(new Scope.Single(4).parameters()).isEqualTo(List.of(4L));
    assertThat(new Scope.Portfolio(5, day).condition("x")).contains("own.company_id = x.id");
    assertThat(new Scope.Portfolio(5, day).parameters()).isEqualTo(List.of(5L, day, day));
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
