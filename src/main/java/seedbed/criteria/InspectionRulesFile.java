package seedbed.criteria;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import seedbed.startup.StartFailure;

/// Reads `inspections.yml` of the config folder; a wrong one stops the start.
@Factory
final class InspectionRulesFile {

  private static final String NAME = "inspections.yml";
  private static final List<String> KEYS =
      List.of(
          "titles",
          "exempt-areas",
          "joint-days",
          "report-days",
          "late-entry-days",
          "officers",
          "ratings-from",
          "clause");

  @Context
  InspectionRules rules(
      @Property(name = "seedbed.config", defaultValue = "config") String folder, Titles titles) {
    try {
      return read(ConfigFolder.find(folder), titles);
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  static InspectionRules read(Path folder, Titles titles) {
    var problems = new Problems();
    var rules =
        problems.attempt(
            () -> read(YamlValue.of(folder.resolve(NAME), NAME, problems).fields(), titles));
    problems.refuse();
    return rules.orElseThrow();
  }

  private static InspectionRules read(YamlFields fields, Titles titles) {
    fields.only(KEYS);
    return new InspectionRules(
        fields.required("titles").some(item -> title(item, titles)),
        Set.copyOf(fields.required("exempt-areas").some(InspectionRulesFile::area)),
        fields.required("joint-days").whole(0, 90),
        fields.required("report-days").whole(0, 30),
        fields.required("late-entry-days").whole(0, 60),
        fields.required("officers").whole(1, 4),
        fields.required("ratings-from").whole(1, 50),
        fields.required("clause").text());
  }

  private static String title(YamlValue item, Titles titles) {
    if (titles.find(item.text()).isEmpty()) {
      throw item.flaw("没有称号“" + item.text() + "”", "请用titles.yml中的代码");
    }
    return item.text();
  }

  private static String area(YamlValue item) {
    if (!InspectionRules.AREAS.contains(item.text())) {
      throw item.flaw("没有领域“" + item.text() + "”", "可用：" + String.join("、", InspectionRules.AREAS));
    }
    return item.text();
  }
}
