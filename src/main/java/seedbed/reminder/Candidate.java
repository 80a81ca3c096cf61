package seedbed.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ReminderPlan.Whom;

/// Something that somebody is to be told of today.
///
/// @param company whom it is about; 0 for what is about no company
record Candidate(
    long account,
    String kind,
    long subject,
    String period,
    int step,
    Whom whom,
    long company,
    @Nullable String companyName,
    String title,
    String path,
    LocalDate dueOn) {}
