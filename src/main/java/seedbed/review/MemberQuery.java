package seedbed.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which members of a round a list shows: one standing, a town, a name, or some by number.
///
/// @param show null for all
/// @param chosen only these; all where none is named
/// @param bounds what else must hold for an act on many
/// @param without none of these is said of any of them
record MemberQuery(
    @Nullable Standing show,
    @Nullable String town,
    @Nullable String named,
    List<Long> chosen,
    List<Bound> bounds,
    List<Doubt> without) {

  MemberQuery {
    chosen = List.copyOf(chosen);
    bounds = List.copyOf(bounds);
    without = List.copyOf(without);
  }

  MemberQuery(@Nullable Standing show, @Nullable String town, @Nullable String named) {
    this(show, town, named, List.of(), List.of(), List.of());
  }

  /// What a list can be narrowed to. About `review_member m`, `review_ruling u`.
  enum Standing {
    UNADVISED("待镇（街道）意见", "u.opinion IS NULL AND u.decision IS NULL"),
    UNDECIDED("待决定", "u.decision IS NULL"),
    KEEP("保留", "u.decision = 'KEEP'"),
    RECTIFY("限期整改", "u.decision = 'RECTIFY'"),
    REMOVE("调出", "u.decision = 'REMOVE'"),
    RECOMMEND("推荐上一级", "u.decision = 'RECOMMEND'"),
    NOT_MET("留库条件不满足", "m.stay = 'NOT_MET'"),
    UNKNOWN("留库条件待定", "(m.stay = 'UNKNOWN' OR m.stay IS NULL)"),
    READY("符合上一级条件", "m.next_truth = 'MET'"),
    WORSE("比上一轮退步", "(m.last_stay = 'MET' AND COALESCE(m.stay, '') <> 'MET')"),
    CARRIED("有沿用待重新确认", "m.carried IS NOT NULL");

    private final String label;
    private final String condition;

    Standing(String label, String condition) {
      this.label = label;
      this.condition = condition;
    }

    public String label() {
      return label;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String condition() {
      return condition;
    }

    static Optional<Standing> of(String code) {
      return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
  }

  /// What an act on many asks of each.
  enum Bound {
    SILENT("u.opinion IS NULL"),
    OPEN("u.decision IS NULL"),
    NOTHING_CARRIED("m.carried IS NULL");

    private final String condition;

    Bound(String condition) {
      this.condition = condition;
    }

    String condition() {
      return condition;
    }
  }

  MemberQuery standing(@Nullable Standing standing) {
    return new MemberQuery(standing, town, named, chosen, bounds, without);
  }

  /// Only some of the list.
  MemberQuery only(List<Long> some) {
    return new MemberQuery(show, town, named, some, bounds, without);
  }

  /// @param nothingCarried leaves out those of whom something has to be confirmed anew
  MemberQuery withoutOpinion(boolean nothingCarried) {
    return bounded(
        nothingCarried
            ? List.of(Bound.SILENT, Bound.OPEN, Bound.NOTHING_CARRIED)
            : List.of(Bound.SILENT, Bound.OPEN));
  }

  MemberQuery undecided() {
    return bounded(List.of(Bound.OPEN));
  }

  /// Only those against whom nothing of this speaks.
  MemberQuery without(List<Doubt> doubts) {
    return new MemberQuery(show, town, named, chosen, bounds, doubts);
  }

  private MemberQuery bounded(List<Bound> more) {
    return new MemberQuery(show, town, named, chosen, more, without);
  }

  /// The condition in SQL; its question marks stand for [#parameters()].
  String condition() {
    List<String> parts = new ArrayList<>();
    if (show != null) {
      parts.add(show.condition());
    }
    bounds.forEach(bound -> parts.add(bound.condition()));
    // What is unknown speaks against nobody.
    without.forEach(doubt -> parts.add("(" + doubt.condition() + ") IS NOT TRUE"));
    if (town != null) {
      parts.add("m.region_code LIKE ?");
    }
    if (named != null) {
      parts.add("LOCATE(?, m.name) > 0");
    }
    if (!chosen.isEmpty()) {
      parts.add("m.id IN (" + String.join(", ", chosen.stream().map(_ -> "?").toList()) + ")");
    }
    return parts.isEmpty() ? "TRUE" : String.join(" AND ", parts);
  }

  List<Object> parameters() {
    List<Object> parameters = new ArrayList<>();
    if (town != null) {
      parameters.add(town + "%");
    }
    if (named != null) {
      parameters.add(named);
    }
    parameters.addAll(chosen);
    return parameters;
  }
}
