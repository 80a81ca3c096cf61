package seedbed.enrolment;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.signin.Door;

/// People of the tests, and what they do at the door.
@Singleton
final class Staff {

  static final String PASSWORD = "Gute-Reise-2026";

  private final Opening opening;
  private final Door door;

  Staff(Opening opening, Door door) {
    this.opening = opening;
    this.door = door;
  }

  static String newName() {
    return "u" + UUID.randomUUID().toString().substring(0, 8);
  }

  Account person(Role role, String region) {
    return opening.open(NewAccount.of(newName(), role, region, "王小明"), PASSWORD);
  }

  String signedIn(Account account) {
    return door.signIn(account.username(), PASSWORD, "/").session();
  }

  String signedIn(Role role, String region) {
    return signedIn(person(role, region));
  }

  /// Sends a form of the page with its token.
  Door.Answer send(String page, String action, String session, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("csrfToken", door.page(page, session).formToken());
    return door.form(action, session, all);
  }

  /// The path of the link that a page shows once.
  static String link(Door.Answer answer) {
    return answer.page().select("#link").attr("value").replaceFirst("^https?://[^/]+", "");
  }
}
