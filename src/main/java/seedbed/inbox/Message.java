package seedbed.inbox;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One notice as one account got it.
@MappedEntity("message")
record Message(
    @Id long id,
    long accountId,
    String kind,
    String subject,
    String body,
    String reason,
    String link,
    @Nullable Long companyId,
    String onceKey,
    Instant createdAt,
    @Nullable Instant seenAt) {

  public boolean unseen() {
    return seenAt == null;
  }
}
