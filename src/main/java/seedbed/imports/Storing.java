package seedbed.imports;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import seedbed.admission.ListAdmission;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Registration;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;
import seedbed.figure.Figure;
import seedbed.figure.Reporting;
import seedbed.reward.Rewarding;
import seedbed.spreadsheet.SpreadsheetFile;
import seedbed.spreadsheet.SpreadsheetLimits;
import seedbed.spreadsheet.SpreadsheetRefused;

/// Stores the rows of a checked file, all of it or nothing: the rows and the word that they are
/// stored are one transaction. Every row is checked again on the way, because the database may have
/// moved on since its user looked at the report.
@Singleton
class Storing {

  /// Rows are checked before the companies are locked: what somebody else reported in between has
  /// to be seen by the time they are stored.
  private static final TransactionDefinition EACH_STATEMENT_SEES_THE_LATEST = readCommitted();

  /// Which rows are wanted.
  enum Rows {
    /// Only if none is wrong.
    ALL,
    GOOD,
    /// Good and without anything to look at.
    CLEAN
  }

  /// What came of it.
  sealed interface Outcome {}

  record Stored(long rows, long values, long corrected) implements Outcome {}

  record Refused(String sentence) implements Outcome {}

  private final Recognising recognising;
  private final Examination examination;
  private final Registration registration;
  private final Companies companies;
  private final TitleHoldings holdings;
  private final Reporting reporting;
  private final Rewarding rewarding;
  private final Imports imports;
  private final Findings findings;
  private final Corrections corrections;
  private final ListAdmission admission;
  private final Announcements announcements;
  private final Clock clock;
  private final TransactionOperations<Connection> transactions;

  Storing(
      Recognising recognising,
      Examination examination,
      Registration registration,
      Companies companies,
      TitleHoldings holdings,
      Reporting reporting,
      Rewarding rewarding,
      Imports imports,
      Findings findings,
      Corrections corrections,
      ListAdmission admission,
      Announcements announcements,
      Clock clock,
      TransactionOperations<Connection> transactions) {
    this.recognising = recognising;
    this.examination = examination;
    this.registration = registration;
    this.companies = companies;
    this.holdings = holdings;
    this.reporting = reporting;
    this.rewarding = rewarding;
    this.imports = imports;
    this.findings = findings;
    this.corrections = corrections;
    this.admission = admission;
    this.announcements = announcements;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Leaves the transaction without a trace.
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undone(String sentence) {
      super(sentence, null, false, false);
    }
  }

  /// @param by who stores it, who need not have uploaded it
  Outcome store(Import upload, byte[] bytes, Rows wanted, String by, String runner, Ticker ticker) {
    try {
      return transactions.execute(
          EACH_STATEMENT_SEES_THE_LATEST,
          _ -> {
            Sum sum = new Sum(upload, wanted, by, seen(upload), corrections.documents(upload));
            walk(upload, bytes, ticker, sum);
            sum.finish();
            RowCounts counts = sum.counts;
            int ended =
                imports.stored(
                    upload.id(),
                    runner,
                    counts.good(),
                    counts.wrong(),
                    counts.known(),
                    counts.remarked(),
                    sum.rows,
                    sum.values,
                    sum.corrected);
            if (ended == 0) {
              throw new Ticker.Stopped();
            }
            return new Stored(sum.rows, sum.values, sum.corrected);
          });
    } catch (Undone undone) {
      return new Refused(String.valueOf(undone.getMessage()));
    }
  }

  private SeenRemarks seen(Import upload) {
    return new SeenRemarks(findings.of(upload.id(), Checking.MOST_FINDINGS));
  }

  private static TransactionDefinition readCommitted() {
    var definition = new DefaultTransactionDefinition();
    definition.setIsolationLevel(TransactionDefinition.Isolation.READ_COMMITTED);
    return definition;
  }

  private void walk(Import upload, byte[] bytes, Ticker ticker, Sum sum) {
    try {
      SpreadsheetFile file = SpreadsheetFile.open(bytes, SpreadsheetLimits.STANDARD);
      switch (recognising.recognise(file, upload)) {
        case Recognising.Known(var heading) ->
            examination.run(upload, file, heading, upload.totalRows(), ticker, sum::add);
        case Recognising.Unknown(var sentence) -> throw new Undone(sentence);
      }
    } catch (SpreadsheetRefused refused) {
      throw new Undone(refused.sentence());
    }
  }

