package seedbed.figure;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All that is known of one indicator of one company for one period.
///
/// @param live what stands, one figure a source
/// @param superseded what was corrected since, oldest first
public record Entry(
    String indicator, Period period, List<Attested> live, List<Attested> superseded) {

  private static final Comparator<Attested> LONGEST_LASTING =
      Comparator.comparing(
          Attested::figure,
          Comparator.comparing(
              Figure::expiresOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())));

  public Entry {
    live = List.copyOf(live);
    superseded = List.copyOf(superseded);
  }

  /// The figure that counts: what is confirmed goes before what is not, and sources that agree are
  /// one. Empty while sources disagree and nobody has decided between them.
  public Optional<Attested> decided() {
    if (live.size() == 1) {
      return Optional.of(live.getFirst());
    }
    List<Attested> confirmed = live.stream().filter(Attested::confirmed).toList();
    List<Attested> candidates = confirmed.isEmpty() ? live : confirmed;
    return agree(candidates) ? candidates.stream().max(LONGEST_LASTING) : Optional.empty();
  }

  /// Whether sources disagree and nobody has decided between them.
  public boolean conflict() {
    return decided().isEmpty();
  }

  private static boolean agree(List<Attested> candidates) {
    Value first = candidates.getFirst().figure().value();
    return candidates.stream().allMatch(other -> other.figure().value().equals(first));
  }
}
