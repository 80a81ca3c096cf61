package seedbed.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seedbed.criteria.Holidays;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// Reads the days of a year line by line, as one copies them from the notice: `2027-02-06 至
/// 2027-02-12 休 春节`, `2027-01-31 班`. A new year's holiday may begin in the December before, as that
/// of 2019 did.
final class DayLines {

  private static final Pattern LINE =
      Pattern.compile(
          "(20[0-9]{2}-[0-9]{2}-[0-9]{2})(?:\\s*(?:至|到|~|—|,)\\s*(20[0-9]{2}-[0-9]{2}-[0-9]{2}))?"
              + "[\\s,，]*(休|班)[\\s,，]*(.{0,20})");

  private static final int LONGEST_RUN = 15;
  private static final String FIELD = "days";

  private DayLines() {}

  /// @throws Refusal.Invalid with everything that is wrong
  static Holidays.Year read(int year, String typed) {
    List<Holidays.Rest> rest = new ArrayList<>();
    List<LocalDate> work = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    Set<LocalDate> seen = new HashSet<>();
    int number = 0;
    for (String line : typed.lines().map(String::strip).toList()) {
      number++;
      if (!line.isEmpty()) {
        try {
          read(year, line, rest, work, seen);
        } catch (Refusal.Invalid wrong) {
          errors.add(new FieldError(FIELD, "第 " + number + " 行：" + wrong.sentence()));
        }
      }
    }
    if (errors.isEmpty() && rest.isEmpty()) {
      errors.add(new FieldError(FIELD, "请至少填写一段放假，例如：" + year + "-01-01 休 元旦。"));
    }
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid("放假安排有 " + errors.size() + " 处需要改正。", errors);
    }
    return new Holidays.Year(rest, work);
  }

  private static void read(
      int year, String line, List<Holidays.Rest> rest, List<LocalDate> work, Set<LocalDate> seen) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw wrong("“" + line + "”看不懂，请写成“" + year + "-01-01 休 元旦”或“" + year + "-01-04 班”。");
    }
    LocalDate from = day(year, parts.group(1));
    LocalDate to = parts.group(2) == null ? from : day(year, parts.group(2));
    if (to.isBefore(from) || from.plusDays(LONGEST_RUN).isBefore(to)) {
      throw wrong("起止日期不对：" + from + " 至 " + to + "。");
    }
    from.datesUntil(to.plusDays(1))
        .forEach(day -> {
          if (!seen.add(day)) {
            throw wrong(day + " 写了两次。");
          }
        });
    if (parts.group(3).equals("休")) {
      String name = parts.group(4).strip();
      rest.add(new Holidays.Rest(name.isEmpty() ? "放假" : name, from, to));
    } else {
      from.datesUntil(to.plusDays(1)).forEach(day -> work.add(weekend(day)));
    }
  }

  private static LocalDate weekend(LocalDate day) {
    if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
      throw wrong(day + " 不是周末，不需要调休上班。");
    }
    return day;
  }

  private static LocalDate day(int year, String text) {
    LocalDate day;
    try {
      day = LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw wrong("没有 " + text + " 这一天。");
    }
    boolean before = day.getYear() == year - 1 && day.getMonth() == Month.DECEMBER;
    if (day.getYear() != year && !before) {
      throw wrong(day + " 不在 " + year + " 年，也不在上年 12 月。");
    }
    return day;
  }

  private static Refusal.Invalid wrong(String sentence) {
    return new Refusal.Invalid(FIELD, sentence);
  }
}
