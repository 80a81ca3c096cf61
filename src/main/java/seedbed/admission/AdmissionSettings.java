package seedbed.admission;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How long each step of an admission may take, in calendar days.
///
/// @param townshipDays for the township's first review
/// @param departmentDays for the departments' answers
/// @param officeDays for the office's decision, and for admission after the notice
/// @param noticeDays how long a public notice lasts where the office says nothing else
/// @param officeUnit the unit whose figures the office confirms itself
@ConfigurationProperties("seedbed.admission")
record AdmissionSettings(
    @Bindable(defaultValue = "7") int townshipDays,
    @Bindable(defaultValue = "10") int departmentDays,
    @Bindable(defaultValue = "15") int officeDays,
    @Bindable(defaultValue = "7") int noticeDays,
    @Bindable(defaultValue = "发改委") String officeUnit) {}
