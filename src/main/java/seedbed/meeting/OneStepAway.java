package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import seedbed.criteria.Titles;
import seedbed.sql.Statements;

/// Companies that lack one condition only for their next title, by the last judgement of the pool.
@Singleton
class OneStepAway implements AgendaSource {

  private static final int MOST = 10;
  private static final String DEMAND = "请研究如何补上。";

  private record Close(long id, String name, String title, String shortfall, LocalDate on) {}

  private final Statements statements;
  private final Titles titles;

  OneStepAway(Statements statements, Titles titles) {
    this.statements = statements;
    this.titles = titles;
  }

  @Override
  public int place() {
    return 60;
  }

  @Override
  public String code() {
    return "close";
  }

  @Override
  public String label() {
    return "只差一项";
  }

  // The highest titles first: there a company is worth the meeting's time.
  @Override
  public Set<String> demands() {
    return Set.of(DEMAND);
  }

  @Override
  public List<Found> find(Gathering gathering) {
    List<Close> close =
        statements.rows(
            """
            SELECT c.id, c.name, a.title, a.shortfall, n.judged_on
            FROM (SELECT id, judged_on
                  FROM assessment_run
                  WHERE state = 'DONE'
                    AND judged_on <= ?
                  ORDER BY judged_on DESC, id DESC
                  LIMIT 1) n
            JOIN assessment a ON a.run_id = n.id
                             AND a.next_step
                             AND NOT a.held
                             AND a.truth = 'NOT_MET'
                             AND a.not_met_count = 1
                             AND a.unknown_count = 0
            JOIN company c ON c.id = a.company_id
            WHERE %s
            ORDER BY a.title, c.name_initials, c.id
            """
                .formatted(gathering.known().condition("c")),
            Statements.all(gathering.today(), gathering.known().parameters()),
            row ->
                new Close(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("title"),
                    row.getString("shortfall") == null ? "" : row.getString("shortfall"),
                    row.getObject("judged_on", LocalDate.class)));
    return titles.ladder().reversed().stream()
        .flatMap(rung ->
            close.stream()
                .filter(each -> each.title.equals(rung.code()))
                .map(each -> found(each, rung)))
        .limit(MOST)
        .toList();
  }

  private static Found found(Close close, Titles.Rung rung) {
    return new Found(
        "company-" + close.id,
        close.id,
        "%s：申报%s只差一项".formatted(close.name, rung.shortLabel()),
        "%s 判定，其余条件都已满足%s；%s"
            .formatted(close.on, close.shortfall.isEmpty() ? "" : "，差距：" + close.shortfall, DEMAND),
        "/companies/" + close.id + "?title=" + rung.code());
  }
}
