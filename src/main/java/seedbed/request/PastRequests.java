package seedbed.request;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import seedbed.access.Permission;

/// What was done with a company's requests, step by step, as far as somebody sees them.
@Singleton
public class PastRequests {

  private static final int MOST = 200;

  private final RequestLists lists;
  private final Entries entries;

  PastRequests(RequestLists lists, Entries entries) {
    this.lists = lists;
    this.entries = entries;
  }

  public record Past(LocalDate on, String words) {}

  /// Up to a day, the steps of one request after another, each the oldest first.
  public List<Past> of(long company, LocalDate day, Permission permission) {
    List<RequestList.Line> requests = lists.ofCompany(company, Sight.of(permission, day), MOST);
    if (requests.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Entry>> steps =
        entries
            .findByRequestIdInOrderById(requests.stream().map(RequestList.Line::id).toList())
            .stream()
            .collect(Collectors.groupingBy(Entry::requestId));
    List<Past> past = new ArrayList<>();
    for (RequestList.Line request : requests) {
      steps.getOrDefault(request.id(), List.of()).stream()
          .filter(entry -> entry.move() != Move.SUPPLEMENT && !entry.doneOn().isAfter(day))
          .map(entry ->
              new Past(
                  entry.doneOn(), "“%s”：%s".formatted(request.subject(), entry.move().label())))
          .forEach(past::add);
    }
    return past;
  }
}
