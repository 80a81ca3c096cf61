package seedbed.seed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.micronaut.context.BeanContext;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import seedbed.startup.TestDatabase;

/// The demonstration pool with its accounts, for journeys that sign in as them: open before the
/// first, clear after the last.
final class DemonstrationPeople {

  static final String PASSWORD = "Seedbed-journey-2026";

  private static final List<String> FORGET =
      List.of(
          "DELETE FROM message",
          "DELETE FROM assignment",
          "DELETE FROM aide",
          "DELETE FROM reward_void",
          "DELETE FROM reward_payment_void",
          "DELETE FROM reward_payment",
          "DELETE FROM reward",
          "DELETE FROM visit_request",
          "DELETE FROM visit_photo",
          "DELETE FROM visit_addition",
          "DELETE FROM visit",
          "DELETE FROM session",
          "DELETE FROM account WHERE username IN ('office', 'township', 'department', 'leader',"
              + " 'aide', 'company', 'inspector', 'inspector2', 'auditor')");

  private DemonstrationPeople() {}

  static void open(BeanContext context) throws SQLException {
    forget();
    DemonstrationData.load(context);
    context.getBean(DemoAccounts.class).open();
  }

  static void clear(BeanContext context) throws SQLException {
    forget();
    DemonstrationData.clear();
  }

  /// On a page that asks for name and password.
  static Page signIn(Page page, String username) {
    page.locator("#username").fill(username);
    page.locator("#password").fill(PASSWORD);
    page.locator("main button.first").click();
    assertThat(page).not().hasURL(Pattern.compile(".*/sign-in.*"));
    page.waitForLoadState();
    return page;
  }

  private static void forget() throws SQLException {
    try (var owner = TestDatabase.asOwner();
        var statement = owner.createStatement()) {
      statement.execute("SET FOREIGN_KEY_CHECKS = 0");
      for (String sql : FORGET) {
        statement.execute(sql);
      }
    }
  }
}
