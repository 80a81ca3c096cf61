package seedbed.admission;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.criteria.Titles;
import seedbed.inbox.Inbox;
import seedbed.inbox.Notice;
import seedbed.inbox.Recipients;

/// Tells the company what became of its application, and whoever acts next that it is his turn,
/// within the transaction of the move.
@Singleton
class Telling {

  private static final String KIND = "入库申请";
  private static final String OWN = "申请是贵企业提出的";

  private final Inbox inbox;
  private final Recipients recipients;
  private final Companies companies;
  private final Titles titles;
  private final CaseRows rows;

  Telling(Inbox inbox, Recipients recipients, Companies companies, Titles titles, CaseRows rows) {
    this.inbox = inbox;
    this.recipients = recipients;
    this.companies = companies;
    this.titles = titles;
    this.rows = rows;
  }

  void tell(Progress.Made made) {
    Told told = new Told(made, company(made), titles.get(made.application().title()).label());
    switch (made.step().move()) {
      case SUBMIT -> turn(told, Role.TOWNSHIP, "初审");
      case ASK -> {
        units(told);
        own(told, "初审通过", "初审已通过，正在送部门核实数据，部门答复期限 " + told.due() + "。");
      }
      case PASS -> {
        turn(told, Role.OFFICE, "审定");
        own(told, "初审通过", "初审已通过，已送培育办审定，期限 " + told.due() + "。");
      }
      case COLLECT -> turn(told, Role.OFFICE, "审定");
      case ANNOUNCE ->
          own(
              told,
              "拟入库",
              "拟列入%s，公示自 %s 至 %s。"
                  .formatted(
                      told.pool,
                      made.application().noticeFrom(),
                      made.application().noticeUntil()));
      case ENROL -> own(told, "已入库", told.note());
      case ADMIT -> own(told, "已入库", "已列入" + told.pool + "，文件：" + told.note() + "。");
      case RETURN -> own(told, "退回修改", "申请已退回，退回的理由逐条写在申请上，改好后可以重新提交。" + told.note());
      case WITHDRAW, PROCEED -> {}
    }
  }

  /// What is told, and of whom.
  private record Told(Progress.Made made, Company company, String pool) {

    String due() {
      return String.valueOf(made.application().dueOn());
    }

    String note() {
      return Objects.requireNonNullElse(made.step().note(), "");
    }
  }

  private Company company(Progress.Made made) {
    return companies.findById(made.application().companyId()).orElseThrow();
  }

  private void turn(Told told, Role role, String work) {
    send(
        told,
        recipients.nearest(role, told.company.regionCode()),
        "待" + work + "：" + told.company.name(),
        "%s申请列入%s，请于 %s 前%s。".formatted(told.company.name(), told.pool, told.due(), work),
        "由您所在的" + role.label() + work);
  }

  private void units(Told told) {
    List<Long> people = new ArrayList<>();
    int round = told.made.application().round();
    for (UnitCheck check : rows.checks(told.made.application().id(), round)) {
      people.addAll(
          recipients.nearestOfUnit(Role.DEPARTMENT, check.unit(), told.company.regionCode()));
    }
    send(
        told,
        people,
        "待核实：" + told.company.name(),
        "%s申请列入%s，其中有贵单位负责的数据，请于 %s 前答复是否属实。".formatted(told.company.name(), told.pool, told.due()),
        "贵单位负责核实申请中的数据");
  }

  private void own(Told told, String outcome, String body) {
    send(told, recipients.ofCompany(told.company.id()), outcome + "：" + told.pool, body, OWN);
  }

  private void send(Told told, List<Long> people, String subject, String body, String reason) {
    long application = told.made.application().id();
    inbox.tell(
        people,
        new Notice(
            KIND,
            subject,
            body,
            reason,
            "/applications/" + application,
            told.company.id(),
            "application-" + application + "-" + told.made.step().id()));
  }
}
