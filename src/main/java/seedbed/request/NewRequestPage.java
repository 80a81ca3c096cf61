package seedbed.request;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Choice;
import seedbed.web.FormErrors;

/// The form of a new request. What is on record about the company stands beside it.
///
/// @param companyId null while it has to be chosen
/// @param open what the company already asked for and is not over
@Introspected
record NewRequestPage(
    @Nullable Long companyId,
    String company,
    boolean demo,
    RequestPage.@Nullable Known known,
    List<RequestList.Line> open,
    List<Kind> kinds,
    List<Choice> choices,
    Form typed,
    FormErrors errors,
    String allowed,
    int megabytes) {

  /// What becomes of a kind.
  @Introspected
  record Kind(String label, String unit, int days, boolean direct) {}

  /// @param company a number, a full name or a credit code
  @Introspected
  record Form(String company, String kind, String subject, String wanted) {}
}
