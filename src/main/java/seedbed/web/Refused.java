package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was sent cannot be used and has no form to come back to: what is wrong, where it was asked
/// for, and what was written.
///
/// @param points what the sentence does not say
/// @param page that it was asked for on, or above it; null where the reader may see none
@Introspected
record Refused(
    int code,
    String title,
    String sentence,
    List<FieldError> points,
    @Nullable String page,
    List<SentForm.Words> words) {}
