package seedbed.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.spreadsheet.SheetCell.Kind;
import seedbed.spreadsheet.SheetCell.Look;

final class CellReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12345.67|12345.67",
        "12,345.67|12345.67",
        "１２３４５．６７|12345.67",
        "１，２３４|1234",
        " 5000 万元 |5000",
        "-120.5|-120.5",
        "−120.5|-120.5",
        "1.2E+4|1.2E+4"
      })
  void readsNumbersAsOfficialsWriteThem(String typed, String number) {
    assertThat(CellReading.number(SheetCell.text(typed), "万元"))
        .isEqualTo(Reading.given(new BigDecimal(number)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12,34|千位分隔",
        "1.2.3|不是数字",
        "5000元|单位是元",
        "3亿元|单位是亿元",
        "—|没有数据请留空",
        "无|没有数据请留空",
        "约5000|不是数字",
        "12.5%|单位是%"
      })
  void refusesNumbersThatCouldMeanTwoThings(String typed, String reason) {
    assertThat(CellReading.number(SheetCell.text(typed), "万元"))
        .isInstanceOfSatisfying(
            Reading.Wrong.class,
            wrong -> assertThat(wrong.reason() + wrong.remedy()).contains(reason));
  }

  @Test
  void takesBackTheSeventeenDigitsOfASpreadsheetProgram() {
    assertThat(CellReading.number(number("1.1000000000000001", Look.PLAIN), "万元"))
        .isEqualTo(Reading.given(new BigDecimal("1.10000000000000")));
    assertThat(CellReading.number(number("2.9999", Look.PLAIN), "%"))
        .isEqualTo(Reading.given(new BigDecimal("2.9999")));
  }

  @Test
  void percentCellsCountAsPercentOnlyWherePercentIsAsked() {
    SheetCell cell = number("0.125", Look.PERCENT);

    assertThat(CellReading.number(cell, "%")).isEqualTo(Reading.given(new BigDecimal("12.500")));
    assertThat(CellReading.number(cell, "万元")).isInstanceOf(Reading.Wrong.class);
    assertThat(CellReading.number(SheetCell.text("12.5％"), "%"))
        .isEqualTo(Reading.given(new BigDecimal("12.5")));
  }

  @Test
  void blankIsNotZero() {
    assertThat(CellReading.number(SheetCell.BLANK, "万元")).isEqualTo(new Reading.Blank<>());
    assertThat(CellReading.number(SheetCell.text("　"), "万元")).isEqualTo(new Reading.Blank<>());
  }

  @Test
  void formulaErrorsAndUnsavedFormulasSayWhatToDo() {
    assertThat(CellReading.number(new SheetCell(Kind.ERROR, "#N/A", Look.PLAIN), "万元"))
        .isInstanceOfSatisfying(
            Reading.Wrong.class, wrong -> assertThat(wrong.reason()).contains("#N/A"));
    assertThat(CellReading.number(new SheetCell(Kind.UNCALCULATED, "", Look.PLAIN), "万元"))
        .isInstanceOfSatisfying(
            Reading.Wrong.class, wrong -> assertThat(wrong.reason()).contains("没有计算结果"));
  }

  @Test
  void hugeExponentsAreRefusedBeforeTheyFillMemory() {
    assertThat(CellReading.number(number("1E+999999999", Look.PLAIN), "万元"))
        .isInstanceOf(Reading.Wrong.class);
    assertThat(number("1E+999999999", Look.DAY).shown()).isEqualTo("1E+999999999");
  }

  @Test
  void aDateInANumberColumnIsNotANumber() {
    assertThat(CellReading.number(number("44317", Look.DAY), "万元"))
        .isInstanceOfSatisfying(
            Reading.Wrong.class, wrong -> assertThat(wrong.reason()).contains("2021-05-01"));
  }

  @ParameterizedTest
  @CsvSource({"2025-12-31", "2025/12/31", "2025.12.31", "2025年12月31日", "２０２５年１２月３１日", "20251231"})
  void readsDays(String typed) {
    assertThat(CellReading.day(SheetCell.text(typed)))
        .isEqualTo(Reading.given(LocalDate.of(2025, 12, 31)));
  }

  @Test
  void readsTheNumberBehindADay() {
    assertThat(CellReading.day(number("46022", Look.DAY)))
        .isEqualTo(Reading.given(LocalDate.of(2025, 12, 31)));
    assertThat(CellReading.day(number("46022", Look.PLAIN)))
        .isEqualTo(Reading.given(LocalDate.of(2025, 12, 31)));
    assertThat(CellReading.day(number("20251231", Look.PLAIN)))
        .isEqualTo(Reading.given(LocalDate.of(2025, 12, 31)));
  }

  @ParameterizedTest
  @CsvSource({"2025-02-30", "2025-13-01", "2025年", "去年底", "12/31/25"})
  void refusesDaysThatAreNone(String typed) {
    assertThat(CellReading.day(SheetCell.text(typed))).isInstanceOf(Reading.Wrong.class);
  }

  @Test
  void yesAndNoAreWords() {
    assertThat(CellReading.yes(SheetCell.text("是"))).isEqualTo(Reading.given(true));
    assertThat(CellReading.yes(new SheetCell(Kind.LOGICAL, "0", Look.PLAIN)))
        .isEqualTo(Reading.given(false));
    assertThat(CellReading.yes(SheetCell.text("可能"))).isInstanceOf(Reading.Wrong.class);
  }

  private static SheetCell number(String raw, Look look) {
    return new SheetCell(Kind.NUMBER, raw, look);
  }
}
