package seedbed.audit;

import jakarta.inject.Singleton;
import java.time.Clock;

/// Puts on the trail what Seedbed does by itself, without a request of anybody.
@Singleton
public class SystemDeeds {

  /// In place of a method of HTTP.
  static final String SYSTEM = "SYSTEM";

  /// In place of an address.
  private static final String HERE = "本系统";

  private static final int DONE = 200;

  private final Trail trail;
  private final Clock clock;
  private final EntryIds ids = new EntryIds();

  SystemDeeds(Trail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /// Something that was done. Waits until it is stored.
  ///
  /// @param kind a word of the glossary in ASCII, such as `request`
  /// @param sentence kept sealed, like what deeds note
  public void done(String kind, long id, String sentence) {
    Trail.await(
        trail
            .add(
                new Note(
                    ids.next(clock.instant()),
                    null,
                    null,
                    null,
                    DONE,
                    new Note.Asked(null, SYSTEM, null, new Note.Thing(kind, String.valueOf(id))),
                    sentence,
                    HERE))
            .stored());
  }
}
