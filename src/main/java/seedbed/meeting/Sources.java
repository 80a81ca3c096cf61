package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import seedbed.access.Scope;
import seedbed.company.Known;

/// All that agendas are gathered from, in its order: what is new since, and what is settled.
@Singleton
class Sources {

  private final List<AgendaSource> sources;
  private final Items items;
  private final Clock clock;

  Sources(List<AgendaSource> sources, Items items, Clock clock) {
    this.sources = sources.stream().sorted(Comparator.comparingInt(AgendaSource::place)).toList();
    this.items = items;
    this.clock = clock;
  }

  /// What one kind of data says that no item is about yet.
  record Fresh(AgendaSource source, List<AgendaSource.Found> found) {

    /// Of something that was found, as a form names it.
    String key(AgendaSource.Found each) {
      return source.code() + "-" + each.subject();
    }
  }

  /// Items that were dropped are not found anew.
  List<Fresh> fresh(Meeting meeting, LocalDate today) {
    Set<String> known =
        items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting.id()).stream()
            .map(item -> item.source() + item.subject())
            .collect(Collectors.toSet());
    List<Fresh> fresh = new ArrayList<>();
    for (AgendaSource source : sources) {
      List<AgendaSource.Found> found =
          source.find(gathering(meeting, today)).stream()
              .filter(each -> known.add(source.code() + each.subject()))
              .toList();
      if (!found.isEmpty()) {
        fresh.add(new Fresh(source, found));
      }
    }
    return fresh;
  }

  /// Of the items that stand, by their numbers.
  Map<Long, Settled> settled(Meeting meeting) {
    List<Item> standing =
        items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting.id()).stream()
            .filter(Item::stands)
            .toList();
    Map<Long, Settled> settled = new HashMap<>();
    for (AgendaSource source : sources) {
      List<Item> own =
          standing.stream().filter(item -> item.source().equals(source.code())).toList();
      if (!own.isEmpty()) {
        Map<String, Settled> over = source.settled(own, gathering(meeting, LocalDate.now(clock)));
        for (Item item : own) {
          Settled how = over.get(item.subject());
          if (how != null) {
            settled.put(item.id(), how);
          }
        }
      }
    }
    return settled;
  }

  private static AgendaSource.Gathering gathering(Meeting meeting, LocalDate today) {
    Scope scope = new Scope.Region(meeting.regionCode());
    return new AgendaSource.Gathering(scope, new Known(scope, today), meeting.regionCode(), today);
  }

  /// What it asks of the meeting; the office itself asks nothing that minutes may leave out.
  Set<String> demands(String source) {
    return sources.stream()
        .filter(each -> each.code().equals(source))
        .findFirst()
        .map(AgendaSource::demands)
        .orElse(Set.of());
  }

  String label(String source) {
    return sources.stream()
        .filter(each -> each.code().equals(source))
        .map(AgendaSource::label)
        .findFirst()
        .orElse("自拟议题");
  }
}
