package seedbed.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.inbox.Inbox;
import seedbed.inbox.Notice;
import seedbed.inbox.Recipients;

/// Tells the company what became of its plan, and whoever acts next that it is his turn, within the
/// transaction of the move.
@Singleton
class Telling {

  private static final String KIND = "培育发展方案";

  private final Inbox inbox;
  private final Recipients recipients;
  private final Companies companies;
  private final Plans plans;

  Telling(Inbox inbox, Recipients recipients, Companies companies, Plans plans) {
    this.inbox = inbox;
    this.recipients = recipients;
    this.companies = companies;
    this.plans = plans;
  }

  /// The same as of another time.
  Telling at(Clock time) {
    return new Telling(inbox.at(time), recipients, companies, plans);
  }

  void tell(PlanMoves.Made made) {
    Plan plan = plans.findById(made.version().planId()).orElseThrow();
    Company company = companies.findById(plan.companyId()).orElseThrow();
    Told told = new Told(made, plan, company);
    switch (made.step().move()) {
      case SUBMIT -> turn(told, Role.TOWNSHIP, "审核");
      case FORWARD -> {
        turn(told, Role.OFFICE, "审定");
        own(told, "审核通过", "镇（街道）审核通过，已报培育办审定，期限 " + made.version().dueOn() + "。");
      }
      case RETURN -> own(told, "退回修改", "方案已退回，意见写在方案上，改好后可以重新提交。" + told.note());
      case APPROVE -> own(told, "已批准", "方案已经批准，自 " + made.version().approvedOn() + " 起执行。");
      case WITHDRAW, ABANDON -> {}
    }
  }

  /// What is told, and of whom.
  private record Told(PlanMoves.Made made, Plan plan, Company company) {

    String years() {
      return "%d—%d年培育发展方案".formatted(plan.firstYear(), plan.lastYear());
    }

    String note() {
      return Objects.requireNonNullElse(made.step().note(), "");
    }
  }

  private void turn(Told told, Role role, String work) {
    send(
        told,
        recipients.nearest(role, told.company.regionCode()),
        "方案待" + work + "：" + told.company.name(),
        "%s提交了%s，请于 %s 前%s。"
            .formatted(told.company.name(), told.years(), told.made.version().dueOn(), work),
        "由您所在的" + role.label() + work);
  }

  private void own(Told told, String outcome, String body) {
    send(
        told,
        recipients.ofCompany(told.company.id()),
        outcome + "：" + told.years(),
        body,
        "方案是贵企业的");
  }

  private void send(Told told, List<Long> people, String subject, String body, String reason) {
    inbox.tell(
        people,
        new Notice(
            KIND,
            subject,
            body,
            reason,
            "/plans/" + told.plan.id(),
            told.company.id(),
            "plan-" + told.plan.id() + "-" + told.made.step().id()));
  }
}
