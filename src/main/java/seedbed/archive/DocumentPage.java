package seedbed.archive;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.FormErrors;

/// One document as its page shows it.
///
/// @param reference what it is called by its own; null where its archive number is all it has
/// @param about what it is about, with a link
/// @param open whether it holds; a document that was ended can still be corrected and moved
/// @param keeps whether the reader's unit answers for it
@Introspected
record DocumentPage(
    Head head,
    @Nullable String reference,
    @Nullable Letter letter,
    @Nullable About about,
    @Nullable Proof proof,
    List<FileLine> files,
    List<AmendmentLine> amendments,
    List<Lying> locations,
    boolean open,
    boolean keeps,
    String allowed,
    long megabytes,
    DocumentPages.Form typed,
    FormErrors errors) {

  /// Whether it is asked if so odd a place is meant.
  public boolean asksAboutThePlace() {
    return typed.sure() != null || SpotForm.asks(errors);
  }

  @Introspected
  record Head(
      long id,
      String number,
      String series,
      String office,
      String subject,
      LocalDate enteredOn,
      String enteredBy,
      String retention,
      @Nullable Long companyId,
      @Nullable String company,
      boolean demo,
      String digest,
      @Nullable String spot,
      @Nullable String standing,
      @Nullable String endingClass,
      @Nullable Long replacement) {}

  @Introspected
  record About(String label, String path) {}

  /// @param code to compare with the one on paper
  /// @param picture the QR code as the address of an image
  @Introspected
  record Proof(String path, String code, String picture) {}

  @Introspected
  record FileLine(
      int number,
      String kind,
      String name,
      String format,
      String size,
      String hash,
      Instant addedAt,
      String addedBy) {}

  @Introspected
  record AmendmentLine(
      String kind,
      String styleClass,
      String reason,
      @Nullable Long replacement,
      @Nullable String replacedBy,
      Instant at,
      String by) {}

  @Introspected
  record Lying(String spot, @Nullable String remark, Instant at, String by) {}
}
