package seedbed.criteria;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;

/// What another server over the same database has on its shelf.
@Singleton
public final class OtherNode {
  private final IssuedEditions issued;
  private final Clock clock;

  OtherNode(IssuedEditions issued, Clock clock) {
    this.issued = issued;
    this.clock = clock;
  }

  public record Started(Editions editions, Shelf shelf) {}

  public Started start() {
    var rulebook = Rulebook.read(Path.of("config"));
    var shelf = new Shelf(rulebook, issued, clock);
    shelf.open();
    return new Started(rulebook.editions(), shelf);
  }
}
