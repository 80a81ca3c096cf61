package seedbed.criteria;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.startup.StartFailure;

/// Reads `management.yml` of the config folder; a wrong one stops the start.
@Factory
final class ManagementFile {
  private static final String NAME = "management.yml";
  private static final List<String> KEYS =
      List.of("titles", "document", "from", "to", "update", "change", "ban");
  private static final List<String> GROUNDS =
      List.of("accident", "discredit", "tax", "fraud", "standard", "update", "change", "other");
  private static final int MOST_MONTHS = 24;
  private static final int MOST_YEARS = 20;

  @Context
  Management management(
      @Property(name = "seedbed.config", defaultValue = "config") String folder, Titles titles) {
    try {
      return read(ConfigFolder.find(folder).resolve(NAME), titles);
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  static Management read(Path file, Titles titles) {
    if (!Files.exists(file)) {
      return new Management(List.of());
    }
    return read(YamlValue.text(file, NAME), titles);
  }

  static Management read(String text, Titles titles) {
    var problems = new Problems();
    var rules =
        problems
            .attempt(() -> YamlValue.of(text, NAME, problems).list(each -> rule(each, titles)))
            .orElse(List.of());
    problems.refuse();
    return new Management(rules);
  }

  private static Management.Rule rule(YamlValue value, Titles titles) {
    var fields = value.fields().only(KEYS);
    var document = fields.required("document").fields().only(List.of("number", "name"));
    var from = fields.required("from").date();
    var to = fields.optional("to", YamlValue::date);
    if (to != null && to.isBefore(from)) {
      throw fields.key("to").flaw("最后一天早于第一天", "请改正from或to");
    }
    return new Management.Rule(
        fields.required("titles").some(each -> known(each, titles)),
        new Document(document.required("number").text(), document.required("name").text(), null),
        from,
        to,
        fields.optional("update", ManagementFile::update),
        fields.optional("change", ManagementFile::change),
        fields.optional("ban", ManagementFile::ban));
  }

  private static String known(YamlValue code, Titles titles) {
    if (titles.find(code.text()).isEmpty()) {
      throw code.flaw("没有“" + code.text() + "”这个称号", "请改为titles.yml中已有的代码");
    }
    return code.text();
  }

  private static Management.Update update(YamlValue value) {
    var fields = value.fields().only(List.of("by", "missed", "unverified"));
    return new Management.Update(
        day(fields.required("by")), words(fields, "missed"), words(fields, "unverified"));
  }

  private static MonthDay day(YamlValue value) {
    try {
      return MonthDay.parse("--" + value.text());
    } catch (DateTimeException e) {
      throw value.flaw("“" + value.text() + "”不是某月某日", "请写成 04-30 的形式");
    }
  }

  private static Management.ChangeReport change(YamlValue value) {
    var fields = value.fields().only(List.of("months", "missed", "unverified"));
    return new Management.ChangeReport(
        fields.required("months").whole(1, MOST_MONTHS),
        words(fields, "missed"),
        words(fields, "unverified"));
  }

  private static Management.Ban ban(YamlValue value) {
    var fields = value.fields().only(List.of("years", "grounds", "unverified"));
    return new Management.Ban(
        fields.required("years").whole(1, MOST_YEARS),
        fields.required("grounds").some(ManagementFile::ground),
        words(fields, "unverified"));
  }

  private static String ground(YamlValue value) {
    if (!GROUNDS.contains(value.text())) {
      throw value.flaw("没有“" + value.text() + "”这种撤销事由", "可用：" + String.join("、", GROUNDS));
    }
    return value.text();
  }

  private static @Nullable String words(YamlFields fields, String name) {
    return fields.optional(name, YamlValue::text);
  }
}
