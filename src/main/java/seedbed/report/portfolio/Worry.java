package seedbed.report.portfolio;

import io.micronaut.core.order.Ordered;
import java.util.List;
import seedbed.access.Caller;
import seedbed.report.portfolio.PortfolioPage.Matter;

/// One kind of thing that whoever looks after companies should know first. Kinds stand in the order
/// of their places; one more kind is one more class.
interface Worry extends Ordered {

  /// More of one kind is read in its own list.
  int MOST = 30;

  /// What there is today, the most pressing first; nothing for a reader who may not see it.
  List<Matter> of(Caller caller);
}
