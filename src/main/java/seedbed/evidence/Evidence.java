package seedbed.evidence;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.EvidenceKind;
import seedbed.evidence.content.FileFormat;

/// A paper behind a figure or a clause, with everything that was ever uploaded as it.
///
/// @param indicator what it proves; null where it stands for a clause or for the whole company
/// @param title with the clause of its checklist that it proves
/// @param period the last day of what it is about
/// @param versions the newest first
@Introspected
public record Evidence(
    long id,
    long companyId,
    @Nullable String indicator,
    @Nullable String title,
    @Nullable String clause,
    @Nullable LocalDate period,
    boolean yearly,
    EvidenceKind kind,
    String name,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy,
    @Nullable String withdrawnWhy,
    List<Version> versions) {

  public Evidence {
    versions = List.copyOf(versions);
  }

  /// One upload.
  ///
  /// @param expiresOn the last day on which it holds
  /// @param clearedAt when it was found free of malware; null while it waits or was found infected
  @Introspected
  public record Version(
      int number,
      String fileName,
      FileFormat format,
      long bytes,
      String hash,
      int pages,
      @Nullable LocalDate expiresOn,
      String uploadedBy,
      Instant uploadedAt,
      @Nullable Instant clearedAt,
      @Nullable String refusal) {

    public boolean cleared() {
      return clearedAt != null;
    }

    public String state() {
      return cleared() ? "可下载" : refusal == null ? "等待查毒" : refusal;
    }

    /// In units people read.
    public String size() {
      return Evidence.size(bytes);
    }
  }

  static String size(long bytes) {
    return bytes < 1024 * 1024
        ? Math.max(1, bytes / 1024) + " KB"
        : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
  }

  /// Whether it still holds on a day.
  public enum Standing {
    VALID("有效", "met"),
    ENDING("即将到期", "unknown"),
    EXPIRED("已过期", "not"),
    WAITING("等待查毒", "unknown"),
    WITHDRAWN("已撤下", "");

    private final String label;
    private final String styleClass;

    Standing(String label, String styleClass) {
      this.label = label;
      this.styleClass = styleClass;
    }

    public String label() {
      return label;
    }

    public String styleClass() {
      return styleClass;
    }
  }

  /// As it was known at a moment; empty where it had not come in yet.
  Optional<Evidence> knownAt(Instant moment) {
    List<Version> then =
        versions.stream().filter(version -> !version.uploadedAt().isAfter(moment)).toList();
    boolean withdrawn = withdrawnAt != null && !withdrawnAt.isAfter(moment);
    return then.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Evidence(
                id,
                companyId,
                indicator,
                title,
                clause,
                period,
                yearly,
                kind,
                name,
                withdrawn ? withdrawnAt : null,
                withdrawn ? withdrawnBy : null,
                withdrawn ? withdrawnWhy : null,
                then));
  }

  /// Whether both stand for the same indicator or clause, of the same period.
  boolean provesTheSameAs(Evidence other) {
    return Objects.equals(indicator, other.indicator)
        && Objects.equals(title, other.title)
        && Objects.equals(clause, other.clause)
        && Objects.equals(period, other.period);
  }

  Optional<Version> version(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  /// The newest version that may be looked at.
  public @Nullable Version current() {
    return versions.stream().filter(Version::cleared).findFirst().orElse(null);
  }

  public Standing standing(LocalDate on, int warningDays) {
    Version current = current();
    if (withdrawnAt != null) {
      return Standing.WITHDRAWN;
    }
    if (current == null) {
      return Standing.WAITING;
    }
    LocalDate end = current.expiresOn();
    if (end == null) {
      return Standing.VALID;
    }
    if (end.isBefore(on)) {
      return Standing.EXPIRED;
    }
    return end.isAfter(on.plusDays(warningDays)) ? Standing.VALID : Standing.ENDING;
  }

  /// As people write it; empty where it is about no period.
  public String about() {
    if (period == null) {
      return "";
    }
    return yearly ? period.getYear() + "年" : period.toString();
  }
}
