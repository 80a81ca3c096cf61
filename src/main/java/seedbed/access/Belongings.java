package seedbed.access;

/// Things of one kind that accounts answer for. Every feature that has some implements it, so that
/// a person who leaves hands over everything in one act.
public interface Belongings {

  /// What they are called on the page.
  String label();

  /// How many an account answers for now.
  long count(long account);

  /// Gives all of them to somebody else from today on, inside the transaction that is under way;
  /// what was before stays as it was.
  ///
  /// @return how many
  long handOver(long from, Keeper to);

  /// Who takes over.
  record Keeper(long account, String username) {}
}
