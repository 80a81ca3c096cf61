package seedbed.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.spreadsheet.CellReading;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetRow;

/// Finds the companies that the rows of one file speak of, or says why it is not clear.
final class NamedCompanies {

  private static final int SUGGESTIONS_IN_ALL = 50;

  private final Heading heading;
  private final CompanyLookup.Within lookup;
  private int suggestions;

  NamedCompanies(Heading heading, CompanyLookup.Within lookup) {
    this.heading = heading;
    this.lookup = lookup;
  }

  /// A row with what is wrong in it so far.
  ///
  /// @param company null when none was found, which is then among the findings
  record Draft(
      SheetRow row,
      RowFindings found,
      @Nullable String name,
      @Nullable CreditCode code,
      @Nullable Company company) {

    Checked wrong() {
      return new Checked.Wrong(
          row.number(), company == null ? null : company.id(), List.copyOf(found.list()));
    }

    private Draft of(@Nullable Company known) {
      return new Draft(row, found, name, code, known);
    }
  }

  List<Draft> of(List<SheetRow> rows) {
    List<Draft> drafts = rows.stream().map(this::draft).toList();
    CompanyLookup.Found known =
        lookup.find(
            drafts.stream().map(Draft::name).filter(Objects::nonNull).toList(),
            drafts.stream().map(Draft::code).filter(Objects::nonNull).toList());
    return drafts.stream().map(draft -> draft.of(company(draft, known))).toList();
  }

  static Set<Long> ids(List<Draft> drafts) {
    Set<Long> ids = new HashSet<>();
    for (Draft draft : drafts) {
      if (draft.company() != null) {
        ids.add(draft.company().id());
      }
    }
    return ids;
  }

  private Draft draft(SheetRow row) {
    RowFindings found = new RowFindings(heading, row);
    @Nullable String name = found.taken(Form.NAME, CellReading.words(found.cell(Form.NAME)));
    @Nullable CreditCode code =
        found.taken(
            Form.CREDIT_CODE,
            CellReading.words(found.cell(Form.CREDIT_CODE))
                .then(words ->
                    switch (CreditCode.read(words)) {
                      // The company is stored with this code already; whether it is unusual was
                      // looked at then.
                      case CreditCode.Accepted(var accepted, _) -> Reading.given(accepted);
                      case CreditCode.Refused(var reason) ->
                          Reading.wrong(reason.replaceFirst("。$", ""), "对照营业执照改正，或留空按名称识别");
                    }));
    return new Draft(row, found, name, code, null);
  }

  private @Nullable Company company(Draft draft, CompanyLookup.Found known) {
    RowFindings found = draft.found();
    if (found.wrong()) {
      return null;
    }
    String name = draft.name();
    CreditCode code = draft.code();
    @Nullable Company byName = name == null ? null : within(known.named(name));
    @Nullable Company byCode = code == null ? null : within(known.byCode().get(code));
    if (code != null) {
      if (byCode != null) {
        return named(byCode, name, found);
      }
      if (byName != null && byName.creditCode() != null) {
        found.error(
            Form.CREDIT_CODE,
            "库中“" + byName.name() + "”的代码是 " + byName.creditCode() + "，与本行不同",
            "核对是否填错代码，或两家企业重名");
        return null;
      }
    }
    if (byName == null) {
      unknown(draft);
    }
    return byName;
  }

  // A company that somebody else looks after is answered like one that there is not.
  private @Nullable Company within(@Nullable Company company) {
    return company == null || lookup.covers(company) ? company : null;
  }

  private static @Nullable Company named(
      Company company, @Nullable String name, RowFindings found) {
    if (name == null
        || CompanyLookup.key(name).equals(CompanyLookup.key(company.name()))
        || name.equals(company.shortName())) {
      return company;
    }
    found.error(
        Form.CREDIT_CODE, "该代码属于“" + company.name() + "”，本行名称是“" + name + "”", "核对代码和名称，改正其中之一");
    return null;
  }

  private void unknown(Draft draft) {
    String name = draft.name();
    if (name == null && draft.code() == null) {
      draft.found().error(Form.NAME, "没有填写企业", "填写企业名称或统一社会信用代码");
      return;
    }
    // Looking for similar names takes a query each; a file of strangers would take for ever.
    List<String> similar =
        name == null || ++suggestions > SUGGESTIONS_IN_ALL ? List.of() : lookup.suggestions(name);
    draft
        .found()
        .error(
            name == null ? Form.CREDIT_CODE : Form.NAME,
            similar.size() > 1 ? "不能确定是哪一家企业" : "管辖范围内没有这家企业",
            similar.isEmpty()
                ? "先用“企业”模板导入这家企业，或核对名称"
                : "写全名称或补填代码；是否为：" + String.join("、", similar));
  }
}
