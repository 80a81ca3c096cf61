package seedbed.imports;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import seedbed.admission.ListAdmission;
import seedbed.archive.Citing;
import seedbed.company.TitleHoldings;
import seedbed.criteria.Titles;
import seedbed.figure.Figures;
import seedbed.reward.Rewarding;
import seedbed.spreadsheet.CsvFile;
import seedbed.spreadsheet.SheetRow;
import seedbed.spreadsheet.SpreadsheetFile;
import seedbed.spreadsheet.SpreadsheetRefused;

/// Walks a file in slices, so that its length does not matter, and checks every row.
@Singleton
class Examination {

  private static final int ROWS_AT_ONCE = 500;

  private final Forms forms;
  private final CompanyLookup lookup;
  private final Figures figures;
  private final TitleHoldings titles;
  private final Titles rungs;
  private final ListAdmission admission;
  private final Rewarding rewarding;
  private final Citing citing;
  private final Corrections corrections;
  private final Announcements announcements;
  private final Clock clock;

  Examination(
      Forms forms,
      CompanyLookup lookup,
      Figures figures,
      TitleHoldings titles,
      Titles rungs,
      ListAdmission admission,
      Rewarding rewarding,
      Citing citing,
      Corrections corrections,
      Announcements announcements,
      Clock clock) {
    this.forms = forms;
    this.lookup = lookup;
    this.figures = figures;
    this.titles = titles;
    this.rungs = rungs;
    this.admission = admission;
    this.rewarding = rewarding;
    this.citing = citing;
    this.corrections = corrections;
    this.announcements = announcements;
    this.clock = clock;
  }

  /// How many rows stand below the head.
  long count(SpreadsheetFile file, Heading heading) throws SpreadsheetRefused {
    long[] rows = {0};
    file.read(
        heading.sheet(),
        row -> {
          if (row.number() > heading.row()) {
            rows[0]++;
          }
          return true;
        });
    return rows[0];
  }

  /// Hands every row on, checked, in slices and in order.
  void run(
      Import upload,
      SpreadsheetFile file,
      Heading heading,
      long total,
      Ticker ticker,
      Consumer<List<Checked>> slices)
      throws SpreadsheetRefused {
    RowCheck check = check(upload, heading);
    List<SheetRow> waiting = new ArrayList<>(ROWS_AT_ONCE);
    long[] done = {0};
    file.read(
        heading.sheet(),
        row -> {
          if (row.number() > heading.row()) {
            waiting.add(row);
          }
          if (waiting.size() == ROWS_AT_ONCE) {
            slices.accept(check.check(waiting));
            done[0] += waiting.size();
            ticker.reached(done[0], total);
            waiting.clear();
          }
          return true;
        });
    if (!waiting.isEmpty()) {
      slices.accept(check.check(waiting));
      ticker.reached(done[0] + waiting.size(), total);
    }
  }

  private RowCheck check(Import upload, Heading heading) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.now(clock);
    return switch (heading.form().kind()) {
      case COMPANIES ->
          new CompanyCheck(
              heading, lookup.within(upload), forms.places(), upload.sourceDocument(), today);
      case TITLES ->
          new TitleCheck(
              heading,
              lookup.within(upload),
              titles,
              rungs,
              admission,
              new TitleCheck.Report(
                  upload.sourceDocument(),
                  announcements.findByImportId(upload.id()).orElse(null),
                  today));
      case REWARDS ->
          new RewardCheck(
              heading, lookup.within(upload), rewarding, citing, upload.regionCode(), today);
      case FIGURES ->
          new FigureCheck(
              heading,
              lookup.within(upload),
              figures,
              new FigureCheck.Report(
                  upload.sourceDocument(),
                  heading.sheet().equals(CsvFile.SHEET) ? "" : "工作表“" + heading.sheet() + "”",
                  corrections.documents(upload),
                  upload.uploadedBy(),
                  now,
                  today));
    };
  }
}
