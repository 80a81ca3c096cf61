package seedbed.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.RequestRules;
import seedbed.criteria.RequestRules.Level;
import seedbed.inbox.Inbox;
import seedbed.inbox.Notice;
import seedbed.inbox.Recipients;
import seedbed.obligation.Rules;

/// Tells units and companies what became of a request, within the transaction of the step.
@Singleton
class Telling {

  private static final String KIND = "企业诉求";

  private final Inbox inbox;
  private final Recipients recipients;
  private final Companies companies;
  private final RequestRules rules;
  private final Rules reminders;

  Telling(
      Inbox inbox,
      Recipients recipients,
      Companies companies,
      RequestRules rules,
      Rules reminders) {
    this.inbox = inbox;
    this.recipients = recipients;
    this.companies = companies;
    this.rules = rules;
    this.reminders = reminders;
  }

  /// The same as of another time.
  Telling at(Clock time) {
    return new Telling(inbox.at(time), recipients, companies, rules, reminders);
  }

  /// @param request as the step has left it
  void tell(Request request, Entry entry) {
    Company company = companies.findById(request.companyId()).orElseThrow();
    switch (entry.move()) {
      case DIRECT, OBJECT, REOPEN -> unit(request, entry, company);
      case ROUTE, TRANSFER -> {
        unit(request, entry, company);
        company(
            request,
            entry,
            "由%s办理，承诺 %s 前答复。".formatted(request.unit(), request.dueOn()) + reclassified(entry));
      }
      case RECLASSIFY -> company(request, entry, reclassified(entry) + "理由：" + entry.words());
      case EXTEND ->
          company(
              request,
              entry,
              "%s延期：答复日期由 %s 改为 %s。理由：%s"
                  .formatted(request.unit(), entry.wasDueOn(), entry.dueOn(), entry.words()));
      case ANSWER, DELIVER -> answer(request, entry, company);
      case SILENCE ->
          company(
              request,
              entry,
              "贵企业在 %s 前没有反馈，视为同意，诉求已办结。仍有问题的，办结后 %d 天内可以要求重新办理。"
                  .formatted(entry.wasDueOn(), rules.reopenDays()));
      case RAISE -> office(request, entry, company);
      case AGREE, WITHDRAW, SUPPLEMENT, ESCALATE -> {}
    }
  }

  private String reclassified(Entry entry) {
    String before = entry.wasKind();
    String after = entry.kind();
    return before == null || after == null
        ? ""
        : "诉求类别由“%s”更正为“%s”。".formatted(rules.label(before), rules.label(after));
  }

  /// Whom a level of lateness reaches.
  ///
  /// @param reminded whether the reminders of that day tell them
  record Reached(List<Long> accounts, String sentence, String reason, boolean reminded) {}

  /// @param request late already
  Reached reached(Request request, Level level, LocalDate today) {
    Company company = companies.findById(request.companyId()).orElseThrow();
    List<Long> people =
        switch (level.charge()) {
          case DEPARTMENT -> ofUnit(String.valueOf(request.unit()), company);
          case OFFICE -> recipients.nearest(Role.OFFICE, company.regionCode());
          case LEADER -> recipients.leadersOf(company.id(), today);
        };
    String whom =
        switch (level.charge()) {
          case DEPARTMENT -> "办理单位" + request.unit();
          case OFFICE -> "培育办";
          case LEADER -> "挂钩领导";
        };
    boolean reminded = reminded(level, today);
    String told =
        people.isEmpty()
            ? whom + "没有在用的账号，已告知培育办"
            : (reminded ? "由应报提醒告知" : "已告知") + whom + " " + people.size() + " 人";
    return new Reached(
        people.isEmpty() ? recipients.nearest(Role.OFFICE, company.regionCode()) : people,
        "承诺日期 %s，逾期 %d 天，升级至%s；%s。"
            .formatted(
                request.dueOn(),
                Escalation.daysLate(request.stage(), request.dueOn(), today),
                level.label(),
                told),
        people.isEmpty() ? "培育办负责企业诉求" : "逾期按规定升级至" + level.label(),
        reminded && !people.isEmpty());
  }

  // What is late is among the reminders of whoever they name on that day; nobody is told twice.
  private boolean reminded(Level level, LocalDate today) {
    ReminderPlan.Rule rule = reminders.course().plan(today).rules().get(AnswerOwed.CODE);
    ReminderPlan.Whom whom =
        switch (level.charge()) {
          case DEPARTMENT -> ReminderPlan.Whom.OWNER;
          case OFFICE -> ReminderPlan.Whom.OFFICE;
          case LEADER -> ReminderPlan.Whom.LEADER;
        };
    return rule != null
        && rule.steps().stream()
            .anyMatch(step -> step.days() == level.days() && step.tell().contains(whom));
  }

