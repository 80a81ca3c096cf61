package seedbed.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.admission.ListAdmission;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.criteria.Titles;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;
import seedbed.spreadsheet.SheetRow;

/// Checks rows that say which titles companies hold, and when somebody found those complete. What
/// is registered already is completed, never overwritten.
final class TitleCheck implements RowCheck {

  private static final int LONGEST_DOCUMENT = 200;
  private static final int LONGEST_BATCH = 60;
  private static final LocalDate OLDEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST_END = LocalDate.of(2100, 12, 31);

  /// What is the same for all rows.
  ///
  /// @param announced what an announced list says of all its rows; null for any other file
  record Report(String document, @Nullable Announcement announced, LocalDate today) {}

  private record Start(LocalDate day, FromPrecision precision) {}

  private record Occurrence(long companyId, String title, LocalDate from) {}

  private final NamedCompanies companies;
  private final TitleHoldings holdings;
  private final Titles titles;
  private final ListAdmission admission;
  private final Report report;
  private final LocalDate today;
  private final Map<Occurrence, Integer> rows = new HashMap<>();
  private final Map<Long, LocalDate> checkedDays = new HashMap<>();
  private final Map<Long, List<TitleHolding>> earlier = new HashMap<>();

  TitleCheck(
      Heading heading,
      CompanyLookup.Within lookup,
      TitleHoldings holdings,
      Titles titles,
      ListAdmission admission,
      Report report) {
    companies = new NamedCompanies(heading, lookup);
    this.holdings = holdings;
    this.titles = titles;
    this.admission = admission;
    this.report = report;
    today = report.today();
  }

  @Override
  public List<Checked> check(List<SheetRow> sheetRows) {
    List<NamedCompanies.Draft> drafts = companies.of(sheetRows);
    Set<Long> ids = NamedCompanies.ids(drafts);
    List<TitleHolding> stored =
        ids.isEmpty() ? List.of() : holdings.findByCompanyIdInOrderByCompanyId(ids);
    Map<Long, List<TitleHolding>> known =
        stored.stream().collect(Collectors.groupingBy(TitleHolding::companyId));
    Map<Long, List<ListAdmission.Open>> open = admission.open(ids);
    List<Checked> checked = new ArrayList<>(drafts.size());
    for (NamedCompanies.Draft draft : drafts) {
      Company company = draft.company();
      checked.add(
          company == null
              ? draft.wrong()
              : judge(
                  draft,
                  company,
                  known.getOrDefault(company.id(), List.of()),
                  open.getOrDefault(company.id(), List.of())));
    }
    return checked;
  }

  private Checked judge(
      NamedCompanies.Draft draft,
      Company company,
      List<TitleHolding> known,
      List<ListAdmission.Open> open) {
    RowFindings found = draft.found();
    int row = found.row();
    if (report.announced() == null
        && found.cell(Form.TITLE).blank()
        && found.cell(Form.CHECKED_ON).blank()) {
      found.error(Form.TITLE, "没有填写称号，也没有填写核对日期", "补填其中一项，或删除这一行");
    }
    @Nullable LocalDate day = checkedOn(found, company);
    @Nullable Announcement announced = report.announced();
    @Nullable TitleHolding given =
        announced == null
            ? holding(found, company)
            : once(found, announced(found, company, announced));
    if (found.wrong()) {
      return draft.wrong();
    }
    @Nullable TitleHolding news = given == null ? null : news(found, given, known);
    if (news != null && admits(news, today)) {
      ends(found, news, open);
    }
    if (found.wrong()) {
      return draft.wrong();
    }
    return news == null && day == null
        ? new Checked.Known(row, List.copyOf(found.list()))
        : Checked.of(row, new Checked.NewTitle(company.id(), news, day), found.list());
  }

  /// Whether what a row brings is a new place or title that goes on.
  static boolean admits(TitleHolding holding, LocalDate today) {
    LocalDate end = holding.heldTo();
    return holding.id() == 0 && (end == null || end.isAfter(today));
  }

