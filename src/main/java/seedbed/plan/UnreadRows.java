package seedbed.plan;

import jakarta.inject.Singleton;
import java.util.List;
import seedbed.sql.Statements;

/// What the Word form that was uploaded last said and could not be read, until the version is
/// handed in.
@Singleton
class UnreadRows {

  private static final int LONGEST = 2_000;

  private final Statements statements;

  UnreadRows(Statements statements) {
    this.statements = statements;
  }

  List<String> of(long version) {
    return statements.rows(
        "SELECT words FROM plan_unread WHERE version_id = ? ORDER BY place",
        List.of(version),
        row -> row.getString(1));
  }

  /// In place of those there were.
  void keep(long version, List<String> sentences) {
    statements.write("DELETE FROM plan_unread WHERE version_id = ?", List.of(version));
    int place = 1;
    for (String sentence : sentences) {
      String words = sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST);
      statements.write(
          "INSERT INTO plan_unread (version_id, place, words) VALUES (?, ?, ?)",
          List.of(version, place++, words));
    }
  }
}
