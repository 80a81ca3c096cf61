package seedbed.nomination;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.MonthDay;

/// @param appliedOn the day of a year on which applications are taken to be made, as `--06-30`: by
///   it the checklist of the year is chosen, until the year's notice names a day
@ConfigurationProperties("seedbed.nomination")
record NominationSettings(@Bindable(defaultValue = "--06-30") String appliedOn) {

  NominationSettings {
    MonthDay.parse(appliedOn);
  }

  MonthDay day() {
    return MonthDay.parse(appliedOn);
  }
}
