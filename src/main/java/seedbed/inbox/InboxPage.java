package seedbed.inbox;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import seedbed.web.Chips;
import seedbed.web.Pager;

/// Somebody's own messages.
///
/// @param newest the newest of all when the page was made, so that a later one is not marked with
///   them
/// @param back the page as it is, for the forms on it
@Introspected
record InboxPage(
    Chips chips, long unseen, long newest, String back, List<Message> messages, Pager pager) {}
