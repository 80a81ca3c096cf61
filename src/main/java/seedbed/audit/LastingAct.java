package seedbed.audit;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What goes on after the request that asked for it was answered: on the trail by itself, with its
/// own end. An argument of a page or program method; nothing is recorded before it begins.
public final class LastingAct {

  private static final int DONE = 200;
  private static final int REFUSED = 409;
  private static final int FAILED = 500;

  private final Trail trail;
  private final Notes notes;
  private final AtomicReference<@Nullable Note> begun = new AtomicReference<>();

  LastingAct(Trail trail, Notes notes) {
    this.trail = trail;
    this.notes = notes;
  }

  /// Notes on behalf of who sent the request, about what it was about.
  interface Notes {
    Note note(@Nullable Long begun, @Nullable Integer result, @Nullable String detail);
  }

  /// Its beginning is committed when this returns.
  public void begin() {
    Note note = notes.note(null, null, null);
    Trail.await(trail.add(note).stored());
    begun.set(note);
  }

  public void done(String sentence) {
    end(DONE, sentence);
  }

  public void refused(String sentence) {
    end(REFUSED, sentence);
  }

  public void failed(String sentence) {
    end(FAILED, sentence);
  }

  // Ended once; what never began has no end.
  private void end(int result, String sentence) {
    Note note = begun.getAndSet(null);
    if (note != null) {
      trail.addLater(notes.note(note.id(), result, sentence));
    }
  }
}
