package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.stream.Collectors;

/// Who of a list would be recommended, and who would not and why, before it happens.
///
/// @param settled how many of the list are decided already
/// @param ids the numbers of those who are taken
@Introspected
record RecommendingPage(
    RoundPage.Head head,
    List<RoundPage.Line> taken,
    List<LeftLine> left,
    long settled,
    String ids,
    RoundPage.Filter filter,
    String reason) {

  @Introspected
  record LeftLine(RoundPage.Line member, List<String> reasons) {}

  static RecommendingPage of(
      RoundPage.Head head,
      Recommending.Weighed weighed,
      Labels labels,
      RoundPage.Filter filter,
      String reason) {
    return new RecommendingPage(
        head,
        weighed.taken().stream().map(member -> RoundReading.line(member, labels)).toList(),
        weighed.left().stream()
            .map(left -> new LeftLine(RoundReading.line(left.member(), labels), left.reasons()))
            .toList(),
        weighed.settled(),
        weighed.ids().stream().map(String::valueOf).collect(Collectors.joining(",")),
        filter,
        reason);
  }
}
