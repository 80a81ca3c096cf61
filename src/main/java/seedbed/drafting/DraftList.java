package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Pager;

/// All drafts, those that wait for somebody first.
@Introspected
record DraftList(
    long total, List<Line> lines, Pager pager, List<Choice> editions, FormErrors errors) {

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
