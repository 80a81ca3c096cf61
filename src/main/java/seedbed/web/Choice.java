package seedbed.web;

import io.micronaut.core.annotation.Introspected;

/// A value a field may have and how it is called; for `views/parts/select`.
@Introspected
public record Choice(String value, String label) {}
