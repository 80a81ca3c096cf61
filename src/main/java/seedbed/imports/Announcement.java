package seedbed.imports;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an announced list says of all its rows: one document gives all of them one title, or admits
/// all of them to one pool.
///
/// @param lastDay null where the document names none
@MappedEntity("import_announcement")
record Announcement(
    @Id long importId,
    String title,
    String document,
    LocalDate heldFrom,
    @Nullable LocalDate lastDay,
    @Nullable String batch) {

  Announcement of(Import upload) {
    return new Announcement(upload.id(), title, document, heldFrom, lastDay, batch);
  }
}
