package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which slice of a list is wanted: `?page=2&size=50&sort=-name`. A page method takes it as an
/// argument. Pages count from one.
@Introspected
public record PageRequest(int page, int size, @Nullable String sort) {

  public static final int DEFAULT_SIZE = 50;
  static final List<Integer> SIZES = List.of(20, 50, 100, 200);
  private static final int LAST_PAGE = 100_000;
  private static final int LARGEST_SIZE = 200;

  /// The column a list is ordered by.
  public record Sort(String column, boolean descending) {

    @Override
    public String toString() {
      return descending ? "-" + column : column;
    }
  }

  /// What the query of a request asks for.
  ///
  /// @throws Refusal.Invalid when a number is none or out of its limits
  public static PageRequest of(HttpRequest<?> request) {
    var parameters = request.getParameters();
    return of(parameters.get("page"), parameters.get("size"), parameters.get("sort"));
  }

  /// What a form carried along.
  ///
  /// @throws Refusal.Invalid when a number is none or out of its limits
  public static PageRequest of(@Nullable String page, @Nullable String size) {
    return of(page, size, null);
  }

  private static PageRequest of(
      @Nullable String page, @Nullable String size, @Nullable String sort) {
    return new PageRequest(
        number(page, "page", "页码", 1, LAST_PAGE),
        number(size, "size", "每页条数", DEFAULT_SIZE, LARGEST_SIZE),
        sort);
  }

  public int offset() {
    return (page - 1) * size;
  }

  /// What to order by; only a column of the list may be named.
  ///
  /// @throws Refusal.Invalid when another column is named
  public Sort sortedBy(Set<String> columns, Sort otherwise) {
    if (sort == null || sort.isBlank()) {
      return otherwise;
    }
    var descending = sort.startsWith("-");
    var column = descending ? sort.substring(1) : sort;
    if (!columns.contains(column)) {
      throw new Refusal.Invalid("sort", "本表不能按“" + column + "”排序。");
    }
    return new Sort(column, descending);
  }

  private static int number(
      @Nullable String text, String field, String label, int otherwise, int largest) {
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      var number = Integer.parseInt(text.strip());
      if (number >= 1 && number <= largest) {
        return number;
      }
    } catch (NumberFormatException _) {
      // falls through to the same refusal as a number out of limits
    }
    throw new Refusal.Invalid(field, label + "应为 1 至 " + largest + " 之间的整数。");
  }
}
