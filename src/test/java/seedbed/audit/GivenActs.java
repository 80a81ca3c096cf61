package seedbed.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import seedbed.access.Caller;

/// Acts that go on after their request, for tests that send none.
@Singleton
public final class GivenActs {

  private final Trail trail;
  private final Clock clock;
  private final EntryIds ids = new EntryIds();

  GivenActs(Trail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  public LastingAct of(Caller caller) {
    return new LastingAct(
        trail,
        (begun, result, detail) ->
            new Note(
                ids.next(clock.instant()),
                caller.account(),
                null,
                begun,
                result,
                new Note.Asked("see-dossier", "LATER", null, null),
                detail,
                "127.0.0.1"));
  }
}
