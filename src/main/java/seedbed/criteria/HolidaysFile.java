package seedbed.criteria;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import seedbed.startup.StartFailure;

/// Reads `holidays.yml` of the config folder; a wrong one stops the start.
@Factory
final class HolidaysFile {

  private static final String NAME = "holidays.yml";

  @Context
  Holidays holidays(@Property(name = "seedbed.config", defaultValue = "config") String folder) {
    try {
      return read(ConfigFolder.find(folder).resolve(NAME));
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private static Holidays read(Path file) {
    var problems = new Problems();
    var text = problems.attempt(() -> YamlValue.text(file, NAME));
    problems.refuse();
    return read(text.orElseThrow());
  }

  static Holidays read(String text) {
    var problems = new Problems();
    Map<Integer, Holidays.Year> years = new TreeMap<>();
    problems.attempt(() -> {
      YamlValue.of(text, NAME, problems)
          .fields()
          .all()
          .forEach((name, value) ->
              problems
                  .attempt(() -> year(number(name, value), value))
                  .ifPresent(year -> years.put(number(name, value), year)));
      return years;
    });
    problems.refuse();
    return new Holidays(years);
  }

  private static int number(String name, YamlValue value) {
    if (!name.matches("20[0-9]{2}")) {
      throw value.flaw("“" + name + "”不是年份", "请写成四位年份，如 2026");
    }
    return Integer.parseInt(name);
  }

  private static Holidays.Year year(int number, YamlValue value) {
    var fields = value.fields().only(List.of("rest", "work"));
    return new Holidays.Year(
        fields.required("rest").list(each -> rest(number, each)),
        fields.required("work").list(each -> worked(number, each)));
  }

  private static Holidays.Rest rest(int number, YamlValue value) {
    var fields = value.fields().only(List.of("name", "from", "to"));
    var from = within(number, fields.required("from"));
    var to = within(number, fields.required("to"));
    if (to.isBefore(from)) {
      throw fields.required("to").flaw("放假的最后一天早于第一天", "请改正from或to");
    }
    return new Holidays.Rest(fields.required("name").text(), from, to);
  }

  private static LocalDate worked(int number, YamlValue value) {
    var day = within(number, value);
    if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
      throw value.flaw(day + "不是周末，不需要调休上班", "请改为周六或周日，或删去这一天");
    }
    return day;
  }

  private static LocalDate within(int number, YamlValue value) {
    var day = value.date();
    if (day.getYear() != number) {
      throw value.flaw(day + "不在" + number + "年", "请写到它所在的年份下");
    }
    return day;
  }
}
