package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.account.Account;
import seedbed.account.People;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;

/// A person who leaves gives everything to a successor.
@Hidden
@Controller("/accounts/{id}/hand-over")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class HandOverPages {

  private final AccountSheets sheets;
  private final HandOver handOver;
  private final People people;

  HandOverPages(AccountSheets sheets, HandOver handOver, People people) {
    this.sheets = sheets;
    this.handOver = handOver;
    this.people = people;
  }

  @Introspected
  record Page(
      long id,
      String username,
      String name,
      String role,
      List<HandOver.Share> belongings,
      List<Choice> successors,
      @Nullable String successor,
      FormErrors errors) {}

  @Serdeable
  record Form(@Nullable String successor) {}

  @Get
  @View("accounts/hand-over")
  Page show(long id) {
    return page(sheets.person(id), null, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> handOver(long id, Caller caller, @Body Form form, Deed deed) {
    Account leaving = sheets.person(id);
    Optional<Account> successor =
        handOver.successors(leaving).stream()
            .filter(account -> Long.toString(account.id()).equals(form.successor()))
            .findFirst();
    if (successor.isEmpty()) {
      return wrong(leaving, form, "请选择接手人");
    }
    return switch (handOver.handOver(id, successor.get().id(), caller.account())) {
      case HandOver.Outcome.Refused(var sentence) -> wrong(leaving, form, sentence);
      case HandOver.Outcome.Done(var given) -> {
        deed.changed("负责人账号", id, successor.get().id());
        given.forEach(share -> deed.noted(share.label() + " " + share.count() + " 项"));
        yield Flash.seeOther(Address.of("/accounts/" + id), sentence(given, successor.get()));
      }
    };
  }

  private String sentence(List<HandOver.Share> given, Account successor) {
    String things =
        given.stream()
            .filter(share -> share.count() > 0)
            .map(share -> share.label() + " " + share.count() + " 项")
            .collect(Collectors.joining("、"));
    return (things.isEmpty() ? "没有需要移交的事项" : things + "已移交 " + people.name(successor)) + "，账号已停用";
  }

  private HttpResponse<?> wrong(Account leaving, Form form, String sentence) {
    return HttpResponse.unprocessableEntity()
        .body(
            new ModelAndView<>(
                "accounts/hand-over",
                page(
                    leaving,
                    form.successor(),
                    FormErrors.of(new FieldError("successor", sentence)))));
  }

  private Page page(Account leaving, @Nullable String successor, FormErrors errors) {
    return new Page(
        leaving.id(),
        leaving.username(),
        people.name(leaving),
        leaving.role().label(),
        handOver.of(leaving.id()),
        handOver.successors(leaving).stream()
            .map(account ->
                new Choice(
                    Long.toString(account.id()),
                    people.name(account) + "（" + account.username() + "）"))
            .toList(),
        successor,
        errors);
  }
}
