package seedbed.report.dossier;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The dossiers of several companies in one file that is made in the background, for its maker
/// alone and for a limited time.
///
/// @param town only the companies of a town; all in reach where none is named
/// @param asOf the day as of which it is made
/// @param attempt only the newest attempt may write
/// @param knownAt what came in later is not in it; null until its turn has come
/// @param hash of the file in the content store; null until it is made
@MappedEntity("dossier_bundle")
record Bundle(
    @Id @GeneratedValue long id,
    long accountId,
    String title,
    @Nullable String town,
    LocalDate asOf,
    Format format,
    State state,
    int attempt,
    int done,
    int total,
    @Nullable String sentence,
    Instant askedAt,
    Instant touchedAt,
    @Nullable Instant knownAt,
    @Nullable String hash,
    @Nullable Long bytes,
    Instant keptUntil) {

  enum Format {
    WORD("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("PDF", "pdf", "application/pdf");

    private final String label;
    private final String ending;
    private final String mediaType;

    Format(String label, String ending, String mediaType) {
      this.label = label;
      this.ending = ending;
      this.mediaType = mediaType;
    }

    public String label() {
      return label;
    }

    String ending() {
      return ending;
    }

    String mediaType() {
      return mediaType;
    }
  }

  enum State {
    /// Nobody is at it: it was just asked for, or whoever was at it is gone.
    WAITING("排队等候", "unknown"),
    RUNNING("制作中", "unknown"),
    DONE("已完成", "met"),
    CANCELLED("已取消", "idle"),
    FAILED("未完成", "not");

    private final String label;
    private final String styleClass;

    State(String label, String styleClass) {
      this.label = label;
      this.styleClass = styleClass;
    }

    public String label() {
      return label;
    }

    public String styleClass() {
      return styleClass;
    }

    boolean open() {
      return this == WAITING || this == RUNNING;
    }
  }

  /// As its maker is told: who is at it may still wait until another is done.
  public State shown() {
    return state == State.RUNNING && knownAt == null ? State.WAITING : state;
  }

  String fileName() {
    return title + "（" + asOf + "）." + format.ending();
  }
}
