package seedbed.imports;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which companies doubtful rows of imports may mean, and which one somebody chose.
@Singleton
class Matches {

  private static final int MOST_SHOWN = 200;
  private static final int LONGEST_TYPED = 200;

  private static final String FORGET = "DELETE FROM import_candidate WHERE import_id = ?";

  private static final String INSERT_CANDIDATE =
      """
      INSERT IGNORE INTO import_candidate (import_id, sheet_row, company_id, typed, why, place)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String SELECT_CANDIDATES =
      """
      SELECT k.sheet_row, k.typed, k.why, c.id, c.name, c.credit_code, r.name AS region
      FROM import_candidate k
      JOIN company c ON c.id = k.company_id
      JOIN region r ON r.code = c.region_code
      WHERE k.import_id = ?
        AND c.region_code LIKE ?
      ORDER BY k.sheet_row, k.place
      """;

  private static final String SELECT_CHOSEN =
      "SELECT sheet_row, company_id FROM import_match WHERE import_id = ?";

  private static final String CHOOSE =
      """
      INSERT INTO import_match (import_id, sheet_row, company_id, chosen_by)
      SELECT k.import_id, k.sheet_row, k.company_id, ?
      FROM import_candidate k
      WHERE k.import_id = ?
        AND k.sheet_row = ?
        AND k.company_id = ?
      ON DUPLICATE KEY UPDATE company_id = VALUES(company_id), chosen_by = VALUES(chosen_by)
      """;

  /// A doubtful row with what it may mean.
  record Doubtful(int row, String typed, List<Choice> choices) {
    public Doubtful {
      choices = List.copyOf(choices);
    }
  }

  /// A company that a row may mean, as it is shown.
  record Choice(long company, String label) {}

  private final TransactionOperations<Connection> transactions;

  Matches(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// Keeps these in place of what an earlier check could not decide.
  void keep(long importId, List<Checked.Doubt> doubts) {
    transactions.executeWrite(status -> {
      try (PreparedStatement delete = status.getConnection().prepareStatement(FORGET);
          PreparedStatement insert = status.getConnection().prepareStatement(INSERT_CANDIDATE)) {
        delete.setLong(1, importId);
        delete.executeUpdate();
        for (Checked.Doubt doubt : doubts) {
          int place = 0;
          for (Match.Candidate candidate : doubt.candidates()) {
            insert.setLong(1, importId);
            insert.setInt(2, doubt.row());
            insert.setLong(3, candidate.company().id());
            insert.setString(4, cut(doubt.typed()));
            insert.setString(5, candidate.why());
            insert.setInt(6, ++place);
            insert.addBatch();
          }
        }
        insert.executeBatch();
      }
      return doubts.size();
    });
  }

  /// What somebody has to choose from, as many rows as a page can show.
  List<Doubtful> doubtful(Import upload) {
    return transactions.executeRead(status -> {
      Map<Integer, Doubtful> doubtful = new LinkedHashMap<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT_CANDIDATES)) {
        select.setLong(1, upload.id());
        select.setString(2, upload.regionCode() + "%");
        try (ResultSet row = select.executeQuery()) {
          while (row.next() && doubtful.size() <= MOST_SHOWN) {
            doubtful.merge(
                row.getInt("sheet_row"),
                new Doubtful(row.getInt("sheet_row"), row.getString("typed"), List.of(choice(row))),
                Matches::joined);
          }
        }
      }
      return doubtful.values().stream().limit(MOST_SHOWN).toList();
    });
  }

  private static Choice choice(ResultSet row) throws SQLException {
    String code = row.getString("credit_code");
    return new Choice(
        row.getLong("id"),
        "%s（%s%s，%s）"
            .formatted(
                row.getString("name"),
                row.getString("region"),
                code == null ? "" : "，" + code,
                row.getString("why")));
  }

  private static Doubtful joined(Doubtful one, Doubtful other) {
    List<Choice> choices = new ArrayList<>(one.choices);
    choices.addAll(other.choices);
    return new Doubtful(one.row, one.typed, choices);
  }

  /// What was chosen so far, by row.
  Map<Integer, Long> chosen(long importId) {
    return transactions.executeRead(status -> {
      Map<Integer, Long> chosen = new HashMap<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT_CHOSEN)) {
        select.setLong(1, importId);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            chosen.put(row.getInt(1), row.getLong(2));
          }
        }
      }
      return chosen;
    });
  }

  /// Keeps what somebody chose, as far as it is among what there is to choose from.
  ///
  /// @return how many rows were settled
  int choose(long importId, Map<Integer, Long> choices, String by) {
    return transactions.executeWrite(status -> {
      int settled = 0;
      try (PreparedStatement insert = status.getConnection().prepareStatement(CHOOSE)) {
        for (Map.Entry<Integer, Long> choice : choices.entrySet()) {
          insert.setString(1, by);
          insert.setLong(2, importId);
          insert.setInt(3, choice.getKey());
          insert.setLong(4, choice.getValue());
          settled += insert.executeUpdate() > 0 ? 1 : 0;
        }
      }
      return settled;
    });
  }

  private static String cut(String typed) {
    return typed.length() <= LONGEST_TYPED ? typed : typed.substring(0, LONGEST_TYPED);
  }
}
