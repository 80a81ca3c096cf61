package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.FigureSheet;
import seedbed.figure.Value;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;
import seedbed.verdict.Shown;
import seedbed.web.Formats;

/// The figures of the last years with their trend, and what is known for the day.
@Singleton
class FigureSection implements Section {

  private static final int YEARS = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Indicators indicators;

  FigureSection(Indicators indicators) {
    this.indicators = indicators;
  }

  @Override
  public int getOrder() {
    return 30;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    FigureSheet sheet = subject.assessment().figures();
    LocalDate on = subject.chosen().day();
    return Optional.of(
        new Chapter(
            "figures",
            "主要数据和走势",
            List.of(
                Block.words("带“*”的数据尚未核实；“—”表示没有填报。"),
                yearly(sheet, subject.chosen().lastYear()),
                daily(sheet, on))));
  }

  private Block yearly(FigureSheet sheet, int lastYear) {
    List<Integer> years = IntStream.rangeClosed(lastYear - YEARS + 1, lastYear).boxed().toList();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("指标", 5));
    columns.add(Column.text("单位", 2));
    years.forEach(year -> columns.add(Column.number(year + " 年", 3)));
    columns.add(Column.number("较上年", 3));
    List<List<String>> rows = new ArrayList<>();
    for (Indicators.Entry entry : indicators.entries()) {
      if (entry.indicator().period() == Indicator.Period.YEAR) {
        row(sheet, entry.indicator(), years).ifPresent(rows::add);
      }
    }
    return Block.table(columns, rows, "没有填报年度数据。");
  }

  private static Optional<List<String>> row(
      FigureSheet sheet, Indicator indicator, List<Integer> years) {
    List<Optional<Attested>> known =
        years.stream()
            .map(year -> sheet.ofYear(indicator.code(), year).flatMap(Entry::decided))
            .toList();
    if (known.stream().noneMatch(Optional::isPresent)) {
      return Optional.empty();
    }
    List<String> row = new ArrayList<>();
    row.add(indicator.label());
    row.add(indicator.unit());
    known.forEach(each -> row.add(each.map(figure -> shown(figure, indicator)).orElse("—")));
    row.add(
        trend(
            indicator,
            known.get(known.size() - 2).map(FigureSection::number).orElse(null),
            known.getLast().map(FigureSection::number).orElse(null)));
    return Optional.of(row);
  }

  private static String shown(Attested figure, Indicator indicator) {
    String text = figure.figure().value().text();
    return Shown.number(text, indicator.unit()) + (figure.confirmed() ? "" : "*");
  }

  private static @Nullable BigDecimal number(Attested figure) {
    return figure.figure().value() instanceof Value.Decimal(var number) ? number : null;
  }

  private static String trend(
      Indicator indicator, @Nullable BigDecimal before, @Nullable BigDecimal after) {
    if (before == null || after == null) {
      return "—";
    }
    int change = after.compareTo(before);
    String arrow = change > 0 ? "↑" : change < 0 ? "↓" : "→";
    return switch (indicator.kind()) {
      case AMOUNT, COUNT ->
          before.signum() <= 0
              ? arrow
              : arrow
                  + Formats.number(
                      after
                          .subtract(before)
                          .abs()
                          .multiply(HUNDRED)
                          .divide(before, 1, RoundingMode.HALF_UP))
                  + "%";
      case PERCENT -> arrow + Formats.number(after.subtract(before).abs()) + " 点";
      case RANK, CHOICE, FLAG, DATE -> arrow;
    };
  }

  private Block daily(FigureSheet sheet, LocalDate on) {
    List<List<String>> rows = new ArrayList<>();
    for (Indicators.Entry entry : indicators.entries()) {
      Indicator indicator = entry.indicator();
      if (indicator.period() == Indicator.Period.DAY) {
        sheet
            .onDay(indicator.code(), on)
            .flatMap(Entry::decided)
            .ifPresent(figure ->
                rows.add(
                    List.of(
                        indicator.label(),
                        state(figure, indicator),
                        figure.figure().period().label())));
      }
    }
    return Block.table(
        List.of(Column.text("事项", 7), Column.text("情况", 4), Column.text("截至", 3)),
        rows,
        "没有填报其他情况。");
  }

  private static String state(Attested figure, Indicator indicator) {
    String mark = figure.confirmed() ? "" : "*";
    return switch (figure.figure().value()) {
      case Value.Decimal(var number) ->
          indicator.kind() == Indicator.Kind.FLAG
              ? (number.signum() > 0 ? "是" : "否") + mark
              : Shown.measured(number.toPlainString(), indicator.unit()) + mark;
      case Value.Word(var word) -> {
        int place = indicator.option(word);
        yield (place < 0 ? word : indicator.options().get(place).label()) + mark;
      }
    };
  }
}
