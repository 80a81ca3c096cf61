package seedbed.review;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import seedbed.verdict.ChangeLine;
import seedbed.verdict.FindingRow;
import seedbed.verdict.ScoreTable;
import seedbed.verdict.SourceLine;
import seedbed.verdict.VerdictPanel;
import seedbed.verdict.WayCard;
import seedbed.web.Meter;

/// Verdicts as a round keeps them: all that its pages show, in words, so that no later edition,
/// figure or wording changes what was judged.
@SerdeImport(VerdictPanel.class)
@SerdeImport(VerdictPanel.Tally.class)
@SerdeImport(VerdictPanel.Part.class)
@SerdeImport(VerdictPanel.Basis.class)
@SerdeImport(VerdictPanel.Note.class)
@SerdeImport(WayCard.class)
@SerdeImport(WayCard.Open.class)
@SerdeImport(ChangeLine.class)
@SerdeImport(FindingRow.class)
@SerdeImport(SourceLine.class)
@SerdeImport(ScoreTable.class)
@SerdeImport(ScoreTable.ScoreClass.class)
@SerdeImport(ScoreTable.Line.class)
@SerdeImport(Meter.class)
@Singleton
class Frozen {

  private final ObjectMapper mapper;

  Frozen(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /// A verdict as the database keeps it.
  static final class Packed {
    private final byte[] bytes;

    private Packed(byte[] bytes) {
      this.bytes = bytes;
    }

    void bind(PreparedStatement insert, int place) throws SQLException {
      insert.setBytes(place, bytes);
    }
  }

  Packed pack(VerdictPanel panel) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      mapper.writeValue(out, panel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Packed(bytes.toByteArray());
  }

  VerdictPanel unpack(byte[] packed) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return Objects.requireNonNull(mapper.readValue(in, VerdictPanel.class));
    } catch (IOException e) {
      throw new UncheckedIOException("a verdict of a review round cannot be read", e);
    }
  }
}
