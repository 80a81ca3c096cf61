package seedbed.seed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.company.Companies;
import seedbed.nomination.NominationCasework;
import seedbed.nomination.NominationCasework.Wanted;
import seedbed.nomination.NominationCasework.Wish;

/// The three-year plan that a document prints, entry by entry in the order of its table.
@Singleton
class SourceNominations {

  private static final String FILE = "nominations-2021-2023.csv";
  private static final String COUNTY = "320682";
  private static final String NAME = "各级专精特新“小巨人”三年培育计划（2021—2023年）";
  private static final String REPORTER = "文件摘录";
  private static final LocalDate ISSUED = LocalDate.of(2021, 6, 18);
  private static final int FROM = 2021;
  private static final int TO = 2023;

  private final SeedSettings settings;
  private final NominationCasework casework;
  private final Companies companies;
  private final TransactionOperations<Connection> transactions;

  SourceNominations(
      SeedSettings settings,
      NominationCasework casework,
      Companies companies,
      TransactionOperations<Connection> transactions) {
    this.settings = settings;
    this.casework = casework;
    this.companies = companies;
    this.transactions = transactions;
  }

  /// Only where it is not there yet, and all of its companies are.
  void open() {
    if (casework.exists(COUNTY, NAME)) {
      return;
    }
    List<Wish> wishes = new ArrayList<>();
    List<NamedCsvRecord> rows = SeedFile.read(settings.seedData(), FILE).rows();
    for (NamedCsvRecord row : rows) {
      companies
          .findByName(row.getField("company"))
          .ifPresent(company ->
              wishes.add(
                  new Wish(
                      Integer.parseInt(row.getField("year")),
                      row.getField("title"),
                      company.id(),
                      row.getField("source_document") + " " + row.getField("source_place"))));
    }
    if (wishes.size() < rows.size()) {
      return;
    }
    String document = rows.getFirst().getField("source_document") + " 附件7";
    transactions.executeWrite(_ ->
        casework.enter(
            casework.open(new Wanted(COUNTY, NAME, FROM, TO, document), ISSUED, REPORTER),
            wishes,
            ISSUED,
            REPORTER));
  }
}
