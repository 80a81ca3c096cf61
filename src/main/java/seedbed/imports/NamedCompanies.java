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
          row.number(),
          company == null ? null : company.id(),
          List.copyOf(found.list()),
          found.candidates().isEmpty() ? null : doubt());
    }

    private Checked.Doubt doubt() {
      return new Checked.Doubt(
          row.number(), name == null ? String.valueOf(code) : name, found.candidates());
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
    @Nullable Company chosen = lookup.chosen(draft.row().number());
    if (chosen != null) {
      return chosen;
    }
    if (found.wrong()) {
      return null;
    }
    return switch (Match.of(draft.name(), draft.code(), clues(draft, known))) {
      case Match.Sure(var company) -> company;
      case Match.Doubtful doubt -> {
        found.doubt(doubt);
        yield null;
      }
      case Match.None() -> {
        unknown(draft);
        yield null;
      }
    };
  }

  // A company that somebody else looks after is answered like one that there is not.
  private Match.Clues clues(Draft draft, CompanyLookup.Found known) {
    String name = draft.name();
    CreditCode code = draft.code();
    return new Match.Clues(
        name == null ? null : within(known.named(name)),
        code == null ? null : within(known.byCode().get(code)),
        name == null ? List.of() : known.called(name).stream().filter(lookup::covers).toList(),
        name == null ? List.of() : known.onceNamed(name).stream().filter(lookup::covers).toList());
  }

  private @Nullable Company within(@Nullable Company company) {
    return company == null || lookup.covers(company) ? company : null;
  }

  private void unknown(Draft draft) {
    String name = draft.name();
    if (name == null && draft.code() == null) {
      draft.found().error(Form.NAME, "没有填写企业", "填写企业名称或统一社会信用代码");
      return;
    }
    // Looking for similar names takes a query each; a file of strangers would take for ever.
    List<Company> similar =
        name == null || ++suggestions > SUGGESTIONS_IN_ALL ? List.of() : lookup.suggestions(name);
    if (!similar.isEmpty()) {
      draft
          .found()
          .doubt(
              new Match.Doubtful(
                  Form.NAME,
                  "不是登记的全称，不能确定是哪一家企业",
                  similar.stream().map(company -> new Match.Candidate(company, "名称相近")).toList()));
      return;
    }
    draft
        .found()
        .error(name == null ? Form.CREDIT_CODE : Form.NAME, "管辖范围内没有这家企业", "先用“企业”模板导入这家企业，或核对名称");
  }
}
