package seedbed.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.Figure;
import seedbed.figure.FigureSheet;
import seedbed.figure.Figures;
import seedbed.figure.Period;
import seedbed.figure.ShownValue;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;
import seedbed.spreadsheet.SheetRow;

/// Checks rows that give figures of companies for a year, a day, or both.
final class FigureCheck implements RowCheck {

  private static final int FIRST_YEAR = 1990;

  /// Who reports what from which document, and when.
  ///
  /// @param place how the sheet is named in a source, as in 工作表“年度指标”; empty for text files
  /// @param corrected documents whose figures give way to these
  record Report(
      String document,
      String place,
      Set<String> corrected,
      String by,
      Instant at,
      LocalDate today) {

    boolean replaces(Figure figure) {
      return corrected.contains(figure.source().document());
    }

    boolean own(Figure figure) {
      return figure.source().document().equals(document);
    }
  }

  private record Occurrence(long companyId, Period period) {}

  private record Subject(String indicator, Period period) {}

  private final Heading heading;
  private final NamedCompanies companies;
  private final Figures figures;
  private final Report report;
  private final List<Heading.Column> yearly;
  private final List<Heading.Column> daily;
  private final Map<Occurrence, Integer> rows = new HashMap<>();
  private final Jumps jumps = new Jumps();

  FigureCheck(Heading heading, CompanyLookup.Within lookup, Figures figures, Report report) {
    this.heading = heading;
    companies = new NamedCompanies(heading, lookup);
    this.figures = figures;
    this.report = report;
    yearly = columns(Indicator.Period.YEAR);
    daily = columns(Indicator.Period.DAY);
  }

  @Override
  public List<Checked> check(List<SheetRow> sheetRows) {
    List<NamedCompanies.Draft> drafts = companies.of(sheetRows);
    Map<Long, Map<Subject, Entry>> stored = stored(drafts);
    drafts.forEach(this::noteAmounts);
    return drafts.stream()
        .map(draft -> {
          Company company = draft.company();
          return company == null
              ? draft.wrong()
              : judge(draft, company, stored.getOrDefault(company.id(), Map.of()));
        })
        .toList();
  }

  // Of two amounts a thousandfold apart either may be the wrong one, so both rows must be marked
  // and
  // the earlier one has to know of the later.
  private void noteAmounts(NamedCompanies.Draft draft) {
    Company company = draft.company();
    if (company == null
        || !(readYear(draft.found()) instanceof Reading.Given<Integer>(var year, _))) {
      return;
    }
    for (Heading.Column column : yearly) {
      Indicator indicator = Objects.requireNonNull(column.field().indicator());
      SheetCell cell = draft.row().cell(column.index());
      if (indicator.kind() == Indicator.Kind.AMOUNT
          && FigureReading.read(indicator, cell, report.today())
              instanceof Reading.Given<Value>(Value.Decimal(var amount), _)) {
        jumps.note(company.id(), indicator.code(), year, draft.row().number(), amount);
      }
    }
  }

  private Checked judge(NamedCompanies.Draft draft, Company company, Map<Subject, Entry> stored) {
    RowFindings found = draft.found();
    boolean anyYearly = any(draft.row(), yearly);
    boolean anyDaily = any(draft.row(), daily);
    if (!anyYearly && !anyDaily) {
      found.error(Form.NAME, "这一行没有填写任何指标", "补填指标，或删除这一行");
    }
    @Nullable Period year = anyYearly ? year(found, company) : null;
    @Nullable Period day = anyDaily ? day(found, company) : null;
    Map<Indicator, Value> values = new LinkedHashMap<>();
    List<Figure> fresh = new ArrayList<>();
    if (year != null) {
      fresh.addAll(read(draft, company, year, yearly, stored, values));
    }
    if (day != null) {
      fresh.addAll(read(draft, company, day, daily, stored, values));
    }
    Set<String> news = fresh.stream().map(Figure::indicator).collect(Collectors.toSet());
    new Plausibility(found, values, news).remark();
    int row = draft.row().number();
    return !found.wrong() && !values.isEmpty() && fresh.isEmpty()
        ? new Checked.Known(row, List.copyOf(found.list()))
        : Checked.of(row, new Checked.NewFigures(List.copyOf(fresh)), found.list());
  }

  private @Nullable Period year(RowFindings found, Company company) {
    if (found.cell(Form.YEAR).blank()) {
      found.error(Form.YEAR, "填了年度指标，没有填年度", "补填年度，例如 " + (report.today().getYear() - 1));
      return null;
    }
    @Nullable Integer year = found.taken(Form.YEAR, readYear(found));
    return year == null ? null : once(found, company, Form.YEAR, Period.year(year));
  }

  private Reading<Integer> readYear(RowFindings found) {
    return CellReading.words(found.cell(Form.YEAR))
        .then(words -> year(words.replaceFirst("(年|年度)$", "")));
  }

  private Reading<Integer> year(String words) {
    if (!words.matches("[0-9]{4}")) {
      return Reading.wrong("“" + words + "”不是年度", "填四位年份，例如 " + (report.today().getYear() - 1));
    }
    int year = Integer.parseInt(words);
    if (year >= report.today().getYear()) {
      return Reading.wrong(year + " 年尚未结束，没有全年数", "填已经结束的年度");
    }
    return year < FIRST_YEAR ? Reading.wrong("年度 " + year + " 过早", "核对年度") : Reading.given(year);
  }

