package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Address;

/// What speaks against deciding so about all of a list, before it happens.
///
/// @param open how many of the list are not decided yet
/// @param clear of how many of them nothing speaks against it
/// @param ticked the numbers of those who were ticked; empty where the whole list is meant
@Introspected
record DecidingPage(
    RoundPage.Head head,
    Decision decision,
    long open,
    long clear,
    List<Line> doubts,
    List<Long> ticked,
    RoundPage.Filter filter,
    String reason,
    @Nullable String rectifyUntil) {

  /// @param members how many it is about
  @Introspected
  record Line(String label, long members) {}

  public long doubted() {
    return open - clear;
  }

  /// The list that it is about.
  public Address back() {
    return RoundPages.listed(head.id(), filter.show(), filter.town(), filter.named());
  }

  static DecidingPage of(
      RoundPage.Head head,
      Decision decision,
      VisibleMembers.Doubted doubted,
      List<Long> ticked,
      RoundPage.Filter filter,
      String reason,
      @Nullable String rectifyUntil) {
    return new DecidingPage(
        head,
        decision,
        doubted.open(),
        doubted.clear(),
        doubted.of().entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> new Line(each.getKey().label(), each.getValue()))
            .toList(),
        ticked,
        filter,
        reason,
        rectifyUntil);
  }
}
