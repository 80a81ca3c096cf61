package seedbed.portfolio;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.access.Belongings;

/// Who acts for a leader, and for whom somebody acts: both go to a successor.
@Singleton
class LentHands implements Belongings {

  private final TransactionOperations<Connection> transactions;
  private final Aides aides;
  private final Clock clock;

  LentHands(TransactionOperations<Connection> transactions, Aides aides, Clock clock) {
    this.transactions = transactions;
    this.aides = aides;
    this.clock = clock;
  }

  @Override
  public String label() {
    return "联络员关系";
  }

  @Override
  public long count(long account) {
    return today(account).size();
  }

  private List<Aide> today(long account) {
    return aides.all(LocalDate.now(clock)).stream()
        .filter(aide -> aide.leaderId() == account || aide.aideId() == account)
        .toList();
  }

  @Override
  public long handOver(long from, Keeper to) {
    LocalDate day = LocalDate.now(clock);
    return transactions.executeWrite(_ -> {
      List<Aide> leaving = today(from);
      List<Aide> kept = new ArrayList<>(today(to.account()));
      for (Aide aide : leaving) {
        if (aides.end(aide.id(), day, to.username()) + aides.forget(aide.id(), day) > 0) {
          take(aide, from, to, day, kept);
        }
      }
      return (long) leaving.size();
    });
  }

  // Nobody acts for himself, and nobody twice for the same leader.
  private void take(Aide aide, long from, Keeper to, LocalDate day, List<Aide> kept) {
    long leader = aide.leaderId() == from ? to.account() : aide.leaderId();
    long hand = aide.aideId() == from ? to.account() : aide.aideId();
    boolean known =
        kept.stream().anyMatch(each -> each.leaderId() == leader && each.aideId() == hand);
    if (leader != hand && !known) {
      kept.add(aides.save(new Aide(0, leader, hand, day, null, to.username(), null)));
    }
  }
}
