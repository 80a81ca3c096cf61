package seedbed.admission;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Cell;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.Figure;

/// Which figures of an application still want the word of which unit.
@Singleton
class UnitFigures {

  private final Indicators indicators;
  private final AdmissionSettings settings;

  UnitFigures(Indicators indicators, AdmissionSettings settings) {
    this.indicators = indicators;
    this.settings = settings;
  }

  /// By unit, in the order of the form. Of several units that could confirm a figure the first is
  /// asked; what the office owns it confirms itself when it decides.
  Map<String, List<Cell>> of(CaseFile file) {
    Map<String, List<Cell>> units = new LinkedHashMap<>();
    for (Cell cell : file.chosen().cells()) {
      if (file.facts().unconfirmed(cell)) {
        indicators.entry(cell.indicator().code()).stream()
            .flatMap(entry -> entry.confirmedBy().stream())
            .findFirst()
            .filter(unit -> !unit.equals(settings.officeUnit()))
            .ifPresent(unit -> units.computeIfAbsent(unit, _ -> new ArrayList<>()).add(cell));
      }
    }
    return units;
  }

  /// The figures on record behind these cells that nobody has confirmed.
  List<Figure> figures(CaseFile file, List<Cell> cells) {
    return cells.stream()
        .flatMap(cell -> entry(file, cell).stream())
        .flatMap(entry -> entry.live().stream())
        .filter(attested -> !attested.confirmed())
        .map(Attested::figure)
        .toList();
  }

  private static Optional<Entry> entry(CaseFile file, Cell cell) {
    var sheet = file.known().figures();
    var on = file.facts().on();
    String code = cell.indicator().code();
    return cell.yearly() ? sheet.ofYear(code, cell.year(on)) : sheet.onDay(code, on);
  }
}
