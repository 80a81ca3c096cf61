package seedbed.figure;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seedbed.company.Slices;

/// The tables of figures and confirmations, read and written many rows at a time.
final class FigureRows {

  /// Companies read by one statement. The text never changes, so the list is filled up to it.
  static final int COMPANIES_AT_ONCE = 200;

  private static final int ROWS_AT_ONCE = 5_000;
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private static final String COMPANY_LIST =
      String.join(", ", Collections.nCopies(COMPANIES_AT_ONCE, "?"));

  // In the order of their numbers, so that two writers never wait for each other.
  private static final String LOCK_COMPANIES =
      """
      SELECT id
      FROM company
      WHERE id IN (%s)
      ORDER BY id
      FOR UPDATE
      """
          .formatted(COMPANY_LIST);

  private static final String SELECT_FIGURES =
      """
      SELECT id, company_id, indicator, period, yearly, number, word, source_document,
             source_page, reported_by, reported_at, expires_on, supersedes_id
      FROM figure
      WHERE company_id IN (%s)
        AND reported_at <= ?
      ORDER BY company_id, indicator, period, id
      """
          .formatted(COMPANY_LIST);

  /// The same columns without the wording of sources: for two million rows it would be most of what
  /// is read.
  private static final String SELECT_VALUES =
      SELECT_FIGURES.replace(
          "source_document,\n       source_page, reported_by", "'-',\n       NULL, '-'");

  private static final String SELECT_CONFIRMATIONS =
      """
      SELECT company_id, figure_id, confirmed, confirmed_by, confirmed_at
      FROM figure_confirmation
      WHERE company_id IN (%s)
        AND confirmed_at <= ?
      ORDER BY company_id, figure_id, id
      """
          .formatted(COMPANY_LIST);

