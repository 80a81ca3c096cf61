package seedbed.report.company;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import seedbed.company.Origin;
import seedbed.company.Track;
import seedbed.web.Refusal;

/// What the list of companies is narrowed to, as the address says it.
///
/// @param q words that are each part of a name, a short name, their pinyin initials or a credit
///   code
/// @param town a region's code, everything below it is meant; or [#UNPLACED]
/// @param title the title that distance and outcome are about; each company's next one without it
/// @param gap an indicator without which that title cannot be judged
/// @param origin how a company came into the books
@Introspected
record RosterFilter(
    @Nullable @QueryValue String q,
    @Nullable @QueryValue String town,
    @Nullable @QueryValue String track,
    @Nullable @QueryValue String title,
    @Nullable @QueryValue String outcome,
    @Nullable @QueryValue String gap,
    @Nullable @QueryValue String origin) {

  /// Companies of which no town is known.
  static final String UNPLACED = "none";

  private static final int TOWN_CODE = 9;

  RosterFilter {
    q = blankToNull(q);
    town = blankToNull(town);
    track = blankToNull(track);
    title = blankToNull(title);
    outcome = blankToNull(outcome);
    gap = blankToNull(gap);
    origin = blankToNull(origin);
  }

  /// How a company stands towards a title.
  enum Outcome {
    HELD("held", "持有"),
    READY("ready", "可报"),
    ONE_SHORT("one-short", "只差一项"),
    SHORT("short", "其他不满足"),
    UNKNOWN("unknown", "待定");

    private final String code;
    private final String label;

    Outcome(String code, String label) {
      this.code = code;
      this.label = label;
    }

    String code() {
      return code;
    }

    String label() {
      return label;
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  boolean onlyWords() {
    return q != null
        && town == null
        && track == null
        && title == null
        && outcome == null
        && gap == null
        && origin == null;
  }

  /// Whether anything narrows the list; the title alone does not.
  public boolean any() {
    return q != null
        || town != null
        || track != null
        || outcome != null
        || gap != null
        || origin != null;
  }

  boolean unplaced() {
    return UNPLACED.equals(town);
  }

  /// Whether a company of that region is meant, as far as the place goes.
  boolean covers(String region) {
    return town == null || (unplaced() ? noTown(region) : region.startsWith(town));
  }

  static boolean noTown(String region) {
    return region.length() < TOWN_CODE;
  }

  @Nullable Outcome wantedOutcome() {
    return outcome == null
        ? null
        : Arrays.stream(Outcome.values())
            .filter(each -> each.code.equals(outcome))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("outcome", "没有“" + outcome + "”这种结论。"));
  }

  @Nullable Track wantedTrack() {
    return track == null
        ? null
        : Arrays.stream(Track.values())
            .filter(each -> each.code().equals(track.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("track", "没有“" + track + "”这个类别。"));
  }

  @Nullable Origin wantedOrigin() {
    return origin == null
        ? null
        : Arrays.stream(Origin.values())
            .filter(each -> each.code().equals(origin))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("origin", "没有“" + origin + "”这种来源。"));
  }

  RosterFilter withoutOutcome() {
    return new RosterFilter(q, town, track, title, null, gap, origin);
  }

  RosterFilter withoutTown() {
    return new RosterFilter(q, null, track, title, outcome, gap, origin);
  }

  RosterFilter unplacedOnly() {
    return new RosterFilter(q, UNPLACED, track, title, outcome, gap, origin);
  }

  RosterFilter withoutTrack() {
    return new RosterFilter(q, town, null, title, outcome, gap, origin);
  }

  RosterFilter withoutOrigin() {
    return new RosterFilter(q, town, track, title, outcome, gap, null);
  }

  RosterFilter withoutGap() {
    return new RosterFilter(q, town, track, title, outcome, null, origin);
  }
}
