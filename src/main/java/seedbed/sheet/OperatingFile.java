package seedbed.sheet;

import java.util.List;
import java.util.Map;
import seedbed.sheet.OperatingChecks.Warning;
import seedbed.web.FieldError;

/// An operating sheet with what is typed on it and what comes of that.
///
/// @param typed by field, as it was typed
/// @param now what that means, as far as it can be read
/// @param lastYear the same period of last year
/// @param errors what cannot be read or cannot be true
/// @param cautions what is probably wrong and has to be confirmed
record OperatingFile(
    Operating sheet,
    Map<String, String> typed,
    OperatingNumbers now,
    OperatingNumbers lastYear,
    List<FieldError> errors,
    List<FieldError> cautions,
    List<Warning> warnings) {}
