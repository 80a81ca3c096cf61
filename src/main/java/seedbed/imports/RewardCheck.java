package seedbed.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.archive.Citing;
import seedbed.company.Company;
import seedbed.criteria.Level;
import seedbed.reward.Grant;
import seedbed.reward.Rewarding;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetRow;

/// Checks rows that each say what a company was granted. What is entered already is neither entered
/// twice nor changed.
final class RewardCheck implements RowCheck {

  private record Occurrence(long companyId, int year, String item, String document) {}

  private final NamedCompanies companies;
  private final Rewarding rewarding;
  private final Citing citing;
  private final String regionCode;
  private final LocalDate today;
  private final Map<Occurrence, Integer> rows = new HashMap<>();
  // A list cites few documents, most often one.
  private final Map<String, Optional<Long>> cited = new HashMap<>();

  /// @param regionCode of the unit in whose archive the decisions are
  RewardCheck(
      Heading heading,
      CompanyLookup.Within lookup,
      Rewarding rewarding,
      Citing citing,
      String regionCode,
      LocalDate today) {
    companies = new NamedCompanies(heading, lookup);
    this.rewarding = rewarding;
    this.citing = citing;
    this.regionCode = regionCode;
    this.today = today;
  }

  @Override
  public List<Checked> check(List<SheetRow> sheetRows) {
    List<NamedCompanies.Draft> drafts = companies.of(sheetRows);
    Rewarding.Register register = rewarding.register(NamedCompanies.ids(drafts));
    List<Checked> checked = new ArrayList<>(drafts.size());
    for (NamedCompanies.Draft draft : drafts) {
      Company company = draft.company();
      checked.add(company == null ? draft.wrong() : judge(draft, company, register));
    }
    return checked;
  }

  private Checked judge(NamedCompanies.Draft draft, Company company, Rewarding.Register register) {
    RowFindings found = draft.found();
    Optional<Grant> read = grant(found);
    read.ifPresent(grant ->
        grant
            .faults(today)
            .forEach(fault -> found.error(key(fault.part()), fault.reason(), fault.remedy())));
    if (read.isEmpty() || found.wrong()) {
      return draft.wrong();
    }
    Grant grant = read.get();
    once(found, company, grant);
    Optional<Rewarding.Earlier> earlier = register.earlier(company.id(), grant);
    earlier
        .filter(known -> !known.same())
        .ifPresent(known ->
            found.error(
                Form.ITEM, "已按同一文件登记（第 " + known.id() + " 号），金额与本行不同", "登记有误的先作废再导入；确为另一笔的逐条登记"));
    if (found.wrong()) {
      return draft.wrong();
    }
    return earlier.isPresent()
        ? new Checked.Known(found.row(), List.copyOf(found.list()))
        : Checked.of(
            found.row(),
            new Checked.NewReward(new Rewarding.Listed(company.id(), grant)),
            found.list());
  }

  private Optional<Grant> grant(RowFindings found) {
    BigDecimal year = must(found, Form.YEAR, CellReading.number(found.cell(Form.YEAR), "年"));
    String item = must(found, Form.ITEM, CellReading.words(found.cell(Form.ITEM)));
    Level level = must(found, Form.LEVEL, level(found));
    String document = must(found, Form.DOCUMENT, CellReading.words(found.cell(Form.DOCUMENT)));
    BigDecimal due = found.taken(Form.DUE, CellReading.number(found.cell(Form.DUE), "万元"));
    BigDecimal granted =
        found.taken(Form.GRANTED, CellReading.number(found.cell(Form.GRANTED), "万元"));
    LocalDate decided = must(found, Form.DECIDED_ON, CellReading.day(found.cell(Form.DECIDED_ON)));
    LocalDate paid = found.taken(Form.PAID_ON, CellReading.day(found.cell(Form.PAID_ON)));
    Long archived = archived(found);
    if (found.wrong()) {
      return Optional.empty();
    }
    return Optional.of(
        new Grant(
            whole(Objects.requireNonNull(year)),
            Objects.requireNonNull(item),
            Objects.requireNonNull(level),
            Objects.requireNonNull(document),
            words(found, Form.DOCUMENT_NO),
            due,
            granted,
            words(found, Form.REASON),
            Objects.requireNonNull(decided),
            paid,
            archived,
            words(found, Form.REMARK)));
  }

  // A year with a fraction, or one too long to be one, is refused as an impossible year.
  private static int whole(BigDecimal year) {
    return year.stripTrailingZeros().scale() > 0
            || year.abs().compareTo(BigDecimal.valueOf(9_999)) > 0
        ? 0
        : year.intValue();
  }

  private static <T> @Nullable T must(RowFindings found, String key, Reading<T> reading) {
    if (reading instanceof Reading.Blank<T>) {
      found.error(key, "没有填写", "补填");
      return null;
    }
    return found.taken(key, reading);
  }

  private static @Nullable String words(RowFindings found, String key) {
    return found.taken(key, CellReading.words(found.cell(key)));
  }

  private static Reading<Level> level(RowFindings found) {
    return CellReading.words(found.cell(Form.LEVEL))
        .then(words ->
            Arrays.stream(Level.values())
                .filter(level -> level.label().equals(words) || level.label().equals(words + "级"))
                .findFirst()
                .map(Reading::given)
                .orElseGet(() -> Reading.wrong("“" + words + "”不是级别", "从模板的下拉列表中选择")));
  }

  private @Nullable Long archived(RowFindings found) {
    return found.taken(
        Form.ARCHIVED,
        CellReading.words(found.cell(Form.ARCHIVED))
            .then(number ->
                cited
                    .computeIfAbsent(number, each -> citing.find(each, regionCode))
                    .map(Reading::given)
                    .orElseGet(
                        () -> Reading.wrong("本单位档案中没有编号为“" + number + "”的有效文件", "核对编号，尚未归档的留空"))));
  }

  private void once(RowFindings found, Company company, Grant grant) {
    Integer before =
        rows.putIfAbsent(
            new Occurrence(company.id(), grant.year(), grant.item(), grant.document()),
            found.row());
    if (before != null) {
      found.error(Form.ITEM, "与第 " + before + " 行重复（同一企业、年度、项目和文件）", "只保留一行；确为另一笔的逐条登记");
    }
  }

  private static String key(Grant.Part part) {
    return switch (part) {
      case COMPANY -> Form.NAME;
      case YEAR -> Form.YEAR;
      case ITEM -> Form.ITEM;
      case LEVEL -> Form.LEVEL;
      case DOCUMENT -> Form.DOCUMENT;
      case NUMBER -> Form.DOCUMENT_NO;
      case DUE -> Form.DUE;
      case GRANTED -> Form.GRANTED;
      case REASON -> Form.REASON;
      case DECIDED_ON -> Form.DECIDED_ON;
      case PAID_ON -> Form.PAID_ON;
      case ARCHIVED -> Form.ARCHIVED;
      case REMARK -> Form.REMARK;
    };
  }
}