  private static final String INSERT_FIGURE =
      """
      INSERT INTO figure (company_id, indicator, period, yearly, number, word, source_document,
                          source_page, reported_by, reported_at, expires_on, supersedes_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_CONFIRMATION =
      """
      INSERT INTO figure_confirmation (company_id, figure_id, confirmed, confirmed_by, confirmed_at)
      VALUES (?, ?, ?, ?, ?)
      """;

  private FigureRows() {}

  static List<List<Long>> slices(List<Long> companies) {
    return Slices.of(companies, COMPANIES_AT_ONCE);
  }

  /// Keeps everybody else from reporting about these companies until the transaction ends. What is
  /// read afterwards is what stands only where nothing was read before.
  static void lock(Connection connection, Collection<Long> companies) throws SQLException {
    List<Long> ordered = companies.stream().sorted().toList();
    try (PreparedStatement select = connection.prepareStatement(LOCK_COMPANIES)) {
      for (List<Long> slice : slices(ordered)) {
        bind(select, slice);
        select.executeQuery().close();
      }
    }
  }

  /// The figures of at most [#COMPANIES_AT_ONCE] companies that were known at the moment, by
  /// company, in the order of indicator and period.
  static Map<Long, List<Figure>> figures(Connection connection, List<Long> companies, Instant known)
      throws SQLException {
    return figures(connection, SELECT_FIGURES, companies, known);
  }

  /// The same, with a dash in place of who says so and where.
  static Map<Long, List<Figure>> values(Connection connection, List<Long> companies, Instant known)
      throws SQLException {
    return figures(connection, SELECT_VALUES, companies, known);
  }

  private static Map<Long, List<Figure>> figures(
      Connection connection, String sql, List<Long> companies, Instant known) throws SQLException {
    Map<Long, List<Figure>> rows = LinkedHashMap.newLinkedHashMap(companies.size());
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, companies, known);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Figure figure = figure(row);
          rows.computeIfAbsent(figure.companyId(), _ -> new ArrayList<>()).add(figure);
        }
      }
    }
    return rows;
  }

  /// The words about figures of those companies up to the moment, oldest first.
  static Map<Long, List<Confirmation>> confirmations(
      Connection connection, List<Long> companies, Instant known) throws SQLException {
    Map<Long, List<Confirmation>> rows = LinkedHashMap.newLinkedHashMap(companies.size());
    try (PreparedStatement select = connection.prepareStatement(SELECT_CONFIRMATIONS)) {
      bind(select, companies, known);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Confirmation word =
              new Confirmation(
                  row.getLong(1),
                  row.getLong(2),
                  row.getBoolean(3),
                  row.getString(4),
                  instant(row, 5));
          rows.computeIfAbsent(word.companyId(), _ -> new ArrayList<>()).add(word);
        }
      }
    }
    return rows;
  }

  /// Stores the figures and returns them with their numbers, in the same order.
  static List<Figure> insert(Connection connection, List<Figure> figures) throws SQLException {
    List<Figure> stored = new ArrayList<>(figures.size());
    try (PreparedStatement insert =
        connection.prepareStatement(INSERT_FIGURE, PreparedStatement.RETURN_GENERATED_KEYS)) {
      for (List<Figure> slice : Slices.of(figures, ROWS_AT_ONCE)) {
        for (Figure figure : slice) {
          bind(insert, figure);
          insert.addBatch();
        }
        insert.executeBatch();
        try (ResultSet keys = insert.getGeneratedKeys()) {
          for (Figure figure : slice) {
            keys.next();
            stored.add(figure.stored(keys.getLong(1)));
          }
        }
      }
    }
    return stored;
  }

  static void insertWords(Connection connection, List<Confirmation> words) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_CONFIRMATION)) {
      int waiting = 0;
      for (Confirmation word : words) {
        insert.setLong(1, word.companyId());
        insert.setLong(2, word.figureId());
        insert.setBoolean(3, word.confirmed());
        insert.setString(4, word.by());
        insert.setObject(5, chinese(word.at()));
        insert.addBatch();
        if (++waiting == ROWS_AT_ONCE) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement select, List<Long> companies, Instant known)
      throws SQLException {
    bind(select, companies);
    select.setObject(COMPANIES_AT_ONCE + 1, chinese(known));
  }

  private static void bind(PreparedStatement select, List<Long> companies) throws SQLException {
    for (int i = 0; i < COMPANIES_AT_ONCE; i++) {
      select.setLong(i + 1, companies.get(Math.min(i, companies.size() - 1)));
    }
  }

  private static void bind(PreparedStatement insert, Figure figure) throws SQLException {
    insert.setLong(1, figure.companyId());
    insert.setString(2, figure.indicator());
    insert.setObject(3, figure.period().lastDay());
    insert.setBoolean(4, figure.period() instanceof Period.Year);
    switch (figure.value()) {
      case Value.Decimal(var number) -> {
        insert.setBigDecimal(5, number);
        insert.setString(6, null);
      }
      case Value.Word(var word) -> {
        insert.setBigDecimal(5, null);
        insert.setString(6, word);
      }
    }
    insert.setString(7, figure.source().document());
    insert.setString(8, figure.source().page());
    insert.setString(9, figure.reportedBy());
    insert.setObject(10, chinese(figure.reportedAt()));
    insert.setObject(11, figure.expiresOn());
    insert.setObject(12, figure.supersedesId());
  }

  /// Reads by place: a name looked up for every column of two million rows costs as much as they
  /// do.
  static Figure figure(ResultSet row) throws SQLException {
    LocalDate period = row.getObject(4, LocalDate.class);
    BigDecimal number = row.getBigDecimal(6);
    long supersedes = row.getLong(13);
    return new Figure(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getBoolean(5) ? Period.year(period.getYear()) : Period.day(period),
        number == null ? Value.word(row.getString(7)) : Value.number(number),
        new Source(row.getString(8), row.getString(9)),
        row.getString(10),
        instant(row, 11),
        row.getObject(12, LocalDate.class),
        supersedes == 0 ? null : supersedes);
  }

  // DATETIME has no zone: it is written and read as Chinese time, whatever the session's zone is.
  private static LocalDateTime chinese(Instant moment) {
    return LocalDateTime.ofInstant(moment, CHINA);
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(CHINA);
  }
}
