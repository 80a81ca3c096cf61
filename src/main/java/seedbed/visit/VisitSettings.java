package seedbed.visit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// When a company counts as forgotten, and how long a note can be added to.
///
/// @param silentDays without a visit, after which a linked company is listed
/// @param additionHours after the note was written, for additions and corrections by its author
/// @param backDays how far back a visit can be recorded
@ConfigurationProperties("seedbed.visit")
record VisitSettings(
    @Bindable(defaultValue = "90") int silentDays,
    @Bindable(defaultValue = "24") int additionHours,
    @Bindable(defaultValue = "366") int backDays) {}
