package seedbed.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.assessment.Outlook;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.PlanOutline;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Makes the page of a plan for somebody.
@Singleton
class PlanReading {

  private final VisiblePlans visible;
  private final PlanVersions versions;
  private final PlanSteps steps;
  private final ContentRows rows;
  private final NumbersGiven numbers;
  private final PlanRecord record;
  private final UnreadRows unread;
  private final Writing writing;
  private final TaskReading tasks;
  private final Differences differences;
  private final PlanPapers papers;
  private final PlanOutline outline;
  private final Outlook outlook;
  private final Regions regions;
  private final Permissions permissions;
  private final Clock clock;

  PlanReading(
      VisiblePlans visible,
      PlanVersions versions,
      PlanSteps steps,
      ContentRows rows,
      NumbersGiven numbers,
      PlanRecord record,
      UnreadRows unread,
      Writing writing,
      TaskReading tasks,
      Differences differences,
      PlanPapers papers,
      PlanOutline outline,
      Outlook outlook,
      Regions regions,
      Permissions permissions,
      Clock clock) {
    this.visible = visible;
    this.versions = versions;
    this.steps = steps;
    this.rows = rows;
    this.numbers = numbers;
    this.record = record;
    this.unread = unread;
    this.writing = writing;
    this.tasks = tasks;
    this.differences = differences;
    this.papers = papers;
    this.outline = outline;
    this.outlook = outlook;
    this.regions = regions;
    this.permissions = permissions;
    this.clock = clock;
  }

  /// A plan with all its versions, the newest first.
  record File(Plan plan, List<Version> versions) {

    /// The one that the plan is at.
    Version newest() {
      return Version.current(versions);
    }

    /// The one that binds on a day.
    Optional<Version> inForce(LocalDate on) {
      return versions.stream()
          .filter(version -> version.stage() == Stage.APPROVED)
          .filter(version -> !Objects.requireNonNull(version.approvedOn()).isAfter(on))
          .findFirst();
    }

    /// What somebody comes for: the newest, but the one that binds while a newer one is for its
    /// company alone.
    Version shownTo(Permission reader, LocalDate on) {
      Long company = reader.caller().companyId();
      return newest().stage().closed() && !Objects.equals(company, plan.companyId())
          ? inForce(on).orElse(newest())
          : newest();
    }

    /// The one that was handed in before another; that one itself where there is none.
    Version before(Version version) {
      return versions.stream()
          .filter(each -> each.ordinal() < version.ordinal() && !each.stage().closed())
          .findFirst()
          .orElse(version);
    }

    Version version(@Nullable Integer ordinal) {
      return ordinal == null
          ? newest()
          : versions.stream()
              .filter(version -> version.ordinal() == ordinal)
              .findFirst()
              .orElseThrow(() -> new Refusal.Absent("方案没有第 " + ordinal + " 稿。"));
    }
  }

  /// @throws Refusal.Absent when there is none, or none in reach
  File file(long id, Permission permission) {
    Plan plan =
        visible
            .find(id, permission.scope())
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的方案。"));
    return new File(plan, versions.findByPlanIdOrderByOrdinalDesc(plan.id()));
  }

  /// What a version says.
  ///
  /// @throws Refusal.Absent while it is for its company alone
  Content text(Version version, Permission permission) {
    return rows.of(version.id(), permission.caller())
        .orElseThrow(() ->
            new Refusal.Absent(
                "方案第 %d 稿的环节是“%s”，企业提交以后才能查看内容。"
                    .formatted(version.ordinal(), version.stage().label())));
  }

