package seedbed.admission;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.criteria.rule.Cell;
import seedbed.figure.Confirming;
import seedbed.figure.Figure;
import seedbed.web.FormReading;
import seedbed.web.Refusal;

/// What township, departments and office do with an application.
@Singleton
class Handling {

  private final TransactionOperations<Connection> transactions;
  private final Applications applications;
  private final Progress progress;
  private final CaseRows rows;
  private final UnitFigures units;
  private final Confirming confirming;
  private final Objections objections;
  private final TitleHoldings holdings;
  private final Entering entering;
  private final Qualms qualms;
  private final AdmissionSettings settings;
  private final Clock clock;

  Handling(
      TransactionOperations<Connection> transactions,
      Applications applications,
      Progress progress,
      CaseRows rows,
      UnitFigures units,
      Confirming confirming,
      Objections objections,
      TitleHoldings holdings,
      Entering entering,
      Qualms qualms,
      AdmissionSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.applications = applications;
    this.progress = progress;
    this.rows = rows;
    this.units = units;
    this.confirming = confirming;
    this.objections = objections;
    this.holdings = holdings;
    this.entering = entering;
    this.qualms = qualms;
    this.settings = settings;
    this.clock = clock;
  }

  /// The township found nothing wrong: on to the departments, or past them where every figure is
  /// confirmed already.
  Progress.Made pass(CaseFile file, Caller by, @Nullable String note) {
    Map<String, List<Cell>> asked = units.of(file);
    Application application = file.application();
    return asked.isEmpty()
        ? progress.make(application, Move.PASS, by, note)
        : progress.make(
            application,
            Move.ASK,
            by,
            note,
            moved -> moved,
            made -> rows.askUnits(application.id(), application.round(), asked.keySet()));
  }

  /// @param faults clause by clause; at least one, or a note
  Progress.Made sendBack(
      Application application, Caller by, @Nullable String note, List<CaseRows.Fault> faults) {
    if (faults.isEmpty() && note == null) {
      throw new Refusal.Invalid("note", "请写明退回理由：在有问题的条款后逐条填写，或者填写总的意见。");
    }
    return progress.make(
        application,
        Move.RETURN,
        by,
        note,
        moved -> moved,
        made -> {
          rows.addFaults(made.step().id(), faults);
          if (application.stage() == Stage.NOTICE) {
            entering.brokenOff(made, by);
          }
        });
  }

  /// A unit answers for its figures. With the last answer the application goes to the office.
  void check(CaseFile file, UnitCheck.Opinion opinion, @Nullable String note, Caller by) {
    Application application = file.application();
    String unit = Objects.requireNonNull(by.unit());
    if (application.stage() != Stage.DEPARTMENTS) {
      throw Progress.stale(application);
    }
    if (opinion == UnitCheck.Opinion.DOUBTED && note == null) {
      throw new Refusal.Invalid("note", "有异议的，请写明哪一项、为什么。");
    }
    List<Figure> owned = units.figures(file, units.of(file).getOrDefault(unit, List.of()));
    var answer = new UnitCheck(unit, opinion, note, by.username(), LocalDate.now(clock));
    transactions.executeWrite(status -> {
      // Two units that answer at once would each wait for the other.
      applications.lock(application.id());
      if (!rows.answer(application.id(), application.round(), answer)) {
        throw Progress.stale(application);
      }
      if (opinion == UnitCheck.Opinion.TRUE) {
        confirming.confirm(owned, by.username(), clock.instant());
      }
      if (rows.checks(application.id(), application.round()).stream().noneMatch(UnitCheck::open)) {
        progress.make(application, Move.COLLECT, by, null);
      }
      return true;
    });
  }

  Progress.Made proceed(Application application, Caller by, @Nullable String note) {
    if (note == null) {
      throw new Refusal.Invalid("note", "请写明不再等候部门答复的理由。");
    }
    return progress.make(application, Move.PROCEED, by, note);
  }

  Progress.Made announce(CaseFile file, Caller by, Announcing said) {
    requireReasons(file, by, said);
    return progress.make(
        file.application(),
        Move.ANNOUNCE,
        by,
        told(said, file.application()),
        moved -> moved.announced(said.document(), said.from(), said.until()),
        made -> entering.notice(made.application(), made.step(), said, by));
  }

