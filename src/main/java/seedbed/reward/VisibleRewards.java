package seedbed.reward;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.company.Known;
import seedbed.company.SoughtWord;
import seedbed.criteria.Level;
import seedbed.sql.Statements;

/// Finds the rewards of the companies in scope as of a day: what was decided by then, and had been
/// entered, paid and voided when it ended.
@Singleton
class VisibleRewards {

  private static final String STANDING =
      """
      CASE WHEN v.reward_id IS NOT NULL THEN 'VOIDED'
           WHEN x.granted_amount = 0 AND x.due_amount = 0 THEN 'COMMENDED'
           WHEN x.granted_amount = 0 THEN 'DENIED'
           WHEN p.payments IS NULL THEN 'UNPAID'
           WHEN p.known = p.payments AND p.paid < x.granted_amount THEN 'PARTLY'
           ELSE 'PAID'
      END\
      """;

  private static final String ROW =
      """
      SELECT x.id, c.id AS company, c.name, c.demo, c.credit_code, r.name AS region, x.year, x.item,
             x.level, x.document, x.document_no, x.due_amount, x.granted_amount, x.reason,
             x.decided_on, x.archived_id, x.remark, x.entered_by, x.entered_at,
             d.number AS archived, p.payments, CASE WHEN p.known = p.payments THEN p.paid END AS paid,
             p.paid_on, v.reason AS void_reason,
             %s AS standing
      """
          .formatted(STANDING);

  private final Statements statements;
  private final Clock clock;

  VisibleRewards(Statements statements, Clock clock) {
    this.statements = statements;
    this.clock = clock;
  }

  /// What a list is asked for. Without a standing, everything but voided entries.
  ///
  /// @param town the beginning of region codes
  /// @param named words that are sought in names of companies
  record Query(
      @Nullable Integer year,
      @Nullable String item,
      @Nullable String town,
      @Nullable Standing standing,
      @Nullable String named,
      @Nullable Long company) {

    static Query of(long company) {
      return new Query(null, null, null, null, null, company);
    }

    Query withoutStanding() {
      return new Query(year, item, town, null, named, company);
    }
  }

  /// One reward of a list.
  ///
  /// @param payments how often money came, without payments that were voided
  /// @param paid what came; null where it is unknown, or nothing did
  /// @param paidOn when money came last
  /// @param archived the number of the decision in the archive
  record Row(
      long id,
      long companyId,
      String company,
      boolean demo,
      @Nullable String creditCode,
      String region,
      int year,
      String item,
      Level level,
      String document,
      @Nullable String documentNo,
      @Nullable BigDecimal due,
      @Nullable BigDecimal granted,
      @Nullable String reason,
      LocalDate decidedOn,
      @Nullable Long archivedId,
      @Nullable String archived,
      @Nullable String remark,
      String enteredBy,
      Instant enteredAt,
      long payments,
      @Nullable BigDecimal paid,
      @Nullable LocalDate paidOn,
      Standing standing,
      @Nullable String voidReason) {

    /// Whether there is money that came, or may come.
    boolean pays() {
      return switch (standing) {
        case COMMENDED, DENIED -> false;
        case UNPAID, PARTLY, PAID -> true;
        case VOIDED -> payments > 0;
      };
    }

    /// What came of it; null where it is unknown.
    @Nullable BigDecimal come() {
      return payments == 0 ? BigDecimal.ZERO : paid;
    }

    /// 皋办〔2019〕7号 behind the name of the document.
    public String basis() {
      return documentNo == null ? document : document + "（" + documentNo + "）";
    }
  }

  /// Sums of a list, each with how many amounts are not in it because nobody knows them.
  record Sums(
      long rewards,
      BigDecimal due,
      long dueUnknown,
      BigDecimal granted,
      long grantedUnknown,
      BigDecimal paid,
      long paidUnknown) {}

  /// How many rewards stand so.
  record Count(Standing standing, long rewards) {}

  private record Clause(String text, List<Object> parameters) {

    Clause and(String condition, Object... values) {
      List<Object> all = new ArrayList<>(parameters);
      Collections.addAll(all, values);
      return new Clause(text + "\n  AND " + condition, all);
    }
  }

  List<Row> list(Query query, Known known, int limit, int offset) {
    Clause clause = clause(query, known);
    return statements.rows(
        ROW + clause.text() + "\nORDER BY x.decided_on DESC, x.id DESC\nLIMIT ? OFFSET ?",
        Statements.all(clause.parameters(), limit, offset),
        VisibleRewards::row);
  }

  /// One of them, voided or not.
  Optional<Row> find(long id, Known known) {
    Clause clause = one(id, known);
    return statements.first(ROW + clause.text(), clause.parameters(), VisibleRewards::row);
  }

  Sums sums(Query query, Known known) {
    Clause clause = clause(query, known);
    return statements
        .rows(
            """
            SELECT COUNT(*) AS rewards, SUM(x.due_amount) AS due,
                   COUNT(*) - COUNT(x.due_amount) AS due_unknown, SUM(x.granted_amount) AS granted,
                   COUNT(*) - COUNT(x.granted_amount) AS granted_unknown, SUM(p.paid) AS paid,
                   COUNT(CASE WHEN p.known < p.payments THEN 1 END) AS paid_unknown
            """
                + clause.text(),
            clause.parameters(),
            row ->
                new Sums(
                    row.getLong("rewards"),
                    sum(row, "due"),
                    row.getLong("due_unknown"),
                    sum(row, "granted"),
                    row.getLong("granted_unknown"),
                    sum(row, "paid"),
                    row.getLong("paid_unknown")))
        .getFirst();
  }

