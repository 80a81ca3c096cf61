package seedbed.access;

import io.micronaut.security.authentication.Authentication;
import java.util.List;
import java.util.Map;

/// A caller as the security filter carries it, and what is still asked of it before it may act.
public record Standing(Caller caller, Step step) implements Authentication {

  private static final long serialVersionUID = 1L;

  /// What stands between a person and the work.
  public enum Step {
    /// The password was right, the second factor is still to come.
    SECOND_FACTOR("/sign-in/second-factor"),
    /// The role needs a second factor and has none yet.
    ENROLMENT("/account/second-factor"),
    /// The password was given by somebody else, or is too old.
    NEW_PASSWORD("/account/password"),
    /// Nothing.
    COMPLETE("/");

    private final String page;

    Step(String page) {
      this.page = page;
    }

    /// Where the person goes next.
    public String page() {
      return page;
    }

    boolean allows(Act act) {
      return switch (this) {
        case SECOND_FACTOR -> act == Act.SIGN_IN;
        case ENROLMENT, NEW_PASSWORD -> act == Act.SIGN_IN || act == Act.KEEP_OWN_ACCOUNT;
        case COMPLETE -> true;
      };
    }
  }

  @Override
  public String getName() {
    return caller.username();
  }

  @Override
  public List<String> getRoles() {
    return List.of(caller.role().code());
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }
}
