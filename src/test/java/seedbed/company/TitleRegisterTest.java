package seedbed.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static seedbed.company.TitleRegister.Standing.HELD;
import static seedbed.company.TitleRegister.Standing.NOT_HELD;
import static seedbed.company.TitleRegister.Standing.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.company.TitleHolding.FromPrecision;

class TitleRegisterTest {

  private static final String TITLE = "specialised-sme";

  @Test
  @DisplayName("起始日当天算，终止日当天不算")
  void intervalsAreHalfOpen() {
    TitleRegister register = complete(held("2022-12-30", "2025-12-30"));

    assertThat(on(register, "2022-12-29")).isEqualTo(NOT_HELD);
    assertThat(on(register, "2022-12-30")).isEqualTo(HELD);
    assertThat(on(register, "2025-12-29")).isEqualTo(HELD);
    assertThat(on(register, "2025-12-30")).isEqualTo(NOT_HELD);
  }

  @Test
  void poolPlacesCanBeTakenAgain() {
    TitleRegister register = complete(held("2021-07-15", "2023-12-20"), held("2025-01-10", null));

    assertThat(on(register, "2023-06-01")).isEqualTo(HELD);
    assertThat(on(register, "2024-06-01")).isEqualTo(NOT_HELD);
    assertThat(on(register, "2026-06-01")).isEqualTo(HELD);
  }

  @Test
  @DisplayName("登记未核对时，没有登记的称号是不明，不是没有")
  void absentTitleIsUnknownInAnUncheckedRegister() {
    assertThat(on(unchecked(), "2026-06-01")).isEqualTo(UNKNOWN);
    assertThat(on(complete(), "2026-06-01")).isEqualTo(NOT_HELD);
  }

  @Test
  @DisplayName("登记未核对且止期未载明时，以后是否仍有效不明")
  void openEndIsUnknownInAnUncheckedRegister() {
    assertThat(on(unchecked(held("2019-12-31", null)), "2026-06-01")).isEqualTo(UNKNOWN);
    assertThat(on(unchecked(held("2019-12-31", "2022-12-31")), "2020-06-01")).isEqualTo(HELD);
  }

  @Test
  void endsAfterItBegins() {
    assertThatThrownBy(() -> held("2025-01-01", "2025-01-01")).hasMessageContaining("终止日应晚于起始日");
  }

  private static TitleRegister complete(TitleHolding... holdings) {
    return new TitleRegister(List.of(holdings), true);
  }

  private static TitleRegister unchecked(TitleHolding... holdings) {
    return new TitleRegister(List.of(holdings), false);
  }

  private static TitleRegister.Standing on(TitleRegister register, String day) {
    return register.on(TITLE, LocalDate.parse(day));
  }

  private static TitleHolding held(String from, @Nullable String to) {
    return new TitleHolding(
        0,
        1,
        TITLE,
        LocalDate.parse(from),
        FromPrecision.DAY,
        to == null ? null : LocalDate.parse(to),
        null,
        "文件",
        null,
        "来源");
  }
}
