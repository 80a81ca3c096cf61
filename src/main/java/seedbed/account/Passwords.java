package seedbed.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import me.gosimple.nbvcxz.resources.DictionaryUtil;
import org.jspecify.annotations.Nullable;
import seedbed.secret.OpaqueToken;

/// Hashes passwords with Argon2id and holds them to the rules of this deployment.
@Singleton
public final class Passwords {

  // OWASP's second choice: 19 MiB, two passes, one lane.
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /// Each takes 19 MiB: many at once wait instead of filling the memory.
  private final Semaphore places = new Semaphore(8);

  private final AccountSettings settings;
  private final Clock clock;
  private final String nobodys;

  Passwords(AccountSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    nobodys = hash(OpaqueToken.fresh().text());
  }

  public String hash(String password) {
    places.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
    } finally {
      places.release();
    }
  }

  /// Whether the password is the account's. Takes as long where there is no account or no password.
  public boolean matches(String password, @Nullable Account account) {
    String hash = account == null ? null : account.passwordHash();
    places.acquireUninterruptibly();
    try {
      boolean right =
          Password.check(password, hash == null ? nobodys : hash)
              .with(Argon2Function.getInstanceFromHash(hash == null ? nobodys : hash));
      return right && hash != null;
    } finally {
      places.release();
    }
  }

  /// What is wrong with the first password of a name; nothing when it will do.
  List<String> objections(String password, String username) {
    return settings.passwordRules().check(password, username, Passwords::breached);
  }

  /// What is wrong with a new password of the account; nothing when it will do.
  public List<String> objections(String password, Account account) {
    List<String> objections = objections(password, account.username());
    return objections.isEmpty() && account.passwordHash() != null && matches(password, account)
        ? List.of("新口令不能与现在的相同")
        : objections;
  }

  /// Whether the account has to choose a new one before it works on.
  public boolean due(Account account) {
    Instant setAt = account.passwordSetAt();
    return account.passwordGiven() || (setAt != null && setAt.isBefore(oldest()));
  }

  /// Passwords from before this moment have to be renewed; where the rules do not ask for it, none.
  public Instant oldest() {
    return settings.passwordRules().aging()
        ? clock.instant().minus(settings.passwordAge())
        : Instant.EPOCH;
  }

  // Thirty thousand of the most used ones, loaded when the first is asked for.
  private static boolean breached(String password) {
    return Breached.RANKS.containsKey(password.toLowerCase(Locale.ROOT));
  }

  private static final class Breached {
    private static final Map<String, Integer> RANKS =
        DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords);
  }
}
