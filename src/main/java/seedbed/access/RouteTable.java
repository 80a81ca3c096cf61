package seedbed.access;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of `access/routes.txt`.
@Singleton
public final class RouteTable {

  private static final String PUBLIC = "public";
  private static final String TREE = "/**";
  private static final String NOTHING = "-";

  private final List<Line> lines;
  private final Map<String, Line> exact = new HashMap<>();

  /// How a route is on the trail.
  public enum Mark {
    /// What changes something is, with its beginning and its result; what is read is not.
    PLAIN,
    /// Everybody who reads it is.
    RECORDED,
    /// It is posted but changes nothing, so that nothing waits for its entry.
    QUESTION;

    private static Mark of(String word) {
      return Arrays.stream(values())
          .filter(mark -> mark != PLAIN && mark.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("There is no mark " + word));
    }
  }

  /// What a route is.
  ///
  /// @param act absent where everybody may come, signed in or not
  /// @param about what its first variable names: a company, an upload
  /// @param mark how it is on the trail
  public record Line(
      String method, String route, @Nullable Act act, @Nullable String about, Mark mark) {

    public boolean open() {
      return act == null;
    }

    private boolean holds(String path) {
      return route.endsWith(TREE)
          && path.startsWith(route.substring(0, route.length() - TREE.length() + 1));
    }
  }

  RouteTable() {
    this(TableFile.lines("access/routes.txt"));
  }

  RouteTable(List<List<String>> table) {
    lines = table.stream().map(RouteTable::line).toList();
    for (Line line : lines) {
      if (exact.put(key(line.method, line.route), line) != null) {
        throw new IllegalStateException("Two lines for " + line.method + " " + line.route);
      }
    }
  }

  public List<Line> lines() {
    return lines;
  }

  /// The line of a route of the application, by its template.
  public Optional<Line> ofRoute(String method, String template) {
    return Optional.ofNullable(exact.get(key(reading(method), template)));
  }

  /// The line of a file that is served as it is, by its path.
  Optional<Line> ofFile(String method, String path) {
    return lines.stream()
        .filter(line -> line.method.equals(reading(method)) && line.holds(path))
        .findFirst();
  }

  // HEAD is answered by what answers GET.
  private static String reading(String method) {
    return method.equals("HEAD") ? "GET" : method;
  }

  private static String key(String method, String route) {
    return method + " " + route;
  }

  private static Line line(List<String> cells) {
    if (cells.size() < 3 || cells.size() > 5) {
      throw new IllegalStateException("A line has a method, a route and an act: " + cells);
    }
    String act = cells.get(2);
    return new Line(
        cells.get(0),
        cells.get(1),
        act.equals(PUBLIC)
            ? null
            : Act.of(act).orElseThrow(() -> new IllegalStateException("There is no act " + act)),
        cells.size() < 4 || cells.get(3).equals(NOTHING) ? null : cells.get(3),
        cells.size() < 5 ? Mark.PLAIN : Mark.of(cells.get(4)));
  }
}
