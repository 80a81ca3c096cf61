package seedbed.admission;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.criteria.rule.Verdict;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.verdict.Supposed;
import seedbed.web.Refusal;

/// What the company does: begin, write, hand in, take back.
@Singleton
class Applying {

  /// The field of the note to the township, which is kept beside the answers.
  static final String NOTE = "note";

  static final int LONGEST_NOTE = 1000;
  private static final int LONGEST_ANSWER = 200;

  private final TransactionOperations<Connection> transactions;
  private final Applications applications;
  private final CaseRows rows;
  private final Reporting reporting;
  private final Progress progress;
  private final Entering entering;
  private final Clock clock;

  Applying(
      TransactionOperations<Connection> transactions,
      Applications applications,
      CaseRows rows,
      Reporting reporting,
      Progress progress,
      Entering entering,
      Clock clock) {
    this.transactions = transactions;
    this.applications = applications;
    this.rows = rows;
    this.reporting = reporting;
    this.progress = progress;
    this.entering = entering;
    this.clock = clock;
  }

  /// A new application, or the one that is open already.
  Application begin(long company, String title) {
    return open(company, title)
        .orElseGet(() -> {
          try {
            return applications.save(Application.begun(company, title, LocalDate.now(clock)));
          } catch (DataAccessException e) {
            // Two people of the company began it at the same moment; there is one.
            return open(company, title).orElseThrow(() -> e);
          }
        });
  }

  private Optional<Application> open(long company, String title) {
    return applications.findByCompanyIdAndTitleAndOpenMark(company, title, 1);
  }

  /// Keeps what was typed as far as it says something new, also what cannot be read yet.
  ///
  /// @param version what the writer had in front of him
  /// @return false when somebody else wrote meanwhile; then nothing is kept
  boolean keep(CaseFile file, long version) {
    Application application = file.application();
    return transactions.executeWrite(status -> {
      boolean first = applications.touch(application.id(), version) == 1;
      if (first) {
        rows.keepAnswers(application.id(), news(file));
      }
      return first;
    });
  }

  private static Map<String, String> news(CaseFile file) {
    Map<String, String> news = new LinkedHashMap<>();
    var on = file.facts().on();
    file.entered().cells().keySet().stream()
        .map(cell -> Supposed.field(cell, on))
        .forEach(field -> put(file, field, LONGEST_ANSWER, news));
    file.entered().errors().forEach(error -> put(file, error.field(), LONGEST_ANSWER, news));
    put(file, NOTE, LONGEST_NOTE, news);
    return news;
  }

  private static void put(CaseFile file, String field, int longest, Map<String, String> news) {
    String typed = file.typed().getOrDefault(field, "").strip();
    if (!typed.isEmpty()) {
      news.put(field, typed.length() <= longest ? typed : typed.substring(0, longest));
    }
  }

  /// Hands the application in: what was typed becomes figures that wait for their confirmation.
  Progress.Made submit(CaseFile file, Caller by, @Nullable String note) {
    if (!file.entered().errors().isEmpty()) {
      throw new Refusal.Invalid("还有填写有误的内容，改正后再提交。", file.entered().errors());
    }
    Verdict verdict =
        file.verdict().orElseThrow(() -> new Refusal.Invalid("title", "目前没有在用的入库标准，不能提交申请。"));
    return progress.make(
        file.application(),
        Move.SUBMIT,
        by,
        told(note, file),
        moved -> moved.submitted(verdict.number()),
        // The answers stay: what comes back, or was not taken, is in front of the writer again.
        made -> {
          reporting.report(figures(file, made, by));
          rows.forgetAnswer(file.application().id(), NOTE);
        });
  }

  // Whoever works on the application has to know what it says otherwise than the record.
  private static @Nullable String told(@Nullable String note, CaseFile file) {
    List<String> contradictions = file.claims().contradictions(file.facts());
    if (contradictions.isEmpty()) {
      return note;
    }
    String record = "与在库数据不一致：" + String.join("；", contradictions) + "。";
    String all = note == null ? record : note + "\n" + record;
    return all.length() <= LONGEST_NOTE ? all : all.substring(0, LONGEST_NOTE - 1) + "…";
  }

  private List<Figure> figures(CaseFile file, Progress.Made made, Caller by) {
    Application application = made.application();
    Source source = application.source();
    Instant now = made.step().doneAt();
    LocalDate on = file.facts().on();
    List<Figure> figures = new ArrayList<>();
    file.entered()
        .cells()
        .forEach((cell, supposed) -> {
          var value = supposed.value();
          if (value != null) {
            Period period = cell.yearly() ? Period.year(cell.year(on)) : Period.day(on);
            figures.add(
                Figure.reported(
                    application.companyId(),
                    cell.indicator().code(),
                    period,
                    Supposed.told(cell.indicator(), value),
                    source,
                    by.username(),
                    now));
          }
        });
    return figures;
  }

  Progress.Made withdraw(Application application, Caller by, @Nullable String note) {
    return progress.make(
        application,
        Move.WITHDRAW,
        by,
        note,
        moved -> moved,
        made -> {
          if (application.stage() == Stage.NOTICE) {
            entering.brokenOff(made, by);
          }
        });
  }
}
