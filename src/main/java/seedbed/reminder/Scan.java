package seedbed.reminder;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.criteria.ReminderPlan;
import seedbed.inbox.Inbox;
import seedbed.inbox.Notice;
import seedbed.obligation.Kind;
import seedbed.obligation.Kinds;
import seedbed.obligation.Rules;
import seedbed.schedule.Node;

/// Asks the database what is due and was not told yet, and tells it: to each person in one message,
/// at most one a day. What it writes about a person it writes in one transaction, while it holds
/// that person's row; so it may be killed at any moment, run twice, or run on several nodes at
/// once.
@Singleton
public class Scan {

  /// Looked at by one question, without holding anybody.
  private static final int LOOKED_AT = 2_000;

  /// Held and told in one transaction.
  private static final int AT_ONCE = 200;

  /// Of so few it costs more to look twice than to hold them for nothing.
  private static final int FEW = 20;

  private final TransactionOperations<Connection> transactions;
  private final Recipients recipients;
  private final Candidates candidates;
  private final DigestRows rows;
  private final Inbox inbox;
  private final Deliveries deliveries;
  private final RobotDigests robots;
  private final DeliverySettings settings;
  private final Rules rules;
  private final Kinds kinds;
  private final Clock clock;
  private final String node;

  Scan(
      TransactionOperations<Connection> transactions,
      Recipients recipients,
      Candidates candidates,
      DigestRows rows,
      Inbox inbox,
      Deliveries deliveries,
      RobotDigests robots,
      DeliverySettings settings,
      Rules rules,
      Kinds kinds,
      Node node,
      Clock clock) {
    this.transactions = transactions;
    this.recipients = recipients;
    this.candidates = candidates;
    this.rows = rows;
    this.inbox = inbox;
    this.deliveries = deliveries;
    this.robots = robots;
    this.settings = settings;
    this.rules = rules;
    this.kinds = kinds;
    this.clock = clock;
    this.node = node.name();
  }

  /// Tells whatever is to be told by now, unless people are left in peace.
  ///
  /// @param now in the time of China
  /// @return how many people were told
  public int run(LocalDateTime now) {
    LocalDate today = now.toLocalDate();
    Rules.Course course = rules.course();
    ReminderPlan plan = course.plan(today);
    if (plan.quiet().holds(now.toLocalTime())
        || (!plan.restDays() && !rules.days().worked(today))) {
      return 0;
    }
    recipients.enter();
    Telling telling = new Telling(plan, course.version(today), today);
    int told = 0;
    for (Role role : Role.values()) {
      told += telling.role(role);
    }
    robots.add(today);
    return told;
  }

  private final class Telling {
    private final ReminderPlan plan;
    private final long version;
    private final LocalDate today;
    private final Map<String, String> labels;

    Telling(ReminderPlan plan, long version, LocalDate today) {
      this.plan = plan;
      this.version = version;
      this.today = today;
      labels = kinds.all().stream().collect(Collectors.toMap(Kind::code, Kind::label));
    }

    int role(Role role) {
      if (role == Role.ADMIN || role == Role.AUDITOR) {
        return 0;
      }
      int told = 0;
      long after = 0;
      List<Recipient> next = recipients.next(role, after, today, LOOKED_AT);
      while (!next.isEmpty()) {
        told += some(role, next);
        after = next.getLast().account();
        next = recipients.next(role, after, today, LOOKED_AT);
      }
      return told;
    }

    // Looked at without holding anybody first: on most days there is nothing for most people.
    private int some(Role role, List<Recipient> people) {
      List<Recipient> wanted = people.size() <= FEW ? people : concerned(role, people);
      int told = 0;
      for (int from = 0; from < wanted.size(); from += AT_ONCE) {
        List<Recipient> some = wanted.subList(from, Math.min(from + AT_ONCE, wanted.size()));
        told += transactions.executeWrite(_ -> tell(role, recipients.hold(some, today)));
      }
      return told;
    }

    private List<Recipient> concerned(Role role, List<Recipient> people) {
      Set<Long> concerned =
          candidates.of(role, people, plan, today).stream()
              .map(Candidate::account)
              .collect(Collectors.toSet());
      return people.stream().filter(each -> concerned.contains(each.account())).toList();
    }

    // What is held is looked at again: another node may have told it meanwhile, or the company has
    // reported.
    private int tell(Role role, List<Recipient> held) {
      if (held.isEmpty()) {
        return 0;
      }
      List<Digest> digests = Digest.of(candidates.of(role, held, plan, today), today);
      if (digests.isEmpty()) {
        return 0;
      }
      Map<Long, Long> ids = rows.add(digests, clock.instant(), node, version);
      inbox.tellEach(
          digests.stream()
              .collect(
                  Collectors.toMap(
                      Digest::account, digest -> notice(digest, ids.get(digest.account())))));
      if (settings.mails()) {
        deliveries.mail(today, digests.stream().map(Digest::account).toList(), clock.instant());
      }
      return digests.size();
    }

    private Notice notice(Digest digest, @Nullable Long id) {
      return new Notice(
          "应报提醒",
          digest.subject(),
          digest.body(),
          digest.reason(labels),
          "/reminders/" + id,
          null,
          "reminder-" + today);
    }
  }
}
