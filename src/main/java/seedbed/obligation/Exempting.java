package seedbed.obligation;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import seedbed.access.Caller;
import seedbed.company.Company;
import seedbed.obligation.Exemptions.Exemption;
import seedbed.obligation.Obligations.Obligation;
import seedbed.web.Refusal;

/// Lets a company off something that it owes for a period and has not handed in: what is done stays
/// done, or rates would change afterwards.
@Singleton
class Exempting {

  /// Nothing is due later than that after its period.
  private static final int LONGEST = 400;

  /// Of a company there is one a kind and period; others can be due on the same day.
  private static final int SAME_DAY = 20;

  private final TransactionOperations<Connection> transactions;
  private final Exemptions exemptions;
  private final Obligations obligations;
  private final Owing owing;
  private final Rules rules;
  private final Clock clock;

  Exempting(
      TransactionOperations<Connection> transactions,
      Exemptions exemptions,
      Obligations obligations,
      Owing owing,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.exemptions = exemptions;
    this.obligations = obligations;
    this.owing = owing;
    this.rules = rules;
    this.clock = clock;
  }

  /// What somebody is to be let off.
  record Wanted(Kind kind, Period period, Company company) {

    /// 如皋甲公司，运行情况表，2026 年第三季度.
    String words() {
      return company.name() + "，" + kind.label() + "，" + period.label();
    }
  }

  /// Whether the rules that held at its end asked for a period.
  boolean asked(Kind kind, Period period) {
    return due(kind, period).isPresent();
  }

  /// @throws Refusal.Invalid when there is nothing to be let off
  /// @throws Refusal.Stale when it has been let off before
  void requireOpen(Wanted wanted) {
    if (standing(wanted)) {
      throw let();
    }
    State state = found(wanted).map(Obligation::state).orElse(State.NOT_OWED);
    switch (state) {
      case MISSING -> {}
      case ON_TIME, LATE -> throw refused(wanted, "已经报送，不能免报；免报只用于还没有报的。");
      case EXCUSED -> throw refused(wanted, "按规则已经免报，不必再办。");
      case NOT_OWED -> throw refused(wanted, "不应报，不必免报。");
    }
  }

  /// @throws Refusal.Invalid when there is nothing to be let off
  /// @throws Refusal.Stale when it has been let off before
  Exemption excuse(Wanted wanted, String reason, Caller by) {
    return transactions.executeWrite(_ -> {
      exemptions.hold(wanted.company().id());
      requireOpen(wanted);
      return exemptions.save(
          new Exemption(
              0,
              wanted.company().id(),
              wanted.kind().code(),
              wanted.period().code(),
              1,
              reason,
              LocalDate.now(clock),
              by.username(),
              null,
              null));
    });
  }

  private boolean standing(Wanted wanted) {
    return exemptions.existsByCompanyIdAndKindAndPeriodAndStanding(
        wanted.company().id(), wanted.kind().code(), wanted.period().code(), 1);
  }

  private static Refusal let() {
    return new Refusal.Stale("这家企业这一期已经免报，请刷新后再看。");
  }

  private static Refusal refused(Wanted wanted, String why) {
    return new Refusal.Invalid("item", wanted.words() + "：" + why);
  }

  private Optional<Obligation> found(Wanted wanted) {
    return due(wanted.kind(), wanted.period()).stream()
        .flatMap(due ->
            obligations
                .list(
                    Obligations.Query.of(new Window(due, due)).kind(wanted.kind().code()),
                    Among.companies(List.of(wanted.company().id()), LocalDate.now(clock)),
                    SAME_DAY,
                    0)
                .stream())
        .filter(each -> each.period().equals(wanted.period().code()))
        .findFirst();
  }

  private Optional<LocalDate> due(Kind kind, Period period) {
    LocalDate last = period.lastDay();
    return owing.terms(rules.course(), new Window(last, last.plusDays(LONGEST))).stream()
        .filter(term -> term.kind().code().equals(kind.code()) && term.period().equals(period))
        .map(Owing.Term::due)
        .findFirst();
  }
}
