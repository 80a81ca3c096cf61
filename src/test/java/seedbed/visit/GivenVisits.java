package seedbed.visit;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;

/// Visits that were made already, for tests about other things than visits.
@Singleton
public final class GivenVisits {

  private final TransactionOperations<Connection> transactions;
  private final Visits visits;
  private final Photos photos;
  private final Clock clock;

  GivenVisits(
      TransactionOperations<Connection> transactions, Visits visits, Photos photos, Clock clock) {
    this.transactions = transactions;
    this.visits = visits;
    this.photos = photos;
    this.clock = clock;
  }

  /// One of today with a photo, that the company may read.
  public long of(long company, long leader, String by) {
    var received =
        photos.receive(List.of(new Photos.Sent("试验.png", new ByteArrayInputStream(picture()))));
    return transactions.executeWrite(status -> {
      Visit visit =
          visits.save(
              new Visit(
                  0, company, leader, LocalDate.now(clock), null, "试验", true, by, clock.instant()));
      photos.add(status.getConnection(), visit.id(), received, clock.instant());
      return visit.id();
    });
  }

  private static byte[] picture() {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
