package seedbed.portfolio;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Links companies to leaders, ends links, and hands them over.
@Singleton
class Linking {

  /// Of a document that a link rests on, and of the reason that it ends.
  static final int LONGEST_WORDS = 200;

  private final TransactionOperations<Connection> transactions;
  private final Assignments assignments;
  private final Clock clock;

  Linking(TransactionOperations<Connection> transactions, Assignments assignments, Clock clock) {
    this.transactions = transactions;
    this.assignments = assignments;
    this.clock = clock;
  }

  /// Which link is wanted.
  record Order(long account, AssignmentKind kind, LocalDate from, @Nullable String document) {}

  sealed interface Linked {
    record Done(int count) implements Linked {}

    /// Some are not free; none was linked.
    record Refused(Map<Long, Assignment> clashes) implements Linked {}
  }

  sealed interface Ended {
    record Done() implements Ended {}

    /// It was changed since it was looked at.
    record Overtaken(@Nullable Assignment now) implements Ended {}

    /// It has begun: it cannot end before it did.
    record Begun() implements Ended {}

    /// It would go on into a link of the same kind.
    record Refused(Assignment clash) implements Ended {}
  }

  sealed interface HandedOver {
    record Done(int count) implements HandedOver {}

    /// Other links than those that were looked at.
    record Overtaken(String seen) implements HandedOver {}
  }

  /// Which of the companies are not free.
  Map<Long, Assignment> clashes(Collection<Long> companies, AssignmentKind kind, LocalDate from) {
    return companies.isEmpty()
        ? Map.of()
        : Clashes.of(assignments.reachingCompanies(companies, kind, from), kind, from);
  }

  /// All of them or none.
  Linked link(Order order, Collection<Long> companies) {
    return transactions.executeWrite(_ -> {
      assignments.holdCompanies(new TreeSet<>(companies));
      Map<Long, Assignment> clashes = clashes(companies, order.kind(), order.from());
      if (!clashes.isEmpty()) {
        return new Linked.Refused(clashes);
      }
      assignments.link(order.account(), order.kind(), companies, order.from(), order.document());
      return new Linked.Done(companies.size());
    });
  }

  /// @param version as somebody saw it
  /// @param day the first day on which it no longer holds; one that is still to begin, then or
  ///   later, goes
  Ended end(long id, long company, long version, LocalDate day, String reason) {
    return transactions.executeWrite(_ -> {
      assignments.holdCompanies(List.of(company));
      Assignment link = assignments.findById(id).orElse(null);
      if (link == null || link.version() != version) {
        return new Ended.Overtaken(link);
      }
      if (!link.heldFrom().isBefore(day)) {
        return link.heldFrom().isAfter(LocalDate.now(clock))
            ? outcome(id, assignments.forget(id, version))
            : new Ended.Begun();
      }
      Assignment clash =
          Clashes.until(
              assignments.reachingCompanies(List.of(company), link.kind(), link.heldFrom()),
              link,
              day);
      return clash == null
          ? outcome(id, assignments.end(id, version, day, reason))
          : new Ended.Refused(clash);
    });
  }

  private Ended outcome(long id, long changed) {
    return changed == 1
        ? new Ended.Done()
        : new Ended.Overtaken(assignments.findById(id).orElse(null));
  }

  /// What would be handed over, in a few letters: what somebody looked at is what is handed over.
  static String seen(Collection<Assignment> links) {
    return links.size()
        + "."
        + links.stream().mapToLong(Assignment::id).sum()
        + "."
        + links.stream().mapToLong(Assignment::version).sum();
  }

  /// What a leader has on a day or later, of one kind or all.
  List<Assignment> held(long account, @Nullable AssignmentKind kind, LocalDate day) {
    return assignments.reaching(account, day).stream()
        .filter(link -> kind == null || link.kind() == kind)
        .toList();
  }

  /// Everything of a kind, in one transaction.
  ///
  /// @param seen as [#seen] said it of what was looked at; null takes what there is
  HandedOver handOver(
      long from,
      long to,
      @Nullable AssignmentKind kind,
      LocalDate day,
      @Nullable String document,
      @Nullable String seen) {
    return transactions.executeWrite(status -> {
      List<Assignment> held = held(from, kind, day);
      if (!held.isEmpty()) {
        assignments.holdCompanies(new TreeSet<>(held.stream().map(Assignment::companyId).toList()));
        held = held(from, kind, day);
      }
      if (seen != null && !seen.equals(seen(held))) {
        return new HandedOver.Overtaken(seen(held));
      }
      Succession succession = Succession.of(held, assignments.reaching(to, day), to, day, document);
      long changed = 0;
      for (Assignment link : succession.ended()) {
        changed += assignments.end(link.id(), link.version(), day, ending(document));
      }
      for (Assignment link : succession.forgotten()) {
        changed += assignments.forget(link.id(), link.version());
      }
      if (changed != succession.size()) {
        status.setRollbackOnly();
        return new HandedOver.Overtaken(seen(held));
      }
      assignments.saveAll(succession.begun());
      return new HandedOver.Done(succession.size());
    });
  }

  private static String ending(@Nullable String document) {
    return document == null ? "移交" : "移交：" + document;
  }
}
