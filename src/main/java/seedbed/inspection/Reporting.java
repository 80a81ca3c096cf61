package seedbed.inspection;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.criteria.InspectionRules;
import seedbed.evidence.content.FileFormat;
import seedbed.inbox.Inbox;
import seedbed.inbox.Notice;
import seedbed.inbox.Recipients;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// Writes and hands in what is reported before an inspection. Nothing here asks for permission:
/// whatever is missing is pointed out and goes along.
@Singleton
class Reporting {

  static final String KIND = "检查报备";

  private final TransactionOperations<Connection> transactions;
  private final Inspections inspections;
  private final Filings filings;
  private final Additions additions;
  private final Firms firms;
  private final Screening screening;
  private final Stored stored;
  private final Archiving archiving;
  private final Inbox inbox;
  private final Recipients recipients;
  private final InspectionRules rules;
  private final FilingDuty duty;
  private final Clock clock;

  Reporting(
      TransactionOperations<Connection> transactions,
      Inspections inspections,
      Filings filings,
      Additions additions,
      Firms firms,
      Screening screening,
      Stored stored,
      Archiving archiving,
      Inbox inbox,
      Recipients recipients,
      InspectionRules rules,
      Clock clock) {
    this.transactions = transactions;
    this.inspections = inspections;
    this.filings = filings;
    this.additions = additions;
    this.firms = firms;
    this.screening = screening;
    this.stored = stored;
    this.archiving = archiving;
    this.inbox = inbox;
    this.recipients = recipients;
    this.rules = rules;
    this.duty = new FilingDuty(rules);
    this.clock = clock;
  }

  /// Begins with what the unit filed last, as far as it is not about one visit alone.
  Inspection begin(Firm firm, Caller by) {
    String unit = unit(by);
    Filing typed =
        inspections
            .lastTyped(by.regionCode(), unit)
            .map(stored::draft)
            .map(Filing::carried)
            .orElse(Filing.of(Map.of()))
            .with("planned-on", LocalDate.now(clock).toString())
            .with("days", "1");
    return inspections.save(
        new Inspection(
            0,
            firm.id(),
            by.regionCode(),
            unit,
            stored.draft(typed),
            clock.instant(),
            by.username(),
            0));
  }

  /// What was typed, with what the unit's plan says of the item.
  Filing completed(Inspection inspection, Filing typed) {
    int year = typed.on("planned-on").orElse(LocalDate.now(clock)).getYear();
    return typed.completed(
        screening.plan(inspection.regionCode(), inspection.unit(), year).orElse(null));
  }

  /// @return false when somebody else has written in the meantime, or it is filed
  /// @throws Refusal.Invalid about each field that is longer than its place
  boolean keep(Inspection inspection, long version, Filing typed) {
    List<FieldError> overlong = typed.overlong();
    if (!overlong.isEmpty()) {
      throw new Refusal.Invalid(overlong.getFirst().message(), overlong);
    }
    return inspections.write(inspection.id(), version, stored.draft(typed)) > 0;
  }

  /// Hands the filing in: from now on it stays as it is, has its number, and everybody who is to
  /// know has been told.
  ///
  /// @throws Refusal.Stale when somebody else was quicker
  /// @throws Refusal.Invalid about each field that cannot be taken as it is
  Filed submit(Inspection inspection, long version, Filing typed, Firm firm, Caller by) {
    LocalDate today = LocalDate.now(clock);
    legible(typed);
    return transactions.executeWrite(_ -> {
      if (!keep(inspection, version, typed)) {
        throw new Refusal.Stale("报备刚刚由本单位其他人修改或提交过，本次没有提交。请打开报备，看过最新情况后再办。");
      }
      Filed filed = filings.save(filed(inspection, typed, firm, by, today));
      tell(inspection, filed, firm);
      return filed;
    });
  }

