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
import seedbed.admission.PastApplications;
import seedbed.recognition.PastEvents;
import seedbed.report.dossier.Dossier.Block;
import seedbed.report.dossier.Dossier.Chapter;
import seedbed.report.dossier.Dossier.Column;
import seedbed.review.PastReviews;

/// What was done with the company, the newest first: applications, what became of its titles, and
/// the decisions of yearly reviews.
@Singleton
class HistorySection implements Section {

  private final PastApplications applications;
  private final PastEvents events;
  private final PastReviews reviews;
  private final Permissions permissions;

  HistorySection(
      PastApplications applications,
      PastEvents events,
      PastReviews reviews,
      Permissions permissions) {
    this.applications = applications;
    this.events = events;
    this.reviews = reviews;
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
}
