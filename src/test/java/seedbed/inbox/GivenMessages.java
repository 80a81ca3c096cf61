package seedbed.inbox;

import jakarta.inject.Singleton;
import java.util.List;

/// Messages for tests of other packages.
@Singleton
public final class GivenMessages {

  private final Inbox inbox;
  private final Messages messages;

  GivenMessages(Inbox inbox, Messages messages) {
    this.inbox = inbox;
    this.messages = messages;
  }

  /// A new one for an account.
  public long to(long account) {
    inbox.tell(
        List.of(account),
        new Notice("试验", "试验消息", "试验内容", "试验", "/account", null, "test-" + System.nanoTime()));
    return messages.list(account, false, 1, 0).getFirst().id();
  }
}
