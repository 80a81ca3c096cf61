package seedbed.report;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ChangeTable;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Choice;

/// Two editions side by side, and what the later one means for the pool.
///
/// @param obstacle why there is nothing to compare, in a sentence
/// @param impact null for those who may not see it
/// @param changesFile what the table shows, as a workbook
/// @param impactFile the list that is shown, as a workbook
/// @param impactFiles all lists in one workbook
@Introspected
record ComparisonPage(
    List<Choice> editions,
    Edition from,
    Edition to,
    String titleLabel,
    List<Chips> choices,
    @Nullable String obstacle,
    @Nullable ChangeTable changes,
    @Nullable ImpactPart impact,
    Address changesFile,
    Address impactFile,
    Address impactFiles) {

  /// How often a browser without scripts asks again, in seconds, while the work goes on.
  public @Nullable String refresh() {
    return impact != null && impact.progress() != null ? "2" : null;
  }

  static ComparisonPage of(
      ComparisonQuery query,
      Editions editions,
      Titles titles,
      @Nullable ChangeTable changes,
      @Nullable ImpactPart impact) {
    return new ComparisonPage(
        editions.all().reversed().stream()
            .map(each -> new Choice(each.id(), each.from().getYear() + " 版 · " + each.name()))
            .toList(),
        query.from(),
        query.to(),
        titles.get(query.title()).label(),
        choices(query, titles),
        obstacle(query),
        changes,
        impact,
        query
            .address("/editions/comparison/changes")
            .with("change", query.change() == null ? null : query.change().code()),
        query.address("/editions/comparison/companies").with("list", query.list().code()),
        query.address("/editions/comparison/companies"));
  }

  private static List<Chips> choices(ComparisonQuery query, Titles titles) {
    var codes =
        Stream.concat(query.from().titles().stream(), query.to().titles().stream())
            .distinct()
            .toList();
    return Stream.of(
            chips(
                "称号",
                "title",
                query.title(),
                codes.stream()
                    .map(code -> new Choice(code, titles.get(code).shortLabel()))
                    .toList()),
            chips(
                "类别",
                "track",
                query.track(),
                query.tracks().stream()
                    .map(code -> new Choice(code, EditionList.track(code)))
                    .toList()),
            chips(
                "申报类型",
                "applicant",
                query.applicant().code(),
                Stream.of(Applicant.values())
                    .map(each -> new Choice(each.code(), each.label()))
                    .toList()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Chips> chips(
      String label, String parameter, String current, List<Choice> values) {
    return values.size() < 2
        ? List.of()
        : List.of(
            new Chips(
                label,
                parameter,
                values.stream()
                    .map(each ->
                        new Chips.Chip(
                            each.label(),
                            each.value(),
                            null,
                            Objects.equals(each.value(), current)))
                    .toList()));
  }

  private static @Nullable String obstacle(ComparisonQuery query) {
    if (query.same()) {
      return "选的是同一个版本，没有可比的内容。请换一个版本。";
    }
    var lacking =
        Stream.of(query.from(), query.to())
            .filter(edition -> query.checklist(edition) == null)
            .map(Edition::name)
            .toList();
    return lacking.isEmpty()
        ? null
        : "%s没有“%s · %s”的条件，不能逐条比对。请换一个类别或申报类型。"
            .formatted(
                String.join("和", lacking),
                EditionList.track(query.track()),
                query.applicant().label());
  }
}
