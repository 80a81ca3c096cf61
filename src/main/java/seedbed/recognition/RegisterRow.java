package seedbed.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.company.TitleHolding.FromPrecision;

/// A title of a company as it stood on a day.
///
/// @param expected the first day it is no longer held, as documents or its term say
/// @param ends the same as documents alone say
/// @param banUntil the first day on which it can be applied for again
record RegisterRow(
    long id,
    long companyId,
    String company,
    boolean demo,
    @Nullable String creditCode,
    String region,
    String title,
    @Nullable String batch,
    String document,
    LocalDate from,
    FromPrecision precision,
    @Nullable LocalDate ends,
    @Nullable LocalDate expected,
    State state,
    @Nullable Ground ground,
    @Nullable LocalDate banUntil) {}