  /// Stores slices as they pass by.
  private final class Sum {
    private final Import upload;
    private final Rows wanted;
    private final String by;
    private final SeenRemarks seen;
    private final Set<String> replaced;
    private final RowCounts counts = new RowCounts();
    private final Map<Long, LocalDate> checkedOn = new HashMap<>();
    private final Set<Long> incomplete = new HashSet<>();
    private final Set<Long> admitted = new HashSet<>();
    private long rows;
    private long values;
    private long corrected;

    Sum(Import upload, Rows wanted, String by, SeenRemarks seen, Set<String> replaced) {
      this.upload = upload;
      this.wanted = wanted;
      this.by = by;
      this.seen = seen;
      this.replaced = replaced;
    }

    void add(List<Checked> slice) {
      refuseUnseen(slice);
      counts.add(slice);
      List<Company> fresh = new ArrayList<>();
      List<Checked.NewTitle> titles = new ArrayList<>();
      List<Figure> figures = new ArrayList<>();
      List<Rewarding.Listed> granted = new ArrayList<>();
      for (Checked checked : slice) {
        switch (checked) {
          case Checked.Good(_, Checked.Content content, List<Finding> findings)
              when wanted == Rows.CLEAN && !findings.isEmpty() -> {
            // Left out, as wished.
            if (content instanceof Checked.NewTitle(var company, _, _)) {
              incomplete.add(company);
            }
          }
          case Checked.Good(_, Checked.Content content, _) -> {
            rows++;
            switch (content) {
              case Checked.NewCompany(var company) -> fresh.add(company);
              case Checked.CompletedCompany(var company) -> {
                companies.update(company);
                corrected++;
                values++;
              }
              case Checked.NewTitle title -> titles.add(title);
              case Checked.NewReward(var reward) -> granted.add(reward);
              case Checked.NewFigures(var list) -> figures.addAll(list);
            }
          }
          case Checked.Wrong wrong -> {
            if (wrong.companyId() != null) {
              incomplete.add(wrong.companyId());
            }
          }
          case Checked.Known _ -> {
            // nothing to add
          }
        }
      }
      values += registration.register(fresh).size();
      hold(titles);
      if (!rewarding.enterAll(granted, upload.id(), by)) {
        throw new Undone("检查以后，有人登记了其中的奖励。没有登记任何数据，请重新检查后再导入。");
      }
      values += granted.size();
      Reporting.Reported reported = reporting.report(figures, replaced);
      values += reported.added().size();
      corrected += reported.corrections();
    }

    private void hold(List<Checked.NewTitle> titles) {
      List<TitleHolding> fresh = new ArrayList<>();
      for (Checked.NewTitle title : titles) {
        TitleHolding holding = title.holding();
        if (holding != null && holding.id() == 0) {
          fresh.add(holding);
        } else if (holding != null) {
          holdings.update(holding);
          corrected++;
          values++;
        }
        if (title.checkedOn() != null) {
          checkedOn.put(title.companyId(), title.checkedOn());
        }
      }
      registration.hold(fresh);
      values += fresh.size();
      admit(fresh);
    }

    private void admit(List<TitleHolding> fresh) {
      LocalDate today = LocalDate.now(clock);
      fresh.forEach(holding -> admitted.add(holding.companyId()));
      fresh.stream()
          .filter(holding -> TitleCheck.admits(holding, today))
          .collect(
              Collectors.groupingBy(
                  holding -> List.of(holding.title(), holding.documentNo()),
                  Collectors.mapping(TitleHolding::companyId, Collectors.toSet())))
          .forEach((named, ids) ->
              admission.close(named.getFirst(), ids, named.getLast(), upload.uploadedBy()));
    }

    /// A register is complete only if none of its rows stayed behind. The document of a list that
    /// admits gets its number.
    void finish() {
      announcements
          .findByImportId(upload.id())
          .filter(announced -> !admitted.isEmpty() && admission.pool(announced.title()))
          .ifPresent(announced ->
              admission.enter(
                  new ListAdmission.Order(
                      announced.title(),
                      announced.document(),
                      announced.heldFrom(),
                      upload.regionCode(),
                      ImportOrigin.KIND,
                      upload.id()),
                  admitted,
                  upload.uploadedBy()));
      checkedOn.keySet().removeAll(incomplete);
      checkedOn.forEach(companies::titlesChecked);
    }

    private void refuseUnseen(List<Checked> slice) {
      slice.stream()
          .filter(seen::lack)
          .findFirst()
          .ifPresent(row -> {
            throw new Undone(
                "库中数据已变化，与检查时不同：第 " + row.row() + " 行有了检查时没有的提示或错误。没有登记任何数据，请重新检查后再导入。");
          });
    }
  }
}
