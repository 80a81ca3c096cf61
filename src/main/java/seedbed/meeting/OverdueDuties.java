package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import seedbed.obligation.Among;
import seedbed.obligation.Kinds;
import seedbed.obligation.Obligations;
import seedbed.obligation.Obligations.Query;
import seedbed.obligation.Obligations.Rate;
import seedbed.obligation.Window;
import seedbed.web.Formats;

/// What else is overdue, kind by kind, and in which towns. What other sources bring one by one is
/// left to them.
@Singleton
class OverdueDuties implements AgendaSource {

  private static final int NAMED = 5;
  private static final int BACK = 365;
  private static final String DEMAND = "请所在镇（区、街道）说明原因和催办安排。";

  private static final Set<String> ELSEWHERE =
      Set.of("sheet", "operating-sheet", "application-step", "request", "inspection", "decision");

  private final Obligations obligations;
  private final Kinds kinds;

  OverdueDuties(Obligations obligations, Kinds kinds) {
    this.obligations = obligations;
    this.kinds = kinds;
  }

  @Override
  public int place() {
    return 25;
  }

  @Override
  public String code() {
    return "duty";
  }

  @Override
  public String label() {
    return "应报事项逾期";
  }

  @Override
  public Set<String> demands() {
    return Set.of(DEMAND);
  }

  @Override
  public List<Found> find(Gathering gathering) {
    LocalDate today = gathering.today();
    Map<String, List<Rate>> byKind = new LinkedHashMap<>();
    for (Rate rate :
        obligations.rates(
            Query.of(new Window(today.minusDays(BACK), today.minusDays(1))),
            Among.below(List.of(gathering.regionCode()), today),
            today)) {
      if (rate.overdue() > 0 && !ELSEWHERE.contains(rate.kind())) {
        byKind.computeIfAbsent(rate.kind(), _ -> new ArrayList<>()).add(rate);
      }
    }
    return byKind.entrySet().stream().map(each -> found(each.getKey(), each.getValue())).toList();
  }

  @Override
  public Map<String, Settled> settled(List<Item> items, Gathering gathering) {
    return Settled.gone(items, find(gathering), gathering.today());
  }

  private Found found(String kind, List<Rate> rates) {
    List<Rate> worst =
        rates.stream().sorted(Comparator.comparingLong(Rate::overdue).reversed()).toList();
    return new Found(
        kind,
        "%s：%s项逾期未报"
            .formatted(
                kinds.label(kind), Formats.count(rates.stream().mapToLong(Rate::overdue).sum())),
        worst.stream()
                .limit(NAMED)
                .map(rate -> rate.regionName() + Formats.count(rate.overdue()) + "项")
                .collect(Collectors.joining("、"))
            + (worst.size() > NAMED ? "等" : "")
            + "；"
            + DEMAND,
        "/obligations?show=overdue&whose=all&kind=" + kind);
  }
}
