package seedbed.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.PlanOutline;

/// Makes the papers of a plan: the form to fill in, and the printed version.
@Singleton
class PlanDocuments {

  private static final int COUNTY = 6;

  private final NumbersGiven numbers;
  private final Regions regions;
  private final PlanOutline outline;
  private final Clock clock;

  PlanDocuments(NumbersGiven numbers, Regions regions, PlanOutline outline, Clock clock) {
    this.numbers = numbers;
    this.regions = regions;
    this.outline = outline;
    this.clock = clock;
  }

  /// The form as it is to be filled in now. One that was given out before somebody wrote on is
  /// another one.
  PlanForm form(Plan plan, Version version, Company company, Content content) {
    String code = company.creditCode() == null ? "未登记" : company.creditCode().value();
    return new PlanForm(
        FormMark.of(
            code,
            plan.id() + "-" + version.ordinal(),
            Math.toIntExact(Math.min(version.version(), 999_999))),
        paper(plan, company.name(), county(company), content, clock.instant()));
  }

  /// As it was approved, or as it is to be approved.
  ///
  /// @param hash of what it says
  PrintedPlan printed(Plan plan, Version version, Company company, String hash, Content content) {
    LocalDate approved = version.approvedOn();
    String number = version.archiveNumber();
    String name = version.companyName();
    return new PrintedPlan(
        new PrintedPlan.Stamp(
            number == null ? "第 " + plan.id() + " 号方案" : number, version.ordinal(), hash, approved),
        paper(
            plan,
            name == null ? company.name() : name,
            county(company),
            content,
            (approved == null ? version.since() : approved)
                .atStartOfDay(clock.getZone())
                .toInstant()));
  }

  private PlanPaper paper(Plan plan, String name, String county, Content content, Instant made) {
    return new PlanPaper(
        county + "专精特新“小巨人”培育企业",
        county + "发展和改革委员会",
        name,
        plan.span(),
        outline,
        content,
        numbers.of(plan.id()),
        made);
  }

  private String county(Company company) {
    String code = company.regionCode();
    return regions
        .findByCode(code.length() > COUNTY ? code.substring(0, COUNTY) : code)
        .map(Region::name)
        .orElse("");
  }
}
