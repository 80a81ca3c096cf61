package seedbed.criteria;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong, so that all of it can be told at once.
final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  void add(Problem problem) {
    found.add(problem);
  }

  List<Problem> all() {
    return found.stream().sorted(Problem.IN_ORDER).toList();
  }

  boolean none() {
    return found.isEmpty();
  }

  /// Reads something; a flaw is noted and leaves nothing, so that reading can go on beside it.
  <T> Optional<T> attempt(Supplier<@Nullable T> reading) {
    try {
      return Optional.ofNullable(reading.get());
    } catch (Flaw flaw) {
      add(flaw.problem());
      return Optional.empty();
    }
  }

  void refuse() {
    if (!none()) {
      throw new FaultyConfig(all());
    }
  }

  /// Ends the reading of the innermost part that can be left out.
  static final class Flaw extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Flaw(Problem problem) {
      super(problem.shown(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
