package seedbed.audit;

import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;

/// What a request did, told by the method that does it: an argument of any page or program method.
/// What is not told the trail knows from the route: who, when, from where, which act, how it ended.
public final class Deed {

  private static final String ATTRIBUTE = "seedbed.deed";
  private static final String NOTHING = "—";
  private static final String NAME = "name";
  private static final int LONGEST_VALUE = 200;

  private final List<String> changes = new ArrayList<>();
  private final List<Further> further = new ArrayList<>();
  private Note.@Nullable Thing about;
  private @Nullable String typed;
  private @Nullable Long account;
  private @Nullable Long session;

  /// What was done to one of many things.
  record Further(Note.Thing about, String sentence) {}

  /// The deed of a request, where no argument can be taken.
  public static Deed of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Deed.class)
        .orElseGet(() -> {
          var deed = new Deed();
          request.setAttribute(ATTRIBUTE, deed);
          return deed;
        });
  }

  /// What it is about, when the route does not name it: something new, or a second thing.
  ///
  /// @param kind a word of the glossary in ASCII: `account`, `company`, `upload`
  /// @param id its number or code; never a name of a person
  public Deed about(String kind, Object id) {
    about = new Note.Thing(kind, id.toString());
    return this;
  }

  /// One of many things that the same request does something to; each has an entry of its own,
  /// under which it is found again. Only what was done: a request that fails leaves none.
  public Deed alsoAbout(String kind, Object id, String sentence) {
    further.add(new Further(new Note.Thing(kind, id.toString()), cut(sentence)));
    return this;
  }

  /// A value that is another one now, in short. It may be personal: it is kept sealed and can be
  /// erased.
  public Deed changed(String what, @Nullable Object before, @Nullable Object after) {
    changes.add(what + "：" + shown(before) + " → " + shown(after));
    return this;
  }

  /// Anything else worth knowing, such as how many rows; kept like a change.
  public Deed noted(String sentence) {
    changes.add(cut(sentence));
    return this;
  }

  /// Who it was, for one who was nobody when the request came.
  public Deed by(long whichAccount, long whichSession) {
    account = whichAccount;
    session = whichSession;
    return this;
  }

  /// The name that somebody typed to sign in; only a pseudonym of it is kept.
  public Deed signingIn(String name) {
    typed = name;
    return this;
  }

  @Nullable Long account() {
    return account;
  }

  @Nullable Long session() {
    return session;
  }

  @Nullable String detail() {
    return changes.isEmpty() ? null : String.join("\n", changes);
  }

  List<Further> further() {
    return List.copyOf(further);
  }

  /// The act and the object as the route says them, or as this deed knows better.
  Note.Asked refine(Note.Asked asked, TrailKeys keys) {
    if (typed != null) {
      return new Note.Asked(
          Act.SIGN_IN.code(),
          asked.method(),
          asked.route(),
          new Note.Thing(NAME, keys.pseudonym(typed)));
    }
    return about == null
        ? asked
        : new Note.Asked(asked.act(), asked.method(), asked.route(), about);
  }

  private static String shown(@Nullable Object value) {
    return value == null || value.toString().isBlank() ? NOTHING : cut(value.toString());
  }

  private static String cut(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
  }
}
