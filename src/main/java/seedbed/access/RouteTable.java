package seedbed.access;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of `access/routes.txt`.
@Singleton
public final class RouteTable {

  private static final String PUBLIC = "public";
  private static final String TREE = "/**";
  private static final String RECORDED = "recorded";
  private static final String NOTHING = "-";

  private final List<Line> lines;
  private final Map<String, Line> exact = new HashMap<>();

  /// What a route is.
  ///
  /// @param act absent where everybody may come, signed in or not
  /// @param about what its first variable names: a company, an upload
  /// @param recorded whether the trail names everybody who reads it; changes are always there
  public record Line(
      String method,
      String route,
      @Nullable Act act,
      @Nullable String about,
      boolean recorded) {

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
    boolean recorded = cells.size() == 5 && cells.get(4).equals(RECORDED);
    if (cells.size() < 3 || (cells.size() > 4 && !recorded)) {
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
        recorded);
  }
}
