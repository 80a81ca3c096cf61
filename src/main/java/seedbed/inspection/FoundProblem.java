package seedbed.inspection;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One problem that an inspection found.
///
/// @param proposed what Seedbed's own record said: nothing of this item was found there before
@MappedEntity("inspection_problem")
record FoundProblem(
    @Id long inspectionId,
    int ordinal,
    String item,
    String words,
    boolean firstFound,
    boolean proposed,
    Disposition disposition,
    @Nullable String reason,
    @Nullable LocalDate correctBy,
    @Nullable LocalDate recheckOn) {}
