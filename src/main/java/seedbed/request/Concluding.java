package seedbed.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import seedbed.access.Caller;
import seedbed.criteria.RequestRules;
import seedbed.web.Refusal;

/// What only the company does: it agrees, or does not.
@Singleton
class Concluding {

  private final RequestMoves moves;
  private final RequestRules rules;
  private final Clock clock;

  Concluding(RequestMoves moves, RequestRules rules, Clock clock) {
    this.moves = moves;
    this.rules = rules;
    this.clock = clock;
  }

  Request agree(Request request, int satisfaction, Said said, Caller by) {
    if (satisfaction < Request.LEAST_SATISFIED || satisfaction > Request.MOST_SATISFIED) {
      throw new Refusal.Invalid("satisfaction", "请选择满意程度。");
    }
    if (satisfaction < Request.NEUTRAL && said.words() == null) {
      throw new Refusal.Invalid("words", "评价不满意的，请写明哪里不满意；问题还没有解决的，请在“还没有解决”中要求重新办理。");
    }
    LocalDate today = LocalDate.now(clock);
    return moves.make(request, Move.AGREE, each -> each.agreed(satisfaction, today), said, by);
  }

  Request object(Request request, Said said, Caller by) {
    return again(request, Move.OBJECT, said, by);
  }

  Request reopen(Request request, Said said, Caller by) {
    return again(request, Move.REOPEN, said, by);
  }

  private Request again(Request request, Move move, Said said, Caller by) {
    if (said.words() == null) {
      throw new Refusal.Invalid("words", "请写明还有什么没有解决，办理部门据此重新办理。");
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate promised = today.plusDays(rules.days(request.kind()));
    return moves.make(request, move, each -> each.reopened(promised, today), said, by);
  }

  Request withdraw(Request request, Said said, Caller by) {
    LocalDate today = LocalDate.now(clock);
    return moves.make(request, Move.WITHDRAW, each -> each.withdrawn(today), said, by);
  }
}
