package seedbed.web;

import io.micronaut.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request that cannot be answered as asked; becomes an error page or a problem document.
public sealed class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final transient List<FieldError> errors;

  private Refusal(HttpStatus status, String sentence, List<FieldError> errors) {
    super(sentence, null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
  }

  public HttpStatus status() {
    return status;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public List<FieldError> errors() {
    return errors;
  }

  /// There is no such thing, or it is not yours to see.
  public static final class Absent extends Refusal {
    private static final long serialVersionUID = 1L;

    public Absent(String sentence) {
      super(HttpStatus.NOT_FOUND, sentence, List.of());
    }
  }

  /// Yours to see, not yours to do.
  public static final class NotAllowed extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String sentence) {
      super(HttpStatus.FORBIDDEN, sentence, List.of());
    }
  }

  /// Nobody is signed in.
  public static final class SignInNeeded extends Refusal {
    private static final long serialVersionUID = 1L;

    public SignInNeeded(String sentence) {
      super(HttpStatus.UNAUTHORIZED, sentence, List.of());
    }
  }

  /// Tried too often.
  public static final class TooMany extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooMany(String sentence) {
      super(HttpStatus.TOO_MANY_REQUESTS, sentence, List.of());
    }
  }

  /// What was sent cannot be used; says field by field why.
  public static final class Invalid extends Refusal {
    private static final long serialVersionUID = 1L;

    public Invalid(String field, String sentence) {
      this(sentence, List.of(new FieldError(field, sentence)));
    }

    public Invalid(String sentence, List<FieldError> errors) {
      super(HttpStatus.UNPROCESSABLE_ENTITY, sentence, errors);
    }
  }

  /// Somebody else was quicker; the sentence names who and when.
  public static final class Stale extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Address page;

    public Stale(String sentence) {
      this(sentence, null);
    }

    /// @param page where the thing is seen as it is now, when that is not above the address of the
    ///   form
    public Stale(String sentence, @Nullable Address page) {
      super(HttpStatus.CONFLICT, sentence, List.of());
      this.page = page;
    }

    @Nullable Address page() {
      return page;
    }
  }

  /// The request came from another site or by a name that is not this server's.
  public static final class Foreign extends Refusal {
    private static final long serialVersionUID = 1L;

    Foreign(HttpStatus status, String sentence) {
      super(status, sentence, List.of());
    }
  }
}
