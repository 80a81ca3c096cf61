package seedbed.access;

import java.util.Optional;
import seedbed.web.Address;

/// What waits for somebody, told on first pages of features that need not know where it comes from.
/// Every feature that has some implements it, with one question to the database.
public interface Matters {

  /// Empty when nothing waits, or when the caller has nothing to do with it.
  Optional<Matter> of(Caller caller);

  /// @param label what it is called
  /// @param sentence how much waits
  /// @param late whether some of it is late
  /// @param to the list of it
  record Matter(String label, String sentence, boolean late, Address to) {}
}
