package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Pager;

/// All drafts or those made from one edition, those that wait for somebody first.
///
/// @param original the edition the list is about; null for all
/// @param originalName of it
/// @param waiting the editions that wait for a year's notice
@Introspected
record DraftList(
    long total,
    List<Line> lines,
    Pager pager,
    @Nullable String original,
    @Nullable String originalName,
    List<Choice> editions,
    List<Choice> waiting,
    FormErrors errors) {

  @Introspected
  record Line(
      long id,
      String name,
      String edition,
      String purpose,
      String stage,
      String styleClass,
      String draftedBy,
      String editedBy,
      LocalDate changedOn,
      long flaws,
      boolean demo) {}
}
