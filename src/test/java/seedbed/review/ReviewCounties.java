package seedbed.review;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import seedbed.signin.Door;

/// Counties for tests about rounds, each with two companies in the pool and the people whom a
/// review concerns: a pool of a county has one round at a time.
@Singleton
final class ReviewCounties {

  private static final AtomicInteger SETTLED = new AtomicInteger();

  private final ReviewPeople people;
  private final Rounds rounds;
  private final Rulings rulings;
  private final VisibleMembers members;
  private final Door door;

  ReviewCounties(
      ReviewPeople people, Rounds rounds, Rulings rulings, VisibleMembers members, Door door) {
    this.people = people;
    this.rounds = rounds;
    this.rulings = rulings;
    this.members = members;
    this.door = door;
  }

  /// One that nobody else has.
  County settle() {
    return settle("1801%02d".formatted(SETTLED.incrementAndGet()));
  }

  /// @param code six digits of the test's own
  County settle(String code) {
    door.forgetLocks();
    people.settle(code);
    return new County(this, code, people.member(code + "001"), people.member(code + "002"));
  }

  ReviewPeople people() {
    return people;
  }

  Rounds rounds() {
    return rounds;
  }

  Rulings rulings() {
    return rulings;
  }

  VisibleMembers members() {
    return members;
  }

  Door door() {
    return door;
  }
}
