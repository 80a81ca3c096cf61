package seedbed.inspection;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.criteria.InspectionRules;
import seedbed.evidence.content.FileFormat;
import seedbed.inbox.Recipients;
import seedbed.web.Address;
import seedbed.web.Refusal;

/// Reports what an inspection came to: to the linked leader by the day after it ended, and to the
/// company.
@Singleton
class Concluding {

  private final TransactionOperations<Connection> transactions;
  private final Conclusions conclusions;
  private final FoundProblems problems;
  private final Papers papers;
  private final Firms firms;
  private final Archiving archiving;
  private final Reporting reporting;
  private final Recipients recipients;
  private final InspectionRules rules;
  private final Clock clock;

  Concluding(
      TransactionOperations<Connection> transactions,
      Conclusions conclusions,
      FoundProblems problems,
      Papers papers,
      Firms firms,
      Archiving archiving,
      Reporting reporting,
      Recipients recipients,
      InspectionRules rules,
      Clock clock) {
    this.transactions = transactions;
    this.conclusions = conclusions;
    this.problems = problems;
    this.papers = papers;
    this.firms = firms;
    this.archiving = archiving;
    this.reporting = reporting;
    this.recipients = recipients;
    this.rules = rules;
    this.clock = clock;
  }

  /// Items of which something was found at the company before, by any unit, as far as recorded.
  Set<String> foundBefore(Inspection inspection) {
    return new HashSet<>(problems.itemsFoundAt(inspection.companyId(), inspection.id()));
  }

  /// @param form one without errors
  /// @throws Refusal.Stale when there is a conclusion already
  Conclusion conclude(Records.File file, Filed filed, ConclusionForm form, Caller by) {
    Inspection inspection = file.inspection();
    LocalDate today = LocalDate.now(clock);
    LocalDate ended = form.ended().orElseThrow();
    boolean offDays = form.off(Days.of(filed, file.additions()));
    List<FoundProblem> found = found(inspection, form);
    try {
      return transactions.executeWrite(_ -> {
        Conclusion conclusion =
            conclusion(inspection, form, ended, offDays, found.size(), today, by);
        FilingPaper paper = papers.concluded(file, filed, conclusion, found);
        String digest = Archiving.digest(paper.words());
        String number = archived(inspection, filed, paper, digest, today, by);
        Conclusion saved = conclusions.save(conclusion.archived(digest, number));
        problems.saveAll(found);
        tell(inspection, filed, saved);
        return saved;
      });
    } catch (DataAccessException e) {
      if (conclusions.findById(inspection.id()).isPresent()) {
        throw new Refusal.Stale(
            "这次检查的结论刚刚由本单位其他人报送，本次没有登记。请打开检查，看过最新情况。",
            Address.of("/inspections/" + inspection.id()));
      }
      throw e;
    }
  }

  private Conclusion conclusion(
      Inspection inspection,
      ConclusionForm form,
      LocalDate ended,
      boolean offDays,
      int found,
      LocalDate today,
      Caller by) {
    LocalDate due = ended.plusDays(rules.reportDays());
    return new Conclusion(
        inspection.id(),
        ended,
        due,
        blank(form.recordNumber()),
        form.words(),
        form.conclusion(),
        form.inspectors(),
        blank(form.opinion()),
        found,
        today.isAfter(due),
        "",
        "",
        today,
        clock.instant(),
        by.username(),
        offDays,
        offDays ? blank(form.offDaysReason()) : null,
        ConclusionForm.moment(form.enteredAt()).orElse(null),
        ConclusionForm.moment(form.leftAt()).orElse(null),
        ConclusionForm.day(form.toldOn()).orElse(null));
  }

  private List<FoundProblem> found(Inspection inspection, ConclusionForm form) {
    Set<String> before = foundBefore(inspection);
    List<ConclusionForm.Line> lines = form.problems();
    return IntStream.range(0, lines.size())
        .mapToObj(place -> {
          ConclusionForm.Line line = lines.get(place);
          return new FoundProblem(
              inspection.id(),
              place + 1,
              line.item(),
              line.words(),
              line.firstFound(before),
              !before.contains(line.item()),
              line.chosen().orElseThrow(),
              blank(line.reason()),
              ConclusionForm.day(line.correctBy()).orElse(null),
              ConclusionForm.day(line.recheckOn()).orElse(null));
        })
        .toList();
  }

  // The complete table takes the place of the one that was filed.
  private String archived(
      Inspection inspection,
      Filed filed,
      FilingPaper paper,
      String digest,
      LocalDate today,
      Caller by) {
    Archiving.Paper entry =
        new Archiving.Paper(
                Series.FILING,
                "检查处置报备表（结论）：" + filed.companyName() + "（" + inspection.unit() + "）",
                by.regionCode(),
                "inspection",
                inspection.id(),
                digest)
            .ofCompany(inspection.companyId());
    return archiving
        .freeze(
            archiving
                .standingAbout(Series.FILING, "inspection", inspection.id())
                .map(entry::replacing)
                .orElse(entry),
            new Archiving.Original(
                filed.companyName() + "检查处置报备表（结论）.docx", FileFormat.DOCX, paper::word),
            today,
            by.username())
        .number()
        .toString();
  }

  private void tell(Inspection inspection, Filed filed, Conclusion conclusion) {
    Firm firm = firms.of(inspection.companyId());
    String body =
        "%s于 %s 结束对%s的检查（%s）：%s。%s%s%s编号 %s。"
            .formatted(
                inspection.unit(),
                conclusion.endedOn(),
                filed.companyName(),
                filed.item(),
                conclusion.problems() == 0 ? "没有发现问题" : "发现 " + conclusion.problems() + " 个问题",
                conclusion.conclusion().endsWith("。")
                    ? conclusion.conclusion()
                    : conclusion.conclusion() + "。",
                conclusion.late() ? "逾期报送，期限 " + conclusion.dueOn() + "。" : "",
                offDays(conclusion),
                conclusion.archiveNumber());
    String subject = "检查结论：" + filed.companyName() + (conclusion.late() ? "（逾期报送）" : "");
    reporting.send(
        inspection, firm.leaders(), firm, "concluded", subject, body, "您是这家企业的挂钩领导，结论应次日报送您");
    reporting.send(
        inspection,
        recipients.nearest(Role.OFFICE, firm.regionCode()),
        firm,
        "concluded",
        subject,
        body,
        "培育办代市政府接收检查处置结论");
    reporting.send(
        inspection,
        recipients.ofCompany(firm.id()),
        firm,
        "concluded",
        subject,
        body,
        "检查的是贵企业，请签收；可以不记名评价，也可以投诉");
  }

  private static String offDays(Conclusion conclusion) {
    String reason = conclusion.offDaysReason();
    return conclusion.offDays()
        ? "结束日期与报备的检查日期不符（" + (reason == null ? "没有写原因" : reason) + "）。"
        : "";
  }

  private static @Nullable String blank(String text) {
    return text.isEmpty() ? null : text;
  }

  static String names(Filing filing) {
    return filing.officers().stream().map(Filing.Officer::name).collect(Collectors.joining("、"));
  }
}
