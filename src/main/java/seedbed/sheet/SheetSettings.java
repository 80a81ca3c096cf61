package seedbed.sheet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How long each step of a yearly sheet may take, in calendar days; when it is due says its rule.
///
/// @param townshipDays for the township to check a sheet
/// @param returnDays for the company to mend one that came back
/// @param correctionDays to decide a request for a correction
/// @param townshipUnit what `confirmed_by` calls townships
@ConfigurationProperties("seedbed.sheet")
record SheetSettings(
    @Bindable(defaultValue = "10") int townshipDays,
    @Bindable(defaultValue = "7") int returnDays,
    @Bindable(defaultValue = "10") int correctionDays,
    @Bindable(defaultValue = "镇（街道）") String townshipUnit) {}
