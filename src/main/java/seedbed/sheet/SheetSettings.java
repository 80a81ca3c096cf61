package seedbed.sheet;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.LocalDate;
import java.time.MonthDay;

/// When yearly sheets are due, and how long each step of one may take, in calendar days.
///
/// @param due the last day for a year's sheet, in the year after it, as `--04-30`
/// @param townshipDays for the township to check a sheet
/// @param returnDays for the company to mend one that came back
/// @param correctionDays to decide a request for a correction
/// @param townshipUnit what `confirmed_by` calls townships
@ConfigurationProperties("seedbed.sheet")
record SheetSettings(
    @Bindable(defaultValue = "--04-30") String due,
    @Bindable(defaultValue = "10") int townshipDays,
    @Bindable(defaultValue = "7") int returnDays,
    @Bindable(defaultValue = "10") int correctionDays,
    @Bindable(defaultValue = "镇（街道）") String townshipUnit) {

  SheetSettings {
    MonthDay.parse(due);
  }

  /// The last day to hand in a year's sheet.
  LocalDate due(int year) {
    return MonthDay.parse(due).atYear(year + 1);
  }
}
