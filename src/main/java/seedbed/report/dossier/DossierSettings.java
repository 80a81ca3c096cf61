package seedbed.report.dossier;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// @param keptHours how long a bundle is kept for its maker
@ConfigurationProperties("seedbed.dossier")
record DossierSettings(@Bindable(defaultValue = "72") int keptHours) {

  DossierSettings {
    if (keptHours < 1) {
      throw new IllegalArgumentException("seedbed.dossier.kept-hours has to be 1 or more");
    }
  }
}
