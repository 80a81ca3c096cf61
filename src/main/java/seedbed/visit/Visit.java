package seedbed.visit;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A leader was at a company. Never changed; what has to be said afterwards is an [Addition].
///
/// @param shared whether the company may read the note; an addition may say otherwise
/// @param writtenBy the leader, or who acts for the leader
@MappedEntity("visit")
record Visit(
    @Id @GeneratedValue long id,
    long companyId,
    long leaderId,
    LocalDate visitedOn,
    @Nullable String tookPart,
    String note,
    boolean shared,
    String writtenBy,
    Instant writtenAt) {}
