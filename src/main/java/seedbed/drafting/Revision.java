package seedbed.drafting;

import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// A draft as somebody saved it; never changed.
///
/// @param document the YAML of the edition, and `cases` that of its worked cases
/// @param deed what was changed, in Chinese
/// @param problems how many things kept it from being published
@MappedEntity("edition_revision")
record Revision(
    long draftId,
    int number,
    String document,
    String cases,
    String deed,
    int problems,
    String savedBy,
    Instant savedAt) {}
