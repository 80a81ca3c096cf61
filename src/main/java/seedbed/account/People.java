package seedbed.account;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import seedbed.secret.Sealing;

/// Opens what is sealed in an account.
@Singleton
public final class People {

  private static final String NAME = "account.name";
  private static final String PHONE = "account.phone";
  private static final String EMAIL = "account.email";

  private final Sealing sealing;

  People(Sealing sealing) {
    this.sealing = sealing;
  }

  public Person of(Account account) {
    return new Person(
        sealing.open(account.nameSealed(), NAME),
        sealing.openIfGiven(account.phoneSealed(), PHONE),
        sealing.openIfGiven(account.emailSealed(), EMAIL));
  }

  public String name(Account account) {
    return sealing.open(account.nameSealed(), NAME);
  }

  /// As it stands in lists: 张*.
  public String maskedName(String sealed) {
    return new Person(sealing.open(sealed, NAME), null, null).masked().name();
  }

  public Sealed seal(Person person) {
    return new Sealed(
        sealing.seal(person.name(), NAME),
        sealing.sealIfGiven(person.phone(), PHONE),
        sealing.sealIfGiven(person.email(), EMAIL));
  }

  /// As the database keeps it.
  public record Sealed(String name, @Nullable String phone, @Nullable String email) {}
}
