package seedbed.criteria;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An edition published in the browser; never changed.
///
/// @param source the YAML of the edition, and `cases` that of its worked cases
/// @param original the edition it was made from
@MappedEntity("issued_edition")
public record IssuedEdition(
    @Id String id,
    String contentHash,
    String source,
    String cases,
    @Nullable String original,
    String draftedBy,
    String issuedBy,
    Instant issuedAt) {}
