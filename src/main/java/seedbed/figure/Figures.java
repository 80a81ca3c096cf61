package seedbed.figure;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads figures as they were known at a moment: what was reported or confirmed later is not seen.
@Singleton
public class Figures {

  /// Includes everything that can have been reported.
  public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private static final String COMPANIES_OF_REGION =
      """
      SELECT id
      FROM company
      WHERE region_code LIKE CONCAT(?, '%')
      ORDER BY id
      """;

  private final TransactionOperations<Connection> transactions;

  Figures(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// All figures of one company, with sources, confirmations and what was corrected.
  public FigureSheet ofCompany(long companyId, Instant asKnown) {
    return ofCompanies(List.of(companyId), asKnown).getFirst();
  }

  /// A sheet for every company asked for, in that order, also for those without figures.
  public List<FigureSheet> ofCompanies(List<Long> companyIds, Instant asKnown) {
    return transactions.executeRead(status -> {
      List<FigureSheet> sheets = new ArrayList<>(companyIds.size());
      for (List<Long> slice : slices(companyIds)) {
        sheets.addAll(sheets(status.getConnection(), slice, asKnown));
      }
      return sheets;
    });
  }

  /// The same without the wording of sources, for those who judge whole pools and show nothing.
  public List<FigureSheet> valuesOf(List<Long> companyIds, Instant asKnown) {
    return transactions.executeRead(status -> {
      List<FigureSheet> sheets = new ArrayList<>(companyIds.size());
      for (List<Long> slice : slices(companyIds)) {
        sheets.addAll(
            sheets(
                slice,
                FigureRows.values(status.getConnection(), slice, asKnown),
                FigureRows.confirmations(status.getConnection(), slice, asKnown)));
      }
      return sheets;
    });
  }

  /// Walks all companies of a region and below it in the order of their numbers, a few hundred at a
  /// time and in one snapshot, so that a whole province is read once and never held in memory.
  public void forEachInRegion(
      String regionCode, Instant asKnown, Consumer<List<FigureSheet>> batches) {
    transactions.executeRead(status -> {
      Connection connection = status.getConnection();
      for (List<Long> slice : slices(companiesOf(connection, regionCode))) {
        batches.accept(sheets(connection, slice, asKnown));
      }
      return regionCode;
    });
  }

  private static List<FigureSheet> sheets(Connection connection, List<Long> companies, Instant at)
      throws SQLException {
    return sheets(
        companies,
        FigureRows.figures(connection, companies, at),
        FigureRows.confirmations(connection, companies, at));
  }

  private static List<FigureSheet> sheets(
      List<Long> companies, Map<Long, List<Figure>> figures, Map<Long, List<Confirmation>> words) {
    return companies.stream()
        .map(company ->
            FigureSheet.of(
                company,
                figures.getOrDefault(company, List.of()),
                words.getOrDefault(company, List.of())))
        .toList();
  }

  private static List<Long> companiesOf(Connection connection, String regionCode)
      throws SQLException {
    List<Long> companies = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(COMPANIES_OF_REGION)) {
      select.setString(1, regionCode);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          companies.add(row.getLong(1));
        }
      }
    }
    return companies;
  }

  static List<List<Long>> slices(List<Long> companies) {
    List<List<Long>> slices = new ArrayList<>();
    for (int from = 0; from < companies.size(); from += FigureRows.COMPANIES_AT_ONCE) {
      slices.add(
          companies.subList(from, Math.min(from + FigureRows.COMPANIES_AT_ONCE, companies.size())));
    }
    return slices;
  }
}
