package seedbed.figure;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Adds figures to what is known.
@Singleton
public class Reporting {

  /// What came of a report.
  ///
  /// @param added the figures stored, with their numbers
  /// @param corrections how many of them correct an earlier figure of the same document
  /// @param unchanged how many were known already
  public record Reported(List<Figure> added, int corrections, int unchanged) {}

  /// What came of a correction.
  public sealed interface Corrected {}

  public record Replaced(Figure figure) implements Corrected {}

  /// Somebody corrected the figure meanwhile, or it never was.
  public record NotLive(long figureId) implements Corrected {}

  /// One document says one thing about an indicator and period.
  private record Statement(long companyId, String indicator, Period period, String document) {
    static Statement of(Figure figure) {
      return new Statement(
          figure.companyId(), figure.indicator(), figure.period(), figure.source().document());
    }

    Statement in(String otherDocument) {
      return new Statement(companyId, indicator, period, otherDocument);
    }
  }

  private final TransactionOperations<Connection> transactions;

  Reporting(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// Stores figures, all or none. What the same document said already adds nothing; another value
  /// from the same document corrects it; another document stands beside it. When the list itself
  /// repeats a statement, the last one counts.
  public Reported report(Collection<Figure> figures) {
    return report(figures, Set.of());
  }

  /// The same for a document that puts others right: what they say about the same thing gives way.
  public Reported report(Collection<Figure> figures, Set<String> corrected) {
    Map<Long, Map<Statement, Figure>> byCompany = new LinkedHashMap<>();
    for (Figure figure : figures) {
      byCompany
          .computeIfAbsent(figure.companyId(), _ -> new LinkedHashMap<>())
          .put(Statement.of(figure), figure);
    }
    return transactions.executeWrite(status -> {
      FigureRows.lock(status.getConnection(), byCompany.keySet());
      List<Figure> fresh = new ArrayList<>(figures.size());
      for (List<Long> slice : FigureRows.slices(List.copyOf(byCompany.keySet()))) {
        fresh.addAll(news(status.getConnection(), slice, byCompany, corrected));
      }
      List<Figure> added = FigureRows.insert(status.getConnection(), fresh);
      int corrections = (int) added.stream().filter(f -> f.supersedesId() != null).count();
      return new Reported(added, corrections, figures.size() - added.size());
    });
  }

  /// Replaces one figure by another, whatever document either comes from: so a conflict between two
  /// sources is settled by correcting one of them.
  public Corrected correct(long figureId, Figure correction) {
    return transactions.executeWrite(status -> {
      FigureRows.lock(status.getConnection(), List.of(correction.companyId()));
      Optional<Figure> corrected =
          live(status.getConnection(), correction.companyId()).stream()
              .filter(figure -> figure.id() == figureId)
              .filter(figure -> figure.indicator().equals(correction.indicator()))
              .filter(figure -> figure.period().equals(correction.period()))
              .findFirst();
      if (corrected.isEmpty()) {
        return new NotLive(figureId);
      }
      return new Replaced(
          FigureRows.insert(status.getConnection(), List.of(correction.superseding(figureId)))
              .getFirst());
    });
  }

  private static List<Figure> news(
      Connection connection,
      List<Long> companies,
      Map<Long, Map<Statement, Figure>> reported,
      Set<String> corrected)
      throws SQLException {
    Map<Long, List<Figure>> known = FigureRows.figures(connection, companies, Figures.LATEST);
    List<Figure> fresh = new ArrayList<>();
    for (long company : companies) {
      Map<Statement, Figure> standing = new LinkedHashMap<>();
      for (Figure figure : live(company, known.getOrDefault(company, List.of()))) {
        standing.put(Statement.of(figure), figure);
      }
      reported
          .getOrDefault(company, Map.of())
          .forEach((statement, figure) -> {
            @Nullable Figure before = before(standing, statement, corrected);
            if (before == null) {
              fresh.add(figure);
            } else if (!figure.repeats(before)) {
              fresh.add(figure.superseding(before.id()));
            }
          });
    }
    return fresh;
  }

  private static @Nullable Figure before(
      Map<Statement, Figure> standing, Statement statement, Set<String> corrected) {
    return Stream.concat(Stream.of(statement.document()), corrected.stream())
        .map(document -> standing.get(statement.in(document)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<Figure> live(Connection connection, long company) throws SQLException {
    return live(
        company,
        FigureRows.figures(connection, List.of(company), Figures.LATEST)
            .getOrDefault(company, List.of()));
  }

  private static List<Figure> live(long company, List<Figure> known) {
    return FigureSheet.of(company, known, List.of()).entries().stream()
        .flatMap(entry -> entry.live().stream())
        .map(Attested::figure)
        .toList();
  }
}
