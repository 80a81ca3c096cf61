package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.admission.PastApplications;
import seedbed.inspection.InspectionDuties;
import seedbed.plan.PastPlans;
import seedbed.recognition.PastEvents;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;
import seedbed.request.PastRequests;
import seedbed.review.PastReviews;

/// What was done with the company, the newest first: applications, what became of its titles, the
/// decisions of yearly reviews, plans, requests, and inspections of the year.
@Singleton
class HistorySection implements Section {

  private final PastApplications applications;
  private final PastEvents events;
  private final PastReviews reviews;
  private final PastPlans plans;
  private final PastRequests requests;
  private final InspectionDuties inspections;
  private final Permissions permissions;

  HistorySection(
      PastApplications applications,
      PastEvents events,
      PastReviews reviews,
      PastPlans plans,
      PastRequests requests,
      InspectionDuties inspections,
      Permissions permissions) {
    this.applications = applications;
    this.events = events;
    this.reviews = reviews;
    this.plans = plans;
    this.requests = requests;
    this.inspections = inspections;
    this.permissions = permissions;
  }

  private record Line(LocalDate on, String kind, String words) {}

  @Override
  public int getOrder() {
    return 90;
  }

  @Override
  public Optional<Chapter> chapter(Subject subject) {
    Caller caller = subject.permission().caller();
    LocalDate day = subject.chosen().day();
    List<Line> lines = new ArrayList<>();
    if (permissions.allow(caller, Act.SEE_APPLICATIONS)) {
      applications
          .of(subject.company(), day)
          .forEach(step -> lines.add(new Line(step.on(), "入库申请", step.words())));
    }
    if (permissions.allow(caller, Act.SEE_TITLES)) {
      events
          .of(subject.company(), day)
          .forEach(event -> lines.add(new Line(event.on(), "称号", event.words())));
    }
    if (permissions.allow(caller, Act.SEE_REVIEWS)) {
      reviews
          .of(subject.company(), day)
          .forEach(review -> lines.add(new Line(review.on(), "动态管理", review.words())));
    }
    if (permissions.allow(caller, Act.SEE_PLANS)) {
      plans
          .of(subject.company(), day)
          .forEach(step -> lines.add(new Line(step.on(), "培育方案", step.words())));
    }
    permissions
        .of(caller, Act.SEE_REQUESTS)
        .ifPresent(may ->
            requests
                .of(subject.company(), day, may)
                .forEach(step -> lines.add(new Line(step.on(), "企业诉求", step.words()))));
    if (permissions.allow(caller, Act.SEE_INSPECTIONS)) {
      inspected(subject.company(), day, lines);
    }
    lines.sort(Comparator.comparing(Line::on).reversed());
    return Optional.of(
        new Chapter(
            "history",
            "办理历史",
            List.of(
                Block.table(
                    List.of(Column.text("日期", 2), Column.text("事项", 2), Column.text("内容", 9)),
                    lines.stream()
                        .map(line -> List.of("" + line.on(), line.kind(), line.words()))
                        .toList(),
                    "还没有办理过事项。"))));
  }

  /// What is planned for later is no history yet.
  private void inspected(long company, LocalDate day, List<Line> lines) {
    for (InspectionDuties.Visit visit : inspections.of(company, day, new Scope.Single(company))) {
      LocalDate on = visit.on();
      if (on != null && !on.isAfter(day)) {
        lines.add(
            new Line(
                on,
                "检查报备",
                "%s：%s，%s（%s）"
                    .formatted(visit.unit(), visit.item(), visit.result(), visit.number())));
      }
    }
  }
}
