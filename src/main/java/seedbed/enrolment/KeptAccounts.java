package seedbed.enrolment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import seedbed.access.Belongings;

/// The accounts that somebody invited or made for a program, and answers for.
@Singleton
class KeptAccounts implements Belongings {

  private final Custodies custodies;
  private final Clock clock;

  KeptAccounts(Custodies custodies, Clock clock) {
    this.custodies = custodies;
    this.clock = clock;
  }

  @Override
  public String label() {
    return "负责的待开通账号和程序账号";
  }

  @Override
  public long count(long account) {
    return custodies.countByKeeperIdAndHeldToIsNull(account);
  }

  @Override
  public long handOver(long from, Keeper to) {
    List<Custody> held = custodies.findByKeeperIdAndHeldToIsNullOrderById(from);
    held.forEach(custody -> entrust(custody.accountId(), to.account()));
    return held.size();
  }

  /// From now on the keeper answers for the account, and nobody else.
  void entrust(long account, long keeper) {
    Instant now = clock.instant();
    custodies.end(account, now);
    custodies.save(new Custody(0, account, keeper, now, null));
  }

  /// The account answers for itself, or is closed.
  void release(long account) {
    custodies.end(account, clock.instant());
  }
}
