package seedbed.archive;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ArchivePlan.Retention;

/// A document in the archive. Never changed.
///
/// @param number its full text, with the label that its series had then
/// @param regionCode the region of the unit that answers for it
/// @param aboutKind what it is about, in a word of the glossary, with its number
/// @param companyId the company it is about, where there is one
/// @param digest SHA-256 of what it says, in hexadecimal digits
/// @param token of the address that its QR code leads to; null for those numbered before there was
///   one
/// @param reference its own name and number, beside that of the archive; that of a letter stands in
///   the letter
/// @param common whether it was numbered when several units shared one counter
@MappedEntity("archive_document")
record Document(
    @Id @GeneratedValue long id,
    Series series,
    int year,
    int place,
    String number,
    String subject,
    LocalDate enteredOn,
    String enteredBy,
    String regionCode,
    @Nullable String aboutKind,
    @Nullable Long aboutId,
    @Nullable Long companyId,
    String digest,
    Retention retention,
    @Nullable String token,
    @Nullable String reference,
    boolean common) {}
