package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A figure at which what is required jumps, such as the R&D share at a revenue of 1亿元.
///
/// @param clause the clause with the branches
/// @param cell the figure that decides the branch
/// @param at the figure's value at the edge, which belongs to the upper branch
/// @param below what is required up to the edge
/// @param from what is required from the edge on
public record Cliff(Clause clause, Cell cell, BigDecimal at, String below, String from) {

  /// All cliffs of some criteria, in their order.
  public static List<Cliff> of(List<Criterion> criteria) {
    return criteria.stream().flatMap(Cliff::of).toList();
  }

  private static Stream<Cliff> of(Criterion criterion) {
    var own =
        criterion instanceof Criterion.Branches branches
            ? of(branches).stream()
            : Stream.<Cliff>of();
    return Stream.concat(own, Cells.parts(criterion).flatMap(Cliff::of));
  }

  private static List<Cliff> of(Criterion.Branches branches) {
    var cliffs = new ArrayList<Cliff>();
    for (var upper : branches.branches()) {
      for (var lower : branches.branches()) {
        lowerEnd(upper.when())
            .filter(edge -> upperEnd(lower.when()).anyMatch(edge::meets))
            .map(edge -> edge.between(branches.clause(), lower, upper))
            .forEach(cliffs::add);
      }
    }
    return cliffs;
  }

  private record Edge(Cell cell, BigDecimal at) {
    boolean meets(Edge other) {
      return cell.equals(other.cell) && at.compareTo(other.at) == 0;
    }

    Cliff between(Clause clause, Criterion.Branch lower, Criterion.Branch upper) {
      return new Cliff(
          clause, cell, at, lower.then().clause().text(), upper.then().clause().text());
    }
  }

  private static Stream<Edge> lowerEnd(Criterion when) {
    return edges(when, Comparison.AT_LEAST);
  }

  private static Stream<Edge> upperEnd(Criterion when) {
    return edges(when, Comparison.LESS_THAN);
  }

  private static Stream<Edge> edges(Criterion when, Comparison comparison) {
    return switch (when) {
      case Criterion.Threshold(_, Quantity.Value(var cell), var sign, var bound, _)
          when sign == comparison ->
          Stream.of(new Edge(cell, bound));
      case Criterion.All all -> all.parts().stream().flatMap(part -> edges(part, comparison));
      default -> Stream.of();
    };
  }
}
