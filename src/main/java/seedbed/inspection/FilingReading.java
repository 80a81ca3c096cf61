package seedbed.inspection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Scope;
import seedbed.criteria.InspectionRules;
import seedbed.inspection.VisibleInspections.Query;
import seedbed.inspection.VisibleInspections.Reader;
import seedbed.web.Choice;
import seedbed.web.Refusal;

/// Reads what a unit needs to see while it writes a filing.
@Singleton
class FilingReading {

  private static final int PAST = 5;

  private final VisibleInspections visible;
  private final Firms firms;
  private final Screening screening;
  private final Stored stored;
  private final InspectionRules rules;
  private final FilingDuty duty;
  private final Clock clock;

  FilingReading(
      VisibleInspections visible,
      Firms firms,
      Screening screening,
      Stored stored,
      InspectionRules rules,
      Clock clock) {
    this.visible = visible;
    this.firms = firms;
    this.screening = screening;
    this.stored = stored;
    this.rules = rules;
    this.duty = new FilingDuty(rules);
    this.clock = clock;
  }

  Inspection inspection(long id, Permission permission) {
    return visible
        .find(id, Reader.of(permission))
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的检查。"));
  }

  Firm firm(long company, Scope scope) {
    return firms.find(company, scope).orElseThrow(() -> new Refusal.Absent("没有这家企业。"));
  }

  /// What a unit should know of a company today.
  FilingPage.Screen screen(Firm firm, Permission permission) {
    Caller by = permission.caller();
    return screen(
        firm,
        screening.known(firm, by.regionCode(), Reporting.unit(by), LocalDate.now(clock)),
        LocalDate.now(clock),
        permission,
        0);
  }

  /// Visits of other units near the day for which one's own is planned.
  List<FilingPage.Neighbour> neighbours(Inspection own, Firm firm) {
    return near(screening.known(stored.draft(own.typed()), firm, own));
  }

  private static List<FilingPage.Neighbour> near(Warnings.Known known) {
    return known.neighbours().stream()
        .map(each -> new FilingPage.Neighbour(each.id(), each.unit(), each.on()))
        .toList();
  }

  FilingPage page(
      Inspection inspection, long lock, Filing typed, FilingPage.Sent sent, Permission permission) {
    Firm firm = firms.of(inspection.companyId());
    Warnings.Known known = screening.known(typed, firm, inspection);
    LocalDate visit = typed.on("planned-on").orElse(known.today());
    UnitPlan plan = known.plan();
    List<Stored.Pointed> pointed = pointed(typed, known);
    Seen seen = sent.seen();
    return new FilingPage(
        inspection.id(),
        lock,
        firm,
        screen(firm, known, visit, permission, inspection.id()),
        typed.all(),
        IntStream.rangeClosed(1, Filing.OFFICERS)
            .mapToObj(place -> {
              String name = "officer-" + place;
              return new FilingPage.OfficerField(
                  place,
                  typed.text(name),
                  typed.text(name + "-certificate"),
                  typed.text(name + "-until"));
            })
            .toList(),
        pointed,
        seen == null ? List.of() : seen.fresh(pointed),
        new FilingPage.Choices(
            plan == null
                ? List.of()
                : plan.list().stream()
                    .map(item -> new Choice(item.name(), item.basis()))
                    .distinct()
                    .toList(),
            Coded.choices(Kind.class),
            Coded.choices(Origin.class),
            Coded.choices(Area.class),
            Coded.choices(Manner.class),
            Coded.choices(Organ.class)),
        exemption(typed),
        sent.kept(),
        sent.errors());
  }

  /// Whether something is pointed out that whoever hands in has not had before him: what is frozen
  /// with a filing is read first.
  boolean surprises(Inspection draft, Filing typed, Seen seen) {
    Firm firm = firms.of(draft.companyId());
    return !seen.fresh(pointed(typed, screening.known(typed, firm, draft))).isEmpty();
  }

  private List<Stored.Pointed> pointed(Filing typed, Warnings.Known known) {
    return Warnings.of(typed, known, rules).stream().map(Stored.Pointed::of).toList();
  }

  /// Whether a draft already says what was typed: then nobody else's words are overwritten,
  /// whatever the form knew when it was shown, such as before it was saved by itself.
  boolean says(Inspection draft, Filing typed) {
    return stored.draft(draft.typed()).equals(typed);
  }

  FilingPage page(Inspection inspection, Permission permission) {
    return page(
        inspection,
        inspection.version(),
        stored.draft(inspection.typed()),
        FilingPage.Sent.NOTHING,
        permission);
  }

  /// What one has just typed beside what another one has kept.
  ConflictPage conflict(Filing mine, Inspection now) {
    Filing theirs = stored.draft(now.typed());
    List<ConflictPage.Kept> kept = new ArrayList<>();
    List<ConflictPage.Line> lines = new ArrayList<>();
    for (Filing.Entry entry : Filing.ENTRIES) {
      String field = entry.name();
      String own = mine.text(field);
      String other = theirs.text(field);
      if (own.equals(other)) {
        kept.add(new ConflictPage.Kept(field, own));
      } else {
        lines.add(
            new ConflictPage.Line(
                field,
                entry.label(),
                own,
                Papers.shown(field, own),
                other,
                Papers.shown(field, other)));
      }
    }
    return new ConflictPage(now.id(), now.version(), firms.of(now.companyId()).name(), kept, lines);
  }

  private @Nullable String exemption(Filing typed) {
    return duty.exemption(typed.plan()).map(FilingDuty.Exemption::label).orElse(null);
  }

  private FilingPage.Screen screen(
      Firm firm, Warnings.Known known, LocalDate visit, Permission permission, long but) {
    UnitPlan plan = known.plan();
    Integer limit = plan == null ? null : plan.yearLimit();
    return new FilingPage.Screen(
        firm.duty(),
        firm.duty() == FilingDuty.Answer.CALLED,
        firm.duty() == FilingDuty.Answer.UNKNOWN,
        visit.getYear(),
        plan == null ? null : plan.document(),
        limit,
        known.before(),
        limit != null && known.before() + 1 > limit,
        near(known),
        visible.list(Query.ALL.company(firm.id()), Reader.of(permission), PAST, 0).stream()
            .filter(row -> row.id() != but)
            .map(row ->
                new FilingPage.Past(
                    row.id(),
                    row.item() == null ? "（未提交）" : row.item(),
                    row.plannedOn(),
                    row.standing().label(),
                    row.standing().styleClass()))
            .toList());
  }
}
