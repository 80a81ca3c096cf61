package seedbed.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;

/// An account to be opened.
public record NewAccount(
    String username,
    Role role,
    String regionCode,
    @Nullable Long companyId,
    @Nullable String unit,
    Person person) {

  private static final String USERNAME = "[a-z0-9][a-z0-9._@-]{1,59}";

  public NewAccount {
    username = username.strip().toLowerCase(Locale.ROOT);
    unit = unit == null || unit.isBlank() ? null : unit.strip();
    if (!validUsername(username)) {
      throw new IllegalArgumentException("Not a name to sign in with: " + username);
    }
  }

  public static NewAccount of(String username, Role role, String regionCode, String name) {
    return new NewAccount(username, role, regionCode, null, null, new Person(name, null, null));
  }

  public NewAccount ofCompany(long id) {
    return new NewAccount(username, role, regionCode, id, unit, person);
  }

  public NewAccount inUnit(String name) {
    return new NewAccount(username, role, regionCode, companyId, name, person);
  }

  public NewAccount reachedAt(String phone) {
    return new NewAccount(
        username,
        role,
        regionCode,
        companyId,
        unit,
        new Person(person.name(), phone, person.email()));
  }

  /// Two to sixty letters, digits, dots, hyphens, underscores or @, beginning with one of the
  /// first.
  public static boolean validUsername(String username) {
    return username.matches(USERNAME);
  }
}
