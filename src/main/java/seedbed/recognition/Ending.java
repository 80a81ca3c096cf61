package seedbed.recognition;

import io.micronaut.core.annotation.Introspected;

/// How many titles end soon, for first pages.
@Introspected
public record Ending(long count, int months) {}
