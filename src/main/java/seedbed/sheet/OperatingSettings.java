package seedbed.sheet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.math.BigDecimal;

/// What operating sheets warn of; how often they are asked for and when they are due says their
/// rule.
///
/// @param fallPercent a fall of sales against the same period of last year, from which on it warns
/// @param pacePercent how far a forecast may be from the pace of the year so far, in percent of it
/// @param unlikelyTimes how many times as much or as little as the pace makes a wrong unit likely
@ConfigurationProperties("seedbed.sheet.operating")
record OperatingSettings(
    @Bindable(defaultValue = "10") BigDecimal fallPercent,
    @Bindable(defaultValue = "30") BigDecimal pacePercent,
    @Bindable(defaultValue = "10") BigDecimal unlikelyTimes) {}
