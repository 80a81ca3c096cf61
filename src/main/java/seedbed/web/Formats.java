package seedbed.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How numbers and days are written for officials; a dash where there is nothing.
public final class Formats {

  public static final String NOTHING = "—";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal LEAST_SHARE = new BigDecimal("0.1");
  private static final BigDecimal MOST_SHARE = new BigDecimal("99.9");
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter LONG_DAY =
      DateTimeFormatter.ofPattern("uuuu 年 M 月 d 日", Locale.ROOT);

  private Formats() {}

  /// Thousands separated, exactly two decimals: 1,062.00.
  public static String amount(@Nullable Object value) {
    return written("#,##0.00", value);
  }

  /// Thousands separated, with so many decimals: 4.9999.
  public static String decimals(@Nullable Object value, int places) {
    return written("#,##0." + "0".repeat(places), value);
  }

  /// Thousands separated, two decimals or as many more as the number has: 1,062.00, 804.1635.
  public static String exact(@Nullable Object value) {
    return written("#,##0.00####", value);
  }

  /// A number of percent with its sign: 96.40 %.
  public static String percent(@Nullable Object value) {
    return value == null ? NOTHING : written("#,##0.00", value) + " %";
  }

  /// A part of a whole in percent, as it is told everywhere: 96.4%; a dash where there is no whole.
  public static String share(long part, long whole) {
    var percent = sharePercent(part, whole);
    return percent == null ? NOTHING : decimals(percent, 1) + "%";
  }

  /// A part of a whole in percent, one decimal, half up; null where there is no whole. What is not
  /// all never rounds to 100, and what is something never to 0.
  public static @Nullable BigDecimal sharePercent(long part, long whole) {
    if (whole == 0) {
      return null;
    }
    var rounded =
        BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    return part <= 0 || part >= whole ? rounded : rounded.max(LEAST_SHARE).min(MOST_SHARE);
  }

  /// A whole number, thousands separated: 10,000.
  public static String count(@Nullable Object value) {
    return written("#,##0", value);
  }

  /// As many decimals as the number has: 67.5, 3, 1,200.
  public static String number(@Nullable Object value) {
    return written("#,##0.##########", value);
  }

  public static String day(@Nullable Object value) {
    return switch (value) {
      case null -> NOTHING;
      case LocalDate day -> day.toString();
      case LocalDateTime time -> time.toLocalDate().toString();
      case Instant moment -> LocalDate.ofInstant(moment, CHINA).toString();
      default -> value.toString();
    };
  }

  public static String longDay(@Nullable Object value) {
    return value instanceof LocalDate day ? LONG_DAY.format(day) : day(value);
  }

  public static String time(@Nullable Object value) {
    return switch (value) {
      case null -> NOTHING;
      case Instant moment -> MINUTE.format(moment.atZone(CHINA));
      case LocalDateTime time -> MINUTE.format(time);
      case LocalDate day -> day.toString();
      case TemporalAccessor other -> MINUTE.format(other);
      default -> value.toString();
    };
  }

  private static String written(String pattern, @Nullable Object value) {
    var number = decimal(value);
    if (number == null) {
      return value == null || value.toString().isBlank() ? NOTHING : value.toString();
    }
    var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    var text = format.format(number);
    return text.startsWith("-")
            && number.signum() < 0
            && text.chars().noneMatch(c -> c > '0' && c <= '9')
        ? text.substring(1)
        : text;
  }

  private static @Nullable BigDecimal decimal(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal decimal -> decimal;
      case Number number -> new BigDecimal(number.toString());
      case CharSequence text -> {
        try {
          yield new BigDecimal(text.toString().strip());
        } catch (NumberFormatException _) {
          yield null;
        }
      }
      default -> null;
    };
  }
}
