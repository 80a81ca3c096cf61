package seedbed.company;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Adds companies and what they hold, thousands at once; saving them one by one takes minutes.
@Singleton
public class Registration {

  private static final int ROWS_AT_ONCE = 2_000;

  private static final String INSERT_COMPANY =
      """
      INSERT INTO company (name, short_name, name_initials, short_initials, credit_code, region_code,
                           industry_code, industry_name, track, main_product, founded_on, origin,
                           recorded_on, titles_checked_on, source, note, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      """;

  private static final String INSERT_HOLDING =
      """
      INSERT INTO title_holding (company_id, title, held_from, from_precision, held_to, recorded_on,
                                 end_recorded_on, batch, document_no, end_document, source)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /// Set from left to right, so that the planned end is what was known before.
  private static final String END_HOLDING =
      """
      UPDATE title_holding
      SET planned_to = CASE WHEN end_recorded_on IS NULL THEN held_to ELSE planned_to END,
          held_to = ?,
          end_recorded_on = ?,
          end_document = ?
      WHERE id = ?
      """;

  private final TransactionOperations<Connection> transactions;

  Registration(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// Stores new companies, all or none, and returns their numbers in the same order.
  public List<Long> register(List<Company> companies) {
    return transactions.executeWrite(status -> {
      List<Long> ids = new ArrayList<>(companies.size());
      try (PreparedStatement insert =
          status
              .getConnection()
              .prepareStatement(INSERT_COMPANY, PreparedStatement.RETURN_GENERATED_KEYS)) {
        for (List<Company> slice : Slices.of(companies, ROWS_AT_ONCE)) {
          for (Company company : slice) {
            bind(insert, company);
            insert.addBatch();
          }
          insert.executeBatch();
          try (ResultSet keys = insert.getGeneratedKeys()) {
            while (keys.next()) {
              ids.add(keys.getLong(1));
            }
          }
        }
      }
      return ids;
    });
  }

  /// Stores titles and memberships, all or none.
  public void hold(List<TitleHolding> holdings) {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(INSERT_HOLDING)) {
        for (TitleHolding holding : holdings) {
          bind(insert, holding);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return holdings.size();
    });
  }

  /// Ends titles and memberships before their time; what was known of their ends stays known. Those
  /// that had ended by the day already, or had not begun, stay as they are.
  ///
  /// @param to the first day they are no longer held
  /// @return those that were ended
  public List<Long> end(List<Long> holdings, LocalDate to, LocalDate recorded, String document) {
    return transactions.executeWrite(status -> {
      List<Long> held = new ArrayList<>();
      for (List<Long> slice : Slices.of(holdings, ROWS_AT_ONCE)) {
        held.addAll(stillHeld(status.getConnection(), slice, to));
      }
      try (PreparedStatement update = status.getConnection().prepareStatement(END_HOLDING)) {
        for (long holding : held) {
          update.setObject(1, to);
          update.setObject(2, recorded);
          update.setString(3, document);
          update.setLong(4, holding);
          update.addBatch();
        }
        update.executeBatch();
      }
      return held;
    });
  }

  private static List<Long> stillHeld(Connection connection, List<Long> slice, LocalDate day)
      throws SQLException {
    String sql =
        """
        SELECT id
        FROM title_holding
        WHERE id IN (%s)
          AND held_from < ?
          AND (held_to IS NULL OR held_to > ?)
        FOR UPDATE
        """
            .formatted(String.join(", ", Collections.nCopies(slice.size(), "?")));
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int place = 1;
      for (long holding : slice) {
        select.setLong(place++, holding);
      }
      select.setObject(place++, day);
      select.setObject(place, day);
      List<Long> held = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.add(row.getLong(1));
        }
      }
      return held;
    }
  }

  private static void bind(PreparedStatement insert, Company company) throws SQLException {
    CreditCode code = company.creditCode();
    insert.setString(1, company.name());
    insert.setString(2, company.shortName());
    insert.setString(3, company.nameInitials());
    insert.setString(4, company.shortInitials());
    insert.setString(5, code == null ? null : code.value());
    insert.setString(6, company.regionCode());
    insert.setString(7, company.industryCode());
    insert.setString(8, company.industryName());
    insert.setString(9, company.track().name());
    insert.setString(10, company.mainProduct());
    insert.setObject(11, company.foundedOn());
    insert.setString(12, company.origin().name());
    insert.setObject(13, company.recordedOn());
    insert.setObject(14, company.titlesCheckedOn());
    insert.setString(15, company.source());
    insert.setString(16, company.note());
  }

  private static void bind(PreparedStatement insert, TitleHolding holding) throws SQLException {
    insert.setLong(1, holding.companyId());
    insert.setString(2, holding.title());
    insert.setObject(3, holding.heldFrom());
    insert.setString(4, holding.fromPrecision().name());
    insert.setObject(5, holding.heldTo());
    insert.setObject(6, holding.recordedOn());
    insert.setObject(7, holding.endRecordedOn());
    insert.setString(8, holding.batch());
    insert.setString(9, holding.documentNo());
    insert.setString(10, holding.endDocument());
    insert.setString(11, holding.source());
  }
}
