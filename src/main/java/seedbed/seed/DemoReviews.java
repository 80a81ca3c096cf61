package seedbed.seed;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.company.Registration;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.review.ReviewCasework;
import seedbed.review.ReviewCasework.Candidate;

/// Demonstration reviews of the municipal pool: two years that are closed, each with a company that
/// had to put something right and one that left, of which the first came back; and one year that is
/// under way.
@Singleton
class DemoReviews {

  private static final String POOL = "rugao-pool";
  private static final int MONTH = 10;
  private static final int OPENED_BEFORE = 10;

  private final ReviewCasework casework;
  private final Registration registration;
  private final DemoCallers callers;
  private final Clock clock;

  DemoReviews(
      ReviewCasework casework, Registration registration, DemoCallers callers, Clock clock) {
    this.casework = casework;
    this.registration = registration;
    this.callers = callers;
    this.clock = clock;
  }

  /// Only where there is none yet, and the demonstration accounts to make them.
  void open() {
    if (casework.any() || !callers.present(List.of(Role.OFFICE, Role.TOWNSHIP))) {
      return;
    }
    LocalDate today = LocalDate.now(clock);
    int year =
        today.minusDays(OPENED_BEFORE).isAfter(asOf(today.getYear()))
            ? today.getYear()
            : today.getYear() - 1;
    Caller office = callers.of(Role.OFFICE);
    Caller township = callers.of(Role.TOWNSHIP);
    Long left = closed(year - 2, office, township);
    if (left != null) {
      comeBack(left, year - 1);
    }
    closed(year - 1, office, township);
    underWay(year, today, office, township);
  }

  /// @return the company that left; null where everybody met what the pool asks for
  private @Nullable Long closed(int year, Caller office, Caller township) {
    long round = casework.open(POOL, year, asOf(year), asOf(year).plusDays(3), office);
    List<Candidate> members = casework.candidates(round);
    long rectifying = 0;
    @Nullable Long left = null;
    for (int number = 0; number < members.size(); number++) {
      Candidate member = members.get(number);
      advise(member, number, asOf(year).plusDays(12), township);
      if (Boolean.FALSE.equals(member.met()) && rectifying == 0) {
        rectifying = member.member();
        casework.decide(
            member.member(),
            "rectify",
            asOf(year).plusMonths(5),
            "示例：留库条件不满足，限期补齐短板后复查。",
            asOf(year).plusDays(20),
            office);
      } else if (Boolean.FALSE.equals(member.met()) && left == null) {
        left = member.company();
        casework.decide(
            member.member(),
            "remove",
            null,
            "示例：主营业务转出，已不符合入库条件。",
            asOf(year).plusDays(20),
            office);
      } else if (member.rising()) {
        casework.decide(
            member.member(),
            "recommend",
            null,
            "示例：上一级条件满足，推荐申报。",
            asOf(year).plusDays(20),
            office);
      }
    }
    casework.decideRest(round, "keep", "示例：发展态势平稳，继续培育。", asOf(year).plusDays(25), office);
    String document = "示例动态管理公告〔%d〕%d号".formatted(year, 1);
    casework.close(round, document, asOf(year).plusDays(35), office);
    if (rectifying != 0) {
      casework.recheck(
          round,
          rectifying,
          "keep",
          "示例整改复查决定〔%d〕1号".formatted(year + 1),
          asOf(year).plusDays(150),
          "示例：复查时短板已补齐，同意保留。",
          office);
    }
    return left;
  }

  // Half a year later by a new admission.
  private void comeBack(long company, int year) {
    LocalDate from = LocalDate.of(year, 6, 1);
    registration.hold(
        List.of(
            new TitleHolding(
                0,
                company,
                POOL,
                from,
                FromPrecision.DAY,
                null,
                from,
                null,
                null,
                "示例入库公告〔%d〕2号".formatted(year),
                null,
                "示例：调出后再次申请入库")));
  }

  private void underWay(int year, LocalDate today, Caller office, Caller township) {
    LocalDate opened = today.minusDays(OPENED_BEFORE);
    long round = casework.open(POOL, year, asOf(year), opened, office);
    List<Candidate> members = casework.candidates(round);
    for (int number = 0; number < members.size(); number++) {
      Candidate member = members.get(number);
      if (number % 3 != 0) {
        advise(member, number, today.minusDays(5), township);
      }
      if (number % 3 == 1 && Boolean.TRUE.equals(member.met())) {
        casework.decide(
            member.member(), "keep", null, "示例：留库条件满足，镇（街道）同意。", today.minusDays(2), office);
      }
    }
  }

  private void advise(Candidate member, int number, LocalDate on, Caller township) {
    if (Boolean.FALSE.equals(member.met())) {
      boolean time = number % 2 == 0;
      casework.advise(
          member.member(),
          time ? "rectify" : "keep",
          time ? "示例：已走访，企业有改进计划，建议给予整改时间。" : "示例：已走访，差距已在补齐，建议保留。",
          on,
          township);
    } else {
      casework.advise(member.member(), "keep", "示例：经营正常。", on, township);
    }
  }

  // The last day of October: the figures of the last full year are in by then.
  private static LocalDate asOf(int year) {
    return LocalDate.of(year, MONTH, 31);
  }
}
