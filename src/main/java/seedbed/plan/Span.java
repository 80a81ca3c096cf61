package seedbed.plan;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.stream.IntStream;

/// The years of a plan.
///
/// @param base the year it starts from, whose figures are known
/// @param first the first year with targets
/// @param last the last one, included
@Introspected
public record Span(int base, int first, int last) {

  /// 附件5 编制说明二: three to five years.
  static final int SHORTEST = 3;

  static final int LONGEST = 5;

  public Span {
    if (base >= first || last - first + 1 < SHORTEST || last - first + 1 > LONGEST) {
      throw new IllegalArgumentException(
          "no span of a plan: %d, %d–%d".formatted(base, first, last));
    }
  }

  boolean contains(int year) {
    return first <= year && year <= last;
  }

  /// What is to be said of an approved plan in a year that is none of its own; empty in its years.
  String standing(int year) {
    return year > last ? "方案期已结束" : year < first ? "方案期还没有开始" : "";
  }

  public List<Integer> years() {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  /// The base year, then the others.
  public List<Integer> columns() {
    return IntStream.concat(IntStream.of(base), IntStream.rangeClosed(first, last))
        .boxed()
        .toList();
  }

  @Override
  public String toString() {
    return first + "–" + last + " 年";
  }
}
