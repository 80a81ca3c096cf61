package seedbed.enrolment;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who answers for an account that cannot do so itself, until `heldTo`.
@MappedEntity("custody")
record Custody(
    @Id @GeneratedValue long id,
    long accountId,
    long keeperId,
    Instant heldFrom,
    @Nullable Instant heldTo) {}
