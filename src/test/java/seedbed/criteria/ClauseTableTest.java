package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import seedbed.criteria.rule.Checklist;

class ClauseTableTest {

  private static final Rulebook RULEBOOK = Rulebook.read(Path.of("config"));

  static Stream<Checklist> checklists() {
    return RULEBOOK.editions().all().stream().flatMap(edition -> edition.checklists().stream());
  }

  @ParameterizedTest
  @MethodSource("checklists")
  void everyClauseIsNumberedInItsOrder(Checklist checklist) {
    var table = table(checklist);

    assertThat(table.clauses()).isEqualTo(checklist.criteria().size());
    assertThat(table.rows().stream().filter(row -> !row.part()).map(row -> row.clause().id()))
        .containsExactlyElementsOf(
            checklist.criteria().stream().map(each -> each.clause().id()).toList());
  }

  @ParameterizedTest
  @MethodSource("checklists")
  void everyClauseSaysWhereItStands(Checklist checklist) {
    assertThat(table(checklist).rows())
        .filteredOn(row -> !row.part())
        .allSatisfy(row -> assertThat(row.place()).isNotEmpty().doesNotContain("〕"));
  }

  @ParameterizedTest
  @MethodSource("checklists")
  void pointsOfAllClassesMakeTheWhole(Checklist checklist) {
    assertThat(table(checklist).rows())
        .allSatisfy(row -> {
          var points = row.points();
          if (points != null) {
            var sum =
                points.groups().stream().mapToInt(group -> Integer.parseInt(group.max())).sum();
            assertThat(points.max()).isEqualTo(Integer.toString(sum));
            assertThat(points.groups()).allSatisfy(group -> assertThat(group.lines()).isNotEmpty());
          }
        });
  }

  private static ClauseTable table(Checklist checklist) {
    var edition = RULEBOOK.editions().find(checklist.edition()).orElseThrow();
    return ClauseTable.of(checklist, edition.document());
  }
}
