package seedbed.portfolio;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An account that acts for a leader's for a time, under its own name; no longer on `heldTo`.
@MappedEntity("aide")
record Aide(
    @Id @GeneratedValue long id,
    long leaderId,
    long aideId,
    LocalDate heldFrom,
    @Nullable LocalDate heldTo,
    String appointedBy,
    @Nullable String endedBy) {}
