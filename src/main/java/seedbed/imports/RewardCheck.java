package seedbed.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import seedbed.archive.Citing;
import seedbed.company.Company;
import seedbed.reward.Doubts;
import seedbed.reward.Grant;
import seedbed.reward.GrantDraft;
import seedbed.reward.GrantReading;
import seedbed.reward.Rewarding;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;
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

  /// A row, and what of its reward could be read.
  private record Draft(NamedCompanies.Draft row, GrantDraft grant) {}

  @Override
  public List<Checked> check(List<SheetRow> sheetRows) {
    List<Draft> drafts =
        companies.of(sheetRows).stream().map(row -> new Draft(row, read(row.found()))).toList();
    Rewarding.Register register =
        rewarding.register(NamedCompanies.ids(drafts.stream().map(Draft::row).toList()));
    Doubts doubts =
        rewarding.doubts(
            drafts.stream().map(draft -> draft.grant().item()).filter(Objects::nonNull).toList(),
            regionCode);
    return drafts.stream().map(draft -> judge(draft, register, doubts)).toList();
  }

  private GrantDraft read(RowFindings found) {
    return GrantReading.of(
        new GrantReading.Source() {
          @Override
          public SheetCell cell(Grant.Part part) {
            return found.cell(key(part));
          }

          @Override
          public Reading<String> words(Grant.Part part) {
            return CellReading.words(cell(part));
          }
        },
        number -> cited.computeIfAbsent(number, each -> citing.find(each, regionCode)));
  }

  private Checked judge(Draft draft, Rewarding.Register register, Doubts doubts) {
    RowFindings found = draft.row().found();
    Company company = draft.row().company();
    draft
        .grant()
        .faults(today)
        .forEach(fault -> found.error(key(fault.part()), fault.reason(), fault.remedy()));
    if (company == null || found.wrong()) {
      return draft.row().wrong();
    }
    Grant grant = draft.grant().grant();
    once(found, company, grant);
    Optional<Rewarding.Earlier> earlier = register.earlier(company.id(), grant);
    earlier
        .filter(known -> !known.same())
        .ifPresent(known ->
            found.error(
                Form.ITEM, "已按同一文件登记（登记编号 " + known.id() + "），金额与本行不同", "登记有误的先作废再导入；确为另一笔的逐条登记"));
    if (found.wrong()) {
      return draft.row().wrong();
    }
    if (earlier.isPresent()) {
      return new Checked.Known(found.row(), List.copyOf(found.list()));
    }
    doubts
        .of(draft.grant())
        .forEach(doubt ->
            found.caution(key(doubt.part()), doubt.reason(), doubt.remedy() + "；确实如此的可以继续导入"));
    return Checked.of(
        found.row(),
        new Checked.NewReward(new Rewarding.Listed(company.id(), grant)),
        found.list());
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
