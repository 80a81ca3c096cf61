package seedbed.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import seedbed.secret.Sealing;

/// Turns notes into rows: seals what is personal, computes digests and the MAC. It keeps a
/// connection of its own with everything prepared; whoever meets a failure closes it and takes
/// another.
final class EntryRows implements AutoCloseable {

  static final String DETAIL_SEAL = "trail_detail.sealed";
  static final String PLACE_SEAL = "trail_place.sealed";

  private static final int LONGEST_DETAIL = 1400;
  private static final int KNOWN_PLACES = 10_000;
  private static final int PATIENCE_SECONDS = 5;

  private final Connection connection;
  private final PreparedStatement entries;
  private final PreparedStatement details;
  private final PreparedStatement origins;
  private final Sealing sealing;
  private final Mac mac;

  /// One row for an account at an address, as long as this connection lasts: what is erased for one
  /// person stays for the others.
  private final Map<Place, byte[]> places = new LinkedHashMap<>();

  private final Map<Place, byte[]> fresh = new HashMap<>();
  private int placesWaiting;
  private int detailsWaiting;

  EntryRows(Connection connection, Sealing sealing, TrailKeys keys) throws SQLException {
    this.connection = connection;
    this.sealing = sealing;
    mac = keys.ofEntries();
    connection.setAutoCommit(true);
    entries =
        connection.prepareStatement(
            """
            INSERT INTO trail_entry (id, at, account_id, session_id, begun, result, act, method,
                                     route, object_kind, object_id, place, detail_digest, mac)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    details =
        connection.prepareStatement("INSERT INTO trail_detail (entry_id, sealed) VALUES (?, ?)");
    origins = connection.prepareStatement("INSERT INTO trail_place (digest, sealed) VALUES (?, ?)");
  }

  private record Place(@Nullable Long account, String address) {}

  /// Commits rows, all or none. Entries from known places are one statement that commits by itself:
  /// the beginning of an act costs one way to the database and back.
  void store(List<Note> notes) throws SQLException {
    placesWaiting = 0;
    detailsWaiting = 0;
    for (Note note : notes) {
      entry(note, place(note), detail(note));
    }
    if (placesWaiting + detailsWaiting == 0) {
      entries.executeBatch();
    } else {
      storeTogether();
    }
    remember();
  }

  private void storeTogether() throws SQLException {
    connection.setAutoCommit(false);
    // An empty batch asks the database nothing.
    origins.executeBatch();
    details.executeBatch();
    entries.executeBatch();
    connection.commit();
    connection.setAutoCommit(true);
  }

  // Committed places may be referred to by later entries.
  private void remember() {
    places.putAll(fresh);
    fresh.clear();
    var oldest = places.keySet().iterator();
    while (places.size() > KNOWN_PLACES) {
      oldest.next();
      oldest.remove();
    }
  }

  /// Whether an entry is committed already.
  boolean has(long entry) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM trail_entry WHERE id = ?")) {
      select.setLong(1, entry);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  boolean alive() throws SQLException {
    return connection.isValid(PATIENCE_SECONDS);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  // One who is not signed in shares no row with others, who may be somebody else.
  private byte[] place(Note note) throws SQLException {
    var place = new Place(note.account(), note.address());
    byte[] known = places.getOrDefault(place, fresh.get(place));
    if (known != null) {
      return known;
    }
    String sealed = sealing.seal(note.address(), PLACE_SEAL);
    byte[] digest = Digests.of(sealed);
    origins.setBytes(1, digest);
    origins.setString(2, sealed);
    origins.addBatch();
    placesWaiting++;
    if (note.account() != null) {
      fresh.put(place, digest);
    }
    return digest;
  }

  private byte @Nullable [] detail(Note note) throws SQLException {
    String text = note.detail();
    if (text == null) {
      return null;
    }
    String sealed =
        sealing.seal(text.substring(0, Math.min(text.length(), LONGEST_DETAIL)), DETAIL_SEAL);
    details.setLong(1, note.id());
    details.setString(2, sealed);
    details.addBatch();
    detailsWaiting++;
    return Digests.of(sealed);
  }

  private void entry(Note note, byte[] place, byte @Nullable [] detail) throws SQLException {
    Note.Asked asked = note.asked();
    Note.Thing about = asked.about();
    entries.setLong(1, note.id());
    entries.setString(2, Content.at(note));
    entries.setObject(3, note.account());
    entries.setObject(4, note.session());
    entries.setObject(5, note.begun());
    entries.setObject(6, note.result());
    entries.setString(7, asked.act());
    entries.setString(8, asked.method());
    entries.setString(9, asked.route());
    entries.setString(10, about == null ? null : about.kind());
    entries.setString(11, about == null ? null : about.id());
    entries.setBytes(12, place);
    entries.setBytes(13, detail);
    entries.setBytes(14, mac.doFinal(Content.of(note, place, detail)));
    entries.addBatch();
  }
}
