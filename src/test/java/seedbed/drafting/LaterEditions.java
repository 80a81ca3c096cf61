package seedbed.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import seedbed.access.Role;
import seedbed.criteria.Shelf;

/// A newer edition of 如皋's pool, drafted by one and published by another, for tests of what it must
/// not change.
@Singleton
public final class LaterEditions {

  private static final String REVENUE = "checklists.0.criteria.0.any.0";

  /// A day after that of the edition whose place it takes.
  private static final String FROM = "2021-07-01";

  private final DraftPeople people;
  private final Drafts drafts;
  private final Shelf shelf;

  LaterEditions(DraftPeople people, Drafts drafts, Shelf shelf) {
    this.people = people;
    this.drafts = drafts;
    this.shelf = shelf;
  }

  /// One that asks for more revenue and has been in force for years.
  ///
  /// @param revenue main revenue in 万元, in place of 3000
  /// @return its code
  public String publish(String revenue) {
    people.settle();
    String drafter = people.signedIn(Role.OFFICE);
    long id = people.copied(drafter);
    assertThat(people.saveHead(drafter, id, Map.of("from", FROM)).code()).isEqualTo(303);
    assertThat(people.save(drafter, id, REVENUE, Map.of("bound", revenue)).code()).isEqualTo(303);
    people.dropFailingCases(drafter, id);
    people.send(drafter, id, "proposal", 303);
    people.send(people.signedIn(Role.OFFICE), id, "publication", 303);
    return drafts.findById(id).orElseThrow().edition();
  }

  public void forget() throws SQLException {
    ForgottenDrafts.forget(shelf);
  }
}
