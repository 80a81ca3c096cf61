package seedbed.plan;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How long each step of a plan may take, in calendar days.
///
/// @param draftDays for the company to write one, or a revision
/// @param townshipDays for the township to look at it
/// @param officeDays for the office to decide
/// @param returnDays for the company to mend one that came back
@ConfigurationProperties("seedbed.plan")
record PlanSettings(
    @Bindable(defaultValue = "60") int draftDays,
    @Bindable(defaultValue = "10") int townshipDays,
    @Bindable(defaultValue = "15") int officeDays,
    @Bindable(defaultValue = "10") int returnDays) {}
