package seedbed.access;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The rows of `access/acts.txt`.
@Singleton
public final class AccessTable {

  private final Map<Act, Map<Role, Reach>> reaches;

  AccessTable() {
    this(TableFile.lines("access/acts.txt"));
  }

  AccessTable(List<List<String>> lines) {
    List<Role> columns = columns(lines.getFirst());
    Map<Act, Map<Role, Reach>> read = new EnumMap<>(Act.class);
    for (List<String> line : lines.subList(1, lines.size())) {
      Act act = act(line.getFirst());
      if (read.put(act, row(act, columns, line.subList(1, line.size()))) != null) {
        throw new IllegalStateException("Two lines for " + act.code());
      }
    }
    for (Act act : Act.values()) {
      if (!read.containsKey(act)) {
        throw new IllegalStateException("No line for " + act.code());
      }
    }
    reaches = Collections.unmodifiableMap(read);
  }

  /// How far the act goes for the role.
  public Reach reach(Role role, Act act) {
    return cell(role, act);
  }

  public boolean allows(Role role, Act act) {
    return cell(role, act) != Reach.NONE;
  }

  /// Whether the role may know that the act exists, though it may not do it.
  boolean shows(Role role, Act act) {
    return act.seeing().filter(seeing -> allows(role, seeing)).isPresent();
  }

  private Reach cell(Role role, Act act) {
    Map<Role, Reach> row = reaches.getOrDefault(act, Map.of());
    return row.getOrDefault(role, Reach.NONE);
  }

  private static List<Role> columns(List<String> head) {
    List<Role> columns =
        head.subList(1, head.size()).stream()
            .map(code ->
                Role.of(code)
                    .orElseThrow(() -> new IllegalStateException("There is no role " + code)))
            .toList();
    if (!columns.equals(List.of(Role.values()))) {
      throw new IllegalStateException("The columns must be all roles, in their order");
    }
    return columns;
  }

  private static Act act(String code) {
    return Act.of(code).orElseThrow(() -> new IllegalStateException("There is no act " + code));
  }

  private static Map<Role, Reach> row(Act act, List<Role> columns, List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalStateException(act.code() + " needs one cell for each role");
    }
    Map<Role, Reach> row = new EnumMap<>(Role.class);
    for (int i = 0; i < cells.size(); i++) {
      row.put(columns.get(i), reach(cells.get(i)));
    }
    return row;
  }

  private static Reach reach(String cell) {
    return cell.equals("-")
        ? Reach.NONE
        : Arrays.stream(Reach.values())
            .filter(reach -> reach.name().toLowerCase(Locale.ROOT).equals(cell))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("There is no reach " + cell));
  }
}
