package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.company.Known;

/// What becomes of titles, for those who load it by the dozen, such as demonstration data: the same
/// acts as on the pages, by number, without asking who may.
@Singleton
public class TitleCasework {

  private final Keeping keeping;
  private final Changing changing;
  private final TitleEvents events;
  private final VisibleTitles visible;
  private final Clock clock;

  TitleCasework(
      Keeping keeping, Changing changing, TitleEvents events, VisibleTitles visible, Clock clock) {
    this.keeping = keeping;
    this.changing = changing;
    this.events = events;
    this.visible = visible;
    this.clock = clock;
  }

  public boolean any() {
    return events.count() > 0;
  }

  public void startRenewal(long id, Caller by, LocalDate on, String document) {
    keeping.startRenewal(id, word(id, on, document), permission(by));
  }

  /// @param ground as `config/management.yml` writes it
  public void revoke(long id, Caller by, LocalDate on, String document, String ground) {
    keeping.revoke(
        id, word(id, on, document), Ground.of(ground).orElseThrow(), null, permission(by));
  }

  public void giveUp(long id, Caller by, LocalDate on, String document) {
    keeping.giveUp(id, word(id, on, document), permission(by));
  }

  public void update(long id, Caller by, LocalDate on) {
    keeping.update(id, word(id, on, null), permission(by));
  }

  /// @param kind such as `renamed` or `branch-abroad`
  public void change(
      long id,
      Caller by,
      String kind,
      LocalDate on,
      @Nullable String detail,
      @Nullable String formerName) {
    Company company = found(id).company();
    changing.record(
        company, CompanyChange.Kind.of(kind).orElseThrow(), on, detail, formerName, permission(by));
  }

  private Keeping.Word word(long id, LocalDate on, @Nullable String document) {
    return new Keeping.Word(on, document, null, found(id).version());
  }

  private VisibleTitles.Found found(long id) {
    return visible.find(id, Known.today(new Scope.Whole(), clock)).orElseThrow();
  }

  private static Permission permission(Caller by) {
    return new Permission(by, Act.KEEP_TITLES, Reach.ALL, new Scope.Whole());
  }
}
