package seedbed.reminder;

import io.micronaut.context.BeanProvider;
import io.micronaut.email.Email;
import io.micronaut.email.EmailSender;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.People;
import seedbed.reminder.Deliveries.Delivery;
import seedbed.reminder.Deliveries.Mail;
import seedbed.web.PublicAddress;

/// Sends what waits. A node takes some for a while and says afterwards how it went; what was taken
/// by a node that died is taken again. So a mail whose node died in between is sent a second time:
/// better than not at all.
@Singleton
class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final int AT_ONCE = 50;
  private static final int LONGEST_PROBLEM = 300;

  private final TransactionOperations<Connection> transactions;
  private final Deliveries deliveries;
  private final Accounts accounts;
  private final People people;
  private final BeanProvider<EmailSender<?, ?>> mail;
  private final Posting posting;
  private final PublicAddress here;
  private final DeliverySettings settings;
  private final List<Robot> robots;
  private final Clock clock;

  Sending(
      TransactionOperations<Connection> transactions,
      Deliveries deliveries,
      Accounts accounts,
      People people,
      BeanProvider<EmailSender<?, ?>> mail,
      Posting posting,
      PublicAddress here,
      DeliverySettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.deliveries = deliveries;
    this.accounts = accounts;
    this.people = people;
    this.mail = mail;
    this.posting = posting;
    this.here = here;
    this.settings = settings;
    robots = Robot.read(settings.robots());
    this.clock = clock;
  }

  /// A reader that cannot be reached, in words.
  private static final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreachable(String problem, @Nullable Throwable cause) {
      super(problem, cause);
    }
  }

  /// @return how many went out
  int run() {
    int sent = 0;
    List<Delivery> taken = take();
    while (!taken.isEmpty()) {
      for (Delivery each : taken) {
        sent += send(each) ? 1 : 0;
      }
      taken = take();
    }
    return sent;
  }

  private List<Delivery> take() {
    Instant now = clock.instant();
    return transactions.executeWrite(_ -> {
      List<Delivery> next = deliveries.next(now, AT_ONCE);
      if (!next.isEmpty()) {
        deliveries.take(next.stream().map(Delivery::id).toList(), now.plus(settings.lease()));
      }
      return next;
    });
  }

  private boolean send(Delivery delivery) {
    try {
      switch (delivery.channel()) {
        case MAIL -> mail(delivery);
        case WECOM, DINGTALK -> robot(delivery);
      }
    } catch (Unreachable e) {
      LOG.warn("delivery {} failed", delivery.id(), e);
      fail(delivery, String.valueOf(e.getMessage()));
      return false;
    } catch (RuntimeException e) {
      // Such as an address that cannot be opened: the others are not to wait for it.
      LOG.error("delivery {} failed unexpectedly", delivery.id(), e);
      fail(delivery, "发送时发生意外，已经记录：" + root(e));
      return false;
    }
    deliveries.sent(delivery.id(), clock.instant());
    return true;
  }

  private void fail(Delivery delivery, String problem) {
    List<Duration> backOff = settings.backOff();
    boolean over = delivery.attempts() >= backOff.size();
    deliveries.failed(
        delivery.id(),
        over ? Deliveries.State.FAILED : Deliveries.State.WAITING,
        over ? clock.instant() : clock.instant().plus(backOff.get(delivery.attempts())),
        problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM));
  }

  private void mail(Delivery delivery) throws Unreachable {
    Long digest = delivery.digestId();
    if (!settings.mails() || digest == null) {
      throw new Unreachable("没有设置发件邮箱", null);
    }
    Mail content = deliveries.content(digest).orElseThrow(() -> new Unreachable("所发的提醒已不存在", null));
    String to =
        accounts
            .findById(content.accountId())
            .filter(account -> account.state() == AccountState.ACTIVE)
            .map(this::address)
            .orElse("");
    if (to.isEmpty()) {
      throw new Unreachable("收件人没有电子邮箱，或账号已停用", null);
    }
    try {
      mail.get()
          .send(
              Email.builder()
                  .from(String.valueOf(settings.mailFrom()))
                  .to(to)
                  .subject(content.subject())
                  .body(content.body() + "\n\n" + here.printed("/reminders/" + digest)));
    } catch (RuntimeException e) {
      // Whatever the mail library throws: unknown hosts, refusals, time-outs.
      throw new Unreachable("邮件服务器没有接受：" + root(e), e);
    }
  }

  private String address(Account account) {
    String email = people.of(account).email();
    return email == null ? "" : email;
  }

  private void robot(Delivery delivery) throws Unreachable {
    Robot robot =
        robots.stream()
            .filter(each -> each.key().equals(delivery.robot()))
            .findFirst()
            .orElseThrow(() -> new Unreachable("没有设置这个机器人", null));
    try {
      RobotMessage.check(
          posting.post(
              RobotMessage.address(robot, clock.instant()),
              RobotMessage.json(String.valueOf(delivery.words()))));
    } catch (IOException e) {
      throw new Unreachable(String.valueOf(e.getMessage()), e);
    }
  }

  private static String root(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName() + " " + cause.getMessage();
  }
}
