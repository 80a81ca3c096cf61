package seedbed.evidence.folder;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Truth;
import seedbed.evidence.Evidence;

/// The papers of one application, clause by clause.
///
/// @param edition the document that the clauses come from; empty where none is in force
/// @param day the day it was handed in, or today
/// @param others what proves something else, at the end
@Introspected
public record Folder(
    long application,
    long companyId,
    String company,
    boolean demo,
    @Nullable String creditCode,
    String title,
    String edition,
    String stage,
    boolean keep,
    LocalDate day,
    List<Part> parts,
    List<Item> others) {

  /// One clause with what proves it.
  ///
  /// @param found what was found, in words
  @Introspected
  public record Part(
      int place,
      String clause,
      String wording,
      Truth truth,
      String found,
      String upload,
      List<Want> wants,
      List<Item> items) {}

  /// A fact that wants a paper.
  ///
  /// @param hint what proves it
  @Introspected
  public record Want(String label, String hint, String upload, boolean missing) {}

  @Introspected
  public record Item(Evidence evidence, Evidence.Standing standing) {}

  /// What is missing, has ended or is about to, as sentences in the order of the clauses.
  public List<String> gaps() {
    return parts.stream()
        .flatMap(part ->
            java.util.stream.Stream.concat(
                part.wants().stream()
                    .filter(Want::missing)
                    .map(want -> "第 " + part.place() + " 条　缺少：" + want.label()),
                part.items().stream()
                    .filter(item -> item.standing() != Evidence.Standing.VALID)
                    .map(item ->
                        "第 %d 条　%s：%s"
                            .formatted(
                                part.place(), item.standing().label(), item.evidence().name()))))
        .distinct()
        .toList();
  }

  public int count() {
    return (int)
        java.util.stream.Stream.concat(
                parts.stream().flatMap(part -> part.items().stream()), others.stream())
            .map(item -> item.evidence().id())
            .distinct()
            .count();
  }
}
