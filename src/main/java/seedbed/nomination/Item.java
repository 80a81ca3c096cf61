package seedbed.nomination;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as pages and files show it.
///
/// @param gravest the first of its concerns; null once it was dropped
/// @param applied the day the application was made; null while nobody has said so
@Introspected
record Item(
    long id,
    long companyId,
    String company,
    String region,
    boolean demo,
    int year,
    String title,
    String titleLabel,
    @Nullable Concern gravest,
    List<Concern> concerns,
    Outcome.Kind outcome,
    @Nullable LocalDate outcomeOn,
    @Nullable LocalDate applied,
    @Nullable String origin,
    @Nullable String dropReason,
    @Nullable LocalDate droppedOn) {

  Item {
    concerns = List.copyOf(concerns);
  }
}
