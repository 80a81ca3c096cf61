package seedbed.account;

import org.jspecify.annotations.Nullable;

/// The human behind an account, in the clear.
public record Person(String name, @Nullable String phone, @Nullable String email) {

  /// For those who need not know: 张**, 138****5678, z***@example.com.
  public Person masked() {
    return new Person(maskedName(name), masked(phone, 3, 4), maskedAddress(email));
  }

  private static String maskedName(String name) {
    return name.length() < 2 ? "*" : name.substring(0, 1) + "*".repeat(name.length() - 1);
  }

  private static @Nullable String masked(@Nullable String text, int head, int tail) {
    if (text == null) {
      return null;
    }
    return text.length() <= head + tail
        ? "*".repeat(text.length())
        : text.substring(0, head)
            + "*".repeat(text.length() - head - tail)
            + text.substring(text.length() - tail);
  }

  private static @Nullable String maskedAddress(@Nullable String email) {
    if (email == null) {
      return null;
    }
    int at = email.indexOf('@');
    return at < 1 ? "***" : email.charAt(0) + "***" + email.substring(at);
  }

  /// Without anything, so that it never reaches a log.
  @Override
  public String toString() {
    return "Person";
  }
}
