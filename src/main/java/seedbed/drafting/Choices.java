package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import seedbed.criteria.ChecklistTrack;
import seedbed.criteria.Indicators;
import seedbed.criteria.Level;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.web.Choice;

/// What can be chosen in the forms of a draft.
@Singleton
class Choices {
  private static final Choice NONE = new Choice("", "请选择");

  private final Indicators indicators;
  private final Titles titles;

  Choices(Indicators indicators, Titles titles) {
    this.indicators = indicators;
    this.titles = titles;
  }

  List<Choice> numbers() {
    return of(EnumSet.of(Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.RANK, Kind.DATE));
  }

  List<Choice> growing() {
    return of(EnumSet.of(Kind.AMOUNT, Kind.COUNT));
  }

  List<Choice> of(Kind kind) {
    return of(EnumSet.of(kind));
  }

  private List<Choice> of(Set<Kind> kinds) {
    return Stream.concat(
            Stream.of(NONE),
            indicators.entries().stream()
                .filter(entry -> kinds.contains(entry.indicator().kind()))
                .map(entry ->
                    new Choice(entry.code(), entry.label() + "（" + entry.indicator().unit() + "）")))
        .toList();
  }

  List<Choice> asked() {
    return Stream.concat(
            Stream.of(NONE),
            indicators.entries().stream()
                .filter(entry -> entry.indicator().kind() == Kind.CHOICE)
                .map(entry -> new Choice(entry.code(), entry.label())))
        .toList();
  }

  List<Choice> facts() {
    return Stream.concat(
            Stream.of(NONE),
            indicators.entries().stream()
                .filter(entry -> entry.indicator().kind() == Kind.FLAG)
                .map(entry -> new Choice(entry.code(), entry.label())))
        .toList();
  }

  List<Choice> options(String indicator) {
    return indicators.find(indicator).map(Indicator::options).orElse(List.of()).stream()
        .map(option -> new Choice(option.code(), option.label()))
        .toList();
  }

  List<Choice> units() {
    var units = new ArrayList<String>();
    indicators.all().stream()
        .map(Indicator::unit)
        .filter(unit -> !unit.isEmpty() && !unit.equals("是否"))
        .forEach(units::add);
    units.addAll(List.of("%", "倍", "年"));
    return Stream.concat(
            Stream.of(NONE), units.stream().distinct().map(unit -> new Choice(unit, unit)))
        .toList();
  }

  List<Choice> titles() {
    return titles.ladder().stream().map(rung -> new Choice(rung.code(), rung.label())).toList();
  }

  static List<Choice> tracks() {
    return Arrays.stream(ChecklistTrack.values())
        .map(track -> new Choice(track.code(), track.label()))
        .toList();
  }

  static List<Choice> applicants() {
    return Arrays.stream(Applicant.values())
        .map(applicant -> new Choice(applicant.code(), applicant.label()))
        .toList();
  }

  static List<Choice> levels() {
    return Arrays.stream(Level.values())
        .map(level -> new Choice(level.code(), level.label()))
        .toList();
  }

  /// @param inherited what no choice means
  static List<Choice> proofs(String inherited) {
    return List.of(
        new Choice("", inherited),
        new Choice("seed", "来源文件原文"),
        new Choice("G", "政府网站页面"),
        new Choice("T", "第三方转载"),
        new Choice("R", "公开数据整理（待核）"),
        new Choice("M", "未核实（待核）"));
  }
}
