package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import seedbed.assessment.Assessment;
import seedbed.assessment.Rung;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Titles;

/// What keeps a company from applying for a title at all, whatever its figures: a ban, or a lower
/// title that has to be held before.
@Singleton
public class Hurdles {

  private final Bans bans;
  private final Titles titles;

  Hurdles(Bans bans, Titles titles) {
    this.bans = bans;
    this.titles = titles;
  }

  /// Each in a sentence without its full stop; none where the way is open.
  public List<String> of(Assessment assessment, String title) {
    LocalDate on = assessment.moment().on();
    List<String> hurdles = new ArrayList<>();
    bans.of(assessment.company().id(), title, on).map(Bans.Ban::sentence).ifPresent(hurdles::add);
    titles.find(title).flatMap(rung -> missing(rung, assessment)).ifPresent(hurdles::add);
    return hurdles;
  }

  // Of several lower titles one is enough; what is not known is said, not taken for missing.
  private Optional<String> missing(Titles.Rung rung, Assessment assessment) {
    List<String> required =
        rung.requirement(assessment.moment().on())
            .map(Titles.Requirement::titles)
            .orElse(List.of());
    List<Standing> standings =
        required.stream()
            .flatMap(code -> assessment.rung(code).stream())
            .map(Rung::standing)
            .toList();
    if (required.isEmpty() || standings.contains(Standing.HELD)) {
      return Optional.empty();
    }
    String wanted =
        required.stream().map(code -> titles.get(code).label()).collect(Collectors.joining("或"));
    return Optional.of(
        standings.contains(Standing.UNKNOWN)
            ? "申报前须持有" + wanted + "，登记中是否持有不明"
            : "申报前须持有" + wanted + "，目前没有持有");
  }
}
