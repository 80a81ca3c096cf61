package seedbed.reward;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// One reward as its page shows it.
///
/// @param decision where the decision lies in the archive; null for a reader who may not see it
/// @param voided null as long as the entry stands
/// @param pays whether the reader may say that money came
/// @param voids whether the reader may void it
@Introspected
record RewardPage(
    RewardList.Line head,
    @Nullable String archived,
    @Nullable Address decision,
    @Nullable String remark,
    String enteredBy,
    Instant enteredAt,
    List<Paid> payments,
    @Nullable Voidance voided,
    boolean pays,
    boolean voids,
    String today,
    Typed typed,
    FormErrors errors) {

  /// Money that came.
  @Introspected
  record Paid(
      LocalDate on, String amount, @Nullable String remark, String by, Instant recordedAt) {}

  /// What was typed into one of the forms of the page.
  @Serdeable
  record Typed(
      @Nullable String paidOn,
      @Nullable String amount,
      @Nullable String remark,
      @Nullable String reason) {

    static final Typed NOTHING = new Typed(null, null, null, null);
  }

  /// The form for a new one.
  @Introspected
  record Blank(
      RewardForm typed,
      List<Choice> levels,
      List<String> items,
      boolean twice,
      String today,
      FormErrors errors) {}
}
