package seedbed.inspection;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// What an inspection came to, for good.
///
/// @param dueOn by when it had to be reported to the linked leader
/// @param offDays whether it ended on no day for which the visit was filed
/// @param enteredAt when the officers came, by the clock of China
/// @param toldOn when the company was told of the result
@MappedEntity("inspection_conclusion")
record Conclusion(
    @Id long inspectionId,
    LocalDate endedOn,
    LocalDate dueOn,
    @Nullable String recordNumber,
    String words,
    String conclusion,
    @TypeDef(type = DataType.STRING, converter = InspectorsColumn.class) String inspectors,
    @Nullable String opinion,
    int problems,
    boolean late,
    String digest,
    String archiveNumber,
    LocalDate concludedOn,
    Instant concludedAt,
    String concludedBy,
    boolean offDays,
    @Nullable String offDaysReason,
    @Nullable LocalDateTime enteredAt,
    @Nullable LocalDateTime leftAt,
    @Nullable LocalDate toldOn) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  public String entered() {
    return minute(enteredAt);
  }

  public String left() {
    return minute(leftAt);
  }

  private static String minute(@Nullable LocalDateTime moment) {
    return moment == null ? "" : MINUTE.format(moment);
  }

  /// With its number, when it has one.
  Conclusion archived(String newDigest, String number) {
    return new Conclusion(
        inspectionId,
        endedOn,
        dueOn,
        recordNumber,
        words,
        conclusion,
        inspectors,
        opinion,
        problems,
        late,
        newDigest,
        number,
        concludedOn,
        concludedAt,
        concludedBy,
        offDays,
        offDaysReason,
        enteredAt,
        leftAt,
        toldOn);
  }
}
