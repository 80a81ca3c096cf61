package seedbed.nomination;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A plan of some years, as a region made it.
///
/// @param document what it rests on; null where there is none
@MappedEntity("nomination_plan")
record Plan(
    @Id @GeneratedValue long id,
    String regionCode,
    String name,
    int fromYear,
    int toYear,
    @Nullable String document,
    Instant madeAt,
    String madeBy) {

  List<Integer> years() {
    return IntStream.rangeClosed(fromYear, toYear).boxed().toList();
  }

  boolean holds(int year) {
    return fromYear <= year && year <= toYear;
  }
}
