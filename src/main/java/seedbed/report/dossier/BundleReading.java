package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.company.CompanyNames;
import seedbed.company.Known;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.ChosenDay;
import seedbed.web.Progress;

/// Puts the pages of bundles together.
@Singleton
class BundleReading {

  /// So many changed companies are named.
  private static final int NAMED = 30;

  private static final int MEGABYTE = 1024 * 1024;

  private final BundleChanges changes;
  private final BundleCompanies companies;
  private final CompanyNames names;
  private final Shelf shelf;
  private final Regions regions;
  private final Clock clock;

  BundleReading(
      BundleChanges changes,
      BundleCompanies companies,
      CompanyNames names,
      Shelf shelf,
      Regions regions,
      Clock clock) {
    this.changes = changes;
    this.companies = companies;
    this.names = names;
    this.shelf = shelf;
    this.regions = regions;
    this.clock = clock;
  }

  /// The towns that can be chosen; none for whoever sees one town or linked companies only.
  List<Choice> towns(Permission permission) {
    if (permission.reach() != Reach.REGION) {
      return List.of();
    }
    List<Choice> towns =
        regions.subtree(permission.caller().regionCode()).stream()
            .filter(region -> region.level() == RegionLevel.TOWNSHIP)
            .map(region -> new Choice(region.code(), region.name()))
            .toList();
    return towns.size() > 1 ? towns : List.of();
  }

  BundlePage page(Bundle bundle, Permission permission) {
    boolean made = bundle.state() == Bundle.State.DONE;
    boolean past = past(bundle);
    List<BundleChanges.Changed> changed =
        made && !past ? changes.since(bundle.id(), known(bundle), permission) : List.of();
    return new BundlePage(
        bundle.id(),
        bundle.title(),
        bundle.town(),
        bundle.asOf(),
        bundle.format(),
        bundle.shown(),
        bundle.total(),
        bundle.askedAt(),
        bundle.keptUntil(),
        bundle.knownAt(),
        size(bundle.bytes()),
        bundle.sentence(),
        progress(bundle),
        past,
        changed.stream().limit(NAMED).toList(),
        changed.size(),
        made && !past ? others(bundle, permission) : List.of());
  }

  private static Instant known(Bundle bundle) {
    Instant known = bundle.knownAt();
    return known == null ? bundle.askedAt() : known;
  }

  private boolean past(Bundle bundle) {
    return bundle.asOf().isBefore(LocalDate.ofInstant(known(bundle), clock.getZone()));
  }

  /// Null once it has ended.
  @Nullable Progress progress(Bundle bundle) {
    if (!bundle.state().open()) {
      return null;
    }
    boolean waiting = bundle.shown() == Bundle.State.WAITING;
    boolean laid = bundle.done() == bundle.total();
    return new Progress(
        waiting ? bundle.shown().label() : laid ? "正在排版" : "正在装订",
        bundle.done(),
        bundle.total(),
        Progress.State.RUNNING,
        waiting ? "轮到时自动开始，完成后自动显示下载" : "完成后自动显示下载",
        Address.of("/dossiers/" + bundle.id() + "/progress"));
  }

  private List<String> others(Bundle bundle, Permission permission) {
    LocalDate today = LocalDate.now(clock);
    List<Long> bound = companies.of(bundle.id());
    List<String> sentences = new ArrayList<>();
    List<Long> now = shelf.reached(bundle.town(), new ChosenDay(today, today), permission);
    List<Long> fresh = without(now, bound);
    long gone = bound.size() - companies.within(bundle.id(), permission.scope());
    if (!fresh.isEmpty()) {
      sentences.add("制作以后新增 " + fresh.size() + " 家，不在这一册里：" + named(fresh, permission));
    }
    if (gone > 0) {
      sentences.add("这一册里有 " + gone + " 家现在已不在您的范围内，文件不能再下载，请重新制作。");
    }
    return sentences;
  }

  private static List<Long> without(List<Long> all, List<Long> some) {
    Set<Long> left = new HashSet<>(some);
    return all.stream().filter(each -> !left.contains(each)).toList();
  }

  private String named(List<Long> ids, Permission permission) {
    List<Long> first = ids.stream().limit(NAMED).toList();
    var known = names.of(first, Known.today(permission.scope(), clock));
    List<String> said = new ArrayList<>();
    for (long id : first) {
      var company = known.get(id);
      if (company != null) {
        said.add(company.name());
      }
    }
    return String.join("、", said) + (ids.size() > NAMED ? " 等。" : "。");
  }

  private static @Nullable String size(@Nullable Long bytes) {
    if (bytes == null) {
      return null;
    }
    return bytes < MEGABYTE
        ? Math.max(1, bytes / 1024) + " KB"
        : "%.1f MB".formatted(bytes / (double) MEGABYTE);
  }
}
