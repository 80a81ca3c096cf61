package seedbed.web;

import org.jspecify.annotations.Nullable;

/// Knows the people behind the names they sign in with; answered by whoever keeps accounts.
///
/// Records keep the name to sign in with, which never changes; pages say the name of the person.
public interface PersonNames {

  /// The person's name; what no account has, such as the name of a source, as it is.
  String of(@Nullable String username);
}
