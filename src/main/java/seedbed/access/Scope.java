package seedbed.access;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// The companies that an act of a caller reaches, as a condition of SQL.
///
/// Every query that reads companies, or anything that belongs to one, takes a scope: there is no
/// way to ask without one.
public sealed interface Scope {

  /// A condition over the company of the given alias; its question marks stand for [#parameters()],
  /// in their order. The text is made of constants alone.
  String condition(String alias);

  List<Object> parameters();

  /// Binds the parameters from a place of the statement on, and answers the place after them.
  default int bind(PreparedStatement statement, int first) throws SQLException {
    int next = first;
    for (Object parameter : parameters()) {
      statement.setObject(next++, parameter);
    }
    return next;
  }

  /// A region and everything below it: its code begins theirs.
  record Region(String code) implements Scope {
    @Override
    public String condition(String alias) {
      return alias + ".region_code LIKE ?";
    }

    @Override
    public List<Object> parameters() {
      return List.of(code + "%");
    }
  }

  /// What is linked today to an account, or to a leader for whom it acts as an aide today. An aide
  /// sees what the leader sees: this is the only place that says so.
  record Portfolio(long account, LocalDate on) implements Scope {
    @Override
    public String condition(String alias) {
      return """
      EXISTS (SELECT 1
              FROM assignment own
              WHERE own.company_id = %s.id
                AND (own.account_id = ?
                     OR own.account_id IN (SELECT lent.leader_id
                                           FROM aide lent
                                           WHERE lent.aide_id = ?
                                             AND lent.held_from <= ?
                                             AND (lent.held_to IS NULL OR lent.held_to > ?)))
                AND own.held_from <= ?
                AND (own.held_to IS NULL OR own.held_to > ?))\
      """
          .formatted(alias);
    }

    @Override
    public List<Object> parameters() {
      return List.of(account, account, on, on, on, on);
    }
  }

  /// One company.
  record Single(long companyId) implements Scope {
    @Override
    public String condition(String alias) {
      return alias + ".id = ?";
    }

    @Override
    public List<Object> parameters() {
      return List.of(companyId);
    }
  }

  /// None at all.
  record Nothing() implements Scope {
    @Override
    public String condition(String alias) {
      return "FALSE";
    }

    @Override
    public List<Object> parameters() {
      return List.of();
    }
  }

  /// Everything, for work that the system does by itself, such as judging the whole pool.
  record Whole() implements Scope {
    @Override
    public String condition(String alias) {
      return "TRUE";
    }

    @Override
    public List<Object> parameters() {
      return List.of();
    }
  }
}
