package seedbed.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Judging;
import seedbed.criteria.rule.Truth;

/// What putting one checklist in the place of another means for companies.
public final class Impact {
  private final Map<Kind, List<Affected>> lists = new EnumMap<>(Kind.class);

  /// Few answers are given to many companies; each is kept once.
  private final Map<Answer, Answer> answers = new HashMap<>();

  Impact() {
    for (var kind : Kind.values()) {
      lists.put(kind, new ArrayList<>());
    }
  }

  /// How a company fares under both.
  public enum Kind {
    STILL_MEETS("still-meets", "仍达标"),
    NEWLY_MEETS("newly-meets", "新达标"),
    FALLS_OUT("falls-out", "跌出"),
    OPEN("undecided", "尚不能判定"),
    NEITHER("neither", "均不达标");

    private final String code;
    private final String label;

    Kind(String code, String label) {
      this.code = code;
      this.label = label;
    }

    public String code() {
      return code;
    }

    public String label() {
      return label;
    }

    /// As long as one side is unknown, nothing can be said of the change.
    static Kind of(Truth from, Truth to) {
      if (from == Truth.UNKNOWN || to == Truth.UNKNOWN) {
        return OPEN;
      }
      if (to == Truth.MET) {
        return from == Truth.MET ? STILL_MEETS : NEWLY_MEETS;
      }
      return from == Truth.MET ? FALLS_OUT : NEITHER;
    }
  }

  /// One company under both checklists.
  public record Affected(long companyId, Answer from, Answer to) {

    public Kind kind() {
      return Kind.of(from.truth, to.truth);
    }
  }

  /// A verdict in brief.
  ///
  /// @param notMet the places of the criteria that are not met
  /// @param unknown the places of those that cannot be judged yet
  public record Answer(Truth truth, List<Integer> notMet, List<Integer> unknown) {

    static Answer of(Checklist checklist, Facts facts) {
      var truths = checklist.criteria().stream().map(criterion -> judge(criterion, facts)).toList();
      var notMet = places(truths, Truth.NOT_MET);
      var unknown = places(truths, Truth.UNKNOWN);
      return new Answer(
          notMet.isEmpty() ? unknown.isEmpty() ? Truth.MET : Truth.UNKNOWN : Truth.NOT_MET,
          notMet,
          unknown);
    }

    private static Truth judge(Criterion criterion, Facts facts) {
      return Judging.judge(criterion, facts);
    }

    private static List<Integer> places(List<Truth> truths, Truth wanted) {
      return IntStream.range(0, truths.size())
          .filter(place -> truths.get(place) == wanted)
          .boxed()
          .toList();
    }
  }

  void add(Affected affected) {
    list(affected.kind())
        .add(new Affected(affected.companyId(), same(affected.from()), same(affected.to())));
  }

  private Answer same(Answer answer) {
    return answers.computeIfAbsent(answer, each -> each);
  }

  /// The nearest first: those with the fewest criteria not met or not known.
  void settle() {
    lists
        .values()
        .forEach(list ->
            list.sort(
                Comparator.comparingInt(
                        (Affected each) -> each.to.notMet.size() + each.to.unknown.size())
                    .thenComparingLong(Affected::companyId)));
  }

  /// The same for these companies alone.
  Impact within(Set<Long> companies) {
    var part = new Impact();
    lists.forEach((kind, list) ->
        list.stream()
            .filter(affected -> companies.contains(affected.companyId()))
            .forEach(part.list(kind)::add));
    return part;
  }

  public List<Affected> of(Kind kind) {
    return List.copyOf(list(kind));
  }

  public int count(Kind kind) {
    return list(kind).size();
  }

  public int companies() {
    return lists.values().stream().mapToInt(List::size).sum();
  }

  private List<Affected> list(Kind kind) {
    return Objects.requireNonNull(lists.get(kind), "every kind has a list");
  }
}
