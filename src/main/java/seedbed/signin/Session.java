package seedbed.signin;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What lets its bearer act as an account until a moment.
///
/// @param label what the token of a program is called
/// @param reading whether it may only ask
/// @param passed whether the second factor was given, or none is needed
/// @param seenAt the last use, to the minute
@MappedEntity("session")
public record Session(
    @Id @GeneratedValue long id,
    String tokenHash,
    long accountId,
    Kind kind,
    @Nullable String label,
    boolean reading,
    boolean passed,
    Instant openedAt,
    Instant seenAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable String address,
    @Nullable String agent) {

  /// What holds it.
  public enum Kind {
    /// A person's browser: ends when it is not used.
    BROWSER,
    /// A program that signed in with a name and a password.
    PROGRAM,
    /// A program with a token that an administrator made.
    TOKEN
  }

  boolean valid(Instant now, Duration idle) {
    return endedAt == null
        && now.isBefore(expiresAt)
        && (kind == Kind.TOKEN || now.isBefore(seenAt.plus(idle)));
  }
}
