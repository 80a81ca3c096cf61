package seedbed.inspection;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;

/// An inspection of a company by a unit, from the first word of its filing on.
///
/// @param typed what the unit has written so far, as JSON; no longer changed once it is filed
@MappedEntity("inspection")
record Inspection(
    @Id @GeneratedValue long id,
    long companyId,
    String regionCode,
    String unit,
    String typed,
    Instant begunAt,
    String begunBy,
    @Version long version) {}
