package seedbed.archive;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/// A document in the archive. Never changed.
///
/// @param regionCode the region of the unit that answers for it
/// @param aboutKind what it is about, in a word of the glossary, with its number
/// @param digest SHA-256 of its content, in hexadecimal digits
@MappedEntity("archive_document")
record Document(
    @Id @GeneratedValue long id,
    Series series,
    int year,
    int place,
    String subject,
    LocalDate enteredOn,
    String enteredBy,
    String regionCode,
    String aboutKind,
    long aboutId,
    String digest) {}
