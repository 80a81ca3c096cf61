package seedbed.nomination;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.company.Companies;
import seedbed.criteria.Titles;
import seedbed.web.Refusal;

/// What the office does with plans and their entries. Each act has its line in the history.
@Singleton
class Nominating {

  /// What the archive calls the application of an entry.
  static final String KIND = "nomination";

  private final TransactionOperations<Connection> transactions;
  private final Plans plans;
  private final NominationRows rows;
  private final Steps steps;
  private final Titles titles;
  private final Companies companies;
  private final Archiving archiving;
  private final Clock clock;

  Nominating(
      TransactionOperations<Connection> transactions,
      Plans plans,
      NominationRows rows,
      Steps steps,
      Titles titles,
      Companies companies,
      Archiving archiving,
      Clock clock) {
    this.transactions = transactions;
    this.plans = plans;
    this.rows = rows;
    this.steps = steps;
    this.titles = titles;
    this.companies = companies;
    this.archiving = archiving;
    this.clock = clock;
  }

  /// An entry to be made.
  ///
  /// @param origin the document and the place in it; null for one that is entered here
  record Wish(int year, String title, long companyId, @Nullable String origin) {}

  /// What becomes of the letter of recommendation when its entry is dropped.
  enum Letter {
    /// The application was made; that stays true.
    STANDS("keep"),
    /// It was never made, and was said to be by mistake.
    VOID("void");

    private final String code;

    Letter(String code) {
      this.code = code;
    }

    static Optional<Letter> of(@Nullable String code) {
      return Arrays.stream(values()).filter(letter -> letter.code.equals(code)).findFirst();
    }
  }

  Plan plan(Plan wanted) {
    return transactions.executeWrite(_ -> {
      if (plans.existsByRegionCodeAndName(wanted.regionCode(), wanted.name())) {
        throw new Refusal.Invalid("name", "已有同名的计划，请换一个名称。");
      }
      return plans.save(wanted);
    });
  }

  /// All of them or none.
  List<Nomination> enter(Plan plan, List<Wish> wishes, LocalDate on, String by) {
    return transactions.executeWrite(_ -> {
      plans.lock(plan.id());
      return wishes.stream().map(wish -> enter(plan, wish, on, by)).toList();
    });
  }

  private Nomination enter(Plan plan, Wish wish, LocalDate on, String by) {
    refuseOutside(plan, wish.year());
    refuseTwice(plan.id(), wish.year(), wish.title(), wish.companyId(), "company");
    var entered =
        rows.save(
            new Nomination(
                0,
                plan.id(),
                wish.year(),
                wish.title(),
                wish.companyId(),
                rows.nextPlace(plan.id(), wish.year(), wish.title()),
                wish.origin(),
                1,
                0));
    record(entered, Move.ENTERED, wish.origin(), on, by);
    return entered;
  }

  void move(Nomination nomination, int year, String reason, LocalDate on, String by) {
    transactions.executeWrite(_ -> {
      var plan = plans.findById(nomination.planId()).orElseThrow();
      plans.lock(plan.id());
      refuseOutside(plan, year);
      if (year == nomination.aboutYear()) {
        throw new Refusal.Invalid("year", "现在就列在" + year + "年，请选择别的年度。");
      }
      refuseDecided(nomination);
      refuseOver(year);
      refuseTwice(plan.id(), year, nomination.title(), nomination.companyId(), "year");
      var moved =
          rows.update(
              nomination.movedTo(year, rows.nextPlace(plan.id(), year, nomination.title())));
      record(moved, Move.MOVED, nomination.aboutYear() + "年改列" + year + "年：" + reason, on, by);
      return moved;
    });
  }

  void drop(Nomination nomination, String reason, Letter letter, LocalDate on, String by) {
    transactions.executeWrite(_ -> {
      plans.lock(nomination.planId());
      var dropped = rows.update(nomination.dropped());
      record(dropped, Move.DROPPED, reason, on, by);
      if (letter == Letter.VOID) {
        letter(nomination.id()).ifPresent(each -> archiving.cancel(each, "调出申报计划：" + reason, by));
      }
      return dropped;
    });
  }

