package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import seedbed.assessment.Assessment;
import seedbed.assessment.Rung;
import seedbed.company.TitleHolding;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.inspection.InspectionDuties;
import seedbed.plan.PlanDuties;
import seedbed.report.Expiry;
import seedbed.request.RequestDuties;
import seedbed.review.ReviewDuties;
import seedbed.sheet.SheetDuties;
import seedbed.verdict.Missing;
import seedbed.verdict.Shown;
import seedbed.verdict.VerdictPanel;
import seedbed.web.Address;
import seedbed.web.Formats;

/// What a company has to do now, before all it can read: what is due, what is wrong, what is
/// closest.
@Introspected
record Agenda(List<Item> items) {

  private static final int NAMED = 4;

  /// One thing to do.
  ///
  /// @param mark what it is about, in two or three characters
  /// @param anchor where on the page it leads to begins what it is about
  @Introspected
  record Item(
      String mark, String styleClass, String sentence, String detail, Address to, String anchor) {}

  /// @param next the rung the company looks at next
  static Agenda of(Assessment assessment, Optional<Rung> next, Titles titles) {
    var items = new ArrayList<>(expiring(assessment, titles));
    next.filter(rung -> rung.standing() != Standing.HELD)
        .ifPresent(rung -> {
          var page = page(assessment).with("title", rung.title().code());
          rung.verdict()
              .ifPresent(
                  verdict -> items.addAll(step(titles.get(rung.title().code()), verdict, page)));
        });
    return new Agenda(List.copyOf(items));
  }

  /// With what the company owes in reports.
  Agenda and(SheetDuties.Duty duty) {
    var all = new ArrayList<>(items);
    all.add(
        new Item(
            "填报",
            duty.styleClass(),
            duty.year() + " 年度填报表：" + duty.state(),
            duty.due(),
            duty.to(),
            ""));
    return new Agenda(List.copyOf(all));
  }

  /// With how far its cultivation plan is.
  Agenda and(PlanDuties.Duty duty) {
    var all = new ArrayList<>(items);
    all.add(
        new Item(
            "方案",
            duty.lateTasks() > 0 ? "not" : duty.styleClass(),
            "培育发展方案："
                + duty.state()
                + (duty.lateTasks() > 0 ? "，" + duty.lateTasks() + " 项任务逾期" : ""),
            duty.due(),
            duty.to(),
            ""));
    return new Agenda(List.copyOf(all));
  }

  /// With what it asked for: what it has to confirm comes before what others have to do.
  Agenda and(RequestDuties.Waiting requests) {
    if (!requests.any()) {
      return this;
    }
    var all = new ArrayList<>(items);
    var list = Address.of("/requests");
    if (requests.answered() > 0) {
      all.add(
          new Item(
              "诉求",
              "unknown",
              requests.answered() + " 件诉求已答复，请确认是否满意",
              "到期没有反馈的视为同意",
              list.with("show", "answered"),
              ""));
    }
    long others = requests.raised() + requests.handling();
    if (others > 0) {
      all.add(
          new Item(
              "诉求",
              requests.overdue() > 0 ? "not" : "",
              others + " 件诉求正在办理",
              requests.overdue() > 0 ? requests.overdue() + " 件已过承诺期限，已逐级督办" : "",
              list.with("show", "open"),
              ""));
    }
    return new Agenda(List.copyOf(all));
  }

  /// With conclusions of inspections that the company has not said to have got.
  Agenda and(InspectionDuties.Unreceived unreceived) {
    var all = new ArrayList<>(items);
    all.add(
        new Item(
            "检查",
            "unknown",
            unreceived.count() + " 次检查的结论待签收",
            "签收以后可以不记名评价，也可以投诉",
            unreceived.to(),
            ""));
    return new Agenda(List.copyOf(all));
  }

  /// With what a yearly review told the company to put right.
  Agenda and(ReviewDuties.Rectifying duty) {
    var all = new ArrayList<>(items);
    all.add(
        new Item(
            "整改",
            duty.late() ? "not" : "unknown",
            "%d 年度动态管理：限期整改，期限 %s%s"
                .formatted(duty.year(), duty.until(), duty.late() ? "，已过期限" : ""),
            duty.reason() == null ? "" : duty.reason(),
            duty.to(),
            ""));
    return new Agenda(List.copyOf(all));
  }

