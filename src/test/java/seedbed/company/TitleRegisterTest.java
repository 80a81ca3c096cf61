package seedbed.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static seedbed.company.TitleRegister.Standing.HELD;
import static seedbed.company.TitleRegister.Standing.NOT_HELD;
import static seedbed.company.TitleRegister.Standing.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
  @DisplayName("没有载明止期的称号，过了有效年数就是不明，不是一直有效")
  void openEndIsUnknownOnceTheTermIsOver() {
    var register =
        new TitleRegister(
            List.of(held("2022-12-30", null)), true, new TitleYears(Map.of(TITLE, 3)));

    assertThat(on(register, "2025-12-29")).isEqualTo(HELD);
    assertThat(on(register, "2025-12-30")).isEqualTo(UNKNOWN);
    assertThat(on(complete(held("2022-12-30", null)), "2035-01-01")).isEqualTo(HELD);
  }

  @Test
  @DisplayName("回看过去某日，只看当日已登记的称号和已知的终止")
  void aPastDayIsReadAsItWasKnownThen() {
    var late = recorded(held("2022-12-30", "2025-12-30"), "2023-03-01", null);
    var cancelled = recorded(held("2024-01-10", "2024-09-01"), "2024-01-10", "2024-11-05");

    assertThat(asKnown("2023-02-28", "2021-01-01", late)).isEqualTo(NOT_HELD);
    assertThat(asKnown("2023-03-01", "2021-01-01", late)).isEqualTo(HELD);
    assertThat(asKnown("2024-10-01", "2021-01-01", cancelled)).isEqualTo(HELD);
    assertThat(asKnown("2024-11-05", "2021-01-01", cancelled)).isEqualTo(NOT_HELD);
  }

  @Test
  @DisplayName("今年核对完整的登记，不说明核对以前没有称号")
  void aRegisterIsCompleteOnlyFromTheDayItWasChecked() {
    assertThat(asKnown("2026-03-30", "2026-03-31")).isEqualTo(UNKNOWN);
    assertThat(asKnown("2026-03-31", "2026-03-31")).isEqualTo(NOT_HELD);
  }

  @Test
  void endsAfterItBegins() {
    assertThatThrownBy(() -> held("2025-01-01", "2025-01-01")).hasMessageContaining("终止日应晚于起始日");
  }

  private static TitleRegister.Standing asKnown(
      String day, String completeFrom, TitleHolding... holdings) {
    var company = checkedOn(LocalDate.parse(completeFrom));
    var on = LocalDate.parse(day);
    return TitleRegister.of(company, List.of(holdings), on, TitleYears.NONE).on(TITLE, on);
  }

  private static Company checkedOn(LocalDate day) {
    return new Company(
        0,
        "试验有限公司",
        null,
        "",
        null,
        null,
        "99",
        null,
        null,
        Track.MANUFACTURING,
        null,
        null,
        Origin.DOCUMENT,
        LocalDate.EPOCH,
        day,
        "试验",
        null,
        0);
  }

  private static TitleHolding recorded(
      TitleHolding holding, String recordedOn, @Nullable String endRecordedOn) {
    return new TitleHolding(
        holding.id(),
        holding.companyId(),
        holding.title(),
        holding.heldFrom(),
        holding.fromPrecision(),
        holding.heldTo(),
        LocalDate.parse(recordedOn),
        endRecordedOn == null ? null : LocalDate.parse(endRecordedOn),
        holding.batch(),
        holding.documentNo(),
        endRecordedOn == null ? null : "取消文件",
        holding.source());
  }

  private static TitleRegister complete(TitleHolding... holdings) {
    return new TitleRegister(List.of(holdings), true, TitleYears.NONE);
  }

  private static TitleRegister unchecked(TitleHolding... holdings) {
    return new TitleRegister(List.of(holdings), false, TitleYears.NONE);
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
        LocalDate.parse(from),
        null,
        null,
        "文件",
        null,
        "来源");
  }
}
