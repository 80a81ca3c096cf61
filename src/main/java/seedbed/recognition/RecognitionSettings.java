package seedbed.recognition;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/// When titles are spoken of.
///
/// @param windowMonths how long before its end a title waits for its renewal
/// @param watchMonths how far ahead the watch looks, in its steps; the farthest is also what first
///   pages count
@ConfigurationProperties("seedbed.recognition")
public record RecognitionSettings(
    @Bindable(defaultValue = "6") int windowMonths,
    @Bindable(defaultValue = "3,6,12") List<Integer> watchMonths) {

  public RecognitionSettings {
    watchMonths = watchMonths.stream().sorted().toList();
    if (windowMonths < 1 || watchMonths.isEmpty() || watchMonths.getFirst() < 1) {
      throw new IllegalArgumentException(
          "seedbed.recognition: window-months and watch-months are positive numbers of months");
    }
  }

  public int farthest() {
    return watchMonths.getLast();
  }
}
