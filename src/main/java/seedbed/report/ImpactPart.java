package seedbed.report;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Impact;
import seedbed.web.Address;
import seedbed.web.Pager;
import seedbed.web.Progress;

/// What a comparison means for the pool: how many companies on which list, and one list of them.
///
/// @param progress how far the work is, while it goes on
/// @param stopped whether somebody has stopped it
/// @param lists the lists with their numbers; empty while the work goes on
/// @param stop where the work is stopped, for those who may; `resume` alike
/// @param imports whether the reader may import
@Introspected
record ImpactPart(
    @Nullable Progress progress,
    boolean stopped,
    boolean renewal,
    long companies,
    List<Listed> lists,
    String shown,
    List<Row> rows,
    @Nullable Pager pager,
    @Nullable Address stop,
    @Nullable Address resume,
    boolean imports) {

  /// Who reads it.
  record Reader(Scope scope, boolean runs, boolean imports) {}

  /// One list.
  record Listed(Impact.Kind kind, long count, boolean current) {

    public String styleClass() {
      return switch (kind) {
        case STILL_MEETS, NEWLY_MEETS -> "met";
        case FALLS_OUT -> "not";
        case OPEN -> "unknown";
        case NEITHER -> "";
      };
    }
  }

  record Row(
      long id,
      String name,
      String regionCode,
      String region,
      boolean demo,
      Impact.Answer from,
      Impact.Answer to,
      String reason) {}

  static ImpactPart working(Progress progress, @Nullable Address stop, boolean renewal) {
    return new ImpactPart(
        progress, false, renewal, 0, List.of(), "", List.of(), null, stop, null, false);
  }

  static ImpactPart stopped(@Nullable Address resume, boolean renewal) {
    return new ImpactPart(
        null, true, renewal, 0, List.of(), "", List.of(), null, null, resume, false);
  }

  static List<Listed> lists(Impact impact, Impact.Kind shown) {
    return Stream.of(Impact.Kind.values())
        .map(kind -> new Listed(kind, impact.count(kind), kind == shown))
        .toList();
  }
}
