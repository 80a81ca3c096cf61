package seedbed.evidence;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// The evidence of a company, by the groups of the indicators it proves.
///
/// @param ending how many end within `warningDays`
/// @param keep whether the reader may upload and withdraw
/// @param form what was typed, or what a link asked for
@Introspected
record EvidencePage(
    long company,
    String name,
    boolean demo,
    int total,
    int ending,
    int warningDays,
    int expired,
    List<Group> groups,
    boolean keep,
    Form form,
    List<Choice> indicators,
    List<Choice> kinds,
    long megabytes,
    String allowed,
    FormErrors errors) {

  @Introspected
  record Group(String label, List<Line> lines) {}

  /// @param proves the indicator or clause, in words
  @Introspected
  record Line(Evidence evidence, String proves, String standing, String styleClass, boolean open) {

    public Evidence.@Nullable Version getCurrent() {
      return evidence.current();
    }

    public int getLatest() {
      return evidence.versions().getFirst().number();
    }
  }

  @Introspected
  record Form(
      String indicator,
      String title,
      String clause,
      String year,
      String kind,
      String name,
      String expiresOn) {

    static final Form BLANK = new Form("", "", "", "", "", "", "");
  }
}
