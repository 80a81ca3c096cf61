package seedbed.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.Overlay;
import seedbed.criteria.Titles;
import seedbed.sql.Statements;

/// Keeps the words of rounds: labels are configuration, which changes, and a closed round does not.
@Singleton
class Labelling {

  private static final String JUDGED_BY =
      """
      SELECT DISTINCT v.edition, v.overlay
      FROM review_verdict v
      JOIN review_member m ON m.id = v.member_id
      WHERE m.round_id = ?
      """;

  private static final String INSERT =
      """
      INSERT INTO review_label (round_id, kind, code, label, short_label)
      VALUES (?, ?, ?, ?, ?)
      """;

  private final Statements statements;
  private final Titles titles;
  private final Editions editions;
  private final Regions regions;

  Labelling(Statements statements, Titles titles, Editions editions, Regions regions) {
    this.statements = statements;
    this.titles = titles;
    this.editions = editions;
    this.regions = regions;
  }

  private record Written(long round, Label label) {}

  private record Standard(String edition, @Nullable String notice) {}

  Labels of(Round round) {
    var subject = Labels.Subject.of(round);
    return labels(subject, written(List.of(subject)));
  }

  /// Of many rounds at once, by their numbers.
  Map<Long, Labels> of(List<Labels.Subject> rounds) {
    List<Written> all = written(rounds);
    return rounds.stream()
        .collect(Collectors.toMap(Labels.Subject::round, round -> labels(round, all)));
  }

  private Labels labels(Labels.Subject round, List<Written> all) {
    return new Labels(
        round,
        all.stream().filter(each -> each.round() == round.round()).map(Written::label).toList(),
        this::today);
  }

  private List<Written> written(List<Labels.Subject> rounds) {
    if (rounds.isEmpty()) {
      return List.of();
    }
    String places = rounds.stream().map(_ -> "?").collect(Collectors.joining(", "));
    return statements.rows(
        """
        SELECT round_id, kind, code, label, short_label
        FROM review_label
        WHERE round_id IN (%s)
        """
            .formatted(places),
        rounds.stream().map(Labels.Subject::round).toList(),
        row ->
            new Written(
                row.getLong("round_id"),
                new Label(
                    Label.Kind.valueOf(row.getString("kind")),
                    row.getString("code"),
                    row.getString("label"),
                    row.getString("short_label"))));
  }

  /// Writes down, within the caller's transaction, what a round names and has no words for yet: all
  /// of it when it is opened; when it is closed, what came since, such as a title that is new.
  void write(Connection connection, Round round) throws SQLException {
    Set<String> there = new HashSet<>();
    written(List.of(Labels.Subject.of(round))).forEach(each -> there.add(key(each.label())));
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Label label : named(round)) {
        if (there.add(key(label))) {
          insert.setLong(1, round.id());
          insert.setString(2, label.kind().name());
          insert.setString(3, label.code());
          insert.setString(4, label.label());
          insert.setString(5, label.shorter());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static String key(Label label) {
    return label.kind() + " " + label.code();
  }

  private List<Label> named(Round round) {
    List<Label> labels = new ArrayList<>();
    labels.add(today(Label.Kind.REGION, round.regionCode()));
    titles.ladder().forEach(title -> labels.add(today(Label.Kind.TITLE, title.code())));
    for (Standard standard : statements.rows(JUDGED_BY, List.of(round.id()), Labelling::standard)) {
      labels.add(today(Label.Kind.EDITION, standard.edition()));
      if (standard.notice() != null) {
        labels.add(today(Label.Kind.NOTICE, standard.notice()));
      }
    }
    return labels;
  }

  private static Standard standard(ResultSet row) throws SQLException {
    return new Standard(row.getString("edition"), row.getString("overlay"));
  }

  /// What something is called now; by its code when nobody knows it any more.
  private Label today(Label.Kind kind, String code) {
    return switch (kind) {
      case TITLE ->
          titles
              .find(code)
              .map(title -> new Label(kind, code, title.label(), title.shortLabel()))
              .orElseGet(() -> new Label(kind, code, code, code));
      case EDITION -> called(kind, code, editions.find(code).map(Edition::name).orElse(code));
      case NOTICE -> called(kind, code, editions.notice(code).map(Overlay::name).orElse(code));
      case REGION -> called(kind, code, regions.findByCode(code).map(Region::name).orElse(code));
    };
  }

  private static Label called(Label.Kind kind, String code, String label) {
    return new Label(kind, code, label, label);
  }
}