  /// The letter of recommendation of an entry, as long as it stands.
  Optional<Long> letter(long nomination) {
    return archiving.standingAbout(Series.NOMINATION, KIND, nomination);
  }

  /// Says that the application was really made, and gives it its number in the archive.
  ///
  /// @param told the day on which that is entered
  void apply(
      Nomination nomination, LocalDate on, @Nullable String note, LocalDate told, String by) {
    transactions.executeWrite(_ -> {
      plans.lock(nomination.planId());
      var now = rows.findById(nomination.id()).orElseThrow();
      if (on.getYear() != now.aboutYear()) {
        throw new Refusal.Invalid(
            "happenedOn",
            "这一项计划%d年申报，申报日期应在%d年；在别的年度申报的，请在那一年另列一项。".formatted(now.aboutYear(), now.aboutYear()));
      }
      if (now.version() != nomination.version()) {
        throw new Refusal.Stale("这一项刚刚由别人改列或调出，请重新打开核对。");
      }
      if (steps.existsByNominationIdAndMove(nomination.id(), Move.APPLIED)) {
        throw new Refusal.Stale("已经登记过申报，不必重复登记。");
      }
      // Who has the entry in front of him as it was before is told.
      rows.update(now);
      Step step = record(nomination, Move.APPLIED, note, on, by);
      // The number last: whoever else wants one waits until this is over.
      archiving.enter(paper(nomination, step), told, by);
      return step;
    });
  }

  private Archiving.Paper paper(Nomination nomination, Step applied) {
    String subject =
        "推荐%s申报%s（%d年）"
            .formatted(
                companies.findById(nomination.companyId()).orElseThrow().name(),
                titles.get(nomination.title()).label(),
                nomination.aboutYear());
    return new Archiving.Paper(
            Series.NOMINATION,
            subject,
            plans.findById(nomination.planId()).orElseThrow().regionCode(),
            KIND,
            nomination.id(),
            Archiving.digest(
                String.join(
                    "\n",
                    subject,
                    applied.doneOn().toString(),
                    Objects.requireNonNullElse(applied.note(), ""),
                    applied.doneBy())))
        .ofCompany(nomination.companyId());
  }

  private Step record(
      Nomination nomination, Move move, @Nullable String note, LocalDate on, String by) {
    return steps.save(
        new Step(
            0, nomination.id(), move, nomination.aboutYear(), note, on, Instant.now(clock), by));
  }

  private static void refuseOutside(Plan plan, int year) {
    if (!plan.holds(year)) {
      throw new Refusal.Invalid(
          "year", "计划只含%d年至%d年，没有%d年。".formatted(plan.fromYear(), plan.toYear(), year));
    }
  }

  /// Nothing is planned for a year that is over.
  private void refuseOver(int year) {
    if (year < LocalDate.now(clock).getYear()) {
      throw new Refusal.Invalid("year", year + "年已经结束，不能改列；请选择今年或者以后的年度。");
    }
  }

  /// A year that is over, or that was applied in, keeps its entry: what came of it is to be seen.
  private void refuseDecided(Nomination nomination) {
    int planned = nomination.aboutYear();
    if (steps.existsByNominationIdAndMove(nomination.id(), Move.APPLIED)) {
      throw new Refusal.Invalid("year", "%d年已经申报，不能改列；以后再报的，请在新的年度另列一项。".formatted(planned));
    }
    if (planned < LocalDate.now(clock).getYear()) {
      throw new Refusal.Invalid("year", "%d年已经结束，结果留在当年；以后再报的，请在新的年度另列一项。".formatted(planned));
    }
  }

  private void refuseTwice(long plan, int year, String title, long company, String field) {
    if (rows.existsByPlanIdAndAboutYearAndTitleAndCompanyIdAndStanding(
        plan, year, title, company, 1)) {
      throw new Refusal.Invalid(
          field, "这家企业在%d年已列入%s，不能再列。".formatted(year, titles.get(title).shortLabel()));
    }
  }
}
