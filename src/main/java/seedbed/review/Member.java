package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Truth;

/// A company that takes part in a round, as it was when the round was opened. Never changed.
///
/// @param stay whether it meets the pool's checklist; null where none was in force
/// @param stayWords what is missing most for that
/// @param nextTitle the title above all that it held; null at the top of the ladder
/// @param carried what nobody has confirmed since the last round; null where there is nothing
/// @param lastRuling what was decided in the round before, later decisions about it included
@Introspected
record Member(
    long id,
    long roundId,
    long companyId,
    String name,
    @Nullable String creditCode,
    String regionCode,
    String regionName,
    boolean demo,
    long holdingId,
    LocalDate heldFrom,
    @Nullable Truth stay,
    @Nullable String stayWords,
    @Nullable String nextTitle,
    @Nullable Truth nextTruth,
    @Nullable String nextWords,
    @Nullable String carried,
    @Nullable Truth lastStay,
    @Nullable Decision lastOpinion,
    @Nullable String lastNote,
    @Nullable Decision lastRuling) {}
