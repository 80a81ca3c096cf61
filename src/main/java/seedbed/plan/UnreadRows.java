package seedbed.plan;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import seedbed.sql.Statements;

/// What the Word form that was uploaded last said and could not be read, until the version is
/// handed in.
@Singleton
class UnreadRows {

  static final Unread NOTHING = new Unread(List.of(), List.of());

  private static final int LONGEST = 2_000;

  private final Statements statements;

  UnreadRows(Statements statements) {
    this.statements = statements;
  }

  /// @param sentences about what has no place in the plan
  /// @param fields in which the form's words stand as they are and cannot be read
  record Unread(List<String> sentences, List<String> fields) {
    Unread {
      sentences = List.copyOf(sentences);
      fields = List.copyOf(fields);
    }

    int places() {
      return sentences.size() + fields.size();
    }
  }

  List<String> of(long version) {
    return statements.rows(
        "SELECT words FROM plan_unread WHERE version_id = ? AND field IS NULL ORDER BY place",
        List.of(version),
        row -> row.getString(1));
  }

  Set<String> fields(long version) {
    return new HashSet<>(
        statements.rows(
            "SELECT field FROM plan_unread WHERE version_id = ? AND field IS NOT NULL",
            List.of(version),
            row -> row.getString(1)));
  }

  /// In place of those there were.
  void keep(long version, Unread unread) {
    statements.write("DELETE FROM plan_unread WHERE version_id = ?", List.of(version));
    int place = 1;
    for (String sentence : unread.sentences()) {
      String words = sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST);
      statements.write(
          "INSERT INTO plan_unread (version_id, place, words) VALUES (?, ?, ?)",
          List.of(version, place++, words));
    }
    for (String field : unread.fields()) {
      statements.write(
          "INSERT INTO plan_unread (version_id, place, field, words) VALUES (?, ?, ?, '')",
          Arrays.asList(version, place++, field));
    }
  }
}
