package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Titles;
import seedbed.report.Expiry;
import seedbed.report.portfolio.PortfolioPage.Card;
import seedbed.report.portfolio.PortfolioPage.Matter;
import seedbed.verdict.Missing;
import seedbed.web.Address;
import seedbed.web.Formats;

/// Puts the linked companies into words and says which of them need attention.
@Singleton
class PortfolioWords {

  /// What stands above what. Within a kind the nearer comes first.
  private enum Urgency {
    EXPIRING,
    READY,
    ONE_SHORT,
    ONE_SHORT_AT_LEAST,
    MISSING
  }

  private record Ranked(Urgency urgency, long order, Matter matter) {}

  private final Titles titles;

  PortfolioWords(Titles titles) {
    this.titles = titles;
  }

  /// What their titles and their next steps ask for, the most pressing first.
  List<Matter> matters(List<PortfolioRow> rows, LocalDate on) {
    return rows.stream()
        .flatMap(row -> Stream.concat(expiring(row, on), step(row).stream()))
        .sorted(Comparator.comparing(Ranked::urgency).thenComparingLong(Ranked::order))
        .map(Ranked::matter)
        .toList();
  }

  List<Card> cards(List<PortfolioRow> rows) {
    return rows.stream().map(this::card).toList();
  }

  private Stream<Ranked> expiring(PortfolioRow row, LocalDate on) {
    Map<String, LocalDate> ends = new TreeMap<>();
    List<String> endless = new ArrayList<>();
    for (PortfolioRow.Held held : row.held()) {
      @Nullable LocalDate end = Expiry.of(titles.get(held.title()), held.from(), held.to());
      if (end == null || held.renewed()) {
        endless.add(held.title());
      } else {
        ends.merge(held.title(), end, (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    List<Map.Entry<String, LocalDate>> near =
        ends.entrySet().stream()
            .filter(each -> !endless.contains(each.getKey()))
            .filter(each -> !each.getValue().isAfter(on.plusMonths(Expiry.MONTHS_BEFORE)))
            .sorted(Map.Entry.comparingByValue())
            .toList();
    return near.stream().limit(1).map(first -> expiring(row, first, near.size() - 1, on));
  }

  // One line a company, so that what ends together does not push the rest off the screen.
  private Ranked expiring(
      PortfolioRow row, Map.Entry<String, LocalDate> first, int others, LocalDate on) {
    LocalDate lastDay = first.getValue().minusDays(1);
    long days = ChronoUnit.DAYS.between(on, lastDay);
    String more = others == 0 ? "" : "；另有 %d 项称号 12 个月内到期".formatted(others);
    return new Ranked(
        Urgency.EXPIRING,
        days,
        new Matter(
            "到期",
            "not",
            row.name() + "的" + titles.get(first.getKey()).shortLabel() + "称号将到期",
            "有效期至 %s，还有 %s 天%s".formatted(lastDay, Formats.count(days), more),
            row.demo(),
            company(row, first.getKey())));
  }

  private Optional<Ranked> step(PortfolioRow row) {
    PortfolioRow.Next next = row.next();
    if (next == null) {
      return Optional.empty();
    }
    String name = row.name();
    String title = titles.get(next.title()).shortLabel();
    String detail = next.shortfall() == null ? "" : next.shortfall();
    Address to = company(row, next.title());
    return switch (next.truth()) {
      case MET ->
          Optional.of(
              new Ranked(
                  Urgency.READY,
                  0,
                  new Matter("可报", "met", name + "可报" + title, "条件全部满足", row.demo(), to)));
      case NOT_MET ->
          next.notMet() > 1
              ? Optional.empty()
              : Optional.of(oneShort(next, name + "距" + title, detail, row.demo(), to));
      case UNKNOWN ->
          next.missing() == 0
              ? Optional.empty()
              : Optional.of(
                  new Ranked(
                      Urgency.MISSING,
                      next.missing(),
                      new Matter(
                          "缺数据",
                          "unknown",
                          "%s缺 %d 项数据，%s无法判断".formatted(name, next.missing(), title),
                          detail,
                          row.demo(),
                          to)));
    };
  }

  private static Ranked oneShort(
      PortfolioRow.Next next, String between, String detail, boolean demo, Address to) {
    return next.unknown() == 0
        ? new Ranked(
            Urgency.ONE_SHORT, 0, new Matter("差一步", "not", between + "只差一项", detail, demo, to))
        : new Ranked(
            Urgency.ONE_SHORT_AT_LEAST,
            next.unknown(),
            new Matter(
                "待定",
                "unknown",
                between + Missing.counted(next.notMet(), next.unknown()),
                detail,
                demo,
                to));
  }

  private Card card(PortfolioRow row) {
    PortfolioRow.Next next = row.next();
    return new Card(
        row.id(),
        row.name(),
        row.demo(),
        row.region(),
        row.product(),
        row.held().stream()
            .map(PortfolioRow.Held::title)
            .distinct()
            .map(titles::get)
            .sorted(Comparator.comparingInt(Titles.Rung::ladder))
            .map(Titles.Rung::shortLabel)
            .toList(),
        next == null ? null : titles.get(next.title()).shortLabel() + " " + Distance.of(next),
        next == null ? "" : styleClass(next),
        next == null ? null : next.shortfall(),
        next == null ? Address.of("/companies/" + row.id()) : company(row, next.title()));
  }

  private static String styleClass(PortfolioRow.Next next) {
    return switch (next.truth()) {
      case MET -> "met";
      case NOT_MET -> "not";
      case UNKNOWN -> "unknown";
    };
  }

  private static Address company(PortfolioRow row, String title) {
    return Address.of("/companies/" + row.id()).with("title", title);
  }
}
