package seedbed.imports;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which earlier imports a file puts right. A corrected file often has a name of its own; without
/// this it would be one more source that disagrees.
@Singleton
class Corrections {

  private final Imports imports;

  Corrections(Imports imports) {
    this.imports = imports;
  }

  /// What the user may choose from, newest first.
  List<Import> choices(Import upload) {
    return upload.kind() == ImportKind.FIGURES && upload.state() == ImportState.CHECKED
        ? imports
            .findTop50ByKindAndStateAndRegionCodeStartsWithOrderByIdDesc(
                ImportKind.FIGURES, ImportState.STORED, upload.regionCode())
            .stream()
            .filter(earlier -> earlier.storedValues() > 0)
            .filter(earlier -> !earlier.sourceDocument().equals(upload.sourceDocument()))
            .toList()
        : List.of();
  }

  boolean possible(Import upload, long correctsId) {
    return choices(upload).stream().anyMatch(earlier -> earlier.id() == correctsId);
  }

  /// The documents whose figures give way: that of the corrected import and, because some of its
  /// values may stand for older ones, those that it corrected itself.
  Set<String> documents(Import upload) {
    Set<String> documents = new LinkedHashSet<>();
    @Nullable Import earlier = corrected(upload);
    while (earlier != null && documents.add(earlier.sourceDocument())) {
      earlier = corrected(earlier);
    }
    documents.remove(upload.sourceDocument());
    return documents;
  }

  @Nullable Import corrected(Import upload) {
    Long id = upload.correctsId();
    return id == null ? null : imports.findById(id).orElse(null);
  }
}
