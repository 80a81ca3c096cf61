package seedbed.imports;

/// How far work on a file has come.
interface Ticker {

  /// The work was asked to stop, or somebody else took it over.
  final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  /// Says how many rows are done of how many.
  ///
  /// @throws Stopped when it should not go on
  void reached(long done, long total);
}
