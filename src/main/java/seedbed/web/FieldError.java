package seedbed.web;

import io.micronaut.serde.annotation.Serdeable;

/// What is wrong with one field, in words its user understands; the field is empty for the whole.
@Serdeable
public record FieldError(String field, String message) {}
