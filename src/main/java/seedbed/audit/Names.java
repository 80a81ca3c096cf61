package seedbed.audit;

import java.util.Optional;

/// Knows what accounts are called; answered by whoever keeps them. The trail itself has numbers.
public interface Names {

  /// The name that an account signs in with.
  Optional<String> username(long account);

  /// The account that signs in with a name.
  Optional<Long> account(String username);
}
