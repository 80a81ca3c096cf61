package seedbed.report.portfolio;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.portfolio.Contacts;
import seedbed.web.Address;

/// One company on one screen, for the way to it.
///
/// @param makes what it makes, and where it is at home
/// @param next the title it looks at next with how far it is; null at the top of the ladder
/// @param shortest the cheapest next step, in one sentence
@Introspected
record GlancePage(
    long id,
    String name,
    boolean demo,
    String makes,
    List<String> held,
    @Nullable String next,
    String nextClass,
    @Nullable String shortest,
    Address ladder,
    List<String> questions,
    List<Glimpse.Part> parts,
    List<String> leaders,
    List<Contacts.Contact> contacts) {}
