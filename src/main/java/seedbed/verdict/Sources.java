package seedbed.verdict;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import seedbed.assessment.Assessment;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Finding.Used;
import seedbed.criteria.rule.Reason;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.FigureSheet;
import seedbed.figure.Source;

/// Finds the document behind every fact that a verdict used.
public final class Sources {
  private final FigureSheet sheet;
  private final LocalDate on;
  private final Facts facts;
  private final Facts known;
  private final Places places;
  private final SourceLine.State changed;
  private final Warnings warnings;

  private Sources(
      Assessment assessment,
      Facts known,
      Places places,
      SourceLine.State changed,
      Warnings warnings) {
    sheet = assessment.figures();
    on = assessment.moment().on();
    facts = assessment.facts();
    this.known = known;
    this.places = places;
    this.changed = changed;
    this.warnings = warnings;
  }

  /// Where on its page a fact is shown or can be changed.
  public interface Places {
    String of(Cell cell);

    String of(Title title);
  }

  public static Sources of(Assessment assessment) {
    return of(assessment, Map.of());
  }

  /// @param warnings what on file speaks against what is said to hold, by indicator
  public static Sources of(Assessment assessment, Map<String, String> warnings) {
    return new Sources(
        assessment,
        assessment.facts(),
        new OnCompanyPage(),
        SourceLine.State.SUPPOSED,
        new Warnings(warnings, Map.of()));
  }

  /// @param known the facts before anything was supposed to be different
  public static Sources supposing(Assessment assessment, Facts known) {
    return new Sources(
        assessment,
        known,
        new OnForm(assessment.moment().on()),
        SourceLine.State.SUPPOSED,
        Warnings.NONE);
  }

  /// @param known the facts before anything was written and not handed in yet
  public static Sources writing(Assessment assessment, Facts known, Warnings warnings) {
    return new Sources(
        assessment,
        known,
        new OnForm(assessment.moment().on()),
        SourceLine.State.WRITTEN,
        warnings);
  }

  /// For a page that shows no more of a fact than its line says.
  public static Sources alone(Assessment assessment) {
    return alone(assessment, Warnings.NONE);
  }

  public static Sources alone(Assessment assessment, Warnings warnings) {
    return new Sources(
        assessment, assessment.facts(), new Nowhere(), SourceLine.State.SUPPOSED, warnings);
  }

  private record Nowhere() implements Places {
    @Override
    public String of(Cell cell) {
      return "";
    }

    @Override
    public String of(Title title) {
      return "";
    }
  }

  private record OnCompanyPage() implements Places {
    @Override
    public String of(Cell cell) {
      return "#figure-" + cell.indicator().code();
    }

    @Override
    public String of(Title title) {
      return "#titles";
    }
  }

  private record OnForm(LocalDate on) implements Places {
    @Override
    public String of(Cell cell) {
      return "#" + Supposed.field(cell, on);
    }

    @Override
    public String of(Title title) {
      return "#" + FactFields.TITLE + title.code();
    }
  }

  Places places() {
    return places;
  }

  SourceLine line(Used used) {
    var cell = used.cell();
    var value = facts.value(cell);
    var entry = entry(cell);
    return new SourceLine(
        Shown.name(cell, on),
        places.of(cell),
        Shown.fact(cell.indicator(), value),
        supposed(cell) ? "" : entry.flatMap(Entry::decided).map(Sources::document).orElse(""),
        state(used, entry),
        warning(cell));
  }

  /// Only what is said to hold can be contradicted by a paper that has ended; what is merely
  /// supposed is said by nobody.
  private String warning(Cell cell) {
    var value = facts.value(cell);
    return cell.yearly()
            || value == null
            || value.signum() <= 0
            || (changed == SourceLine.State.SUPPOSED && supposed(cell))
        ? ""
        : warnings.facts().getOrDefault(cell.indicator().code(), "");
  }

  /// What speaks against a clause that is not said to fail; empty where nothing does.
  String warning(Finding finding) {
    return finding.truth() == Truth.NOT_MET
        ? ""
        : warnings.clauses().getOrDefault(finding.clause().id(), "");
  }

  private Optional<Entry> entry(Cell cell) {
    var code = cell.indicator().code();
    return cell.yearly() ? sheet.ofYear(code, cell.year(on)) : sheet.onDay(code, on);
  }

  private SourceLine.State state(Used used, Optional<Entry> entry) {
    var cell = used.cell();
    if (supposed(cell)) {
      return changed;
    }
    if (used.value() == null) {
      return missing(facts.gap(cell));
    }
    if (entry.isEmpty()) {
      return SourceLine.State.REGISTERED;
    }
    return used.unconfirmed() ? SourceLine.State.UNCONFIRMED : SourceLine.State.CONFIRMED;
  }

  private boolean supposed(Cell cell) {
    var now = facts.value(cell);
    var before = known.value(cell);
    if (now == null || before == null) {
      return (now == null) != (before == null);
    }
    return now.compareTo(before) != 0;
  }

  private static SourceLine.State missing(Reason reason) {
    return switch (reason) {
      case EXPIRED -> SourceLine.State.EXPIRED;
      case AWAITING_CONFIRMATION -> SourceLine.State.DISAGREEING;
      case NOT_REPORTED, NEEDS_JUDGEMENT, WORDING_UNSETTLED, EDITION_PROVISIONAL, NOT_COMPUTABLE ->
          SourceLine.State.MISSING;
    };
  }

  private static String document(Attested attested) {
    return written(attested.figure().source());
  }

  public static String written(Source source) {
    return source.page() == null ? source.document() : source.document() + " " + source.page();
  }
}
