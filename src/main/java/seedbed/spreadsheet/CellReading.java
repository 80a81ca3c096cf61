package seedbed.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads cells as numbers, days and words the way officials write them: full-width digits,
/// thousands separators, 2025年3月1日. What could mean two things is refused, never guessed.
public final class CellReading {

  /// Spreadsheet programs compute in 15 significant digits and save up to 17: 1.1 is saved as
  /// 1.1000000000000001. Rounding back gives the number that was typed.
  private static final MathContext SPREADSHEET_PRECISION =
      new MathContext(15, RoundingMode.HALF_EVEN);

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d{1,30}|\\d{1,3}(?:,\\d{3}){1,9})(?:\\.\\d{1,30})?");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?\\d{1,30}(?:\\.\\d{1,30})?[eE][+-]?\\d{1,2}");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})日?(?:00:00(?::00)?)?");
  private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Set<String> NOTHING_WORDS =
      Set.of("-", "--", "—", "——", "―", "/", "\\", "无", "暂无", "未填", "N/A", "NA", "NULL", "空");
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(61);
  private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(73_050);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private CellReading() {}

  /// The words in a cell, full-width forms and spaces at the ends tidied.
  public static Reading<String> words(SheetCell cell) {
    return switch (cell.kind()) {
      case BLANK -> new Reading.Blank<>();
      case TEXT ->
          tidy(cell.text()).isEmpty() ? new Reading.Blank<>() : Reading.given(tidy(cell.text()));
      case NUMBER -> Reading.given(shown(cell));
      case LOGICAL -> Reading.given(cell.shown());
      case ERROR, UNCALCULATED -> unusable(cell);
    };
  }

  /// A plain number; the unit may stand behind it if it is the one expected.
  public static Reading<BigDecimal> number(SheetCell cell, String unit) {
    return switch (cell.kind()) {
      case BLANK -> new Reading.Blank<>();
      case NUMBER ->
          switch (cell.look()) {
            case PLAIN -> exact(cell);
            case PERCENT -> percentLook(cell, unit);
            case DAY -> Reading.wrong("单元格是日期（" + shown(cell) + "），不是数字", "将单元格格式改为“数值”后重新填写");
          };
      case TEXT -> typedNumber(cell.text(), unit);
      case LOGICAL -> Reading.wrong("“" + cell.shown() + "”不是数字", "填写数字，没有数据请留空");
      case ERROR, UNCALCULATED -> unusable(cell);
    };
  }

  /// A day: a date cell, the serial number behind one, or a date as it is written.
  public static Reading<LocalDate> day(SheetCell cell) {
    return switch (cell.kind()) {
      case BLANK -> new Reading.Blank<>();
      case NUMBER -> exact(cell).then(number -> serialDay(number, cell));
      case TEXT -> typedDay(cell.text());
      case LOGICAL -> Reading.wrong("“" + cell.shown() + "”不是日期", "按 2025-12-31 的格式填写");
      case ERROR, UNCALCULATED -> unusable(cell);
    };
  }

  /// Yes or no.
  public static Reading<Boolean> yes(SheetCell cell) {
    return words(cell)
        .then(word ->
            switch (word) {
              case "是", "√", "✓", "TRUE", "true", "Y", "y", "1" -> Reading.given(true);
              case "否", "×", "✕", "FALSE", "false", "N", "n", "0" -> Reading.given(false);
              default -> Reading.wrong("“" + cut(word) + "”不能判断是或否", "填“是”或“否”，不清楚请留空");
            });
  }

  /// Half-width, without spaces at the ends; Roman numerals and brackets become comparable.
  public static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]", "")
        .strip();
  }

  static String shown(SheetCell cell) {
    return switch (exact(cell)) {
      case Reading.Given<BigDecimal>(var number, _) ->
          switch (cell.look()) {
            case PLAIN -> plain(number);
            case PERCENT -> plain(number.multiply(HUNDRED)) + "%";
            case DAY ->
                serialDay(number, cell) instanceof Reading.Given<LocalDate>(var day, _)
                    ? day.toString()
                    : plain(number);
          };
      case Reading.Blank<BigDecimal> _, Reading.Wrong<BigDecimal> _ -> cut(cell.text());
    };
  }

  static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }

  private static Reading<BigDecimal> exact(SheetCell cell) {
    if (!NUMBER.matcher(cell.text()).matches() && !SCIENTIFIC.matcher(cell.text()).matches()) {
      return Reading.wrong("“" + cut(cell.text()) + "”超出可以登记的范围", "核对数值");
    }
    return Reading.given(new BigDecimal(cell.text()).round(SPREADSHEET_PRECISION));
  }

  private static Reading<BigDecimal> percentLook(SheetCell cell, String unit) {
    return unit.equals("%")
        ? exact(cell).then(number -> Reading.given(number.multiply(HUNDRED)))
        : Reading.wrong(
            "单元格是百分比（" + shown(cell) + "），本栏单位是" + unit, "将单元格格式改为“数值”，按" + unit + "填写");
  }

  private static Reading<BigDecimal> typedNumber(String typed, String unit) {
    String text = tidy(typed).replaceAll("\\s", "").replaceFirst("^[¥$]", "").replace('−', '-');
    if (text.isEmpty()) {
      return new Reading.Blank<>();
    }
    if (NOTHING_WORDS.contains(text)) {
      return Reading.wrong("“" + text + "”不是数字", "没有数据请留空；确实为零请填 0");
    }
    String ownUnit = tidy(unit);
    String digits =
        !ownUnit.isEmpty() && text.endsWith(ownUnit)
            ? text.substring(0, text.length() - ownUnit.length())
            : text;
    if (NUMBER.matcher(digits).matches()) {
      return Reading.given(new BigDecimal(digits.replace(",", "")));
    }
    if (SCIENTIFIC.matcher(digits).matches()) {
      return Reading.given(new BigDecimal(digits));
    }
    @Nullable String otherUnit = unitBehind(text);
    if (otherUnit != null) {
      return Reading.wrong(
          "“" + cut(text) + "”的单位是" + otherUnit + "，本栏单位是" + unit, "换算成" + unit + "，只填数字");
    }
    if (text.matches("[+-]?[\\d,]+(\\.\\d*)?")) {
      return Reading.wrong("“" + cut(text) + "”的千位分隔或小数点位置不对", "去掉逗号，重新填写数字");
    }
    return Reading.wrong("“" + cut(text) + "”不是数字", "填写数字，没有数据请留空");
  }

  private static @Nullable String unitBehind(String text) {
    Matcher unit = Pattern.compile("[+-]?[\\d,]+(?:\\.\\d+)?(\\D{1,4})").matcher(text);
    return unit.matches() ? unit.group(1) : null;
  }

  private static Reading<LocalDate> serialDay(BigDecimal number, SheetCell cell) {
    if (cell.look() == SheetCell.Look.PLAIN) {
      Matcher compact = COMPACT_DAY.matcher(plain(number));
      if (compact.matches()) {
        return day(compact, plain(number));
      }
    }
    // Before March 1900 the numbering has a day that never was; nothing reported is that old.
    if (number.compareTo(FIRST_SERIAL) < 0 || number.compareTo(LAST_SERIAL) > 0) {
      return Reading.wrong("“" + plain(number) + "”不是日期", "按 2025-12-31 的格式填写");
    }
    return Reading.given(
        DAY_ZERO.plusDays(number.setScale(0, RoundingMode.FLOOR).longValueExact()));
  }

  private static Reading<LocalDate> typedDay(String typed) {
    String text = tidy(typed).replaceAll("\\s", "");
    if (text.isEmpty()) {
      return new Reading.Blank<>();
    }
    Matcher day = DAY.matcher(text);
    Matcher compact = COMPACT_DAY.matcher(text);
    if (day.matches()) {
      return day(day, text);
    }
    return compact.matches()
        ? day(compact, text)
        : Reading.wrong("“" + cut(text) + "”不是完整的日期", "按 2025-12-31 的格式填写到日");
  }

  private static Reading<LocalDate> day(Matcher parts, String text) {
    try {
      return Reading.given(
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3))));
    } catch (DateTimeException _) {
      return Reading.wrong("没有“" + cut(text) + "”这一天", "核对年、月、日");
    }
  }

  private static <T> Reading<T> unusable(SheetCell cell) {
    return cell.kind() == SheetCell.Kind.ERROR
        ? Reading.wrong("单元格是公式错误（" + cut(cell.text()) + "）", "改正公式，或直接填写数值；没有数据请留空")
        : Reading.wrong("公式没有计算结果", "在 Excel 中打开、重新计算并保存，或直接填写数值");
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
