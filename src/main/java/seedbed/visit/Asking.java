package seedbed.visit;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.criteria.RequestRules;
import seedbed.request.Raising;
import seedbed.request.Requests;
import seedbed.web.Refusal;

/// Turns what a note of a visit says into a request of the company.
@Singleton
class Asking {

  private static final String ASKED = "这次走访刚刚已经转为诉求，本次没有再提。请看下面列出的诉求；确属另一件事的，核对后再提出一次。";

  private final TransactionOperations<Connection> transactions;
  private final VisitRequests links;
  private final Additions additions;
  private final Raising raising;
  private final Requests requests;
  private final Permissions permissions;
  private final RequestRules rules;

  Asking(
      TransactionOperations<Connection> transactions,
      VisitRequests links,
      Additions additions,
      Raising raising,
      Requests requests,
      Permissions permissions,
      RequestRules rules) {
    this.transactions = transactions;
    this.links = links;
    this.additions = additions;
    this.raising = raising;
    this.requests = requests;
    this.permissions = permissions;
    this.rules = rules;
  }

  /// What came of a visit, as far as somebody may see it.
  List<Requests.Line> of(long visit, Caller caller) {
    return permissions
        .of(caller, Act.SEE_REQUESTS)
        .map(may -> requests.among(links.of(visit), may.scope()))
        .orElse(List.of());
  }

  /// How many requests came of a visit, also those that the reader does not see.
  int count(long visit) {
    return links.of(visit).size();
  }

  WishDraft draft(long visit, String note) {
    List<String> said =
        Stream.concat(
                Stream.of(note),
                additions.findByVisitIdOrderById(visit).stream()
                    .flatMap(addition -> Stream.ofNullable(addition.note())))
            .toList();
    return WishDraft.of(said, rules);
  }

  /// All of it or nothing.
  ///
  /// @param seen how many had come of the visit when the form was shown
  /// @throws Refusal.Stale when one more has come of it since
  Raising.Raised ask(long visit, int seen, Raising.Wish wish, Caller by) {
    if (count(visit) != seen) {
      throw new Refusal.Stale(ASKED);
    }
    try {
      return transactions.executeWrite(_ -> {
        Raising.Raised raised = raising.raise(wish, List.of(), by);
        links.add(visit, seen + 1, raised.id());
        return raised;
      });
    } catch (DataAccessException e) {
      if (count(visit) > seen) {
        throw new Refusal.Stale(ASKED);
      }
      throw e;
    }
  }
}
