package seedbed.review;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// What townships say of the members they look after, before the office decides.
@Singleton
class Advising {

  private final Sayings sayings;
  private final Rulings rulings;
  private final Clock clock;

  Advising(Sayings sayings, Rulings rulings, Clock clock) {
    this.sayings = sayings;
    this.rulings = rulings;
    this.clock = clock;
  }

  /// @param confirmed that what was carried over from earlier years still holds
  record Opinion(Decision opinion, @Nullable String note, boolean confirmed) {}

  /// @param version what the writer had in front of him
  Sayings.Said advise(Member member, Opinion opinion, long version, Caller by, Instant at) {
    require(opinion, member.carried() != null);
    return sayings.say(
        member,
        () ->
            rulings.advise(
                member.id(),
                version,
                opinion.opinion(),
                opinion.note(),
                opinion.confirmed(),
                by.username(),
                day(at)),
        line(opinion, at),
        by);
  }

  /// The same opinion of every member of a list of whom nothing was said yet.
  ///
  /// @return of how many
  int adviseAll(Round round, MemberQuery query, Opinion opinion, Permission by, Instant at) {
    require(opinion, false);
    return sayings.sayOfAll(
        round,
        query.withoutOpinion(!opinion.confirmed()),
        by,
        line(opinion, at),
        new Sayings.Many() {
          @Override
          public List<Long> open(List<Long> members) {
            return rulings.lockSilent(members);
          }

          @Override
          public int changed(List<Long> members) {
            return rulings.adviseAll(
                members,
                opinion.opinion(),
                opinion.note(),
                opinion.confirmed(),
                by.caller().username(),
                day(at));
          }
        });
  }

  private static void require(Opinion opinion, boolean carried) {
    List<FieldError> wrong = new ArrayList<>();
    if (opinion.opinion() != Decision.KEEP && opinion.note() == null) {
      wrong.add(new FieldError("note", "建议“" + opinion.opinion().label() + "”的，请写明理由。"));
    }
    if (carried && !opinion.confirmed()) {
      wrong.add(new FieldError("confirmed", "有沿用以前填报的内容，请核对后勾选“仍然属实”；不属实的请先让企业更正。"));
    }
    if (!wrong.isEmpty()) {
      throw new Refusal.Invalid("意见还不完整。", wrong);
    }
  }

  private static Sayings.Line line(Opinion opinion, Instant at) {
    return new Sayings.Line(
        Entry.Kind.OPINION,
        opinion.opinion(),
        opinion.confirmed() ? "沿用内容已核对属实" : null,
        opinion.note(),
        at);
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }
}
