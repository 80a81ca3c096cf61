package seedbed.assessment;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import seedbed.company.TitleYears;
import seedbed.criteria.Titles;

/// Lets the register of titles know for how long the documents in force make them valid.
@Factory
final class TitleTerms {

  @Singleton
  TitleYears years(Titles titles) {
    Map<String, Integer> years = new HashMap<>();
    for (var rung : titles.ladder()) {
      if (rung.years() != null) {
        years.put(rung.code(), rung.years());
      }
    }
    return new TitleYears(years);
  }
}
