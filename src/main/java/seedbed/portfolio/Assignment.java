package seedbed.portfolio;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A company linked to a leader's account for a time; no longer on `heldTo`.
@MappedEntity("assignment")
public record Assignment(
    @Id @GeneratedValue long id,
    long companyId,
    long accountId,
    LocalDate heldFrom,
    @Nullable LocalDate heldTo,
    @Nullable String document) {}
