package seedbed.inbox;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// One's own messages. Opening one is a POST, because it is seen from then on.
@Hidden
@Controller("/inbox")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class InboxPages {

  private static final String UNSEEN = "unseen";

  private final Messages messages;
  private final Clock clock;

  InboxPages(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /// @param newest the newest message that was on the page
  /// @param show which messages the page showed
  @Serdeable
  record SeenForm(@Nullable String newest, @Nullable String show, @Nullable String page) {}

  @Get
  @View("inbox/index")
  InboxPage index(PageRequest page, Caller caller, @Nullable @QueryValue String show) {
    boolean unseen = unseen(show);
    long account = caller.account();
    long all = messages.countByAccountId(account);
    long waiting = messages.countByAccountIdAndSeenAtIsNull(account);
    return new InboxPage(
        new Chips(
            "消息",
            "show",
            List.of(
                new Chips.Chip("全部", "", all, !unseen),
                new Chips.Chip("未读", UNSEEN, waiting, unseen))),
        waiting,
        messages.last(account),
        unseen ? UNSEEN : "",
        messages.list(account, unseen, page.size(), page.offset()),
        Pager.of(page, unseen ? waiting : all));
  }

  @Post("/seen")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> seeAll(@Body SeenForm form, Caller caller) {
    String newest = form.newest();
    if (newest == null || !newest.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("newest", "页面不完整，请刷新后再试。");
    }
    messages.seeUpTo(Long.parseLong(newest), caller.account(), clock.instant());
    return back(form);
  }

  @Post("/{id}/seen")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> see(long id, @Body SeenForm form, Caller caller) {
    Message message = own(id, caller);
    messages.see(message.id(), caller.account(), clock.instant());
    return back(form);
  }

  /// Marks it as seen and goes where it leads.
  @Post("/{id}/opening")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> open(long id, Caller caller) {
    Message message = own(id, caller);
    messages.see(message.id(), caller.account(), clock.instant());
    return HttpResponse.seeOther(URI.create(message.link()));
  }

  private Message own(long id, Caller caller) {
    return messages
        .findByIdAndAccountId(id, caller.account())
        .orElseThrow(() -> new Refusal.Absent("没有这条消息。"));
  }

  private static HttpResponse<?> back(SeenForm form) {
    return HttpResponse.seeOther(
        Address.of("/inbox")
            .with("show", unseen(form.show()) ? UNSEEN : "")
            .with("page", PageRequest.of(form.page(), null).page() == 1 ? null : form.page())
            .uri());
  }

  private static boolean unseen(@Nullable String show) {
    if (show == null || show.isBlank()) {
      return false;
    }
    if (!show.equals(UNSEEN)) {
      throw new Refusal.Invalid("show", "没有“" + show + "”这种消息，请从页面上选择。");
    }
    return true;
  }
}
