package seedbed.visit;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import seedbed.criteria.RequestRules;
import seedbed.criteria.RequestRules.Kind;

/// What a note says a company asks for, as far as words tell; whoever raises it goes over it.
///
/// @param kind empty where the words name none, or several
/// @param subject the sentence that names the kind; empty where there is none short enough
@Introspected
record WishDraft(String kind, String subject, String wanted) {

  private static final int LONGEST_SUBJECT = 80;
  private static final String ENDS = "[。；！？\\n]+";

  /// @param said the note and what was added to it, in this order
  static WishDraft of(List<String> said, RequestRules rules) {
    String wanted = String.join("\n", said);
    Optional<String> kind = rules.suggested(wanted);
    return new WishDraft(
        kind.orElse(""),
        kind.flatMap(rules::kind).flatMap(named -> subject(wanted, named)).orElse(""),
        wanted);
  }

  private static Optional<String> subject(String wanted, Kind kind) {
    return Stream.of(wanted.split(ENDS))
        .map(String::strip)
        .filter(kind::named)
        .filter(sentence -> sentence.length() <= LONGEST_SUBJECT)
        .findFirst();
  }
}
