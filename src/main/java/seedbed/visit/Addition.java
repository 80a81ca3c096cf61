package seedbed.visit;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the author of a note added or corrected. Never changed.
///
/// @param note null where only photos came, or only the company was let in or out
/// @param shared whether the company may read from now on
@MappedEntity("visit_addition")
record Addition(
    @Id @GeneratedValue long id,
    long visitId,
    @Nullable String note,
    boolean shared,
    String writtenBy,
    Instant writtenAt) {}
