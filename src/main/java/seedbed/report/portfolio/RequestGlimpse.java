package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.request.Requests;

/// What the company asks for and has not got yet.
@Singleton
class RequestGlimpse implements Glimpse {

  private static final int FEW = 4;

  private final Requests requests;
  private final Permissions permissions;

  RequestGlimpse(Requests requests, Permissions permissions) {
    this.requests = requests;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 20;
  }

  @Override
  public Optional<Part> of(long company, Caller caller) {
    return permissions
        .of(caller, Act.SEE_REQUESTS)
        .map(may ->
            new Part(
                "未办结的诉求",
                requests.of(company, may.scope()).stream()
                    .filter(Requests.Line::open)
                    .limit(FEW)
                    .map(RequestGlimpse::line)
                    .toList(),
                "没有未办结的诉求。",
                null));
  }

  private static Line line(Requests.Line request) {
    return new Line(
        request.subject(),
        String.join(
            "，",
            Stream.of(request.stage(), request.owner(), request.escalated())
                .filter(each -> !each.isEmpty())
                .toList()),
        request.daysLate() > 0,
        request.to());
  }
}
