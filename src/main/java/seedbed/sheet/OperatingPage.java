package seedbed.sheet;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.FormErrors;
import seedbed.web.LineChart;

/// One company's operating sheets: the one that is open, the trend, and all that were handed in.
///
/// @param open the one to write or to look at; null on the page of all
/// @param due the periods that can be begun
/// @param note what was typed beside the figures
@Introspected
record OperatingPage(
    long companyId,
    String company,
    boolean demo,
    String region,
    @Nullable Open open,
    FormErrors errors,
    List<Due> due,
    boolean begin,
    @Nullable LineChart chart,
    List<Line> lines,
    List<StepLine> steps,
    boolean companyDoor,
    @Nullable String note) {

  /// With what was typed beside the figures, which is kept nowhere yet.
  OperatingPage noting(@Nullable String typed) {
    return new OperatingPage(
        companyId,
        company,
        demo,
        region,
        open,
        errors,
        due,
        begin,
        chart,
        lines,
        steps,
        companyDoor,
        typed);
  }

  /// A step of the history.
  ///
  /// @param late whether the company owed it and was late
  /// @param assured what the company said it had looked at
  @Introspected
  record StepLine(OperatingStep step, boolean late, List<String> assured) {}

  /// @param relief 不应报 or 免报; null where it is owed
  /// @param cautions what the company has to say it has looked at
  /// @param assured what it had looked at when it handed in what stands
  /// @param write whether the reader may write it
  /// @param withdraw whether the reader may take it back
  /// @param review whether the reader may say that it was seen
  /// @param reopen whether the reader may send back what was seen
  @Introspected
  record Open(
      long id,
      long version,
      String period,
      String state,
      LocalDate dueOn,
      boolean late,
      @Nullable String relief,
      List<Field> fields,
      List<String> warnings,
      List<String> cautions,
      List<String> assured,
      boolean write,
      boolean withdraw,
      boolean review,
      boolean reopen) {}

  /// @param value as the field holds it
  /// @param shown in words, where it cannot be changed
  /// @param last that of the same period of last year
  /// @param change against it
  @Introspected
  record Field(
      String code,
      String label,
      String unit,
      String hint,
      String value,
      String shown,
      String last,
      String change) {}

  /// @param relief 不应报 or 免报; null where it is owed
  /// @param excuse why it is let off; null where it is not
  @Introspected
  record Due(
      int year,
      int month,
      String label,
      LocalDate dueOn,
      boolean late,
      @Nullable String relief,
      @Nullable String excuse) {}

  /// @param change of sales against the same period of last year
  @Introspected
  record Line(
      long id,
      String period,
      String state,
      String styleClass,
      String sales,
      String change,
      String forecast,
      String marketShare,
      String newCustomers,
      String rdExpense,
      String orders,
      List<String> warnings) {}
}