  /// The company of a plan that was found.
  Outlook.Course course(Plan plan, Permission permission) {
    return outlook
        .of(plan.companyId(), permission.scope())
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + plan.id() + " 的方案。"));
  }

  PlanPage page(File file, Version version, Permission permission) {
    return page(file, version, List.of(), PlanPage.Typed.NOTHING, permission);
  }

  /// For a script, which takes parts of it into a page that goes on showing what was typed there.
  PlanPage page(File file, Content shown, Permission permission) {
    return page(file, file.newest(), List.of(), PlanPage.Typed.NOTHING, shown, permission);
  }

  /// @param refused what is wrong with what was asked for
  /// @param typed with it, and not kept
  PlanPage page(
      File file,
      Version version,
      List<FieldError> refused,
      PlanPage.Typed typed,
      Permission permission) {
    return page(file, version, refused, typed, null, permission);
  }

  private PlanPage page(
      File file,
      Version version,
      List<FieldError> refused,
      PlanPage.Typed typed,
      @Nullable Content shown,
      Permission permission) {
    Optional<Content> readable = rows.of(version.id(), permission.caller());
    Content content = readable.orElse(Content.EMPTY);
    Plan plan = file.plan();
    LocalDate today = LocalDate.now(clock);
    Outlook.Course course = course(plan, permission);
    Goals read = Goals.of(content, plan.span(), outline);
    PlanPage.Doors doors = doors(file, version, permission);
    List<PlanStep> history = steps.ofPlan(plan.id());
    Map<Long, Map<String, String>> comments = rows.comments(plan.id());
    Remarks remarks = new Remarks(history, comments);
    boolean writing = doors.write();
    PlanTables tables =
        new PlanTables(
            plan,
            content,
            read,
            course.sheet(),
            outline,
            numbers.of(plan.id()),
            remarks.beside(file.versions(), version),
            writing,
            today);
    return new PlanPage(
        head(file, version, course, content),
        readable.isEmpty(),
        versions(file, version, today),
        FormErrors.of(
            writing
                ? Stream.concat(refused.stream(), read.errors().stream()).distinct().toList()
                : refused),
        writing ? unread.of(version.id()) : List.of(),
        writing ? unreadable(unread.fields(version.id()), read, content) : List.of(),
        writing
            ? read.gaps().stream().map(gap -> new PlanPage.Gap(gap.field(), gap.message())).toList()
            : List.of(),
        readable.isEmpty() ? List.of() : Doubts.of(read, plan.span(), outline),
        content.prepared(),
        tables.texts(Passage.Chapter.GOALS),
        tables.targets(),
        tables.texts(Passage.Chapter.WORDS),
        tables.tasks(),
        tables.items(),
        tables.texts(Passage.Chapter.MEASURES),
        papers(plan, content, permission, writing),
        RungLines.of(course, read, plan.span(), outline.falling(), today),
        TierPath.over(plan.span(), today),
        follows(file, version, today)
            ? tasks.followed(plan, permission, typed.reported())
            : List.of(),
        doors.report() ? tasks.form(plan, permission) : null,
        history.stream().map(step -> step(step, file, comments)).toList(),
        doors,
        typed.noteOr(content.note()),
        writers(content, shown == null ? content : shown),
        writing ? remarks.returned(file.versions(), version).orElse(null) : null);
  }

  private PlanPage.Writers writers(Content kept, Content shown) {
    Merged apart = Merged.of(Seen.of(shown), kept, shown);
    return new PlanPage.Writers(
        Seen.of(shown).written(), apart.others().stream().map(differences::label).toList());
  }

  // A version under way is also compared with the one that binds, where that is not the one before.
  private static List<PlanPage.VersionLine> versions(File file, Version shown, LocalDate today) {
    Optional<Version> binding = file.inForce(today);
    return file.versions().stream()
        .map(each ->
            new PlanPage.VersionLine(
                each.ordinal(),
                each.stage() == Stage.APPROVED
                        && binding.filter(now -> now.ordinal() > each.ordinal()).isPresent()
                    ? "已被替代"
                    : each.stage().label(),
                each.since(),
                each.equals(shown),
                binding.filter(each::equals).isPresent()
                    && each.ordinal() < shown.ordinal()
                    && !file.before(shown).equals(each)))
        .toList();
  }

  /// What of the Word form still stands in the plan as it was written and says nothing.
  private static List<PlanPage.Unreadable> unreadable(
      Set<String> fields, Goals read, Content content) {
    return read.errors().stream()
        .filter(error -> fields.contains(error.field()))
        .map(error ->
            new PlanPage.Unreadable(error.field(), content.field(error.field()), error.message()))
        .toList();
  }

  private PlanPage.Head head(File file, Version version, Outlook.Course course, Content content) {
    LocalDate today = LocalDate.now(clock);
    LocalDate due = version.dueOn();
    var company = course.company();
    return new PlanPage.Head(
        file.plan().id(),
        company.id(),
        company.name(),
        company.demo(),
        regions.findByCode(company.regionCode()).map(Region::name).orElse(""),
        file.plan().span(),
        version.ordinal(),
        version.version(),
        version.stage(),
        version.since(),
        due,
        due == null ? 0 : ChronoUnit.DAYS.between(today, due),
        version.equals(file.newest()),
        file.inForce(today).map(Version::ordinal).orElse(null),
        file.inForce(today).isPresent() ? file.plan().span().standing(today.getYear()) : "",
        version.approvedOn(),
        version.archiveNumber(),
        version.digest(),
        version.stage() == Stage.APPROVED && record.sound(version),
        content.filled());
  }

  private List<PlanPage.PaperChoice> papers(
      Plan plan, Content content, Permission permission, boolean writing) {
    if (!writing) {
      // A paper that was withdrawn since was attached all the same; the page behind the link says
      // so.
      boolean opens = permissions.of(permission.caller(), Act.SEE_EVIDENCE).isPresent();
      return content.attachments().stream()
          .map(each ->
              new PlanPage.PaperChoice(
                  each.evidence(), each.name(), "", true, opens ? Papers.address(each) : ""))
          .toList();
    }
    return papers.shown(plan, permission).stream()
        .map(paper ->
            new PlanPage.PaperChoice(
                paper.id(),
                paper.name(),
                paper.about(),
                !content.field(Papers.field(paper.id())).isEmpty(),
                ""))
        .toList();
  }

  private static PlanPage.StepLine step(
      PlanStep step, File file, Map<Long, Map<String, String>> comments) {
    return new PlanPage.StepLine(
        step,
        file.versions().stream()
            .filter(version -> version.id() == step.versionId())
            .mapToInt(Version::ordinal)
            .findFirst()
            .orElse(0),
        comments.getOrDefault(step.id(), Map.of()).entrySet().stream()
            .map(each -> new PlanPage.Comment(Places.label(each.getKey()), each.getValue()))
            .toList());
  }

  private PlanPage.Doors doors(File file, Version version, Permission permission) {
    var caller = permission.caller();
    boolean newest = version.equals(file.newest());
    boolean company = newest && permissions.allow(caller, Act.WRITE_PLAN);
    LocalDate today = LocalDate.now(clock);
    return new PlanPage.Doors(
        company && version.stage() == Stage.DRAFT,
        company && version.stage() == Stage.DRAFT,
        company && version.stage() == Stage.DRAFT,
        !writing.untouched(file.versions()),
        company && Move.WITHDRAW.from(version.stage()),
        newest && version.stage() == Stage.TOWNSHIP && permissions.allow(caller, Act.REVIEW_PLAN),
        newest && version.stage() == Stage.OFFICE && permissions.allow(caller, Act.APPROVE_PLAN),
        company && version.stage() == Stage.APPROVED && file.plan().stands(),
        permissions.allow(caller, Act.WRITE_PLAN) && follows(file, version, today),
        permissions.allow(caller, Act.SEE_COMPANIES));
  }

  // While a revision is written and passed, the version before it binds on; whoever opens the plan
  // sees the revision and follows the tasks there.
  private static boolean follows(File file, Version version, LocalDate today) {
    return file.inForce(today)
        .filter(binding -> version.equals(binding) || version.equals(file.newest()))
        .isPresent();
  }
}
