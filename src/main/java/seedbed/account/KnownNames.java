package seedbed.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import seedbed.web.PersonNames;

/// Reads names from the accounts. A page of history has few people and many lines, so that a name
/// is opened once and then known for a moment; a changed one is seen on every node after that.
@Singleton
final class KnownNames implements PersonNames {

  private static final Duration MOMENT = Duration.ofSeconds(10);
  private static final int MOST = 10_000;

  private final Accounts accounts;
  private final People people;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(String name, long since) {

    boolean fresh() {
      return System.nanoTime() - since < MOMENT.toNanos();
    }
  }

  KnownNames(Accounts accounts, People people) {
    this.accounts = accounts;
    this.people = people;
  }

  @Override
  public String of(@Nullable String username) {
    if (username == null || username.isEmpty()) {
      return "";
    }
    Known found = known.get(username);
    if (found == null || !found.fresh()) {
      if (known.size() >= MOST) {
        known.clear();
      }
      found = new Known(read(username), System.nanoTime());
      known.put(username, found);
    }
    return found.name();
  }

  private String read(String username) {
    return accounts.findByUsername(username).map(people::name).orElse(username);
  }
}