  private static List<Item> expiring(Assessment assessment, Titles titles) {
    var on = assessment.moment().on();
    Map<String, Optional<LocalDate>> ends = new HashMap<>();
    assessment.register().holdings().stream()
        .filter(holding -> assessment.register().proves(holding, on))
        .forEach(holding -> ends.merge(holding.title(), end(holding, titles), Agenda::later));
    // What was renewed ends with its next term.
    assessment.register().holdings().stream()
        .filter(holding -> holding.heldFrom().isAfter(on))
        .forEach(holding ->
            ends.computeIfPresent(holding.title(), (_, end) -> later(end, end(holding, titles))));
    return ends.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(end -> Map.entry(end, each.getKey())))
        .filter(each -> !each.getKey().isAfter(on.plusMonths(Expiry.MONTHS_BEFORE)))
        .sorted(
            Map.Entry.<LocalDate, String>comparingByKey()
                .thenComparing(Map.Entry.comparingByValue()))
        .map(each -> expiring(titles.get(each.getValue()), each.getKey(), assessment))
        .toList();
  }

  private static Optional<LocalDate> end(TitleHolding holding, Titles titles) {
    return Optional.ofNullable(
        Expiry.of(titles.get(holding.title()), holding.heldFrom(), holding.heldTo()));
  }

  // A title held twice lasts as long as the longer one, and one without an end lasts.
  private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
    return one.flatMap(first -> other.map(second -> first.isAfter(second) ? first : second));
  }

  private static Item expiring(Titles.Rung title, LocalDate end, Assessment assessment) {
    var lastDay = end.minusDays(1);
    var days = ChronoUnit.DAYS.between(assessment.moment().on(), lastDay);
    var renewal =
        assessment
            .rung(title.code())
            .flatMap(Rung::verdict)
            .map(verdict -> "；" + LadderStep.left(verdict))
            .orElse("");
    return new Item(
        "到期",
        "not",
        title.shortLabel() + "称号将到期，请准备复核",
        "有效期至 %s，还有 %s 天%s".formatted(lastDay, Formats.count(days), renewal),
        page(assessment).with("title", title.code()),
        "");
  }

  private static List<Item> step(Titles.Rung title, Verdict verdict, Address page) {
    var items = new ArrayList<Item>();
    var missing = verdict.truth() == Truth.UNKNOWN ? verdict.question().missing() : List.<Cell>of();
    if (!missing.isEmpty()) {
      items.add(
          new Item(
              "缺数据",
              "unknown",
              "缺 %d 项数据，%s无法判断".formatted(missing.size(), title.shortLabel()),
              "请补报：" + few(missing, verdict.facts()),
              page,
              anchor(missing)));
    }
    var unconfirmed = VerdictPanel.unconfirmed(verdict);
    if (!unconfirmed.isEmpty()) {
      items.add(
          new Item(
              "待核实",
              "unknown",
              unconfirmed.size() + " 项数据尚未核实，结论只供自查",
              few(unconfirmed, verdict.facts()),
              page,
              anchor(unconfirmed)));
    }
    items.add(closest(title, verdict, page));
    return items;
  }

  private static Item closest(Titles.Rung title, Verdict verdict, Address page) {
    return switch (verdict.truth()) {
      case MET -> new Item("可报", "met", title.shortLabel() + "的条件全部满足，可以申报", "", page, "");
      case NOT_MET ->
          new Item(
              "最近",
              "not",
              "离%s最近，%s"
                  .formatted(
                      title.shortLabel(),
                      Missing.counted(verdict.count(Truth.NOT_MET), verdict.count(Truth.UNKNOWN))),
              Missing.words(verdict),
              page,
              "");
      case UNKNOWN ->
          new Item(
              "最近",
              "unknown",
              "离%s最近，%s后即可判定".formatted(title.shortLabel(), open(verdict)),
              "",
              page,
              "");
    };
  }

  private static String open(Verdict verdict) {
    var question = verdict.question();
    return question.missing().isEmpty() && question.missingTitles().isEmpty() ? "条文明确" : "补齐数据";
  }

  private static String few(List<Cell> cells, Facts facts) {
    var named =
        cells.stream()
            .limit(NAMED)
            .map(cell -> Shown.name(cell, facts.on()))
            .collect(Collectors.joining("、"));
    return cells.size() > NAMED ? named + "等" : named;
  }

  private static String anchor(List<Cell> cells) {
    return "#figure-" + cells.getFirst().indicator().code();
  }

  private static Address page(Assessment assessment) {
    return Address.of("/companies/" + assessment.company().id());
  }
}
