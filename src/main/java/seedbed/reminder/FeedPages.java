package seedbed.reminder;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.audit.Deed;
import seedbed.reminder.CalendarFeeds.Feed;
import seedbed.secret.OpaqueToken;
import seedbed.secret.Sealing;
import seedbed.web.Address;
import seedbed.web.Flash;
import seedbed.web.PublicAddress;
import seedbed.web.Refusal;

/// A calendar that telephones and mail programs read by a secret link.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class FeedPages {

  private static final String PURPOSE = "calendar-feed";
  private static final int LONGEST_TOKEN = 64;

  private final CalendarFeeds feeds;
  private final CalendarFile file;
  private final Accounts accounts;
  private final Sealing sealing;
  private final PublicAddress here;
  private final Clock clock;

  FeedPages(
      CalendarFeeds feeds,
      CalendarFile file,
      Accounts accounts,
      Sealing sealing,
      PublicAddress here,
      Clock clock) {
    this.feeds = feeds;
    this.file = file;
    this.accounts = accounts;
    this.sealing = sealing;
    this.here = here;
    this.clock = clock;
  }

  /// @param link null where there is none
  @Introspected
  record Page(@Nullable String link, @Nullable Instant madeAt) {}

  @Get("/calendar-feed")
  @Produces(MediaType.TEXT_HTML)
  @View("obligations/feed")
  Page show(HttpRequest<?> request, Permission permission) {
    return feeds
        .findByAccountId(permission.caller().account())
        .map(feed ->
            new Page(
                here.link(request, "/calendars/" + sealing.open(feed.tokenSealed(), PURPOSE)),
                feed.madeAt()))
        .orElse(new Page(null, null));
  }

  @Post("/calendar-feed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> make(Permission permission, Deed deed) {
    OpaqueToken token = OpaqueToken.fresh();
    feeds.make(
        permission.caller().account(),
        token.hash(),
        sealing.seal(token.text(), PURPOSE),
        clock.instant());
    deed.noted("生成日历订阅链接");
    return Flash.seeOther(Address.of("/calendar-feed"), "订阅链接已生成，以前的链接不再有效。");
  }

  @Post("/calendar-feed/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> end(Permission permission, Deed deed) {
    feeds.end(permission.caller().account());
    deed.noted("停用日历订阅链接");
    return Flash.seeOther(Address.of("/calendar-feed"), "订阅链接已停用。");
  }

  /// Whoever has the link reads it, as long as its owner could.
  @Get("/calendars/{token}")
  @Produces("text/calendar;charset=utf-8")
  String read(String token, Deed deed) {
    if (token.length() > LONGEST_TOKEN) {
      throw absent();
    }
    Account owner =
        feeds
            .findByTokenHash(new OpaqueToken(token).hash())
            .map(Feed::accountId)
            .flatMap(accounts::findById)
            .filter(account -> account.state() == AccountState.ACTIVE)
            .orElseThrow(FeedPages::absent);
    deed.by(owner.id(), 0);
    return file.of(caller(owner));
  }

  private static Caller caller(Account owner) {
    return new Caller(
        owner.id(),
        0,
        owner.username(),
        owner.role(),
        owner.regionCode(),
        owner.companyId(),
        owner.unit());
  }

  private static Refusal.Absent absent() {
    return new Refusal.Absent("这个日历链接无效或者已经停用，请在应报日历中重新生成。");
  }
}
