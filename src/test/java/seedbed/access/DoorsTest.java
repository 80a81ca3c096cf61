package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DoorsTest {

  private final Doors doors = new Doors(new RouteTable(), new AccessTable());

  @ParameterizedTest
  @CsvSource({
    "OFFICE, /overview",
    "TOWNSHIP, /overview",
    "LEADER, /portfolio",
    "COMPANY, /companies/42",
    "DEPARTMENT, /confirmations",
    "INSPECTOR, /lookups",
    "ADMIN, /accounts",
    "AUDITOR, /trail"
  })
  void everybodyBeginsWithTheOwnWork(Role role, String page) {
    assertThat(doors.first(new Caller(1, 2, role.code(), role, "320682", 42L, null)))
        .isEqualTo(page);
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"OFFICE", "TOWNSHIP", "LEADER", "DEPARTMENT", "INSPECTOR"})
  void theFirstPageIsOpenToItsRole(Role role) {
    String page = doors.first(new Caller(1, 2, role.code(), role, "320682", null, null));

    assertThat(doors.open(role, page)).isTrue();
  }

  @Test
  void noDoorOpensToWhoMayNot() {
    assertThat(doors.open(Role.INSPECTOR, "/companies")).isFalse();
    assertThat(doors.open(Role.OFFICE, "/portfolio")).isFalse();
    assertThat(doors.open(Role.ADMIN, "/overview")).isFalse();
    assertThat(doors.open(Role.OFFICE, "/nowhere")).isFalse();
  }

  @Test
  void aPublicDoorIsOpenToAll() {
    Doors small =
        new Doors(
            new RouteTable(List.of(List.of("GET", "/showcase", "public"))), new AccessTable());

    assertThat(small.open(Role.AUDITOR, "/showcase")).isTrue();
  }
}