  private static void ends(RowFindings found, TitleHolding news, List<ListAdmission.Open> open) {
    open.stream()
        .filter(each -> each.title().equals(news.title()))
        .forEach(each ->
            found.caution(
                Form.NAME,
                "企业有办理中的第 " + each.id() + " 号入库申请，导入后该申请随之办结，不再办理",
                "核对；不应办结的，从名单中去掉这一行"));
  }

  // Several rows of a company usually repeat the day.
  private @Nullable LocalDate checkedOn(RowFindings found, Company company) {
    @Nullable LocalDate day =
        found.taken(
            Form.CHECKED_ON,
            CellReading.day(found.cell(Form.CHECKED_ON))
                .then(read ->
                    read.isAfter(today) || read.isBefore(OLDEST)
                        ? Reading.wrong("核对日期 " + read + " 不可能", "填今天或以前的日期")
                        : Reading.given(read)));
    if (day == null) {
      return null;
    }
    @Nullable LocalDate earlier = checkedDays.putIfAbsent(company.id(), day);
    if (earlier != null && !earlier.equals(day)) {
      found.error(Form.CHECKED_ON, "同一企业前面的行填的是 " + earlier, "一家企业只有一个核对日期");
    }
    LocalDate stored = company.titlesCheckedOn();
    return earlier != null || (stored != null && !day.isBefore(stored)) ? null : day;
  }

  private TitleHolding announced(RowFindings found, Company company, Announcement announced) {
    return new TitleHolding(
        0,
        company.id(),
        announced.title(),
        announced.heldFrom(),
        FromPrecision.DAY,
        announced.lastDay() == null ? null : announced.lastDay().plusDays(1),
        today,
        null,
        announced.batch(),
        announced.document(),
        null,
        source(found));
  }

  private String source(RowFindings found) {
    return report.document() + "，第 " + found.row() + " 行";
  }

  private @Nullable TitleHolding holding(RowFindings found, Company company) {
    if (found.cell(Form.TITLE).blank()) {
      return null;
    }
    @Nullable String title = found.taken(Form.TITLE, title(found));
    @Nullable String document = words(found, Form.DOCUMENT, LONGEST_DOCUMENT);
    @Nullable Start start =
        found.taken(
            Form.HELD_FROM, CellReading.words(found.cell(Form.HELD_FROM)).then(this::start));
    @Nullable LocalDate lastDay = lastDay(found);
    for (String key : List.of(Form.DOCUMENT, Form.HELD_FROM)) {
      if (found.cell(key).blank()) {
        found.error(key, "填了称号，没有填写这一栏", "补填");
      }
    }
    if (title == null || document == null || start == null || found.wrong()) {
      return null;
    }
    if (lastDay != null && lastDay.isBefore(start.day())) {
      found.error(Form.LAST_DAY, "有效期至 " + lastDay + " 早于起始日期", "核对两个日期");
      return null;
    }
    return once(
        found,
        new TitleHolding(
            0,
            company.id(),
            title,
            start.day(),
            start.precision(),
            lastDay == null ? null : lastDay.plusDays(1),
            today,
            null,
            words(found, Form.BATCH, LONGEST_BATCH),
            document,
            words(found, Form.END_DOCUMENT, LONGEST_DOCUMENT),
            source(found)));
  }

  private Reading<String> title(RowFindings found) {
    return CellReading.words(found.cell(Form.TITLE))
        .then(words ->
            titles.ladder().stream()
                .filter(rung -> same(words, rung.label()) || same(words, rung.shortLabel()))
                .findFirst()
                .map(rung -> Reading.given(rung.code()))
                .orElseGet(() -> Reading.wrong("“" + words + "”不在称号清单中", "从模板的下拉列表中选择")));
  }

  // Older lists give only the year; the register then keeps its last day, so that nothing is
  // claimed too early.
  private Reading<Start> start(String words) {
    String year = words.replaceFirst("年$", "");
    Reading<Start> start =
        year.matches("[0-9]{4}")
            ? Reading.given(
                new Start(LocalDate.of(Integer.parseInt(year), 12, 31), FromPrecision.YEAR))
            : CellReading.day(SheetCell.text(words))
                .then(day -> Reading.given(new Start(day, FromPrecision.DAY)));
    return start.then(read ->
        read.day().isBefore(OLDEST) || read.day().getYear() > today.getYear()
            ? Reading.wrong("起始日期 " + words + " 不可能", "核对日期")
            : Reading.given(read));
  }

