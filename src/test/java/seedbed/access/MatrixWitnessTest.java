package seedbed.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The reviewed matrix notices when any one cell of `access/acts.txt` is opened or closed.
final class MatrixWitnessTest {

  /// Acts whose pages are still to come; the matrix cannot speak of them.
  private static final Set<Act> WITHOUT_ROUTES = Set.of();

  private final RouteTable routes = new RouteTable();
  private final List<List<String>> matrix = TableFile.lines("access/matrix.txt");
  private final List<List<String>> acts = TableFile.lines("access/acts.txt");

  @Test
  void theTableAsItIsAgreesWithTheMatrix() {
    assertThat(contradictions(acts)).isEmpty();
  }

  @Test
  void everyCellThatIsOpenedOrClosedContradictsTheMatrix() {
    List<String> unnoticed = new ArrayList<>();
    for (int line = 1; line < acts.size(); line++) {
      for (int cell = 1; cell < acts.get(line).size(); cell++) {
        if (!WITHOUT_ROUTES.contains(act(acts.get(line)))
            && contradictions(changed(line, cell)).isEmpty()) {
          unnoticed.add(acts.get(line).getFirst() + " " + acts.getFirst().get(cell));
        }
      }
    }

    assertThat(unnoticed).isEmpty();
  }

  private List<List<String>> changed(int line, int cell) {
    List<List<String>> copy = new ArrayList<>(acts);
    List<String> cells = new ArrayList<>(acts.get(line));
    cells.set(cell, cells.get(cell).equals("-") ? "region" : "-");
    copy.set(line, cells);
    return copy;
  }

  /// Who gets in by the matrix but not by the table, or the other way round.
  private Set<String> contradictions(List<List<String>> lines) {
    AccessTable table = new AccessTable(lines);
    Set<String> found = new TreeSet<>();
    admitted()
        .forEach((act, roles) -> {
          for (Role role : Role.values()) {
            if (table.allows(role, act) != roles.contains(role)) {
              found.add(act.code() + " " + role.code());
            }
          }
        });
    return found;
  }

  private Map<Act, Set<Role>> admitted() {
    Map<Act, Set<Role>> admitted = new EnumMap<>(Act.class);
    for (List<String> row : matrix) {
      Optional<Act> act =
          routes.ofRoute(row.get(0), row.get(1)).flatMap(line -> Optional.ofNullable(line.act()));
      act.ifPresent(found ->
          admitted.merge(
              found,
              roles(row),
              (one, other) -> {
                Set<Role> both = new TreeSet<>(one);
                both.addAll(other);
                return both;
              }));
    }
    return admitted;
  }

  private static Set<Role> roles(List<String> row) {
    List<Role> columns = List.of(Role.values());
    return columns.stream()
        .filter(role -> row.get(3 + columns.indexOf(role)).equals("in"))
        .collect(Collectors.toSet());
  }

  private static Act act(List<String> line) {
    return Act.of(line.getFirst()).orElseThrow();
  }
}