  // The sum of nothing is nothing; how many are unknown is said beside it.
  private static BigDecimal sum(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getBigDecimal(column), BigDecimal.ZERO);
  }

  /// By standing, voided entries too.
  List<Count> counts(Query query, Known known) {
    Clause clause = narrowed(query.withoutStanding(), known);
    return statements.rows(
        "SELECT %s AS standing, COUNT(*) AS rewards\n%s\nGROUP BY standing"
            .formatted(STANDING, clause.text()),
        clause.parameters(),
        row -> new Count(Standing.valueOf(row.getString("standing")), row.getLong("rewards")));
  }

  /// The years there are rewards of, the newest first.
  List<Integer> years(Known known) {
    Clause clause = base(known);
    return statements.rows(
        "SELECT DISTINCT x.year AS year\n" + clause.text() + "\nORDER BY year DESC",
        clause.parameters(),
        row -> row.getInt("year"));
  }

  /// What was ever granted, by its name.
  List<String> items(Known known) {
    Clause clause = base(known);
    return statements.rows(
        "SELECT DISTINCT x.item AS item\n" + clause.text() + "\nORDER BY item",
        clause.parameters(),
        row -> row.getString("item"));
  }

  private Clause clause(Query query, Known known) {
    Clause clause = narrowed(query, known);
    Standing standing = query.standing();
    return standing == null
        ? clause.and("v.reward_id IS NULL")
        : clause.and(STANDING + " = ?", standing.name());
  }

  private Clause narrowed(Query query, Known known) {
    Clause clause = query.company() == null ? base(known) : of(query.company(), known);
    clause = given(clause, "x.year = ?", query.year());
    clause = given(clause, "x.item = ?", query.item());
    clause =
        given(clause, "c.region_code LIKE ?", query.town() == null ? null : query.town() + "%");
    if (query.named() != null) {
      for (SoughtWord word : SoughtWord.of(query.named())) {
        clause = clause.and(word.condition(), word.parameters().toArray());
      }
    }
    return clause;
  }

  private static Clause given(Clause clause, String condition, @Nullable Object value) {
    return value == null ? clause : clause.and(condition, value);
  }

  private Clause base(Known known) {
    return base(known, "");
  }

  // What was paid is summed up for no more rewards than are asked for.
  private Clause of(long company, Known known) {
    String paid = "AND m.reward_id IN (SELECT y.id FROM reward y WHERE y.company_id = ?)";
    return base(known, paid, company).and("x.company_id = ?", company);
  }

  private Clause one(long id, Known known) {
    return base(known, "AND m.reward_id = ?", id).and("x.id = ?", id);
  }

  private Clause base(Known known, String paid, Object... of) {
    LocalDate on = known.on();
    Timestamp end = Timestamp.from(on.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    List<Object> parameters = new ArrayList<>(List.of(end, end, on, end));
    Collections.addAll(parameters, of);
    Collections.addAll(parameters, end, on);
    parameters.addAll(known.parameters());
    String rewards =
        """
        FROM reward x
        JOIN company c ON c.id = x.company_id
        JOIN region r ON r.code = c.region_code
        LEFT JOIN archive_document d ON d.id = x.archived_id
        LEFT JOIN reward_void v ON v.reward_id = x.id AND v.voided_at < ?
        LEFT JOIN (SELECT m.reward_id, COUNT(*) AS payments, COUNT(m.amount) AS known,
                          SUM(m.amount) AS paid, MAX(m.paid_on) AS paid_on
                   FROM reward_payment m
                   WHERE m.recorded_at < ?
                     AND m.paid_on <= ?
                     AND NOT EXISTS (SELECT 1
                                     FROM reward_payment_void z
                                     WHERE z.payment_id = m.id
                                       AND z.voided_at < ?)
                     %s
                   GROUP BY m.reward_id) p
          ON p.reward_id = x.id
        WHERE x.entered_at < ?
          AND x.decided_on <= ?
          AND \
        """
            .formatted(paid);
    return new Clause(rewards + known.condition("c"), parameters);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getLong("company"),
        row.getString("name"),
        row.getBoolean("demo"),
        row.getString("credit_code"),
        row.getString("region"),
        row.getInt("year"),
        row.getString("item"),
        Level.valueOf(row.getString("level")),
        row.getString("document"),
        row.getString("document_no"),
        row.getBigDecimal("due_amount"),
        row.getBigDecimal("granted_amount"),
        row.getString("reason"),
        row.getObject("decided_on", LocalDate.class),
        row.getObject("archived_id", Long.class),
        row.getString("archived"),
        row.getString("remark"),
        row.getString("entered_by"),
        row.getTimestamp("entered_at").toInstant(),
        row.getLong("payments"),
        row.getBigDecimal("paid"),
        row.getObject("paid_on", LocalDate.class),
        Standing.valueOf(row.getString("standing")),
        row.getString("void_reason"));
  }
}
