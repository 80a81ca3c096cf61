package seedbed.criteria;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When everything is due, and who is told of it when.
///
/// @param restDays whether people are told on days off too
/// @param lookBack how many days something may be late and still be told of for the first time
/// @param rules by the code of what is due, such as `operating-sheet`
public record ReminderPlan(Quiet quiet, boolean restDays, int lookBack, Map<String, Rule> rules) {

  public static final int LEAST = -180;
  public static final int MOST = 60;

  public ReminderPlan {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
  }

  /// This plan, with the rules of another one for what this one says nothing about.
  public ReminderPlan over(ReminderPlan other) {
    Map<String, Rule> all = new LinkedHashMap<>(other.rules);
    all.putAll(rules);
    return new ReminderPlan(quiet, restDays, lookBack, all);
  }

  /// The hours in which nobody is told anything; from the first up to the second of the next day.
  public record Quiet(LocalTime from, LocalTime to) {

    public boolean holds(LocalTime time) {
      return from.isBefore(to)
          ? !time.isBefore(from) && time.isBefore(to)
          : !time.isBefore(from) || time.isBefore(to);
    }
  }

  /// What is due, and when who is told.
  ///
  /// @param period how long its periods are; null for what has deadlines of its own
  /// @param due when after its period; null for what has deadlines of its own
  /// @param newcomersOwe whether whoever came within the period owes it for this period already
  public record Rule(
      String kind,
      @Nullable Period period,
      @Nullable Due due,
      Shift shift,
      boolean newcomersOwe,
      List<Step> steps) {

    public Rule {
      steps = steps.stream().sorted(Comparator.comparingInt(Step::days)).toList();
    }
  }

  /// One reminder: so many days after the due day, or before it where negative.
  public record Step(int days, Set<Whom> tell) {

    public Step {
      tell = Collections.unmodifiableSet(EnumSet.copyOf(tell));
    }

    /// `期限前 7 天`.
    public String label() {
      return days == 0 ? "期限当天" : days < 0 ? "期限前 " + -days + " 天" : "逾期第 " + days + " 天";
    }
  }

  /// Who is told.
  public enum Whom {
    OWNER("应报人"),
    TOWNSHIP("镇（街道）"),
    OFFICE("培育办"),
    LEADER("挂钩领导");

    private final String label;

    Whom(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Whom> of(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }

  /// How long a period is.
  public enum Period {
    MONTH("月", 1),
    QUARTER("季度", 3),
    HALF("半年", 6),
    YEAR("年", 12);

    private final String label;
    private final int months;

    Period(String label, int months) {
      this.label = label;
      this.months = months;
    }

    public String label() {
      return label;
    }

    public int months() {
      return months;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Period> of(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }

  /// Where a due day goes that is a day off.
  public enum Shift {
    NONE("不顺延"),
    NEXT("顺延到下一个工作日"),
    PREVIOUS("提前到上一个工作日");

    private final String label;

    Shift(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Shift> of(String code) {
      return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }

  /// When something is due after its period.
  public sealed interface Due {

    /// Before it is shifted to a working day.
    ///
    /// @param lastDay of the period
    LocalDate after(LocalDate lastDay);

    /// As files and forms write it.
    String written();

    /// As people say it.
    String label();

    /// So many days after the last day.
    record Days(int days) implements Due {
      @Override
      public LocalDate after(LocalDate lastDay) {
        return lastDay.plusDays(days);
      }

      @Override
      public String written() {
        return "" + days;
      }

      @Override
      public String label() {
        return "期满后 " + days + " 天内";
      }
    }

    /// The first such day after the last day; 29 February is the 28th where there is none.
    record Day(MonthDay day) implements Due {
      @Override
      public LocalDate after(LocalDate lastDay) {
        LocalDate sameYear = day.atYear(lastDay.getYear());
        return sameYear.isAfter(lastDay) ? sameYear : day.atYear(lastDay.getYear() + 1);
      }

      @Override
      public String written() {
        return day.toString();
      }

      @Override
      public String label() {
        return "次年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日前";
      }
    }
  }
}
