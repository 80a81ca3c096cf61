package seedbed.inspection;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.account.People;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.CompanyList;
import seedbed.company.CompanyPage;
import seedbed.company.CompanySearch;
import seedbed.criteria.InspectionRules;
import seedbed.criteria.Titles;
import seedbed.portfolio.Assignment;
import seedbed.portfolio.Assignments;
import seedbed.web.FormErrors;

/// Finds companies and says whether an inspection of them has to be filed beforehand.
@Singleton
class Lookup {

  private static final int SHOWN = 20;

  private final CompanyList list;
  private final Companies companies;
  private final Assignments assignments;
  private final Accounts accounts;
  private final People people;
  private final Titles titles;
  private final InspectionRules rules;
  private final FilingDuty duty;

  Lookup(
      CompanyList list,
      Companies companies,
      Assignments assignments,
      Accounts accounts,
      People people,
      Titles titles,
      InspectionRules rules) {
    this.list = list;
    this.companies = companies;
    this.assignments = assignments;
    this.accounts = accounts;
    this.people = people;
    this.titles = titles;
    this.rules = rules;
    this.duty = new FilingDuty(rules);
  }

  /// Before anything is looked for: whom the duty to file is about today.
  LookupPage duties(LocalDate on, Scope scope) {
    List<LookupPage.Duty> duties =
        rules.titles().stream()
            .map(title ->
                new LookupPage.Duty(
                    titles.get(title).label(),
                    list.count(CompanySearch.all(on).holding(title), scope)))
            .toList();
    return new LookupPage(null, FormErrors.NONE, List.of(), false, duties);
  }

  LookupPage find(String words, LocalDate on, Scope scope) {
    CompanyPage page = list.find(CompanySearch.all(on).matching(words).paged(1, SHOWN), scope);
    List<Long> ids = page.rows().stream().map(CompanyPage.Row::id).toList();
    if (ids.isEmpty()) {
      return new LookupPage(words, FormErrors.NONE, List.of(), false);
    }
    Map<Long, Company> known =
        companies.findByIdIn(ids).stream()
            .collect(Collectors.toMap(Company::id, Function.identity()));
    Map<Long, List<String>> leaders = leaders(ids, on);
    return new LookupPage(
        words,
        FormErrors.NONE,
        page.rows().stream()
            .map(row ->
                found(row, known.get(row.id()), on, leaders.getOrDefault(row.id(), List.of())))
            .toList(),
        page.total() > SHOWN);
  }

  private LookupPage.Found found(
      CompanyPage.Row row, @Nullable Company company, LocalDate on, List<String> leaders) {
    List<String> called = duty.calledForBy(row.titles());
    return new LookupPage.Found(
        row.id(),
        row.name(),
        row.demo(),
        row.creditCode(),
        row.regionName(),
        labels(row.titles()),
        called.isEmpty() ? null : String.join("、", labels(called)),
        company == null || !company.titlesComplete(on),
        leaders);
  }

  private List<String> labels(List<String> codes) {
    return codes.stream()
        .map(titles::get)
        .sorted(Comparator.comparingInt(Titles.Rung::ladder).reversed())
        .map(Titles.Rung::label)
        .toList();
  }

  private Map<Long, List<String>> leaders(List<Long> ids, LocalDate on) {
    List<Assignment> linked = assignments.ofCompanies(ids, on);
    Map<Long, String> names = names(linked);
    return linked.stream()
        .collect(
            Collectors.groupingBy(
                Assignment::companyId,
                Collectors.mapping(
                    each -> names.getOrDefault(each.accountId(), "（账号已停用）"), Collectors.toList())));
  }

  private Map<Long, String> names(List<Assignment> linked) {
    return linked.isEmpty()
        ? Map.of()
        : accounts
            .findByIdIn(linked.stream().map(Assignment::accountId).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Account::id, people::name));
  }
}
