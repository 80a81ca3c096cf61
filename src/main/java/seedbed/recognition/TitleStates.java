package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import seedbed.company.Company;
import seedbed.company.TitleHolding;
import seedbed.company.TitleYears;

/// How titles of a company stand on a day, in the same words wherever they are shown. It asks for
/// no scope: whoever shows them has found the company.
@Singleton
public class TitleStates {

  private final TitleEvents events;
  private final TitleYears years;
  private final RecognitionSettings settings;

  TitleStates(TitleEvents events, TitleYears years, RecognitionSettings settings) {
    this.events = events;
    this.years = years;
    this.settings = settings;
  }

  /// @param holdings of the company, as they were known on the day
  /// @return the state of each, by its number
  public Map<Long, State> of(Company company, List<TitleHolding> holdings, LocalDate on) {
    if (holdings.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<TitleEvent>> known =
        events.findByHoldingIdInOrderById(holdings.stream().map(TitleHolding::id).toList()).stream()
            .filter(event -> event.knownOn(on))
            .collect(Collectors.groupingBy(TitleEvent::holdingId));
    return holdings.stream()
        .collect(
            Collectors.toMap(
                TitleHolding::id,
                holding ->
                    term(company, holding, known.getOrDefault(holding.id(), List.of()), on)
                        .on(on, settings.windowMonths())));
  }

  /// @param known what became of the title, as it was known on the day
  Term term(Company company, TitleHolding holding, List<TitleEvent> known, LocalDate on) {
    return new Term(
        holding.heldFrom(),
        holding.heldTo(),
        holding.endDocument(),
        years.byTitle().get(holding.title()),
        company.titlesComplete(on),
        TitleEvent.standing(known).stream()
            .map(TitleEvent::kind)
            .filter(TitleEvent.Kind::moves)
            .reduce((_, later) -> later)
            .orElse(null));
  }
}
