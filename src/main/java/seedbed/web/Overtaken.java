package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody else was quicker: what happened, where the thing stands now, and what was written here.
///
/// @param page of the thing; null where it has none that the reader may see
@Introspected
record Overtaken(
    int code, String title, String sentence, @Nullable String page, List<SentForm.Words> words) {}
