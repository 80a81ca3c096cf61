package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import seedbed.account.Accounts;
import seedbed.audit.Deed;
import seedbed.signin.Locks;
import seedbed.web.Address;
import seedbed.web.Flash;

/// Names and addresses that are locked after too many wrong tries, and letting them try again.
@Hidden
@Controller("/accounts/locks")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class LockPages {

  private static final Address PAGE = Address.of("/accounts/locks");

  private final Locks locks;
  private final Accounts accounts;

  LockPages(Locks locks, Accounts accounts) {
    this.locks = locks;
    this.accounts = accounts;
  }

  @Introspected
  record Page(List<Line> lines) {}

  /// @param what a name or an address
  @Introspected
  record Line(String key, String kind, String what, int failures, Instant until) {}

  @Get
  @View("accounts/locks")
  Page index() {
    return new Page(locks.standing(accounts.usernames()).stream().map(LockPages::line).toList());
  }

  @Post("/{key}/lifting")
  @Consumes(MediaType.ALL)
  HttpResponse<?> lift(String key, Deed deed) {
    Optional<Line> lifted = locks.lift(key, accounts.usernames()).map(LockPages::line);
    lifted.ifPresent(line -> deed.changed(line.kind + " " + line.what, "锁定", "解除"));
    return Flash.seeOther(
        PAGE, lifted.map(line -> "已解除锁定：" + line.what).orElse("这项锁定已经到时解除，不用再办理"));
  }

  private static Line line(Locks.Lock lock) {
    return new Line(
        lock.key(), lock.ofAddress() ? "来源地址" : "登录名", what(lock), lock.failures(), lock.until());
  }

  // What was typed for a name may have been a password: it is not kept.
  private static String what(Locks.Lock lock) {
    String known = lock.ofAddress() ? lock.address() : lock.username();
    return known != null ? known : lock.ofAddress() ? "地址未记录" : "没有账号使用的登录名";
  }
}
