package seedbed.review;

import seedbed.access.Scope;

/// Which members of rounds somebody reaches, as a condition over `review_member m` and `company c`.
/// A region reaches those that were in it when the round was opened: whoever moves on stays on the
/// list, to be decided and to be read.
final class MemberScope {

  private MemberScope() {}

  /// Its question marks stand for the parameters of the scope.
  static String condition(Scope scope) {
    return switch (scope) {
      case Scope.Region _ -> "m.region_code LIKE ?";
      case Scope.Portfolio _, Scope.Single _, Scope.Nothing _, Scope.Whole _ ->
          scope.condition("c");
    };
  }
}
