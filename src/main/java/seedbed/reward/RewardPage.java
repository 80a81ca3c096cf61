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
/// @param voidable payments that the reader may void
/// @param voids whether the reader may void it
/// @param twice whether he is asked for another payment of the same day and amount
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
    List<Choice> voidable,
    boolean voids,
    String today,
    Typed typed,
    boolean twice,
    FormErrors errors) {

  /// Money that came.
  ///
  /// @param voided null as long as it counts
  @Introspected
  record Paid(
      long id,
      LocalDate on,
      String amount,
      @Nullable String remark,
      String by,
      Instant recordedAt,
      @Nullable PaidVoid voided) {}

  /// That a payment was entered wrongly.
  @Introspected
  record PaidVoid(String reason, String by, Instant at) {}

  /// What was typed into one of the forms of the page.
  ///
  /// @param again ticked where another payment of the same day and amount is meant
  /// @param payment the number of one that is to be voided, for `paymentReason`
  /// @param reason why the whole entry is to be voided
  @Serdeable
  record Typed(
      @Nullable String paidOn,
      @Nullable String amount,
      @Nullable String note,
      @Nullable String again,
      @Nullable String payment,
      @Nullable String paymentReason,
      @Nullable String reason) {

    static final Typed NOTHING = new Typed(null, null, null, null, null, null, null);
  }

  /// The form for a new one.
  ///
  /// @param doubtful whether its writer is asked to look at the amounts
  /// @param twice whether he is asked for another one of the same item
  /// @param earlier the number of the one that is entered
  @Introspected
  record Blank(
      RewardForm typed,
      List<Choice> levels,
      List<String> items,
      boolean doubtful,
      boolean twice,
      @Nullable Long earlier,
      FormErrors errors) {}
}
