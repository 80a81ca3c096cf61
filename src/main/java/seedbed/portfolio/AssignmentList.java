package seedbed.portfolio;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.Pager;

/// Who looks after whom, or who has nobody.
///
/// @param lacking what the companies of the list have nobody for; null for a list of links
/// @param keep whether the reader may arrange it
@Introspected
record AssignmentList(
    Chips chips,
    String show,
    @Nullable String lacking,
    String leader,
    String kind,
    String town,
    String named,
    List<Choice> leaders,
    List<Choice> kinds,
    List<Choice> towns,
    List<Line> lines,
    List<Vacancy> vacancies,
    Pager pager,
    boolean keep) {

  @Introspected
  record Line(
      long id,
      long companyId,
      String company,
      boolean demo,
      String region,
      String leader,
      String kind,
      LocalDate from,
      @Nullable LocalDate lastDay,
      @Nullable String document,
      @Nullable String endedFor,
      boolean open) {}

  @Introspected
  record Vacancy(long companyId, String company, boolean demo, String region) {}
}