  // What was written is kept, also where nothing speaks against the notice any more.
  private void requireReasons(CaseFile file, Caller by, Announcing said) {
    FormReading reasons = new FormReading();
    boolean late = said.from().isBefore(LocalDate.now(clock));
    if (late && said.backdated() == null) {
      reasons.wrong("backdated", "公示自 " + said.from() + " 开始，早于今天；请写明补登的理由，它将显示在公示之下并记入办理记录。");
    } else if (!late && said.backdated() != null) {
      reasons.wrong("backdated", "公示不早于今天开始，不需要补登的理由；请清空，或者核对开始日期。");
    }
    if (said.despite() == null && said.days() < settings.noticeDays()) {
      reasons.wrong(
          "despite",
          "公示一般不少于 %d 天，现填 %d 天；请改为 %d 天以上，或者写明理由，记入办理记录。"
              .formatted(settings.noticeDays(), said.days(), settings.noticeDays()));
    } else if (said.despite() == null && !qualms.of(file, said.until(), by).isEmpty()) {
      reasons.wrong("despite", "还有不利于公示的情形（见“公示前请核对”）；仍予公示的，请写明理由，记入办理记录。");
    }
    reasons.refuse();
  }

  private static @Nullable String told(Announcing said, Application application) {
    List<String> sentences = new ArrayList<>();
    if (said.backdated() != null) {
      LocalDate handedIn = application.judgedOn();
      sentences.add(
          "补登：公示自 %s 开始，早于登记之日%s。理由：%s"
              .formatted(
                  said.from(),
                  handedIn != null && said.from().isBefore(handedIn)
                      ? "和企业提交申请之日（" + handedIn + "）"
                      : "",
                  said.backdated()));
    }
    if (said.despite() != null) {
      sentences.add("仍予公示（" + said.days() + " 天）的理由：" + said.despite());
    }
    return sentences.isEmpty() ? null : String.join("\n", sentences);
  }

  void object(Application application, LocalDate raisedOn, String content) {
    whileAnnounced(
        application,
        () ->
            objections.save(
                new Objection(0, application.id(), raisedOn, content, null, null, null)));
  }

  void answer(Application application, long objection, boolean upheld, String finding) {
    whileAnnounced(
        application,
        () -> {
          LocalDate today = LocalDate.now(clock);
          if (objections.answer(objection, application.id(), upheld, finding, today) == 0) {
            throw new Refusal.Stale("这条异议已登记核查结论，没有重复登记。");
          }
        });
  }

  // Behind the lock, so that no objection comes in beside an admission.
  private void whileAnnounced(Application application, Runnable work) {
    transactions.executeWrite(status -> {
      applications.lock(application.id());
      requireNotice(applications.findById(application.id()).orElseThrow());
      work.run();
      return true;
    });
  }

  /// Admits the company by a document, from a day on.
  Progress.Made admit(Application application, Caller by, String document, LocalDate from) {
    LocalDate today = LocalDate.now(clock);
    return progress.make(
        application,
        Move.ADMIT,
        by,
        document,
        moved -> moved,
        made -> {
          // Asked after the move has locked the application: nothing is raised in between.
          requireUndisputed(application, today);
          holdings.save(admitted(application, document, from, today));
          entering.admission(application, document, from, by);
        });
  }

  private static TitleHolding admitted(
      Application application, String document, LocalDate from, LocalDate today) {
    return new TitleHolding(
        0,
        application.companyId(),
        application.title(),
        from,
        FromPrecision.DAY,
        null,
        today,
        null,
        null,
        document,
        null,
        application.label());
  }

  private void requireUndisputed(Application application, LocalDate today) {
    LocalDate until = application.noticeUntil();
    if (until != null && !today.isAfter(until)) {
      throw new Refusal.Invalid("document", "公示到 " + until + " 为止，期满后才能发文入库。");
    }
    List<Objection> raised = objections.findByApplicationIdOrderById(application.id());
    if (raised.stream().anyMatch(Objection::open)) {
      throw new Refusal.Invalid("document", "尚有未核查的异议，登记核查结论后才能发文入库。");
    }
    if (raised.stream().anyMatch(each -> Boolean.TRUE.equals(each.upheld()))) {
      throw new Refusal.Invalid("document", "有异议成立，不能入库；请退回申请并写明理由。");
    }
  }

  private static void requireNotice(Application application) {
    if (application.stage() != Stage.NOTICE) {
      throw new Refusal.Invalid("content", "只有公示期间才登记异议。");
    }
  }
}
