package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// The form of a request for a correction.
///
/// @param shown what the sheet says now, in words
/// @param doubts what is strange about the value, which the company has to say it has looked at
/// @param awaited what an earlier correction still waits for; null where nothing
@Introspected
record CorrectionPage(
    long id,
    int year,
    String company,
    String code,
    String label,
    String hint,
    String unit,
    String type,
    List<Choice> options,
    String shown,
    String value,
    String reason,
    @Nullable String awaited,
    List<String> doubts,
    FormErrors errors) {}
