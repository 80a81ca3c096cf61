package seedbed.nomination;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Chips;

/// A plan as somebody sees it.
///
/// @param whole whether the reader sees every company that the plan is about
/// @param unchecked companies of the region whose titles nobody has checked
@Introspected
record PlanPage(
    @Nullable Head head,
    List<PlanLink> plans,
    Doors doors,
    boolean whole,
    Counts counts,
    List<Group> groups,
    List<Concern> yearConcerns,
    List<Chips> chips,
    boolean filtered,
    List<Item> items,
    List<OutcomeRow> outcomes,
    long unchecked,
    List<Item> dropped) {

  /// Whether the region has set itself a target for any of the years.
  public boolean targeted() {
    return outcomes.stream().anyMatch(row -> row.span() != null);
  }

  @Introspected
  record Head(
      long id,
      String name,
      @Nullable String document,
      String region,
      int fromYear,
      int toYear,
      List<Integer> years,
      String appliedOn) {}

  @Introspected
  record PlanLink(long id, String name, boolean current) {}

  /// What the reader may do.
  @Introspected
  record Doors(boolean keep, boolean plan, boolean export) {}

  /// @param todo entries with a concern
  @Introspected
  record Counts(long all, long todo, long clean) {}

  /// The rows of one title, as the annex of a plan prints them.
  @Introspected
  record Group(String label, int size, List<Row> rows) {}

  /// @param first the first row of its title, which names it
  @Introspected
  record Row(int place, boolean first, List<Cell> cells) {}

  @Introspected
  record Cell(int year, @Nullable Item item) {}

  /// A year and a target, or a title without one: what was planned and what came of it.
  ///
  /// @param won recognised in the year, of all companies of the region
  /// @param besides recognised in the year without having been planned, the first ones by name
  /// @param besidesAll how many they are where not all are named; otherwise 0
  /// @param span what the target wants; null where there is none
  @Introspected
  record OutcomeRow(
      int year,
      String label,
      long planned,
      long applied,
      long hit,
      long undated,
      long again,
      long missed,
      long open,
      long unrecorded,
      long won,
      List<Besides> besides,
      int besidesAll,
      @Nullable String span,
      @Nullable String citation,
      @Nullable String standing,
      @Nullable String standingClass) {}

  @Introspected
  record Besides(long companyId, String company) {}
}