  private @Nullable Period day(RowFindings found, Company company) {
    if (found.cell(Form.DAY).blank()) {
      found.error(Form.DAY, "填了时点指标，没有填截至日期", "补填这些情况是截至哪一天的");
      return null;
    }
    @Nullable LocalDate day =
        found.taken(
            Form.DAY,
            CellReading.day(found.cell(Form.DAY))
                .then(read ->
                    read.isAfter(report.today()) || read.getYear() < FIRST_YEAR
                        ? Reading.wrong("截至日期 " + read + " 不可能", "填今天或以前的日期")
                        : Reading.given(read)));
    return day == null ? null : once(found, company, Form.DAY, Period.day(day));
  }

  private @Nullable Period once(RowFindings found, Company company, String key, Period period) {
    @Nullable Integer earlier = rows.putIfAbsent(new Occurrence(company.id(), period), found.row());
    if (earlier != null) {
      found.error(
          key,
          "与第 " + earlier + " 行重复（同一企业、" + period.label() + "）",
          "只保留一行，或改正" + (key.equals(Form.YEAR) ? "年度" : "日期"));
      return null;
    }
    return period;
  }

  /// Returns what is new and adds all values that the row has for the period to the others.
  private List<Figure> read(
      NamedCompanies.Draft draft,
      Company company,
      Period period,
      List<Heading.Column> columns,
      Map<Subject, Entry> stored,
      Map<Indicator, Value> values) {
    List<Figure> fresh = new ArrayList<>();
    for (Heading.Column column : columns) {
      SheetCell cell = draft.row().cell(column.index());
      if (cell.blank()) {
        continue;
      }
      Indicator indicator = Objects.requireNonNull(column.field().indicator());
      @Nullable Value value =
          draft
              .found()
              .taken(indicator.code(), FigureReading.read(indicator, cell, report.today()));
      if (value == null) {
        continue;
      }
      values.put(indicator, value);
      if (!known(stored.get(new Subject(indicator.code(), period)), value)) {
        compare(draft.found(), company, indicator, period, value, stored);
        fresh.add(figure(draft.row(), company, indicator, period, value));
      }
    }
    return fresh;
  }

  private Figure figure(
      SheetRow row, Company company, Indicator indicator, Period period, Value value) {
    return Figure.reported(
        company.id(),
        indicator.code(),
        period,
        value,
        new Source(report.document(), report.place() + "第 " + row.number() + " 行"),
        report.by(),
        report.at());
  }

  // The same document may have moved its rows; what it says is still the same.
  private boolean known(@Nullable Entry entry, Value value) {
    return entry != null
        && entry.live().stream()
            .map(Attested::figure)
            .anyMatch(figure ->
                figure.value().equals(value) && (report.own(figure) || report.replaces(figure)));
  }

  private void compare(
      RowFindings found,
      Company company,
      Indicator indicator,
      Period period,
      Value value,
      Map<Subject, Entry> stored) {
    if (indicator.kind() == Indicator.Kind.AMOUNT
        && period instanceof Period.Year(var year)
        && value instanceof Value.Decimal(var amount)) {
      @Nullable String jump =
          jumps.noticed(
              company.id(),
              indicator.code(),
              year,
              amount,
              other -> amount(stored.get(new Subject(indicator.code(), Period.year(other)))));
      if (jump != null) {
        found.caution(indicator.code(), jump, "确认单位是万元；确实如此的可以继续导入");
        return;
      }
    }
    @Nullable Entry entry = stored.get(new Subject(indicator.code(), period));
    if (entry != null) {
      entry.live().stream()
          .map(Attested::figure)
          .filter(figure -> !report.own(figure) && !report.replaces(figure))
          .filter(figure -> !figure.value().equals(value))
          .findFirst()
          .ifPresent(other ->
              found.caution(
                  indicator.code(),
                  "与“%s”登记的 %s 不一致"
                      .formatted(
                          other.source().document(), ShownValue.of(indicator, other.value())),
                  "确认无误的可以继续导入，两个来源并列，待核实后取用"));
    }
  }

  // What is about to be put right proves nothing about its correction.
  private @Nullable BigDecimal amount(@Nullable Entry entry) {
    return entry == null
        ? null
        : entry.live().stream()
            .map(Attested::figure)
            .filter(figure -> !report.replaces(figure))
            .map(figure -> figure.value() instanceof Value.Decimal(var number) ? number : null)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private Map<Long, Map<Subject, Entry>> stored(List<NamedCompanies.Draft> drafts) {
    Set<Long> ids = NamedCompanies.ids(drafts);
    Map<Long, Map<Subject, Entry>> stored = new HashMap<>();
    for (FigureSheet sheet : figures.ofCompanies(List.copyOf(ids), Figures.LATEST)) {
      Map<Subject, Entry> entries = new HashMap<>();
      for (Entry entry : sheet.entries()) {
        entries.put(new Subject(entry.indicator(), entry.period()), entry);
      }
      stored.put(sheet.companyId(), entries);
    }
    return stored;
  }

  private List<Heading.Column> columns(Indicator.Period period) {
    return heading.indicators().stream()
        .filter(column ->
            column.field().indicator() != null && column.field().indicator().period() == period)
        .toList();
  }

  private static boolean any(SheetRow row, List<Heading.Column> columns) {
    return columns.stream().anyMatch(column -> !row.cell(column.index()).blank());
  }
}
