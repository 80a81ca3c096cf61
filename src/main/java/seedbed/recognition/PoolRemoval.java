package seedbed.recognition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.company.Registration;

/// Takes companies out of pools by one decision: each place ends, and an event says why. Those who
/// are out already stay as they are.
@Singleton
public class PoolRemoval {

  private static final String EVENT =
      """
      INSERT INTO title_event (holding_id, kind, happened_on, recorded_on, document, note,
                               recorded_by, recorded_as)
      VALUES (?, 'REMOVED', ?, ?, ?, ?, ?, ?)
      """;

  private final TransactionOperations<Connection> transactions;
  private final Registration registration;

  PoolRemoval(TransactionOperations<Connection> transactions, Registration registration) {
    this.transactions = transactions;
    this.registration = registration;
  }

  /// A place that ends.
  ///
  /// @param holding the row of the register
  public record Place(long holding, @Nullable String note) {}

  /// @param on the first day they are no longer in the pool
  /// @return how many were still in
  public int remove(
      List<Place> places, LocalDate on, LocalDate recorded, String document, String by) {
    return transactions.executeWrite(status -> {
      Set<Long> ended =
          Set.copyOf(
              registration.end(
                  places.stream().map(Place::holding).toList(), on, recorded, document));
      record(
          status.getConnection(),
          places.stream().filter(place -> ended.contains(place.holding())).toList(),
          // What takes effect later has been decided by now.
          on.isAfter(recorded) ? recorded : on,
          recorded,
          document,
          by);
      return ended.size();
    });
  }

  private static void record(
      Connection connection,
      List<Place> places,
      LocalDate happened,
      LocalDate recorded,
      String document,
      String by)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(EVENT)) {
      for (Place place : places) {
        insert.setLong(1, place.holding());
        insert.setObject(2, happened);
        insert.setObject(3, recorded);
        insert.setString(4, document);
        insert.setString(5, place.note());
        insert.setString(6, by);
        insert.setString(7, Role.OFFICE.label());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
