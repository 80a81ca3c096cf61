package seedbed.figure;

import java.time.Instant;

/// Somebody answered for a figure, or took that answer back.
public record Confirmation(
    long companyId, long figureId, boolean confirmed, String by, Instant at) {}
