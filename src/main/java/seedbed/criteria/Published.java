package seedbed.criteria;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/// An edition or yearly notice as it was first used.
///
/// @param source the YAML
@MappedEntity("edition_publication")
public record Published(@Id String id, String contentHash, String source, Instant publishedAt) {}