  private static @Nullable LocalDate lastDay(RowFindings found) {
    return found.taken(
        Form.LAST_DAY,
        CellReading.day(found.cell(Form.LAST_DAY))
            .then(day ->
                day.isAfter(LATEST_END)
                    ? Reading.wrong("有效期至 " + day + " 不可能", "核对日期；没有载明期限的留空")
                    : Reading.given(day)));
  }

  private @Nullable TitleHolding once(RowFindings found, TitleHolding given) {
    @Nullable Integer earlier =
        rows.putIfAbsent(
            new Occurrence(given.companyId(), given.title(), given.heldFrom()), found.row());
    if (earlier == null) {
      return given;
    }
    found.error(Form.TITLE, "与第 " + earlier + " 行重复（同一企业、称号和起始日期）", "只保留一行");
    return null;
  }

  /// What the register does not say yet; null when it says all of it.
  private @Nullable TitleHolding news(
      RowFindings found, TitleHolding given, List<TitleHolding> known) {
    for (TitleHolding stored : known) {
      if (stored.title().equals(given.title()) && stored.heldFrom().equals(given.heldFrom())) {
        return completed(found, stored, given);
      }
    }
    // Earlier rows count whether they are stored by now or not: checking and storing agree.
    List<TitleHolding> before = earlier.computeIfAbsent(given.companyId(), _ -> new ArrayList<>());
    Stream.concat(known.stream(), List.copyOf(before).stream())
        .filter(stored -> stored.overlaps(given))
        .findFirst()
        .ifPresent(stored ->
            found.caution(
                Form.HELD_FROM,
                "与已登记或本表前面的同一称号（自 " + stored.heldFrom() + " 起，" + stored.documentNo() + "）时间重叠",
                "核对是否同一次认定；确为两次的可以继续导入"));
    before.add(given);
    return given;
  }

  private @Nullable TitleHolding completed(
      RowFindings found, TitleHolding stored, TitleHolding given) {
    differs(found, Form.DOCUMENT, stored.documentNo(), given.documentNo());
    @Nullable LocalDate heldTo = either(found, Form.LAST_DAY, stored.heldTo(), given.heldTo());
    @Nullable String batch = either(found, Form.BATCH, stored.batch(), given.batch());
    @Nullable String end =
        either(found, Form.END_DOCUMENT, stored.endDocument(), given.endDocument());
    TitleHolding completed =
        new TitleHolding(
            stored.id(),
            stored.companyId(),
            stored.title(),
            stored.heldFrom(),
            stored.fromPrecision(),
            heldTo,
            stored.recordedOn(),
            Objects.equals(heldTo, stored.heldTo()) ? stored.endRecordedOn() : today,
            stored.plannedTo(),
            stored.mistakenTo(),
            stored.mistakenFrom(),
            stored.mistakenUntil(),
            stored.mistakenDocument(),
            batch,
            stored.documentNo(),
            end,
            stored.source());
    return completed.equals(stored) ? null : completed;
  }

  private static <T> @Nullable T either(
      RowFindings found, String key, @Nullable T stored, @Nullable T given) {
    if (stored != null && given != null) {
      differs(found, key, stored, given);
    }
    return stored == null ? given : stored;
  }

  private static void differs(RowFindings found, String key, Object stored, Object given) {
    if (!Objects.equals(stored, given)) {
      Object before = stored instanceof LocalDate day ? day.minusDays(1) : stored;
      found.error(key, "与已登记的“" + before + "”不同", "本格改为与登记一致，或留空；导入只补充空缺，不改已登记的内容");
    }
  }

  private static @Nullable String words(RowFindings found, String key, int longest) {
    @Nullable String words = found.taken(key, CellReading.words(found.cell(key)));
    if (words != null && words.length() > longest) {
      found.error(key, "超过 " + longest + " 个字", "缩短后重新填写");
      return null;
    }
    return words;
  }

  private static boolean same(String words, String label) {
    return FormField.comparable(words).equals(FormField.comparable(label));
  }
}
