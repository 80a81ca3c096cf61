package seedbed.reward;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import seedbed.reward.Grant.Part;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;
import seedbed.web.Field;

/// What was typed about a reward, as it was typed.
///
/// @param company a full name or a credit code
/// @param archived the number of the decision in the archive
/// @param aware ticked where doubtful amounts were looked at
/// @param again ticked where another one of the same item is meant
@Serdeable
record RewardForm(
    @Nullable String company,
    @Nullable String year,
    @Nullable String item,
    @Nullable String level,
    @Nullable String document,
    @Nullable String number,
    @Nullable String due,
    @Nullable String granted,
    @Nullable String reason,
    @Nullable String decidedOn,
    @Nullable String paidOn,
    @Nullable String archived,
    @Nullable String remark,
    @Nullable String aware,
    @Nullable String again) {

  static RewardForm of(@Nullable String company) {
    return new RewardForm(
        company, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  /// @param archive finds a document by its number
  GrantDraft draft(Function<String, Optional<Long>> archive) {
    return GrantReading.of(
        new GrantReading.Source() {
          @Override
          public SheetCell cell(Part part) {
            return SheetCell.text(typed(part));
          }

          // Nothing that was typed is changed.
          @Override
          public Reading<String> words(Part part) {
            return typed(part).isEmpty() ? new Reading.Blank<>() : Reading.given(typed(part));
          }
        },
        archive);
  }

  /// Empty where nothing was typed.
  String typed(Part part) {
    return Field.of(
            part.field(),
            switch (part) {
              case COMPANY -> company;
              case YEAR -> year;
              case ITEM -> item;
              case LEVEL -> level;
              case DOCUMENT -> document;
              case NUMBER -> number;
              case DUE -> due;
              case GRANTED -> granted;
              case REASON -> reason;
              case DECIDED_ON -> decidedOn;
              case PAID_ON -> paidOn;
              case ARCHIVED -> archived;
              case REMARK -> remark;
            })
        .typed();
  }
}
