package seedbed.company;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/// A name that a company had until a day.
@MappedEntity("former_name")
public record FormerName(
    @Id @GeneratedValue long id,
    long companyId,
    String name,
    LocalDate usedUntil,
    LocalDate recordedOn,
    String source) {}
