package seedbed.figure;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads figures as they were known at a moment: what was reported or confirmed later is not seen.
@Singleton
public class Figures {

  /// Includes everything that can have been reported.
  public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

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
      for (List<Long> slice : FigureRows.slices(companyIds)) {
        sheets.addAll(sheets(status.getConnection(), slice, asKnown));
      }
      return sheets;
    });
  }

  /// The same without the wording of sources, for those who judge whole pools and show nothing.
  public List<FigureSheet> valuesOf(List<Long> companyIds, Instant asKnown) {
    return transactions.executeRead(status -> {
      List<FigureSheet> sheets = new ArrayList<>(companyIds.size());
      for (List<Long> slice : FigureRows.slices(companyIds)) {
        sheets.addAll(
            sheets(
                slice,
                FigureRows.values(status.getConnection(), slice, asKnown),
                FigureRows.confirmations(status.getConnection(), slice, asKnown)));
      }
      return sheets;
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
}
