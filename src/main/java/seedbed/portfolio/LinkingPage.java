package seedbed.portfolio;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// The form that links companies to a leader, with what its list of companies was found to mean.
///
/// @param previewed whether the list below was looked through
/// @param found companies of the list
/// @param unknown lines that mean no company, or more than one
/// @param ready how many can be linked
@Introspected
record LinkingPage(
    Form form,
    List<Choice> leaders,
    List<Choice> kinds,
    boolean previewed,
    List<Line> found,
    List<Unknown> unknown,
    long ready,
    FormErrors errors) {

  /// As typed.
  @Introspected
  record Form(String leader, String kind, String from, String document, String names) {}

  /// @param clash why it cannot be linked; null where it can
  @Introspected
  record Line(long id, String company, boolean demo, String region, @Nullable String clash) {}

  @Introspected
  record Unknown(String typed, String why) {}

  /// Whether everything that was listed can be linked.
  public boolean clean() {
    return previewed && !found.isEmpty() && ready == found.size();
  }
}
