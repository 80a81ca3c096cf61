package seedbed.criteria;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import seedbed.startup.StartFailure;

/// Reads `archive.yml` of the config folder; a wrong one stops the start.
@Factory
final class ArchivePlanFile {

  private static final String NAME = "archive.yml";
  private static final int LONGEST_LABEL = 12;

  /// Every series that somebody enters documents under.
  private static final List<String> CODES =
      List.of(
          "review",
          "supplement",
          "plan",
          "admission",
          "removal",
          "notice",
          "nomination",
          "filing",
          "minutes",
          "bulletin",
          "incoming",
          "outgoing");

  @Context
  ArchivePlan plan(@Property(name = "seedbed.config", defaultValue = "config") String folder) {
    try {
      return read(ConfigFolder.find(folder).resolve(NAME));
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private static ArchivePlan read(Path file) {
    var problems = new Problems();
    var text = problems.attempt(() -> YamlValue.text(file, NAME));
    problems.refuse();
    return read(text.orElseThrow());
  }

  static ArchivePlan read(String text) {
    var problems = new Problems();
    Map<String, ArchivePlan.Series> series = new LinkedHashMap<>();
    problems.attempt(() -> {
      var fields = YamlValue.of(text, NAME, problems).fields().only(CODES);
      Set<String> labels = new HashSet<>();
      for (String code : CODES) {
        problems
            .attempt(() -> series(fields.required(code), labels))
            .ifPresent(read -> series.put(code, read));
      }
      return series;
    });
    problems.refuse();
    return new ArchivePlan(series);
  }

  // Two series with one label would have the same numbers.
  private static ArchivePlan.Series series(YamlValue value, Set<String> labels) {
    var fields = value.fields().only(List.of("label", "name", "keep", "by-hand"));
    var label = fields.required("label");
    if (label.text().length() > LONGEST_LABEL || !labels.add(label.text())) {
      throw label.flaw(
          "类别代字“" + label.text() + "”过长或与另一类重复", "请改为不超过 " + LONGEST_LABEL + " 个字、各类不同的代字");
    }
    return new ArchivePlan.Series(
        label.text(),
        fields.required("name").text(),
        keep(fields.required("keep")),
        fields.optional("by-hand", YamlValue::truth, false));
  }

  private static ArchivePlan.Retention keep(YamlValue value) {
    return ArchivePlan.Retention.of(value.text())
        .orElseThrow(() ->
            value.flaw("没有“" + value.text() + "”这种保管期限", "可用：permanent（永久）、thirty（30年）、ten（10年）"));
  }
}
