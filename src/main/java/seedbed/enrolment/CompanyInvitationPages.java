package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.People;
import seedbed.account.Person;
import seedbed.audit.Deed;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// The office or a township lets a company in.
@Hidden
@Controller("/companies/{id}/invitations")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CompanyInvitationPages {

  private final VisibleCompanies companies;
  private final Accounts accounts;
  private final People people;
  private final AccountCheck check;
  private final Inviting inviting;
  private final OneTimeLink.Writer links;
  private final Clock clock;

  CompanyInvitationPages(
      VisibleCompanies companies,
      Accounts accounts,
      People people,
      AccountCheck check,
      Inviting inviting,
      OneTimeLink.Writer links,
      Clock clock) {
    this.companies = companies;
    this.accounts = accounts;
    this.people = people;
    this.check = check;
    this.inviting = inviting;
    this.links = links;
    this.clock = clock;
  }

  @Introspected
  record Page(long id, String company, List<Line> lines, AccountForm form, FormErrors errors) {}

  /// @param name masked
  @Introspected
  record Line(String username, String name, String state, String styleClass, boolean waiting) {}

  @Get
  @View("invitations/company")
  Page show(long id, Scope scope) {
    return page(company(id, scope), AccountForm.EMPTY, FormErrors.NONE);
  }

  /// A new account, or a new link for one of the company's that still waits.
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> invite(
      long id,
      Scope scope,
      Caller caller,
      HttpRequest<?> request,
      @Body AccountForm form,
      Deed deed) {
    Company company = company(id, scope);
    Optional<Account> waiting =
        accounts.findByCompanyIdOrderByUsername(id).stream()
            .filter(account -> account.state() == AccountState.INVITED)
            .filter(account -> account.username().equals(form.username()))
            .findFirst();
    if (waiting.isPresent()) {
      return issued(request, company, inviting.invite(waiting.get(), caller.account()), deed);
    }
    List<FieldError> errors = new ArrayList<>();
    String username = check.username(form.username(), errors);
    Person person = check.person(form, errors);
    if (!errors.isEmpty()) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "invitations/company", page(company, form, FormErrors.of(errors))));
    }
    var wanted =
        new NewAccount(username, Role.COMPANY, company.regionCode(), company.id(), null, person);
    return issued(request, company, inviting.open(wanted, caller.account()), deed);
  }

  private HttpResponse<?> issued(
      HttpRequest<?> request, Company company, Inviting.Issued issued, Deed deed) {
    deed.noted("企业账号 " + issued.account().id() + " 的链接");
    return HttpResponse.ok(
        new ModelAndView<>(
            "invitations/issued",
            links.of(request, issued, "/companies/" + company.id(), company.name())));
  }

  private Company company(long id, Scope scope) {
    return companies
        .find(id, Known.today(scope, clock))
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的企业。"));
  }

  private Page page(Company company, AccountForm form, FormErrors errors) {
    return new Page(
        company.id(),
        company.name(),
        accounts.findByCompanyIdOrderByUsername(company.id()).stream().map(this::line).toList(),
        form,
        errors);
  }

  private Line line(Account account) {
    return new Line(
        account.username(),
        people.of(account).masked().name(),
        account.state().label(),
        AccountList.styleClass(account.state()),
        account.state() == AccountState.INVITED);
  }
}
