package seedbed.inspection;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was added to a filing afterwards, or corrects it.
///
/// @param about which field, in words
/// @param movedTo the new day of the visit; null where it does not move
/// @param dueOn by when the conclusion is reported then
@MappedEntity("inspection_addition")
record Addition(
    @Id @GeneratedValue long id,
    long inspectionId,
    String about,
    String words,
    Instant addedAt,
    String addedBy,
    @Nullable LocalDate movedTo,
    @Nullable LocalDate dueOn) {}
