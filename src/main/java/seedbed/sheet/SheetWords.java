package seedbed.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Attested;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.verdict.Shown;
import seedbed.web.Choice;

/// The lines of a sheet in words and units.
final class SheetWords {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,12})?");
  private static final List<Choice> YES_OR_NO =
      List.of(new Choice("yes", "是"), new Choice("no", "否"));

  private SheetWords() {}

  static SheetPage.Row row(SheetLine line, SheetFile file, @Nullable String fault) {
    Indicator indicator = line.indicator();
    List<Doubt> doubts =
        file.doubts().stream().filter(doubt -> doubt.code().equals(line.code())).toList();
    return new SheetPage.Row(
        line.code(),
        line.entry().label(),
        line.entry().hint(),
        SheetLine.unit(indicator),
        type(indicator),
        options(indicator),
        line.field(),
        SheetLine.shown(indicator, line.now()),
        SheetLine.shown(indicator, line.before()),
        change(indicator, line.now(), line.before()),
        state(line),
        Stream.concat(
                Optional.ofNullable(line.wrong()).stream(),
                doubts.stream().filter(Doubt::error).map(Doubt::sentence))
            .findFirst()
            .orElse(null),
        doubts.stream().filter(doubt -> !doubt.error()).map(Doubt::sentence).toList(),
        line.remark(),
        fault,
        open(line, doubts, fault),
        "");
  }

  private static boolean open(SheetLine line, List<Doubt> doubts, @Nullable String fault) {
    return line.wrong() != null
        || doubts.stream().anyMatch(Doubt::error)
        || (!doubts.isEmpty() && line.remark().isEmpty())
        || (fault != null && !line.changed());
  }

  /// Of the field in a form.
  static String type(Indicator indicator) {
    return indicator.kind() == Indicator.Kind.DATE ? "date" : "text";
  }

  static List<Choice> options(Indicator indicator) {
    return switch (indicator.kind()) {
      case FLAG -> YES_OR_NO;
      case CHOICE ->
          indicator.options().stream()
              .map(option -> new Choice(option.code(), option.label()))
              .toList();
      case AMOUNT, PERCENT, COUNT, RANK, DATE -> List.of();
    };
  }

  private static SheetPage.State state(SheetLine line) {
    if (line.changed()) {
      return new SheetPage.State("本次填写", "held", "尚未提交");
    }
    if (line.disputed()) {
      return new SheetPage.State("来源不一致", "unknown", "");
    }
    Attested kept = line.kept();
    if (kept == null) {
      return new SheetPage.State("未填报", "", "");
    }
    Source source = kept.figure().source();
    String said =
        source.page() == null ? source.document() : source.document() + "，" + source.page();
    return kept.confirmed()
        ? new SheetPage.State("已核实", "met", said)
        : new SheetPage.State("待核实", "unknown", said);
  }

  /// `+12.30%`, `+3 人`, or that it changed.
  static String change(Indicator indicator, @Nullable Value now, @Nullable Value before) {
    if (now == null || before == null || now.equals(before)) {
      return now != null && before != null ? "未变" : "";
    }
    if (now instanceof Value.Decimal(var here) && before instanceof Value.Decimal(var there)) {
      return switch (indicator.kind()) {
        case AMOUNT, COUNT -> grown(here.subtract(there), there, indicator);
        case PERCENT, RANK -> signed(here.subtract(there), indicator);
        case CHOICE, FLAG, DATE -> "有变化";
      };
    }
    return "有变化";
  }

  // A share of nothing, or of a loss, says nothing.
  private static String grown(BigDecimal by, BigDecimal of, Indicator indicator) {
    if (of.signum() <= 0) {
      return signed(by, indicator);
    }
    BigDecimal share = by.multiply(HUNDRED).divide(of, 2, RoundingMode.HALF_UP);
    return (by.signum() > 0 ? "+" : "") + Shown.measured(share.toPlainString(), "%");
  }

  private static String signed(BigDecimal by, Indicator indicator) {
    return (by.signum() > 0 ? "+" : "") + Shown.change(by, indicator.unit());
  }

  static SheetPage.CorrectionLine correction(
      Correction correction,
      SheetLine line,
      @Nullable Awaited awaited,
      List<String> doubts,
      LocalDate today,
      boolean decides) {
    return new SheetPage.CorrectionLine(
        correction.id(),
        correction.sheetId(),
        line.entry().label(),
        told(line.indicator(), correction.kept()),
        told(line.indicator(), correction.typed()),
        SheetLine.unit(line.indicator()),
        correction.state().label(),
        switch (correction.state()) {
          case OPEN -> "unknown";
          case ACCEPTED -> "met";
          case REFUSED -> "not";
        },
        correction.reason(),
        correction.askedBy(),
        correction.askedOn(),
        correction.dueOn(),
        correction.open() && today.isAfter(correction.dueOn()),
        answer(correction),
        awaited == null ? null : awaited.sentence(),
        doubts,
        decides && correction.open(),
        "");
  }

  private static SheetPage.@Nullable Answer answer(Correction correction) {
    LocalDate on = correction.answeredOn();
    String as = correction.answeredAs();
    String by = correction.answeredBy();
    return on == null || as == null || by == null
        ? null
        : new SheetPage.Answer(
            on,
            as,
            by,
            correction.state().label()
                + (correction.answer() == null ? "" : "：" + correction.answer()));
  }

  /// What a field holds, in words; what cannot be read as it was typed.
  static String told(Indicator indicator, String field) {
    return switch (indicator.kind()) {
      case AMOUNT, PERCENT, COUNT, RANK ->
          NUMBER.matcher(field).matches()
              ? Shown.exact(new BigDecimal(field), indicator.unit())
              : field;
      case CHOICE, FLAG, DATE ->
          options(indicator).stream()
              .filter(option -> option.value().equals(field))
              .map(Choice::label)
              .findFirst()
              .orElse(field);
    };
  }
}
