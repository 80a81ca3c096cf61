package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.assessment.Rung;
import seedbed.company.Company;
import seedbed.criteria.rule.Verdict;
import seedbed.web.Refusal;

/// Applications for those who put papers together for them.
@Singleton
public class AppliedFor {

  private final Reading reading;
  private final CaseFiles files;
  private final Steps steps;

  AppliedFor(Reading reading, CaseFiles files, Steps steps) {
    this.reading = reading;
    this.files = files;
    this.steps = steps;
  }

  /// An application with its judgement.
  ///
  /// @param judgedOn the day it was handed in; null while it is being written
  /// @param verdict empty where no edition is in force
  /// @param milestones when it can be looked at again, the oldest first
  /// @param then which of them this is; null for now
  public record Papers(
      long id,
      Company company,
      String title,
      String titleLabel,
      Stage stage,
      boolean writable,
      @Nullable LocalDate judgedOn,
      Optional<Verdict> verdict,
      List<Milestone> milestones,
      @Nullable Milestone then) {

    public Papers {
      milestones = List.copyOf(milestones);
    }

    public String stageLabel() {
      return stage.label();
    }
  }

  /// As it is now, or was at the end where it is over or was taken back.
  ///
  /// @throws Refusal.Absent when there is none, or none in reach
  public Papers find(long id, Permission permission) {
    Application application = reading.application(id, permission);
    List<Milestone> milestones = milestones(application);
    boolean closed = application.stage().over() || application.stage() == Stage.WITHDRAWN;
    return closed && !milestones.isEmpty()
        ? then(application, permission, milestones, milestones.getLast())
        : now(application, permission, milestones);
  }

  /// As it is now, also where it is over.
  public Papers now(long id, Permission permission) {
    Application application = reading.application(id, permission);
    return now(application, permission, milestones(application));
  }

  /// As it was when a step was made.
  public Papers then(long id, long step, Permission permission) {
    Application application = reading.application(id, permission);
    List<Milestone> milestones = milestones(application);
    Milestone milestone =
        milestones.stream()
            .filter(each -> each.step() == step)
            .findFirst()
            .orElseThrow(() -> new Refusal.Absent("第 " + id + " 号申请没有这个时点，请从佐证材料页面选择。"));
    return then(application, permission, milestones, milestone);
  }

  private List<Milestone> milestones(Application application) {
    return Milestone.of(steps.findByApplicationIdOrderById(application.id()));
  }

  private Papers now(Application application, Permission permission, List<Milestone> milestones) {
    return papers(files.of(application, permission.scope()), milestones, null);
  }

  private Papers then(
      Application application,
      Permission permission,
      List<Milestone> milestones,
      Milestone milestone) {
    return papers(files.then(application, permission.scope(), milestone), milestones, milestone);
  }

  private static Papers papers(
      CaseFile file, List<Milestone> milestones, @Nullable Milestone then) {
    Application application = file.application();
    Optional<Rung> rung = file.judged().rung(application.title());
    return new Papers(
        application.id(),
        file.known().company(),
        application.title(),
        rung.map(each -> each.title().label()).orElse(application.title()),
        application.stage(),
        application.stage().writable(),
        then == null ? application.judgedOn() : then.judgedOn(),
        rung.flatMap(Rung::verdict),
        milestones,
        then);
  }
}
