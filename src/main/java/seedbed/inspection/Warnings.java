package seedbed.inspection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.InspectionRules;

/// Looks through a filing for what is missing or wrong.
final class Warnings {

  static final String STATE_COUNCIL = "国办发〔2024〕54号";
  static final String CITY = "皋政办发〔2021〕87号 四（四）";
  static final String FORM = "填报要求";
  private static final String TABLE = "皋政办发〔2021〕87号 附件6";

  private final InspectionRules rules;
  private final List<Warning> found = new ArrayList<>();

  private Warnings(InspectionRules rules) {
    this.rules = rules;
  }

  /// What is known beside the filing.
  ///
  /// @param plan the unit's plan of the year; null where none is registered
  /// @param before inspections of the unit that count, earlier in the year
  /// @param neighbours visits of other units near the day
  record Known(
      FilingDuty.Answer duty,
      @Nullable UnitPlan plan,
      int before,
      List<Neighbour> neighbours,
      LocalDate today) {}

  /// A visit that another unit plans.
  record Neighbour(long id, String unit, LocalDate on) {}

  static List<Warning> of(Filing filing, Known known, InspectionRules rules) {
    var warnings = new Warnings(rules);
    warnings.basis(filing, known);
    warnings.officers(filing, known);
    warnings.kind(filing, known);
    warnings.frequency(filing, known);
    warnings.time(filing, known);
    FilingErrors.unreadable(filing, known.today())
        .forEach(
            error -> warnings.found.add(new Warning.Unreadable(error.field(), error.message())));
    return List.copyOf(warnings.found);
  }

  private void basis(Filing filing, Known known) {
    need(filing, "item", TABLE);
    need(filing, "legal-basis", TABLE);
    need(filing, "origin", TABLE);
    need(filing, "kind", STATE_COUNCIL);
    need(filing, "area", CITY);
    need(filing, "manner", STATE_COUNCIL);
    need(filing, "organ", STATE_COUNCIL);
    if (filing.choice("organ", Organ.class).filter(Organ.ENTRUSTED::equals).isPresent()) {
      need(filing, "entrustment", STATE_COUNCIL);
    }
    if (filing.choice("manner", Manner.class).filter(Manner.SITE::equals).isPresent()) {
      need(filing, "site", TABLE);
      need(filing, "notice-number", STATE_COUNCIL);
    }
    if (known.duty() == FilingDuty.Answer.UNKNOWN) {
      found.add(new Warning.DutyUnknown());
    }
  }

  private void officers(Filing filing, Known known) {
    List<Filing.Officer> officers = filing.officers();
    List<Filing.Officer> people = people(officers);
    if (people.size() < rules.officers()) {
      found.add(new Warning.TooFewOfficers(people.size(), rules.officers()));
    }
    LocalDate visit = filing.on("planned-on").orElse(known.today());
    for (Filing.Officer officer : officers) {
      String field = "officer-" + officer.place();
      if (officer.certificate().isEmpty() || officer.name().isEmpty()) {
        found.add(new Warning.NoCertificate(field + "-certificate", officer.name()));
      }
      if (officer.until().isEmpty()) {
        found.add(new Warning.Missing(field + "-until", STATE_COUNCIL));
      }
      officer
          .validUntil()
          .filter(until -> until.isBefore(visit))
          .ifPresent(until ->
              found.add(
                  new Warning.CertificateEnds(field + "-until", officer.name(), until, visit)));
    }
  }

  // Whoever is named twice is pointed out and counts once.
  private List<Filing.Officer> people(List<Filing.Officer> officers) {
    List<Filing.Officer> people = new ArrayList<>();
    for (Filing.Officer officer : officers) {
      people.stream()
          .filter(officer::same)
          .findFirst()
          .ifPresentOrElse(
              first ->
                  found.add(
                      new Warning.SameOfficer(
                          "officer-" + officer.place(),
                          first.place(),
                          officer.place(),
                          officer.name().isEmpty() ? officer.certificate() : officer.name())),
              () -> people.add(officer));
    }
    return people;
  }

  private void kind(Filing filing, Known known) {
    FilingDuty.Plan plan = filing.plan();
    if (plan.kind() == Kind.SPECIAL && !filing.said("special-approval")) {
      found.add(new Warning.NoSpecialApproval());
    }
    Area area = plan.area();
    if (plan.necessary() && area != null && !rules.exemptAreas().contains(area.code())) {
      found.add(new Warning.NotNecessary(area.label()));
    }
    for (Neighbour neighbour : known.neighbours()) {
      found.add(new Warning.NeighbourVisit(neighbour.unit(), neighbour.on()));
    }
  }

  private void frequency(Filing filing, Known known) {
    UnitPlan plan = known.plan();
    if (plan == null) {
      found.add(new Warning.NoUnitPlan(filing.on("planned-on").orElse(known.today()).getYear()));
    } else if (filing.said("item") && !plan.lists(filing.text("item"))) {
      found.add(new Warning.OffList(filing.text("item"), plan.planYear()));
    }
    if (!filing.counts()) {
      if (!filing.said("counts-reason")) {
        found.add(new Warning.UncountedWithoutReason());
      }
      return;
    }
    Integer limit = plan == null ? null : plan.yearLimit();
    if (limit != null && known.before() + 1 > limit) {
      found.add(new Warning.OverLimit(limit, known.before()));
    }
  }

  private void time(Filing filing, Known known) {
    need(filing, "approved-by", STATE_COUNCIL);
    need(filing, "planned-on", TABLE);
    if (filing.emergency()) {
      need(filing, "emergency-reason", FORM);
    }
    filing
        .on("planned-on")
        .filter(visit -> visit.isBefore(known.today()))
        .ifPresent(visit -> late(filing, visit, known.today()));
  }

  private void late(Filing filing, LocalDate visit, LocalDate today) {
    if (!filing.emergency()) {
      found.add(new Warning.Afterwards(visit, today));
    }
    long days = ChronoUnit.DAYS.between(visit, today);
    if (days > rules.lateEntryDays()) {
      found.add(new Warning.EnteredLate(days, rules.lateEntryDays()));
    }
  }

  private void need(Filing filing, String field, String clause) {
    if (!filing.said(field)) {
      found.add(new Warning.Missing(field, clause));
    }
  }
}
