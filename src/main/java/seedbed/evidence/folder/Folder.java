package seedbed.evidence.folder;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.admission.Milestone;
import seedbed.criteria.rule.Truth;
import seedbed.evidence.Evidence;

/// The papers of one application, clause by clause.
///
/// @param edition the document that the clauses come from; empty where none is in force
/// @param day the day it was handed in, or today
/// @param milestones when it can be looked at again
/// @param then which of them this is; null for now
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
    List<Milestone> milestones,
    @Nullable Milestone then,
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
      List<Item> items) {

    /// What is missing, has ended or is about to. A clause that is open for want of data is no
    /// clause without gaps.
    Stream<String> gaps() {
      Stream<String> open =
          truth == Truth.UNKNOWN && wants.isEmpty() && items.isEmpty()
              ? Stream.of("第 " + place + " 条　待定：数据尚未填报，应附材料待填报后确定")
              : Stream.empty();
      Stream<String> missing =
          wants.stream()
              .filter(want -> want.missing() && !want.lapsed())
              .map(want -> "第 " + place + " 条　缺少：" + want.label());
      Stream<String> ending =
          items.stream()
              .filter(item -> item.standing() != Evidence.Standing.VALID)
              .map(item -> "第 %d 条　%s：%s".formatted(place, item.standing().label(), item.name()));
      return Stream.of(open, missing, ending).flatMap(each -> each);
    }
  }

  /// A paper that has to lie behind what was said.
  ///
  /// @param label its name, with its year where it is about one
  /// @param proves the indicators it is wanted for
  /// @param lapsed whether one is there that has ended: it is told of by itself
  @Introspected
  public record Want(
      String label, String kind, String proves, String upload, boolean missing, boolean lapsed) {}

  @Introspected
  public record Item(Evidence evidence, Evidence.Standing standing) {

    String name() {
      return evidence.name();
    }
  }

  /// What is missing, has ended or is about to, as sentences in the order of the clauses.
  public List<String> gaps() {
    return parts.stream().flatMap(Part::gaps).distinct().toList();
  }

  /// What an address of this moment ends with; empty for what is shown without being asked.
  public String getMoment() {
    return then == null ? "?step=now" : "?step=" + then.step();
  }

  public int count() {
    return (int)
        Stream.concat(parts.stream().flatMap(part -> part.items().stream()), others.stream())
            .map(item -> item.evidence().id())
            .distinct()
            .count();
  }
}
