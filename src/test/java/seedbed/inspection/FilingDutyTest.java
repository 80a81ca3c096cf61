package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;

/// Who is told of beforehand, and which inspections are exempt: 皋政办发〔2021〕87号 四（四）.
final class FilingDutyTest {

  private static final FilingDuty DUTY = new FilingDuty(GivenRules.RULES);

  /// Titles held (with bars between them), whether the register is complete, then the inspection:
  /// kind, origin, area, whether necessary; then whether it is called for, why it is exempt, and
  /// whether it has to be filed beforehand.
  @ParameterizedTest(name = "{0}，登记完整 {1}；{2}、{3}、{4}、必要 {5} → {6}、{7}、事先报备 {8}")
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        // each title that counts, from the lowest to the highest
        "nantong-giant; true; routine; plan; quality; false; CALLED; -; true",
        "jiangsu-giant; true; routine; plan; quality; false; CALLED; -; true",
        "little-giant; true; routine; plan; quality; false; CALLED; -; true",
        "key-little-giant; true; routine; plan; quality; false; CALLED; -; true",
        "champion; true; routine; plan; quality; false; CALLED; -; true",
        // one of several is enough, and an incomplete register takes nothing away from it
        "innovative-sme|little-giant; true; routine; plan; tax; false; CALLED; -; true",
        "little-giant|champion; true; routine; plan; tax; false; CALLED; -; true",
        "little-giant; false; routine; plan; tax; false; CALLED; -; true",
        "nantong-giant; false; case; complaint; labour; false; CALLED; -; true",
        // titles below, and none: known not to be called for
        "innovative-sme; true; routine; plan; quality; false; NONE; -; false",
        "specialised-sme; true; routine; plan; quality; false; NONE; -; false",
        "rugao-pool; true; routine; plan; quality; false; NONE; -; false",
        "jiangsu-pool|rugao-pool; true; routine; plan; quality; false; NONE; -; false",
        "-; true; routine; plan; quality; false; NONE; -; false",
        "-; true; case; complaint; fire; false; NONE; -; false",
        // a register that nobody checked: unknown, never no
        "-; false; routine; plan; quality; false; UNKNOWN; -; true",
        "innovative-sme; false; routine; plan; quality; false; UNKNOWN; -; true",
        "rugao-pool; false; case; complaint; fire; false; UNKNOWN; -; true",
        "-; false; special; ordered; tax; false; UNKNOWN; ORDERED; false",
        "-; false; routine; plan; safety; true; UNKNOWN; NECESSARY; false",
        // special inspections ordered from above are exempt, in every area
        "little-giant; true; special; ordered; quality; false; CALLED; ORDERED; false",
        "little-giant; true; special; ordered; fire; false; CALLED; ORDERED; false",
        "little-giant; true; special; ordered; safety; true; CALLED; ORDERED; false",
        "champion; true; special; ordered; tax; false; CALLED; ORDERED; false",
        "-; true; special; ordered; other; false; NONE; ORDERED; false",
        // a special inspection that the unit began by itself is not
        "little-giant; true; special; plan; quality; false; CALLED; -; true",
        "little-giant; true; special; transfer; quality; false; CALLED; -; true",
        "little-giant; true; special; data; quality; false; CALLED; -; true",
        // ordered from above, but no special inspection
        "little-giant; true; routine; ordered; quality; false; CALLED; -; true",
        "little-giant; true; case; ordered; quality; false; CALLED; -; true",
        // necessary ones for safety or environment
        "little-giant; true; routine; plan; safety; true; CALLED; NECESSARY; false",
        "little-giant; true; routine; plan; environment; true; CALLED; NECESSARY; false",
        "champion; true; case; complaint; safety; true; CALLED; NECESSARY; false",
        "champion; true; case; data; environment; true; CALLED; NECESSARY; false",
        // for safety or environment, but nobody says that it is necessary
        "little-giant; true; routine; plan; safety; false; CALLED; -; true",
        "little-giant; true; routine; plan; environment; false; CALLED; -; true",
        "little-giant; true; case; complaint; safety; false; CALLED; -; true",
        // necessary, but the document does not name the area
        "little-giant; true; routine; plan; fire; true; CALLED; -; true",
        "little-giant; true; routine; plan; quality; true; CALLED; -; true",
        "little-giant; true; routine; plan; labour; true; CALLED; -; true",
        "little-giant; true; routine; plan; tax; true; CALLED; -; true",
        "little-giant; true; routine; plan; other; true; CALLED; -; true",
        // what is not said yet exempts from nothing
        "little-giant; true; -; -; -; false; CALLED; -; true",
        "little-giant; true; -; ordered; -; false; CALLED; -; true",
        "little-giant; true; special; -; -; false; CALLED; -; true",
        "little-giant; true; -; -; -; true; CALLED; -; true",
        "little-giant; true; -; -; safety; true; CALLED; NECESSARY; false",
        // the company's own wish, complaints and transfers are filed like all others
        "little-giant; true; case; request; quality; false; CALLED; -; true",
        "little-giant; true; case; transfer; quality; false; CALLED; -; true",
        "little-giant; true; case; complaint; quality; false; CALLED; -; true",
      })
  void followsTheDocument(
      @Nullable String held,
      boolean complete,
      @Nullable String kind,
      @Nullable String origin,
      @Nullable String area,
      boolean necessary,
      FilingDuty.Answer answer,
      FilingDuty.@Nullable Exemption exemption,
      boolean beforehand) {
    FilingDuty.Plan plan =
        new FilingDuty.Plan(
            coded(Kind.class, kind),
            coded(Origin.class, origin),
            coded(Area.class, area),
            necessary);
    List<String> titles = held == null ? List.of() : List.of(held.split("[|]", -1));

    FilingDuty.Answer found = DUTY.of(titles, complete);

    assertThat(found).isEqualTo(answer);
    assertThat(DUTY.exemption(plan)).isEqualTo(Optional.ofNullable(exemption));
    assertThat(DUTY.beforehand(found, plan)).isEqualTo(beforehand);
  }

  /// A title counts from its first day on and no longer on the day it ends, and from the day it was
  /// registered.
  @ParameterizedTest(name = "称号 {0} 至 {1}，{2} 登记；{3} → {4}")
  @CsvSource({
    "2024-09-01, 2027-08-31, 2024-09-05, 2024-09-04, NONE",
    "2024-09-01, 2027-08-31, 2024-09-01, 2024-08-31, NONE",
    "2024-09-01, 2027-08-31, 2024-09-01, 2024-09-01, CALLED",
    "2024-09-01, 2027-08-31, 2024-09-01, 2024-09-02, CALLED",
    "2024-09-01, 2027-08-31, 2024-09-01, 2027-08-30, CALLED",
    "2024-09-01, 2027-08-31, 2024-09-01, 2027-08-31, NONE",
    "2024-09-01, 2027-08-31, 2024-09-01, 2027-09-01, NONE",
    "2024-02-29, 2027-02-28, 2024-03-01, 2024-02-29, NONE",
    "2024-02-29, 2027-02-28, 2024-03-01, 2024-03-01, CALLED",
    "2024-02-29, 2027-02-28, 2024-03-01, 2027-02-28, NONE",
  })
  void countsOnTheDaysItIsHeld(
      LocalDate from, LocalDate to, LocalDate recorded, LocalDate day, FilingDuty.Answer answer) {
    TitleHolding holding =
        new TitleHolding(
            0,
            1,
            "little-giant",
            from,
            FromPrecision.DAY,
            to,
            recorded,
            null,
            null,
            "试验",
            null,
            "试验");

    List<String> held =
        holding.knownOn(day).filter(known -> known.covers(day)).stream()
            .map(TitleHolding::title)
            .toList();

    assertThat(DUTY.of(held, true)).isEqualTo(answer);
  }

  private static <E extends Enum<E> & Coded> @Nullable E coded(
      Class<E> kind, @Nullable String code) {
    return code == null ? null : Coded.of(kind, code).orElseThrow();
  }
}
