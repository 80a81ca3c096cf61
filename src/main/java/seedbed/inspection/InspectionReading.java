package seedbed.inspection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.inspection.VisibleInspections.Reader;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Reads an inspection that was filed, as far as the reader may see it.
@Singleton
class InspectionReading {

  private static final List<Choice> SCORES =
      List.of(
          new Choice("5", "很满意"),
          new Choice("4", "满意"),
          new Choice("3", "一般"),
          new Choice("2", "不满意"),
          new Choice("1", "很不满意"));

  private final VisibleInspections visible;
  private final Records records;
  private final Firms firms;
  private final Stored stored;
  private final Ratings ratings;
  private final Permissions permissions;
  private final Clock clock;

  InspectionReading(
      VisibleInspections visible,
      Records records,
      Firms firms,
      Stored stored,
      Ratings ratings,
      Permissions permissions,
      Clock clock) {
    this.visible = visible;
    this.records = records;
    this.firms = firms;
    this.stored = stored;
    this.ratings = ratings;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// @throws Refusal.Absent when there is none, or none in reach
  Records.File file(long id, Permission permission) {
    return visible
        .find(id, Reader.of(permission))
        .map(records::of)
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的检查。"));
  }

  /// One that was filed.
  Filed filed(Records.File file) {
    Filed filed = file.filed();
    if (filed == null) {
      throw new Refusal.Stale(
          "这次检查还没有提交报备，请先提交；已经检查过的，选择“先查后报”。",
          Address.of("/inspections/" + file.inspection().id()));
    }
    return filed;
  }

  InspectionPage page(Records.File file, Permission permission) {
    return page(file, InspectionPage.Typed.NOTHING, List.of(), permission);
  }

  InspectionPage page(
      Records.File file,
      InspectionPage.Typed typed,
      List<FieldError> errors,
      Permission permission) {
    Filed filed = filed(file);
    LocalDate today = LocalDate.now(clock);
    Conclusion conclusion = file.conclusion();
    Days days = Days.of(filed, file.additions());
    Standing standing = Standing.of(days.plannedOn(), days.dueOn(), conclusion != null, today);
    return new InspectionPage(
        file.inspection().id(),
        filed.companyName(),
        firms.of(file.inspection().companyId()).demo(),
        file.inspection().unit(),
        standing.label(),
        standing.styleClass(),
        lead(days, conclusion, standing, today),
        filed,
        duty(filed),
        filed.exemption() == null ? null : filed.exemption().label(),
        filed.kind() == null ? "类别未填写" : filed.kind().label(),
        groups(stored.content(filed)),
        stored.warnings(filed),
        file.additions(),
        conclusion == null ? null : concluded(conclusion, file.problems()),
        answers(file, permission),
        doors(file, permission),
        Filing.ENTRIES.stream().map(entry -> new Choice(entry.label(), entry.label())).toList(),
        SCORES,
        typed,
        FormErrors.of(errors));
  }

  private static String lead(
      Days days, @Nullable Conclusion conclusion, Standing standing, LocalDate today) {
    return switch (standing) {
      case DRAFT -> "";
      case WAITING -> "计划 " + days.plannedOn() + " 检查；结论应在检查结束的次日前报送挂钩领导。";
      case OPEN -> "结论应在 " + days.dueOn() + " 前报送挂钩领导。";
      case LATE ->
          "结论应在 %s 前报送挂钩领导，已逾期 %d 天。"
              .formatted(days.dueOn(), ChronoUnit.DAYS.between(days.dueOn(), today));
      case DONE -> concludedLead(conclusion);
    };
  }

  private static String concludedLead(@Nullable Conclusion conclusion) {
    if (conclusion == null) {
      return "";
    }
    String found = conclusion.problems() == 0 ? "没有发现问题" : "发现 " + conclusion.problems() + " 个问题";
    return "%s 检查结束，%s；%s 报送%s。"
        .formatted(
            conclusion.endedOn(),
            found,
            conclusion.concludedOn(),
            conclusion.late() ? "，逾期（期限 " + conclusion.dueOn() + "）" : "，在期限内");
  }

  private static String duty(Filed filed) {
    return switch (filed.duty()) {
      case CALLED -> "须报备";
      case NONE -> "不须报备，自愿登记";
      case UNKNOWN -> "称号登记不完整，是否须报备未知";
    };
  }

  static List<InspectionPage.Group> groups(Filing filing) {
    Map<String, List<InspectionPage.Line>> groups = new LinkedHashMap<>();
    for (Filing.Entry entry : Filing.ENTRIES) {
      if (filing.said(entry.name())) {
        groups
            .computeIfAbsent(entry.group(), _ -> new ArrayList<>())
            .add(
                new InspectionPage.Line(
                    entry.label(), Papers.shown(entry.name(), filing.text(entry.name()))));
      }
    }
    return groups.entrySet().stream()
        .map(group -> new InspectionPage.Group(group.getKey(), group.getValue()))
        .toList();
  }

  private static InspectionPage.Concluded concluded(
      Conclusion conclusion, List<FoundProblem> problems) {
    return new InspectionPage.Concluded(
        conclusion,
        problems.stream()
            .map(problem ->
                new InspectionPage.Problem(
                    problem.ordinal(),
                    problem.item(),
                    problem.words(),
                    problem.firstFound(),
                    problem.proposed(),
                    problem.disposition().label(),
                    problem.firstFound() && problem.disposition().harsh(),
                    problem.reason(),
                    problem.correctBy(),
                    problem.recheckOn()))
            .toList());
  }

  // Whoever was inspected must be able to complain without the inspectors reading it.
  private InspectionPage.Answers answers(Records.File file, Permission permission) {
    Role role = permission.caller().role();
    boolean reads = role == Role.OFFICE || role == Role.COMPANY;
    Instant received =
        file.answers().stream()
            .filter(answer -> answer.kind() == Answer.Kind.RECEIPT)
            .map(Answer::answeredAt)
            .findFirst()
            .orElse(null);
    return new InspectionPage.Answers(
        received,
        role == Role.COMPANY && ratings.rated(file.inspection().id()),
        file.answers().stream()
            .filter(answer -> reads && answer.kind() == Answer.Kind.COMPLAINT)
            .map(answer ->
                new InspectionPage.Said(String.valueOf(answer.words()), answer.answeredAt()))
            .toList());
  }

  private InspectionPage.Doors doors(Records.File file, Permission permission) {
    boolean files = permissions.allow(permission.caller(), Act.FILE_INSPECTION);
    boolean company =
        permissions.allow(permission.caller(), Act.ANSWER_INSPECTION) && file.conclusion() != null;
    boolean received =
        file.answers().stream().anyMatch(answer -> answer.kind() == Answer.Kind.RECEIPT);
    return new InspectionPage.Doors(
        files,
        files && file.conclusion() == null,
        company && !received,
        company && !ratings.rated(file.inspection().id()),
        company);
  }
}
