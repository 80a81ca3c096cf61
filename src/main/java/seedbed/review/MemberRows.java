package seedbed.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;

/// Writes down the members of a round with what was judged of them, many at a time.
@Singleton
class MemberRows {

  private static final int FORGOTTEN_AT_ONCE = 500;

  private static final String INSERT_MEMBER =
      """
      INSERT INTO review_member (round_id, company_id, name, credit_code, region_code, region_name,
                                 demo, holding_id, held_from, stay, stay_words, next_title,
                                 next_truth, next_words, carried, last_stay, last_opinion,
                                 last_note, last_ruling)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_VERDICT =
      """
      INSERT INTO review_verdict (member_id, purpose, title, edition, overlay, number, truth, panel)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_RULING =
      "INSERT INTO review_ruling (member_id, version) VALUES (?, 0)";

  private static final String SOME =
      """
      SELECT id
      FROM review_member
      WHERE round_id = ?
      ORDER BY id
      LIMIT ?
      """;

  /// What a verdict is for.
  enum Purpose {
    STAY,
    NEXT
  }

  /// A verdict on its way into the round.
  ///
  /// @param words what is missing most
  record Judged(String title, Verdict verdict, @Nullable String words, Frozen.Packed panel) {}

  /// A member on its way into the round.
  ///
  /// @param carried names of what nobody has confirmed anew
  record NewMember(
      Company company,
      String regionName,
      Enrolled.Place place,
      @Nullable Judged stay,
      @Nullable Judged next,
      @Nullable String carried,
      Enrolled.@Nullable Last last) {}

  void insert(Connection connection, long round, List<NewMember> members) throws SQLException {
    List<Long> ids = insertMembers(connection, round, members);
    try (PreparedStatement verdicts = connection.prepareStatement(INSERT_VERDICT);
        PreparedStatement rulings = connection.prepareStatement(INSERT_RULING)) {
      for (int place = 0; place < members.size(); place++) {
        add(verdicts, ids.get(place), Purpose.STAY, members.get(place).stay());
        add(verdicts, ids.get(place), Purpose.NEXT, members.get(place).next());
        rulings.setLong(1, ids.get(place));
        rulings.addBatch();
      }
      verdicts.executeBatch();
      rulings.executeBatch();
    }
  }

  private static List<Long> insertMembers(
      Connection connection, long round, List<NewMember> members) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(INSERT_MEMBER, PreparedStatement.RETURN_GENERATED_KEYS)) {
      for (NewMember member : members) {
        bind(insert, round, member);
        insert.addBatch();
      }
      insert.executeBatch();
      List<Long> ids = new ArrayList<>(members.size());
      try (ResultSet keys = insert.getGeneratedKeys()) {
        while (keys.next()) {
          ids.add(keys.getLong(1));
        }
      }
      return ids;
    }
  }

  private static void bind(PreparedStatement insert, long round, NewMember member)
      throws SQLException {
    Company company = member.company();
    insert.setLong(1, round);
    insert.setLong(2, company.id());
    insert.setString(3, company.name());
    insert.setString(4, company.creditCode() == null ? null : company.creditCode().value());
    insert.setString(5, company.regionCode());
    insert.setString(6, member.regionName());
    insert.setBoolean(7, company.demo());
    insert.setLong(8, member.place().holdingId());
    insert.setObject(9, member.place().heldFrom());
    Judged stay = member.stay();
    insert.setString(10, stay == null ? null : name(stay.verdict().truth()));
    insert.setString(11, stay == null ? null : stay.words());
    Judged next = member.next();
    insert.setString(12, next == null ? null : next.title());
    insert.setString(13, next == null ? null : name(next.verdict().truth()));
    insert.setString(14, next == null ? null : next.words());
    insert.setString(15, member.carried());
    Enrolled.Last last = member.last();
    insert.setString(16, last == null ? null : name(last.stay()));
    insert.setString(17, last == null ? null : name(last.opinion()));
    insert.setString(18, last == null ? null : last.note());
    insert.setString(19, last == null ? null : name(last.ruling()));
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static void add(
      PreparedStatement insert, long member, Purpose purpose, @Nullable Judged judged)
      throws SQLException {
    if (judged == null) {
      return;
    }
    Verdict verdict = judged.verdict();
    Checklist checklist = verdict.checklist();
    Truth truth = verdict.truth();
    insert.setLong(1, member);
    insert.setString(2, purpose.name());
    insert.setString(3, judged.title());
    insert.setString(4, checklist.edition());
    insert.setString(5, checklist.overlay());
    insert.setString(6, verdict.number());
    insert.setString(7, truth.name());
    judged.panel().bind(insert, 8);
    insert.addBatch();
  }

  /// Takes out some of what an attempt that never ended has written.
  ///
  /// @return how many; 0 when none is left
  int forgetSome(Connection connection, long round) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SOME)) {
      select.setLong(1, round);
      select.setInt(2, FORGOTTEN_AT_ONCE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    delete(connection, "DELETE FROM review_verdict WHERE member_id = ?", ids);
    delete(connection, "DELETE FROM review_ruling WHERE member_id = ?", ids);
    delete(connection, "DELETE FROM review_member WHERE id = ?", ids);
    return ids.size();
  }

  private static void delete(Connection connection, String sql, List<Long> ids)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      for (long id : ids) {
        delete.setLong(1, id);
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }
}
