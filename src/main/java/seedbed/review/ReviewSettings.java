package seedbed.review;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How many days the steps of a round have unless its opening says otherwise; calendar days.
@ConfigurationProperties("seedbed.review")
record ReviewSettings(
    @Bindable(defaultValue = "14") int opinionDays,
    @Bindable(defaultValue = "28") int decisionDays,
    @Bindable(defaultValue = "60") int rectifyDays) {

  ReviewSettings {
    if (opinionDays < 1 || decisionDays <= opinionDays || rectifyDays < 1) {
      throw new IllegalArgumentException(
          "seedbed.review: opinion-days and rectify-days are positive, decision-days come after"
              + " opinion-days");
    }
  }
}
