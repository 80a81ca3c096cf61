package seedbed.drafting;

import java.sql.SQLException;
import java.util.List;
import seedbed.criteria.Shelf;
import seedbed.startup.TestDatabase;

/// Takes away what a test has drafted and published, which no user can.
final class ForgottenDrafts {
  private static final List<String> FORGET =
      List.of(
          "DELETE FROM edition_end",
          "DELETE FROM issued_edition",
          "DELETE FROM edition_revision",
          "DELETE FROM edition_draft",
          "UPDATE edition_shelf SET version = version + 1");

  private ForgottenDrafts() {}

  static void forget(Shelf shelf) throws SQLException {
    try (var connection = TestDatabase.asOwner();
        var statement = connection.createStatement()) {
      for (var sql : FORGET) {
        statement.execute(sql);
      }
    }
    shelf.refresh();
  }
}
