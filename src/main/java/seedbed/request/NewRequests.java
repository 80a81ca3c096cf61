package seedbed.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import seedbed.access.Permission;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.RequestRules;
import seedbed.evidence.EvidenceSettings;
import seedbed.evidence.content.FileFormat;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Makes the form of a new request.
@Singleton
class NewRequests {

  /// Enough to see that something was asked for already.
  private static final int MOST_OPEN = 10;

  private final VisibleCompanies companies;
  private final RequestReading reading;
  private final RequestLists lists;
  private final RequestRules rules;
  private final EvidenceSettings settings;
  private final Clock clock;

  NewRequests(
      VisibleCompanies companies,
      RequestReading reading,
      RequestLists lists,
      RequestRules rules,
      EvidenceSettings settings,
      Clock clock) {
    this.companies = companies;
    this.reading = reading;
    this.lists = lists;
    this.rules = rules;
    this.settings = settings;
    this.clock = clock;
  }

  NewRequestPage page(NewRequestPage.Form typed, FormErrors errors, Permission permission) {
    Optional<Company> found = named(typed.company(), permission);
    return new NewRequestPage(
        found.map(Company::id).orElse(null),
        found.map(Company::name).orElse(""),
        found.map(Company::demo).orElse(false),
        found.map(company -> reading.known(company, permission)).orElse(null),
        found.map(this::open).orElse(List.of()),
        rules.kinds().values().stream()
            .map(kind ->
                new NewRequestPage.Kind(
                    kind.label(),
                    kind.unit() == null ? "" : kind.unit(),
                    kind.days(),
                    kind.direct()))
            .toList(),
        lists.kinds(),
        typed,
        errors,
        FileFormat.ALLOWED,
        settings.fileMegabytes());
  }

  private List<RequestList.Line> open(Company company) {
    return lists.lines(
        RequestQuery.ALL.standing(Standing.OPEN),
        Sight.of(new Scope.Single(company.id()), LocalDate.now(clock)),
        MOST_OPEN,
        0);
  }

  /// The company that a form is about.
  ///
  /// @throws Refusal.Invalid when there is none within reach
  Company company(String typed, Permission permission) {
    return named(typed, permission)
        .orElseThrow(() ->
            new Refusal.Invalid(
                "company",
                typed.isBlank()
                    ? "请填写企业全称或统一社会信用代码。"
                    : "没有找到“" + typed.strip() + "”。请填写企业全称或统一社会信用代码。"));
  }

  private Optional<Company> named(String typed, Permission permission) {
    Known known = Known.today(permission.scope(), clock);
    Long own = permission.caller().companyId();
    if (own != null) {
      return companies.find(own, known);
    }
    String text = typed.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.matches("[0-9]{1,17}")) {
      return companies.find(Long.parseLong(text), known);
    }
    return switch (CreditCode.read(text)) {
      case CreditCode.Accepted(var code, _) -> companies.coded(code, known);
      case CreditCode.Refused _ -> companies.named(text, known);
    };
  }
}
