package seedbed.inbox;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import seedbed.access.Standing;
import seedbed.web.Unseen;

/// Tells the head of a page how many messages wait for whoever looks at it.
@Singleton
final class UnseenMessages implements Unseen {

  private final Messages messages;

  UnseenMessages(Messages messages) {
    this.messages = messages;
  }

  @Override
  public long of(HttpRequest<?> request) {
    return request
        .getUserPrincipal(Standing.class)
        .filter(standing -> standing.step() == Standing.Step.COMPLETE)
        .map(standing -> messages.countUnseen(standing.caller().account(), MOST))
        .orElse(0L);
  }
}
