package seedbed.criteria.rule;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/// Puts the benchmark's results side by side.
final class BenchmarkTable {
  private BenchmarkTable() {}

  @SuppressWarnings("SystemOut")
  static void print(Collection<RunResult> results, int criteria, int checklists) {
    System.out.println(table(scores(results), criteria, checklists));
  }

  private static Map<String, Double> scores(Collection<RunResult> results) {
    return results.stream()
        .collect(
            Collectors.toMap(
                result -> result.getPrimaryResult().getLabel(),
                result -> result.getPrimaryResult().getScore()));
  }

  private static String table(Map<String, Double> scores, int criteria, int checklists) {
    var hand = scores.getOrDefault("handWritten", Double.NaN);
    var rows = new StringBuilder();
    rows.append(
        "%n%-44s %12s %14s%n".formatted("Little giant 2022", "ns/criterion", "× hand-written"));
    for (var name : new String[] {"handWritten", "judging", "explaining", "verdicts"}) {
      var score = scores.getOrDefault(name, Double.NaN);
      rows.append("%-44s %12.1f %14.1f%n".formatted(name, score / criteria, score / hand));
    }
    rows.append(
        "%n%-44s %12s%n"
            .formatted("10,000 companies × " + checklists + " checklists in force", "s"));
    for (var name :
        new String[] {"provinceJudged", "provinceWithFindings", "tenthOfProvinceWithVerdicts"}) {
      rows.append("%-44s %12.2f%n".formatted(name, scores.getOrDefault(name, Double.NaN) / 1_000));
    }
    return rows.toString();
  }
}