  /// @throws Refusal.Invalid about each field that is longer than its place or cannot be read
  void legible(Filing typed) {
    List<FieldError> errors = FilingErrors.of(typed, LocalDate.now(clock));
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors.getFirst().message(), errors);
    }
  }

  void add(Inspection inspection, String about, String words, Caller by) {
    additions.save(
        new Addition(0, inspection.id(), about, words, clock.instant(), by.username(), null, null));
  }

  /// The visit is on another day; whoever was told of the first one is told.
  void move(Records.File file, Filed filed, LocalDate to, String words, Caller by) {
    Inspection inspection = file.inspection();
    Days before = Days.of(filed, file.additions());
    Days days = before.moved(to);
    Firm firm = firms.of(inspection.companyId());
    transactions.executeWrite(_ -> {
      Addition saved =
          additions.save(
              new Addition(
                  0,
                  inspection.id(),
                  Filing.label("planned-on"),
                  words,
                  clock.instant(),
                  by.username(),
                  to,
                  days.dueOn()));
      tell(
          inspection,
          firm,
          "moved-" + saved.id(),
          "检查改期：" + firm.name(),
          "%s对%s的检查由 %s 改到 %s：%s"
              .formatted(inspection.unit(), firm.name(), before.plannedOn(), to, words));
      return saved;
    });
  }

  private Filed filed(Inspection inspection, Filing typed, Firm firm, Caller by, LocalDate today) {
    Warnings.Known known = screening.known(typed, firm, inspection);
    List<Warning> warnings = Warnings.of(typed, known, rules);
    LocalDate visit = typed.on("planned-on").orElse(today);
    LocalDate ends = visit.plusDays(typed.days() - 1L);
    UnitPlan plan = known.plan();
    String leaders = String.join("、", firm.leaderNames());
    String code = Objects.requireNonNullElse(firm.creditCode(), "");
    FilingPaper paper =
        Papers.filed(
            new Papers.Head(
                inspection.unit(),
                firm.name(),
                code,
                String.join("、", firm.titles()),
                leaders,
                today),
            typed,
            warnings.stream().map(Stored.Pointed::of).toList());
    String digest = Archiving.digest(paper.words());
    Archiving.Entered entered =
        archiving.freeze(
            new Archiving.Paper(
                    Series.FILING,
                    "检查报备：" + firm.name() + "（" + inspection.unit() + "）",
                    by.regionCode(),
                    "inspection",
                    inspection.id(),
                    digest)
                .ofCompany(firm.id()),
            new Archiving.Original(firm.name() + "检查处置报备表.docx", FileFormat.DOCX, paper::word),
            today,
            by.username());
    return new Filed(
        inspection.id(),
        firm.name(),
        String.join("、", firm.titles()),
        leaders,
        firm.duty(),
        duty.exemption(typed.plan()).orElse(null),
        typed.said("item") ? typed.text("item") : "（未填写）",
        typed.plan().area(),
        typed.plan().kind(),
        visit,
        ends,
        ends.plusDays(rules.reportDays()),
        typed.counts(),
        plan == null ? null : plan.yearLimit(),
        known.before(),
        typed.emergency() || visit.isBefore(today),
        stored.content(typed),
        stored.warnings(warnings),
        digest,
        entered.number().toString(),
        today,
        clock.instant(),
        by.username(),
        code);
  }

  // The city government has no accounts of its own here: the office of the county, which passes
  // filings on, stands for it. The head of the inspecting body is one of its unit's accounts.
  private void tell(Inspection inspection, Filed filed, Firm firm) {
    String body =
        "%s%s%s，事项：%s，%s %s 检查%s。编号 %s。"
            .formatted(
                inspection.unit(),
                filed.afterwards() ? "先查后报，补报对" : "报备对",
                firm.name() + "的检查",
                filed.item(),
                filed.afterwards() ? "已于" : "计划",
                filed.plannedOn(),
                filed.exemption() == null ? "" : "（" + filed.exemption().label() + "，免于事先报备）",
                filed.archiveNumber());
    tell(inspection, firm, "filed", "检查报备：" + firm.name(), body);
  }

  private void tell(Inspection inspection, Firm firm, String step, String subject, String body) {
    send(
        inspection,
        recipients.nearest(Role.OFFICE, firm.regionCode()),
        firm,
        step,
        subject,
        body,
        "培育办代市政府接收检查报备");
    send(
        inspection,
        recipients.ofUnit(Role.INSPECTOR, inspection.unit(), inspection.regionCode()),
        firm,
        step,
        subject,
        body,
        "您是检查单位（" + inspection.unit() + "）的人员");
    send(inspection, firm.leaders(), firm, step, subject, body, "您是这家企业的挂钩领导");
  }

  /// @param step what is told about the inspection, once to each account
  void send(
      Inspection inspection,
      Collection<Long> accounts,
      Firm firm,
      String step,
      String subject,
      String body,
      String reason) {
    inbox.tell(
        accounts,
        new Notice(
            KIND,
            subject,
            body,
            reason,
            "/inspections/" + inspection.id(),
            firm.id(),
            "inspection-" + inspection.id() + "-" + step));
  }

  static String unit(Caller by) {
    return Optional.ofNullable(by.unit())
        .filter(unit -> !unit.isBlank())
        .orElseThrow(() -> new Refusal.NotAllowed("账号没有登记检查单位，请联系管理员补上后再报备。"));
  }
}
