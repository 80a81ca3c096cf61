package seedbed.startup;

import org.jspecify.annotations.Nullable;

/// Why Seedbed cannot start, in one Chinese sentence that says what to do about it.
///
/// Any bean may throw it while the application starts: the sentence is printed without a stack
/// trace and the process ends with code 1.
public final class StartFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartFailure(String sentence) {
    this(sentence, null);
  }

  public StartFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /// The sentence to print.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
