package seedbed.recognition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.company.Company;
import seedbed.company.FormerName;
import seedbed.company.FormerNames;
import seedbed.company.Known;
import seedbed.company.TitleHolding;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.Titles;
import seedbed.web.Refusal;

/// Major changes of companies: recorded, reported, and by when that is due.
@Singleton
class Changing {

  private final TransactionOperations<Connection> transactions;
  private final VisibleCompanies companies;
  private final CompanyChanges changes;
  private final FormerNames formerNames;
  private final Deadlines deadlines;
  private final Titles titles;
  private final Clock clock;

  Changing(
      TransactionOperations<Connection> transactions,
      VisibleCompanies companies,
      CompanyChanges changes,
      FormerNames formerNames,
      Deadlines deadlines,
      Titles titles,
      Clock clock) {
    this.transactions = transactions;
    this.companies = companies;
    this.changes = changes;
    this.formerNames = formerNames;
    this.deadlines = deadlines;
    this.titles = titles;
    this.clock = clock;
  }

  /// A title that a report is due for.
  record DueFor(String title, Deadlines.Due due) {}

  Optional<Company> company(long id, Known known) {
    return companies.find(id, known);
  }

  /// What was known on the day, newest first.
  List<CompanyChange> known(long companyId, LocalDate on) {
    return changes.findByCompanyIdOrderByHappenedOn(companyId).reversed().stream()
        .filter(change -> !change.recordedOn().isAfter(on))
        .toList();
  }

  /// The titles that are held on a day, as far as the register says.
  List<TitleHolding> held(long companyId, Known known) {
    return companies.titles(companyId, known).stream()
        .flatMap(holding -> holding.knownOn(known.on()).stream())
        .filter(holding -> holding.covers(known.on()))
        .sorted(Comparator.comparing(TitleHolding::title))
        .toList();
  }

  /// By when a change has to be reported, for the title whose day comes first; empty where no
  /// document asks for it.
  Optional<DueFor> due(CompanyChange change, List<TitleHolding> holdings) {
    return holdings.stream()
        .filter(holding -> holding.covers(change.happenedOn()))
        .flatMap(holding ->
            deadlines.report(holding.title(), change.happenedOn()).stream()
                .map(due -> new DueFor(titles.get(holding.title()).shortLabel(), due)))
        .min(Comparator.comparing(each -> each.due().on()));
  }

  /// @param formerName the name until then, where the company was renamed
  CompanyChange record(
      Company company,
      CompanyChange.Kind kind,
      LocalDate on,
      @Nullable String detail,
      @Nullable String formerName,
      Permission by) {
    LocalDate today = LocalDate.now(clock);
    if (on.isAfter(today)) {
      throw new Refusal.Invalid("happenedOn", "日期不能晚于今天（" + today + "）。");
    }
    if (kind == CompanyChange.Kind.RENAMED && formerName == null) {
      throw new Refusal.Invalid("formerName", "请填写更名前的名称，导入名单时据此识别。");
    }
    return transactions.executeWrite(_ -> {
      if (formerName != null
          && kind == CompanyChange.Kind.RENAMED
          && !formerNames.existsByCompanyIdAndName(company.id(), formerName)) {
        formerNames.save(new FormerName(0, company.id(), formerName, on, today, "重大变化登记"));
      }
      return changes.save(
          new CompanyChange(
              0,
              company.id(),
              kind,
              on,
              today,
              kind == CompanyChange.Kind.RENAMED
                  ? "原名称：" + formerName + (detail == null ? "" : "；" + detail)
                  : detail,
              by.caller().username(),
              null,
              null,
              null));
    });
  }

  void report(Company company, long change, LocalDate on, @Nullable String document) {
    LocalDate today = LocalDate.now(clock);
    if (on.isAfter(today)) {
      throw new Refusal.Invalid("reportedOn", "日期不能晚于今天（" + today + "）。");
    }
    if (changes.report(change, company.id(), on, today, document) == 0) {
      throw new Refusal.Stale("这项变化没有登记，或者已登记报告，没有重复登记；报告日期也不能早于发生日期。");
    }
  }
}
