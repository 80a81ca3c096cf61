package seedbed.nomination;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One move of an entry, as it was made. Never changed.
///
/// @param aboutYear the year it led to
@MappedEntity("nomination_step")
record Step(
    @Id @GeneratedValue long id,
    long nominationId,
    Move move,
    int aboutYear,
    @Nullable String note,
    LocalDate doneOn,
    Instant doneAt,
    String doneBy) {}
