package seedbed.sheet;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.SheetPlan;
import seedbed.figure.Entry;
import seedbed.figure.Figures;
import seedbed.verdict.Supposed;
import seedbed.web.FieldError;

/// Puts together what an operating sheet says and what earlier ones said.
@Singleton
class OperatingFiles {

  private static final int LONGEST_ANSWER = 200;
  private static final String REVENUE = "revenue";

  private final Operatings sheets;
  private final OperatingRows rows;
  private final SheetCalendar calendar;
  private final Figures figures;
  private final OperatingSettings settings;
  private final OperatingCautions cautions;

  OperatingFiles(
      Operatings sheets,
      OperatingRows rows,
      SheetCalendar calendar,
      Figures figures,
      SheetPlan plan,
      OperatingSettings settings) {
    this.sheets = sheets;
    this.rows = rows;
    this.calendar = calendar;
    this.figures = figures;
    this.settings = settings;
    cautions = new OperatingCautions(settings.unlikelyTimes(), plan.jumps().unit());
  }

  OperatingFile of(Operating sheet) {
    return of(sheet, rows.answers(sheet.id()));
  }

  /// What it would be with what a form says; what the form does not hold stays.
  OperatingFile typed(Operating sheet, Map<String, @Nullable Object> form) {
    Map<String, String> typed = new LinkedHashMap<>(rows.answers(sheet.id()));
    for (OperatingField field : OperatingField.values()) {
      if (form.containsKey(field.code())) {
        Object value = form.get(field.code());
        String text = value == null ? "" : value.toString().strip();
        typed.put(
            field.code(),
            text.length() <= LONGEST_ANSWER ? text : text.substring(0, LONGEST_ANSWER));
      }
    }
    return of(sheet, typed);
  }

  private OperatingFile of(Operating sheet, Map<String, String> typed) {
    OperatingPast past = past(sheet);
    List<FieldError> errors = new ArrayList<>();
    OperatingNumbers now = read(sheet, typed, errors);
    errors.addAll(OperatingChecks.errors(now, past.sinceJanuary()));
    return new OperatingFile(
        sheet,
        typed,
        now,
        past.lastYear(),
        List.copyOf(errors),
        cautions.of(now, past),
        OperatingChecks.warnings(sheet.period(), now, past.lastYear(), settings));
  }

  private OperatingPast past(Operating sheet) {
    OperatingPeriod period = sheet.period();
    OperatingPeriod earlier = calendar.before(period);
    return new OperatingPast(
        period,
        earlier,
        handedIn(sheet, earlier),
        handedIn(sheet, period.lastYear()),
        figures
            .ofCompany(sheet.companyId(), Figures.LATEST)
            .ofYear(REVENUE, period.year() - 1)
            .flatMap(Entry::decided)
            .flatMap(attested -> SheetLine.number(attested.figure().value()))
            .orElse(null));
  }

  private OperatingNumbers handedIn(Operating sheet, OperatingPeriod period) {
    return sheets
        .findByCompanyIdAndAboutYearAndThroughMonth(
            sheet.companyId(), period.year(), period.throughMonth())
        .map(Operating::handedIn)
        .orElse(OperatingNumbers.NONE);
  }

  private static OperatingNumbers read(
      Operating sheet, Map<String, String> typed, List<FieldError> errors) {
    Map<OperatingField, BigDecimal> numbers = new EnumMap<>(OperatingField.class);
    for (OperatingField field : OperatingField.values()) {
      String text = typed.getOrDefault(field.code(), "");
      switch (Supposed.read(field.cell(), text, sheet.period().lastDay())) {
        case Supposed.Wrong(var sentence) -> errors.add(new FieldError(field.code(), sentence));
        case Supposed.Value(var value) -> {
          if (value != null) {
            numbers.put(field, value);
          }
        }
      }
    }
    return new OperatingNumbers(numbers);
  }
}
