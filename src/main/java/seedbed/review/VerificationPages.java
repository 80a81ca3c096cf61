package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import seedbed.access.Permission;
import seedbed.web.Refusal;

/// Whether a closed round still says what it said when it was closed.
@Hidden
@Controller("/reviews/{id}/verification")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class VerificationPages {

  private final RoundReading reading;
  private final Verification verification;
  private final Clock clock;

  VerificationPages(RoundReading reading, Verification verification, Clock clock) {
    this.reading = reading;
    this.verification = verification;
    this.clock = clock;
  }

  @Introspected
  record Page(
      RoundPage.Head head, boolean sound, List<Verification.Finding> findings, Instant at) {}

  @Get
  @View("reviews/verification")
  Page show(long id, Permission permission) {
    Round round = reading.own(id, permission);
    if (!round.closed()) {
      throw new Refusal.Stale("这一轮动态管理还没有办结，办结时才计算摘要，现在没有可以核对的。");
    }
    var findings = verification.of(round);
    return new Page(
        reading.head(round),
        findings.stream().allMatch(Verification.Finding::sound),
        findings,
        clock.instant());
  }
}
