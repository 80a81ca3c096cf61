package seedbed.recognition;

import jakarta.inject.Singleton;
import seedbed.company.Known;

/// Counts the titles in force that end soon, as far ahead as the watch looks.
@Singleton
public class EndingSoon {

  private final RegisterRows rows;
  private final RecognitionSettings settings;

  EndingSoon(RegisterRows rows, RecognitionSettings settings) {
    this.rows = rows;
    this.settings = settings;
  }

  public Ending of(Known known) {
    RegisterFilter within =
        new RegisterFilter(null, null, null, null, null, settings.farthest(), null);
    return new Ending(rows.tally(within, known).total(within), settings.farthest());
  }
}
