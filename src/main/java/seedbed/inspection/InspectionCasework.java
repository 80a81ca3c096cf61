package seedbed.inspection;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.archive.Archiving;
import seedbed.calendar.OfficeHours;
import seedbed.company.Companies;
import seedbed.company.CompanyList;
import seedbed.criteria.InspectionRules;
import seedbed.criteria.Titles;
import seedbed.inbox.Inbox;
import seedbed.inbox.Recipients;
import seedbed.portfolio.Assignments;
import seedbed.portfolio.Leaders;
import seedbed.secret.OpaqueToken;
import seedbed.sql.Statements;

/// Inspections for those who load them by the dozen, such as demonstration data: the same acts as
/// on the pages, by number and as of a day, without asking who may.
@Singleton
public class InspectionCasework {

  private static final LocalTime OFFICE_HOURS = LocalTime.of(9, 30);

  private final TransactionOperations<Connection> transactions;
  private final Statements statements;
  private final Inspections inspections;
  private final Records records;
  private final Filings filings;
  private final Additions additions;
  private final Conclusions conclusions;
  private final FoundProblems problems;
  private final Answers answers;
  private final Ratings ratings;
  private final UnitPlans plans;
  private final InspectionCodes codes;
  private final Proposing proposing;
  private final Papers papers;
  private final Stored stored;
  private final CompanyList list;
  private final Companies companies;
  private final Assignments assignments;
  private final Leaders leaders;
  private final Titles titles;
  private final Archiving archiving;
  private final Inbox inbox;
  private final Recipients recipients;
  private final InspectionRules rules;
  private final Clock clock;

  InspectionCasework(
      TransactionOperations<Connection> transactions,
      Statements statements,
      Inspections inspections,
      Records records,
      Filings filings,
      Additions additions,
      Conclusions conclusions,
      FoundProblems problems,
      Answers answers,
      Ratings ratings,
      UnitPlans plans,
      InspectionCodes codes,
      Proposing proposing,
      Papers papers,
      Stored stored,
      CompanyList list,
      Companies companies,
      Assignments assignments,
      Leaders leaders,
      Titles titles,
      Archiving archiving,
      Inbox inbox,
      Recipients recipients,
      InspectionRules rules,
      Clock clock) {
    this.transactions = transactions;
    this.statements = statements;
    this.inspections = inspections;
    this.records = records;
    this.filings = filings;
    this.additions = additions;
    this.conclusions = conclusions;
    this.problems = problems;
    this.answers = answers;
    this.ratings = ratings;
    this.plans = plans;
    this.codes = codes;
    this.proposing = proposing;
    this.papers = papers;
    this.stored = stored;
    this.list = list;
    this.companies = companies;
    this.assignments = assignments;
    this.leaders = leaders;
    this.titles = titles;
    this.archiving = archiving;
    this.inbox = inbox;
    this.recipients = recipients;
    this.rules = rules;
    this.clock = clock;
  }

  public boolean any() {
    return inspections.count() > 0;
  }

  /// Whether an inspection of a company calls for a filing today.
  public boolean called(long company) {
    return firms(clock).of(company).duty() == FilingDuty.Answer.CALLED;
  }

  /// The yearly plan of the caller's unit.
  ///
  /// @param items one a line, with bars between: number, item, basis, scope, kind, month and times
  public void plan(int year, @Nullable Integer limit, String document, String items, Caller by) {
    plans.save(
        new UnitPlan(
            0,
            by.regionCode(),
            Reporting.unit(by),
            year,
            limit,
            document,
            LocalDate.of(year, 3, 20),
            UnitPlan.lines(items.lines().map(InspectionCasework::item).toList()),
            at(LocalDate.of(year, 3, 20)).instant(),
            by.username(),
            0));
  }

  private static UnitPlan.Item item(String line) {
    String[] parts = line.split("[|]", -1);
    return new UnitPlan.Item(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
  }

  /// @param fields in place of what a new filing begins with
  /// @return its number
  public long draft(long company, Map<String, String> fields, LocalDate on, Caller by) {
    Inspection begun = reporting(at(on)).begin(firms(at(on)).of(company), by);
    Filing typed = stored.draft(begun.typed());
    for (Map.Entry<String, String> field : fields.entrySet()) {
      typed = typed.with(field.getKey(), field.getValue());
    }
    reporting(at(on)).keep(begun, begun.version(), reporting(at(on)).completed(begun, typed));
    return begun.id();
  }

  /// The same, handed in.
  public long file(long company, Map<String, String> fields, LocalDate on, Caller by) {
    long id = draft(company, fields, on, by);
    Inspection draft = inspections.findById(id).orElseThrow();
    reporting(at(on))
        .submit(draft, draft.version(), stored.draft(draft.typed()), firms(at(on)).of(company), by);
    return id;
  }

  public void add(long inspection, String about, String words, LocalDate on, Caller by) {
    reporting(at(on)).add(inspections.findById(inspection).orElseThrow(), about, words, by);
  }

  /// @param fields of the form for conclusions
  public void conclude(long inspection, Map<String, String> fields, LocalDate on, Caller by) {
    Records.File file = records.of(inspections.findById(inspection).orElseThrow());
    Filed filed = filings.findById(inspection).orElseThrow();
    new Concluding(
            transactions,
            conclusions,
            problems,
            papers,
            firms(at(on)),
            archiving,
            reporting(at(on)),
            recipients,
            rules,
            at(on))
        .conclude(file, filed, ConclusionForm.of(fields), by);
  }

  public void receive(long inspection, LocalDate on, Caller by) {
    answers.save(Answer.receipt(inspection, at(on).instant(), by.username()));
  }

  public void rate(long inspection, int year, int score, @Nullable String words) {
    ratings.rate(inspections.findById(inspection).orElseThrow(), year, score, words);
  }

  /// Proposes to the unit of another inspection to come along.
  public void propose(long inspection, long other, Caller by) {
    Inspection theirs = inspections.findById(other).orElseThrow();
    Filed filed = filings.findById(other).orElseThrow();
    proposing.propose(
        inspections.findById(inspection).orElseThrow(),
        new FilingPage.Neighbour(other, theirs.unit(), filed.plannedOn()),
        firms(clock).of(theirs.companyId()),
        by);
  }

  /// Gives a company a code to print.
  public void code(long company, Caller by) {
    codes.save(
        new InspectionCode(
            0, company, OpaqueToken.fresh().text(), clock.instant(), by.username(), null));
  }

  private Clock at(LocalDate day) {
    return Clock.fixed(OfficeHours.of(day, OFFICE_HOURS, clock), clock.getZone());
  }

  private Firms firms(Clock time) {
    return new Firms(transactions, list, companies, assignments, leaders, titles, rules, time);
  }

  private Reporting reporting(Clock time) {
    return new Reporting(
        transactions,
        inspections,
        filings,
        additions,
        firms(time),
        new Screening(
            inspections, new VisibleInspections(statements, inspections, time), plans, rules, time),
        stored,
        archiving,
        inbox.at(time),
        recipients,
        rules,
        time);
  }
}
