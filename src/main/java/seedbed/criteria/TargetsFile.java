package seedbed.criteria;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import seedbed.startup.StartFailure;

/// Reads `targets.yml` of the config folder; a wrong one stops the start.
@Factory
final class TargetsFile {
  private static final String NAME = "targets.yml";
  private static final String REGION = "[0-9]{2,12}";
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final int MOST = 100_000;
  private static final List<String> KEYS =
      List.of(
          "region", "label", "titles", "document", "clause", "from", "to", "at_least", "at_most");

  @Context
  Targets targets(
      @Property(name = "seedbed.config", defaultValue = "config") String folder, Titles titles) {
    try {
      return read(ConfigFolder.find(folder).resolve(NAME), titles);
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  static Targets read(Path file, Titles titles) {
    return Files.exists(file) ? read(YamlValue.text(file, NAME), titles) : new Targets(List.of());
  }

  static Targets read(String text, Titles titles) {
    var problems = new Problems();
    var targets =
        problems
            .attempt(() -> YamlValue.of(text, NAME, problems).list(each -> target(each, titles)))
            .orElse(List.of());
    problems.refuse();
    return new Targets(targets);
  }

  private static Targets.Target target(YamlValue value, Titles titles) {
    var fields = value.fields().only(KEYS);
    var document = fields.required("document").fields().only(List.of("number", "name"));
    var from = fields.required("from").whole(FIRST_YEAR, LAST_YEAR);
    var to = fields.required("to").whole(FIRST_YEAR, LAST_YEAR);
    if (to < from) {
      throw fields.key("to").flaw("最后一年早于第一年", "请改正from或to");
    }
    var atLeast = fields.required("at_least").whole(1, MOST);
    var atMost = fields.optional("at_most", each -> each.whole(1, MOST));
    if (atMost != null && atMost < atLeast) {
      throw fields.key("at_most").flaw("区间上限小于下限", "请改正at_least或at_most");
    }
    return new Targets.Target(
        region(fields.required("region")),
        fields.required("label").text(),
        fields.required("titles").some(each -> known(each, titles)),
        new Document(document.required("number").text(), document.required("name").text(), null),
        fields.required("clause").text(),
        from,
        to,
        atLeast,
        atMost);
  }

  private static String region(YamlValue value) {
    if (!value.text().matches(REGION)) {
      throw value.flaw("“" + value.text() + "”不是区划代码", "请写成2至12位数字");
    }
    return value.text();
  }

  private static String known(YamlValue code, Titles titles) {
    if (titles.find(code.text()).isEmpty()) {
      throw code.flaw("没有“" + code.text() + "”这个称号", "请改为titles.yml中已有的代码");
    }
    return code.text();
  }
}
