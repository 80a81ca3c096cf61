package seedbed.schedule;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// Whether this node takes part in scheduled work.
///
/// @param enabled false for a node that only serves pages, and in tests
/// @param skew how far its clock may be from the database's before it stands back
/// @param checkIn how often the nodes tell each other that they live, and look at their clocks
/// @param retry how long a node waits that could not begin; then twice as long, up to an hour
@ConfigurationProperties("seedbed.schedule")
record ScheduleSettings(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "5s") Duration skew,
    @Bindable(defaultValue = "10s") Duration checkIn,
    @Bindable(defaultValue = "5s") Duration retry) {}
