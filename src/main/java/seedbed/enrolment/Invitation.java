package seedbed.enrolment;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A link that lets its bearer choose an account's password, once.
@MappedEntity("invitation")
record Invitation(
    @Id @GeneratedValue long id,
    String tokenHash,
    long accountId,
    long madeBy,
    Instant madeAt,
    Instant expiresAt,
    @Nullable Instant usedAt) {

  boolean open(Instant now) {
    return usedAt == null && now.isBefore(expiresAt);
  }
}
