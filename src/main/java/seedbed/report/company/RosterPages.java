package seedbed.report.company;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.web.Address;
import seedbed.web.ChosenDay;
import seedbed.web.PageRequest;

/// The list of companies, narrowed and sorted by the address.
@Hidden
@Controller("/companies")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RosterPages {
  private final Roster roster;
  private final VisibleCompanies companies;
  private final Permissions permissions;

  RosterPages(Roster roster, VisibleCompanies companies, Permissions permissions) {
    this.roster = roster;
    this.companies = companies;
    this.permissions = permissions;
  }

  /// A search that names exactly one company leads to its page, a page beyond the end to the last.
  @Get
  HttpResponse<?> list(
      @RequestBean RosterFilter filter,
      PageRequest page,
      ChosenDay chosen,
      Permission permission,
      HttpRequest<?> request) {
    var only =
        filter.onlyWords()
            ? named(filter.q(), new Known(permission.scope(), chosen.day()))
            : Optional.<Company>empty();
    if (only.isPresent()) {
      var target = Address.of("/companies/" + only.get().id());
      return HttpResponse.seeOther(
          (chosen.past() ? target.with("on", chosen.day()) : target).uri());
    }
    var here = Address.of(request);
    var shown = roster.page(filter, page, chosen, here, reader(permission));
    return shown.pager().beyond()
        ? HttpResponse.seeOther(here.with("page", shown.pager().pages()).uri())
        : HttpResponse.ok(new ModelAndView<>("companies/index", shown));
  }

  private Roster.Reader reader(Permission permission) {
    return new Roster.Reader(
        permission.scope(),
        permissions.allow(permission.caller(), Act.EXPORT_COMPANIES),
        permissions.allow(permission.caller(), Act.IMPORT));
  }

  private Optional<Company> named(@Nullable String words, Known known) {
    if (words == null) {
      return Optional.empty();
    }
    return companies.named(words, known).or(() -> coded(words, known));
  }

  private Optional<Company> coded(String words, Known known) {
    return CreditCode.read(words.toUpperCase(Locale.ROOT))
            instanceof CreditCode.Accepted(var code, _)
        ? companies.coded(code, known)
        : Optional.empty();
  }
}
