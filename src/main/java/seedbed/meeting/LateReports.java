package seedbed.meeting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import seedbed.sheet.SheetDuties;
import seedbed.web.Formats;

/// Sheets that companies owe and did not hand in, and in which towns they are.
@Singleton
class LateReports implements AgendaSource {

  static final String TO_URGE = "请各镇（区、街道）催报。";

  private static final int NAMED = 5;
  private static final String SHEETS = "sheets-";
  private static final String OPERATING = "operating-";
  private static final String TO_EXPLAIN = "请所在镇（区、街道）说明原因和催报安排。";

  private final SheetDuties sheets;

  LateReports(SheetDuties sheets) {
    this.sheets = sheets;
  }

  @Override
  public int place() {
    return 20;
  }

  @Override
  public String code() {
    return "late";
  }

  @Override
  public String label() {
    return "逾期未报";
  }

  @Override
  public Set<String> demands() {
    return Set.of(TO_URGE, TO_EXPLAIN);
  }

  @Override
  public List<Found> find(Gathering gathering) {
    List<Found> found = new ArrayList<>();
    List<SheetDuties.LateTown> towns =
        sheets.lateTowns(gathering.scope(), gathering.today()).stream()
            .sorted(Comparator.comparingLong(SheetDuties.LateTown::late).reversed())
            .toList();
    if (!towns.isEmpty()) {
      found.add(yearly(towns));
    }
    SheetDuties.LateOperating operating =
        sheets.lateOperating(gathering.scope(), gathering.today());
    if (operating.late() > 0) {
      found.add(
          new Found(
              OPERATING + operating.code(),
              "%s家企业逾期未交%s运行情况表"
                  .formatted(Formats.count(operating.late()), operating.period().replace(" ", "")),
              "运行监测缺少这些企业的数据，不能按零计算；" + TO_URGE,
              "/operating-sheets?show=late"));
    }
    return found;
  }

  // Of an earlier year or period than the last one nothing is counted any more.
  @Override
  public Map<String, Settled> settled(List<Item> items, Gathering gathering) {
    Set<String> counted =
        Set.of(
            SHEETS + (gathering.today().getYear() - 1),
            OPERATING + sheets.lateOperating(gathering.scope(), gathering.today()).code());
    List<Item> asked = items.stream().filter(item -> counted.contains(item.subject())).toList();
    return Settled.gone(asked, find(gathering), gathering.today());
  }

  /// Who is to speak: the towns with the most come first.
  static Found yearly(List<SheetDuties.LateTown> towns) {
    int year = towns.getFirst().year();
    long late = towns.stream().mapToLong(SheetDuties.LateTown::late).sum();
    String named =
        towns.stream()
            .limit(NAMED)
            .map(town ->
                "%s%s家（应交%s家）"
                    .formatted(town.name(), Formats.count(town.late()), Formats.count(town.owed())))
            .collect(Collectors.joining("、"));
    return new Found(
        SHEETS + year,
        "%s家企业逾期未交%d年度填报表".formatted(Formats.count(late), year),
        "%s%s；%s".formatted(named, towns.size() > NAMED ? "等" : "", TO_EXPLAIN),
        "/sheets?show=late&year=" + year);
  }
}
