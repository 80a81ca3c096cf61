package seedbed.meeting;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import seedbed.access.Caller;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.evidence.content.FileFormat;
import seedbed.sql.Statements;

/// Freezes agendas and minutes: content, digest, number and Word file at once. Only within the
/// transaction that moves the meeting on.
@Singleton
class Papers {

  private static final String INSERT =
      """
      INSERT INTO meeting_paper (meeting_id, kind, content, digest, archive_number, frozen_on,
                                 frozen_at, frozen_by, frozen_as)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String SELECT =
      """
      SELECT content, digest, archive_number, frozen_on, frozen_by, frozen_as
      FROM meeting_paper
      WHERE meeting_id = ?
        AND kind = ?
      """;

  private final Statements statements;
  private final Archiving archiving;

  // What a later version has no place for any more is passed over.
  private final JsonMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  Papers(Statements statements, Archiving archiving) {
    this.statements = statements;
    this.archiving = archiving;
  }

  /// What the archive calls a paper of a meeting.
  static String about(Paper.Kind kind) {
    return kind == Paper.Kind.AGENDA ? "meeting-agenda" : "meeting-minutes";
  }

  /// @return the number
  String freeze(Meeting meeting, Paper.Kind kind, Paper paper, Caller by, When when) {
    String text = text(paper);
    String digest = Archiving.digest(text);
    String number =
        archiving
            .freeze(
                new Archiving.Paper(
                    Series.MINUTES,
                    paper.title() + "（" + paper.period() + "）",
                    meeting.regionCode(),
                    about(kind),
                    meeting.id(),
                    digest),
                new Archiving.Original(
                    MeetingWord.fileName(paper),
                    FileFormat.DOCX,
                    (imprint, out) -> MeetingWord.write(paper, kind, imprint, when, out)),
                when.on(),
                by.username())
            .number()
            .toString();
    statements.write(
        INSERT,
        List.of(
            meeting.id(),
            kind.name(),
            packed(text),
            digest,
            number,
            when.on(),
            Timestamp.from(when.at()),
            by.username(),
            Steps.as(by)));
    return number;
  }

  /// A moment and its day.
  record When(LocalDate on, Instant at) {}

  Optional<Paper.Frozen> find(long meeting, Paper.Kind kind) {
    return statements
        .rows(
            SELECT,
            List.of(meeting, kind.name()),
            row ->
                new Paper.Frozen(
                    unpacked(row.getBytes("content")),
                    row.getString("digest"),
                    row.getString("archive_number"),
                    row.getObject("frozen_on", LocalDate.class),
                    row.getString("frozen_by"),
                    row.getString("frozen_as")))
        .stream()
        .findFirst();
  }

  private String text(Paper paper) {
    try {
      return mapper.writeValueAsString(paper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Paper unpacked(byte[] packed) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return mapper.readValue(in, Paper.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a paper of a meeting cannot be read", e);
    }
  }
}
