package seedbed.drafting;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import seedbed.access.Role;
import seedbed.criteria.Shelf;

/// A newer edition of 如皋's pool, drafted by one and published by another, for tests of what it must
/// not change.
@Singleton
public final class LaterEditions {

  private final DraftPeople people;
  private final Drafts drafts;
  private final Shelf shelf;

  LaterEditions(DraftPeople people, Drafts drafts, Shelf shelf) {
    this.people = people;
    this.drafts = drafts;
    this.shelf = shelf;
  }

  /// @return its code
  public String publish() {
    people.settle();
    String drafter = people.signedIn(Role.OFFICE);
    long id = people.copied(drafter);
    people.send(drafter, id, "proposal", 303);
    people.send(people.signedIn(Role.OFFICE), id, "publication", 303);
    return drafts.findById(id).orElseThrow().edition();
  }

  public void forget() throws SQLException {
    ForgottenDrafts.forget(shelf);
  }
}
