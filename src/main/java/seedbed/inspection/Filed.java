package seedbed.inspection;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was filed, for good.
///
/// @param creditCode of the company, empty where it had none; null where nobody wrote it down yet
@MappedEntity("inspection_filing")
record Filed(
    @Id long inspectionId,
    String companyName,
    String titles,
    String leaders,
    FilingDuty.Answer duty,
    FilingDuty.@Nullable Exemption exemption,
    String item,
    @Nullable Area area,
    @Nullable Kind kind,
    LocalDate plannedOn,
    LocalDate endsOn,
    LocalDate dueOn,
    boolean counts,
    @Nullable Integer yearLimit,
    int countBefore,
    boolean afterwards,
    String content,
    String warnings,
    String digest,
    String archiveNumber,
    LocalDate filedOn,
    Instant filedAt,
    String filedBy,
    @Nullable String creditCode) {}
