package seedbed.plan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import seedbed.access.Caller;

/// What hangs on the versions of plans without a number of its own: their fields, and the comments
/// with which they came back.
@Singleton
class ContentRows {

  private static final String SELECT =
      "SELECT field, words FROM plan_field WHERE version_id = ? ORDER BY field";

  // What a company writes is its own until it is handed in: the only place that says so.
  private static final String READ =
      """
      SELECT f.field, f.words
      FROM plan_version v
      JOIN plan p ON p.id = v.plan_id
      LEFT JOIN plan_field f ON f.version_id = v.id
      WHERE v.id = ?
        AND (v.stage NOT IN ('DRAFT', 'ABANDONED') OR p.company_id = ?)
      ORDER BY f.field
      """;

  private static final String DELETE = "DELETE FROM plan_field WHERE version_id = ?";

  private static final String INSERT =
      "INSERT INTO plan_field (version_id, field, words) VALUES (?, ?, ?)";

  private static final String COPY =
      """
      INSERT INTO plan_field (version_id, field, words)
      SELECT ?, field, words
      FROM plan_field
      WHERE version_id = ?
      """;

  private static final String COMMENT =
      "INSERT INTO plan_comment (step_id, place, words) VALUES (?, ?, ?)";

  private static final String COMMENTS =
      """
      SELECT c.step_id, c.place, c.words
      FROM plan_comment c
      JOIN plan_step s ON s.id = c.step_id
      JOIN plan_version v ON v.id = s.version_id
      WHERE v.plan_id = ?
      ORDER BY c.step_id, c.place
      """;

  private final TransactionOperations<Connection> transactions;

  ContentRows(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// For acts and for what was approved; whoever shows it to somebody asks for a reader.
  Content of(long version) {
    return transactions.executeRead(status -> {
      SortedMap<String, String> fields = new TreeMap<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT)) {
        select.setLong(1, version);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            fields.put(row.getString(1), row.getString(2));
          }
        }
      }
      return new Content(fields);
    });
  }

  /// What it says to somebody; empty while that is for its company alone.
  Optional<Content> of(long version, Caller reader) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(READ)) {
        select.setLong(1, version);
        select.setObject(2, reader.companyId(), Types.BIGINT);
        boolean found = false;
        SortedMap<String, String> fields = new TreeMap<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            found = true;
            if (row.getString(1) != null) {
              fields.put(row.getString(1), row.getString(2));
            }
          }
        }
        return found ? Optional.of(new Content(fields)) : Optional.empty();
      }
    });
  }

  void keep(long version, Content content) {
    transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      try (PreparedStatement delete = connection.prepareStatement(DELETE);
          PreparedStatement insert = connection.prepareStatement(INSERT)) {
        delete.setLong(1, version);
        delete.executeUpdate();
        for (Map.Entry<String, String> field : content.fields().entrySet()) {
          insert.setLong(1, version);
          insert.setString(2, field.getKey());
          insert.setString(3, field.getValue());
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return content.fields().size();
    });
  }

  /// Lets another version begin with what one says.
  void copy(long from, long to) {
    transactions.executeWrite(status -> {
      try (PreparedStatement copy = status.getConnection().prepareStatement(COPY)) {
        copy.setLong(1, to);
        copy.setLong(2, from);
        return copy.executeUpdate();
      }
    });
  }

  /// @param comments by place
  void comment(long step, Map<String, String> comments) {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(COMMENT)) {
        for (Map.Entry<String, String> comment : comments.entrySet()) {
          insert.setLong(1, step);
          insert.setString(2, comment.getKey());
          insert.setString(3, comment.getValue());
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return comments.size();
    });
  }

  /// Those of each step that sent a version of the plan back, by place.
  Map<Long, Map<String, String>> comments(long plan) {
    return transactions.executeRead(status -> {
      Map<Long, Map<String, String>> comments = new LinkedHashMap<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(COMMENTS)) {
        select.setLong(1, plan);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            comments
                .computeIfAbsent(row.getLong(1), _ -> new LinkedHashMap<>())
                .put(row.getString(2), row.getString(3));
          }
        }
      }
      return comments;
    });
  }
}