  /// Within the transaction that writes the step down.
  void tell(Request request, Entry entry, Reached reached) {
    if (!reached.reminded()) {
      send(
          reached.accounts(),
          request,
          step(entry),
          "诉求逾期升级：",
          reached.sentence(),
          reached.reason());
    }
  }

  /// That an answer will count as agreed to; once for each day by which the company may speak.
  void warn(Request request) {
    send(
        recipients.activeOfCompany(request.companyId()),
        request,
        "soon-" + request.dueOn(),
        "请确认答复：",
        "%s的答复待贵企业确认；%s 前没有反馈的，视为同意并办结。".formatted(request.unit(), request.dueOn()),
        "诉求是贵企业的，期限将到");
  }

  private void unit(Request request, Entry entry, Company company) {
    String unit = String.valueOf(request.unit());
    String body =
        "%s的诉求“%s”%s由%s办理，请于 %s 前答复。"
            .formatted(
                company.name(),
                request.subject(),
                entry.move() == Move.OBJECT || entry.move() == Move.REOPEN ? "重新" : "",
                unit,
                request.dueOn());
    List<Long> people = ofUnit(unit, company);
    List<Long> office = recipients.nearest(Role.OFFICE, company.regionCode());
    if (people.isEmpty()) {
      send(office, request, step(entry), "办理单位没有账号：", body + "该单位没有账号，请另行通知。", "培育办负责分办企业诉求");
    } else {
      send(people, request, step(entry), "诉求待办：", body, "贵单位（" + unit + "）办理这件诉求");
    }
  }

  private List<Long> ofUnit(String unit, Company company) {
    List<Long> people =
        new ArrayList<>(recipients.nearestOfUnit(Role.DEPARTMENT, unit, company.regionCode()));
    if (unit.equals(rules.officeUnit())) {
      people.addAll(recipients.nearest(Role.OFFICE, company.regionCode()));
    }
    return people;
  }

  // Of what goes to its unit by itself too; where the office is that unit, or the unit has no
  // account, the step that follows tells it.
  private void office(Request request, Entry entry, Company company) {
    String unit =
        rules
            .kind(request.kind())
            .filter(RequestRules.Kind::direct)
            .map(RequestRules.Kind::unit)
            .orElse("");
    List<Long> office = recipients.nearest(Role.OFFICE, company.regionCode());
    if (unit.isEmpty()) {
      send(
          office,
          request,
          step(entry),
          "新诉求待分办：",
          "%s提出%s诉求“%s”，请于 %s 前分办。"
              .formatted(
                  company.name(), rules.label(request.kind()), request.subject(), request.dueOn()),
          "培育办负责分办企业诉求");
    } else if (!unit.equals(rules.officeUnit()) && !ofUnit(unit, company).isEmpty()) {
      send(
          office,
          request,
          step(entry),
          "新诉求：",
          "%s提出%s诉求“%s”，按类别直接由%s办理。"
              .formatted(company.name(), rules.label(request.kind()), request.subject(), unit),
          "培育办跟踪企业诉求的办理");
    }
  }

  private void answer(Request request, Entry entry, Company company) {
    List<Long> active = recipients.activeOfCompany(company.id());
    if (active.isEmpty()) {
      send(
          recipients.nearest(Role.OFFICE, company.regionCode()),
          request,
          step(entry),
          "答复没有送达：",
          "%s没有在用的账号，%s的答复没有送达。请用其他方式告知企业，并为其开通账号；送达以前不会视为同意。"
              .formatted(company.name(), request.unit()),
          "培育办负责企业账号");
    } else {
      send(
          active,
          request,
          step(entry),
          "诉求已答复：",
          "%s已答复，请于 %s 前确认；没有解决的，可以要求重新办理。期满没有反馈的，视为同意。".formatted(request.unit(), request.dueOn()),
          "诉求是贵企业的");
    }
  }

  private void company(Request request, Entry entry, String body) {
    send(recipients.ofCompany(request.companyId()), request, step(entry), "诉求进展：", body, "诉求是贵企业的");
  }

  // RequestRecords looks for the key of an answer's last step.
  private static String step(Entry entry) {
    return String.valueOf(entry.id());
  }

  private void send(
      List<Long> accounts,
      Request request,
      String step,
      String subject,
      String body,
      String reason) {
    inbox.tell(
        accounts,
        new Notice(
            KIND,
            subject + request.subject(),
            body,
            reason,
            "/requests/" + request.id(),
            request.companyId(),
            "request-" + request.id() + "-" + step));
  }
}
