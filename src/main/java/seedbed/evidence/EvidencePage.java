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
  /// @param typed beside a newer version of it that was refused
  @Introspected
  record Line(
      Evidence evidence,
      String proves,
      String standing,
      String styleClass,
      boolean open,
      Following typed) {

    public Evidence.@Nullable Version getCurrent() {
      return evidence.current();
    }

    public int getLatest() {
      return evidence.versions().getFirst().number();
    }
  }

  /// @param expired not empty where the sender says that he means a paper that has ended
  /// @param again not empty where he wants the same file once more
  @Introspected
  record Form(
      String indicator,
      String title,
      String clause,
      String year,
      String kind,
      String name,
      String expiresOn,
      String expired,
      String again) {

    static final Form BLANK = new Form("", "", "", "", "", "", "", "", "");
  }

  /// What stands beside a newer version, or beside the reason for which a paper is withdrawn.
  ///
  /// @param evidence its number; 0 for none
  @Introspected
  record Following(long evidence, String expiresOn, String expired, String why) {

    static final Following NONE = new Following(0, "", "", "");
  }
}
