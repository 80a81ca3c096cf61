package seedbed.review;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import seedbed.verdict.VerdictPanel;

/// Verdicts as a round keeps them: all that its pages show, in words, so that no later edition,
/// figure or wording changes what was judged.
@Singleton
class Frozen {

  // Reads records as they are, without a word about them in their packages; what a later version
  // has no place for any more is passed over.
  private final JsonMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

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
      return mapper.readValue(in, VerdictPanel.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a verdict of a review round cannot be read", e);
    }
  }
}
