package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.criteria.Indicators;
import seedbed.inbox.Inbox;
import seedbed.inbox.Notice;
import seedbed.inbox.Recipients;

/// Tells the company what became of its yearly sheet, within the transaction of the move. The
/// township, which gets a hundred of them in a week, sees on its first page how many wait; only
/// corrections, which nobody expects, are told to it.
@Singleton
class Telling {

  private static final String KIND = "年度填报表";
  private static final String OWN = "填报表是贵企业的";

  private final Inbox inbox;
  private final Recipients recipients;
  private final Companies companies;
  private final Indicators indicators;
  private final SheetSettings settings;

  Telling(
      Inbox inbox,
      Recipients recipients,
      Companies companies,
      Indicators indicators,
      SheetSettings settings) {
    this.inbox = inbox;
    this.recipients = recipients;
    this.companies = companies;
    this.indicators = indicators;
    this.settings = settings;
  }

  /// The same as of another time.
  Telling at(Clock time) {
    return new Telling(inbox.at(time), recipients, companies, indicators, settings);
  }

  void tell(SheetProgress.Made made) {
    Sheet sheet = made.sheet();
    String key = "step-" + made.step().id();
    String note = Objects.requireNonNullElse(made.step().note(), "");
    switch (made.step().move()) {
      case RETURN ->
          own(
              sheet,
              key,
              "退回修改",
              "%d 年度填报表已退回，有问题的指标和意见写在表上，请于 %s 前改好重新提交。%s"
                  .formatted(sheet.aboutYear(), made.sheet().dueOn(), note));
      case CONFIRM ->
          own(sheet, key, "已确认", "%d 年度填报表已核对确认；要改的，请在表上申请更正。".formatted(sheet.aboutYear()));
      case SUBMIT, WITHDRAW -> {}
    }
  }

  /// That a company asks for a correction.
  void asked(Sheet sheet, Correction correction) {
    companies
        .findById(sheet.companyId())
        .ifPresent(company ->
            send(
                recipients.nearest(Role.TOWNSHIP, company.regionCode()),
                sheet,
                "correction-" + correction.id(),
                "更正申请待办：" + company.name(),
                "%s申请更正 %d 年度填报表的“%s”，请于 %s 前办理。理由：%s"
                    .formatted(
                        company.name(),
                        sheet.aboutYear(),
                        label(correction),
                        correction.dueOn(),
                        correction.reason()),
                "企业在贵镇（街道）"));
  }

  /// What came of a request to correct, and who still has to confirm the new value.
  void decided(Sheet sheet, Correction correction, Caller by) {
    own(
        sheet,
        "correction-" + correction.id() + "-decided",
        "更正申请" + correction.state().label(),
        "%d 年度填报表“%s”的更正申请：%s。%s%s"
            .formatted(
                sheet.aboutYear(),
                label(correction),
                correction.state().label(),
                Objects.requireNonNullElse(correction.answer(), ""),
                correction.state() == Correction.State.ACCEPTED ? next(correction, by) : ""));
  }

  private String next(Correction correction, Caller by) {
    List<String> units = entry(correction).confirmedBy();
    boolean confirmed = by.role() == Role.TOWNSHIP && units.contains(settings.townshipUnit());
    return units.isEmpty() || confirmed
        ? ""
        : "更正后的数据待" + String.join("或", units) + "核实，核实以前仍按原数据判定。";
  }

  private String label(Correction correction) {
    return entry(correction).indicator().label();
  }

  private Indicators.Entry entry(Correction correction) {
    return indicators.entry(correction.field()).orElseThrow();
  }

  private void own(Sheet sheet, String step, String outcome, String body) {
    send(
        recipients.ofCompany(sheet.companyId()),
        sheet,
        step,
        outcome + "：" + sheet.aboutYear() + " 年度填报表",
        body,
        OWN);
  }

  private void send(
      List<Long> people, Sheet sheet, String step, String subject, String body, String reason) {
    inbox.tell(
        people,
        new Notice(
            KIND,
            subject,
            body,
            reason,
            "/sheets/" + sheet.id(),
            sheet.companyId(),
            "sheet-" + sheet.id() + "-" + step));
  }
}
