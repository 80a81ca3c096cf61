package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seedbed.sql.Statements;

/// What bulletins say: the counts of a draft, what the office writes, and what was issued.
@Singleton
class Contents {

  private static final String ISSUE =
      """
      INSERT INTO bulletin_issue (bulletin_id, content, digest, archive_number, issued_on,
                                  issued_at, issued_by, issued_as)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String ISSUED =
      """
      SELECT content, digest, archive_number, issued_on, issued_at, issued_by, issued_as
      FROM bulletin_issue
      WHERE bulletin_id = ?
      """;

  private static final String IMPRINT =
      """
      SELECT digest, archive_number, issued_on, issued_by, issued_as
      FROM bulletin_issue
      WHERE bulletin_id = ?
      """;

  private static final String KEEP_WORDS =
      """
      INSERT INTO bulletin_words (bulletin_id, part, words)
      VALUES (?, ?, ?)
      """;

  private static final String KEEP_HIGHLIGHT =
      """
      INSERT INTO bulletin_highlight (bulletin_id, place, headline, words)
      VALUES (?, ?, ?, ?)
      """;

  /// A bulletin as it was issued.
  ///
  /// @param digest of content and lists
  record Issue(
      Content content,
      String digest,
      String archiveNumber,
      LocalDate on,
      Instant at,
      String by,
      String as) {}

  /// How a bulletin was issued, without what it says.
  record Imprint(String digest, String archiveNumber, LocalDate on, String by, String as) {}

  /// What the office writes into a bulletin, by part, and what it chose to tell.
  record Written(Map<String, String> words, List<Content.Highlight> highlights) {

    static final Written NOTHING = new Written(Map.of(), List.of());
  }

  private final Statements statements;
  private final Packing packing;

  Contents(Statements statements, Packing packing) {
    this.statements = statements;
    this.packing = packing;
  }

  Content draft(long bulletin) {
    byte[] packed =
        statements
            .rows(
                "SELECT content FROM bulletin WHERE id = ? AND content IS NOT NULL",
                List.of(bulletin),
                row -> row.getBytes(1))
            .getFirst();
    Written written = written(bulletin);
    return packing.unpack(packed).with(written.words(), written.highlights());
  }

  void keepDraft(long bulletin, Content content) {
    statements.write(
        "UPDATE bulletin SET content = ? WHERE id = ? AND stage = 'DRAFT'",
        List.of(packing.pack(content), bulletin));
  }

  Written written(long bulletin) {
    Map<String, String> words = new LinkedHashMap<>();
    statements.each(
        "SELECT part, words FROM bulletin_words WHERE bulletin_id = ?",
        List.of(bulletin),
        row -> words.put(row.getString(1), row.getString(2)));
    return new Written(
        words,
        statements.rows(
            "SELECT headline, words FROM bulletin_highlight WHERE bulletin_id = ? ORDER BY place",
            List.of(bulletin),
            row -> new Content.Highlight(row.getString(1), row.getString(2))));
  }

  /// In place of what was written before.
  void write(long bulletin, Written written) {
    erase(bulletin);
    written.words.forEach((part, words) -> {
      if (!words.isEmpty()) {
        statements.write(KEEP_WORDS, List.of(bulletin, part, words));
      }
    });
    int place = 0;
    for (Content.Highlight highlight : written.highlights) {
      statements.write(
          KEEP_HIGHLIGHT, List.of(bulletin, ++place, highlight.headline(), highlight.words()));
    }
  }

  void erase(long bulletin) {
    statements.write("DELETE FROM bulletin_words WHERE bulletin_id = ?", List.of(bulletin));
    statements.write("DELETE FROM bulletin_highlight WHERE bulletin_id = ?", List.of(bulletin));
  }

  void issue(long bulletin, Issue issue) {
    statements.write(
        ISSUE,
        List.of(
            bulletin,
            packing.pack(issue.content),
            issue.digest,
            issue.archiveNumber,
            issue.on,
            Timestamp.from(issue.at),
            issue.by,
            issue.as));
  }

  /// The content of an issued one, letter by letter as it is kept.
  String text(long bulletin) {
    return statements
        .rows(
            "SELECT content FROM bulletin_issue WHERE bulletin_id = ?",
            List.of(bulletin),
            row -> packing.text(row.getBytes(1)))
        .getFirst();
  }

  Optional<Issue> issued(long bulletin) {
    return statements
        .rows(
            ISSUED,
            List.of(bulletin),
            row ->
                new Issue(
                    packing.unpack(row.getBytes("content")),
                    row.getString("digest"),
                    row.getString("archive_number"),
                    row.getObject("issued_on", LocalDate.class),
                    row.getTimestamp("issued_at").toInstant(),
                    row.getString("issued_by"),
                    row.getString("issued_as")))
        .stream()
        .findFirst();
  }

  Optional<Imprint> imprint(long bulletin) {
    return statements
        .rows(
            IMPRINT,
            List.of(bulletin),
            row ->
                new Imprint(
                    row.getString("digest"),
                    row.getString("archive_number"),
                    row.getObject("issued_on", LocalDate.class),
                    row.getString("issued_by"),
                    row.getString("issued_as")))
        .stream()
        .findFirst();
  }
}
