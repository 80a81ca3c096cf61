package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.criteria.Titles;

/// A document that admits many companies to a pool at once, without an application each. It gets
/// its number like the admission of one company, and ends what was applied for.
@Singleton
public class ListAdmission {

  private static final String AS = "成批入库";

  private final Applications applications;
  private final Progress progress;
  private final Archiving archiving;
  private final Titles titles;
  private final Clock clock;

  ListAdmission(
      Applications applications,
      Progress progress,
      Archiving archiving,
      Titles titles,
      Clock clock) {
    this.applications = applications;
    this.progress = progress;
    this.archiving = archiving;
    this.titles = titles;
    this.clock = clock;
  }

  /// An application that is not over.
  public record Open(long id, long company, String title) {}

  /// By company; a company has at most one for a pool.
  public Map<Long, List<Open>> open(Collection<Long> companies) {
    return companies.isEmpty()
        ? Map.of()
        : applications.openOf(companies).stream()
            .map(each -> new Open(each.id(), each.companyId(), each.title()))
            .collect(Collectors.groupingBy(Open::company));
  }

  /// Ends the open applications of companies that a document admits; only within the transaction
  /// that admits them.
  ///
  /// @return how many
  public int close(String title, Collection<Long> companies, String document, String by) {
    if (companies.isEmpty()) {
      return 0;
    }
    List<Application> open = applications.lockOpen(title, companies);
    open.forEach(application ->
        progress.make(
            application,
            Move.ENROL,
            new Progress.Hand(by, AS),
            "企业已随成批入库纳入%s（%s），本申请随之办结。".formatted(titles.get(title).label(), document)));
    return open.size();
  }

  /// What a document says of all its companies.
  ///
  /// @param kind what it came by, a word of the glossary, with its number
  public record Order(
      String title, String document, LocalDate from, String regionCode, String kind, long id) {}

  /// Enters the document; only within the transaction that admits them, and last of all.
  ///
  /// @return its number
  public String enter(Order order, Collection<Long> companies, String by) {
    String subject =
        "%d 家企业纳入%s，自%s起（%s）"
            .formatted(
                companies.size(),
                titles.get(order.title()).label(),
                order.from(),
                order.document());
    String all = companies.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    return archiving
        .enter(
            new Archiving.Paper(
                    Series.ADMISSION,
                    subject,
                    order.regionCode(),
                    order.kind(),
                    order.id(),
                    Archiving.digest(String.join("\n", List.of(subject, all, by))))
                .called(order.document()),
            LocalDate.now(clock),
            by)
        .toString();
  }

  /// Whether a title is a pool, to which companies are admitted.
  public boolean pool(String title) {
    return titles.get(title).kind() == Titles.Kind.POOL;
  }
}
