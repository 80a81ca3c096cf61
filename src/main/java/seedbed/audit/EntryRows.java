package seedbed.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import seedbed.secret.Sealing;

/// Turns notes into rows: seals what is personal, computes digests and the MAC. Every writer of the
/// trail has its own.
final class EntryRows {

  static final String DETAIL_SEAL = "trail_detail.sealed";
  static final String PLACE_SEAL = "trail_place.sealed";

  private static final DateTimeFormatter MILLISECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneId.of("Asia/Shanghai"));

  private static final int LONGEST_DETAIL = 1400;
  private static final int KNOWN_PLACES = 10_000;

  private final Sealing sealing;
  private final Mac mac;
  private final Content content = new Content();

  /// One row for an account at an address, as long as this writer remembers it: what is erased for
  /// one person stays for the others.
  private final Map<Place, String> places = new LinkedHashMap<>();

  private final Map<Place, String> fresh = new HashMap<>();

  EntryRows(Sealing sealing, TrailKeys keys) {
    this.sealing = sealing;
    mac = keys.ofEntries();
  }

  private record Place(@Nullable Long account, String address) {}

  void insert(Connection connection, List<Note> notes) throws SQLException {
    try (PreparedStatement entries =
            connection.prepareStatement(
                """
                INSERT INTO trail_entry (id, at, account_id, session_id, begun, result, act, method,
                                         route, object_kind, object_id, place, detail_digest, mac)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        PreparedStatement details =
            connection.prepareStatement(
                "INSERT INTO trail_detail (entry_id, sealed) VALUES (?, ?)");
        PreparedStatement origins =
            connection.prepareStatement("INSERT INTO trail_place (digest, sealed) VALUES (?, ?)")) {
      for (Note note : notes) {
        String place = place(note, origins);
        entry(note, place, detail(note, details), entries);
      }
      origins.executeBatch();
      details.executeBatch();
      entries.executeBatch();
    }
  }

  /// The rows are in the database, so others may refer to their places.
  void committed() {
    places.putAll(fresh);
    fresh.clear();
    var oldest = places.keySet().iterator();
    while (places.size() > KNOWN_PLACES) {
      oldest.next();
      oldest.remove();
    }
  }

  void rolledBack() {
    fresh.clear();
  }

  private String place(Note note, PreparedStatement origins) throws SQLException {
    var place = new Place(note.account(), note.address());
    String known = places.getOrDefault(place, fresh.get(place));
    if (known != null) {
      return known;
    }
    String sealed = sealing.seal(note.address(), PLACE_SEAL);
    String digest = Digests.of(sealed);
    origins.setBytes(1, HexFormat.of().parseHex(digest));
    origins.setString(2, sealed);
    origins.addBatch();
    fresh.put(place, digest);
    return digest;
  }

  private @Nullable String detail(Note note, PreparedStatement details) throws SQLException {
    String text = note.detail();
    if (text == null) {
      return null;
    }
    String sealed =
        sealing.seal(text.substring(0, Math.min(text.length(), LONGEST_DETAIL)), DETAIL_SEAL);
    details.setLong(1, note.id());
    details.setString(2, sealed);
    details.addBatch();
    return Digests.of(sealed);
  }

  private void entry(Note note, String place, @Nullable String detail, PreparedStatement entries)
      throws SQLException {
    Note.Asked asked = note.asked();
    Note.Thing about = asked.about();
    @Nullable Object[] values = {
      note.id(),
      MILLISECOND.format(EntryIds.at(note.id())),
      note.account(),
      note.session(),
      note.begun(),
      note.result(),
      asked.act(),
      asked.method(),
      asked.route(),
      about == null ? null : about.kind(),
      about == null ? null : about.id(),
      HexFormat.of().parseHex(place),
      detail == null ? null : HexFormat.of().parseHex(detail),
    };
    content.clear();
    for (int column = 0; column < Content.COUNT; column++) {
      if (values[column] instanceof byte[] raw) {
        content.add(raw);
        entries.setBytes(column + 1, raw);
      } else {
        content.add(values[column]);
        entries.setObject(column + 1, values[column]);
      }
    }
    entries.setBytes(Content.COUNT + 1, content.mac(mac));
    entries.addBatch();
  }
}
