package seedbed.visit;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import seedbed.request.Requests;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// The form that turns a note into a request, filled with what the note says.
///
/// @param overtaken what to know when somebody was quicker; empty otherwise
/// @param seen how many requests had come of the visit when the form was shown
@Introspected
record AskingPage(
    long id,
    String company,
    boolean demo,
    String leader,
    LocalDate visitedOn,
    String overtaken,
    int seen,
    List<Requests.Line> requests,
    List<Choice> kinds,
    WishDraft typed,
    FormErrors errors) {}
