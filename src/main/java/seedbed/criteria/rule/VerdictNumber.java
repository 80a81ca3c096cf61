package seedbed.criteria.rule;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// 判定编号: the head of a hash over the edition, the day and every fact the edition reads.
///
/// The text that is hashed names facts by code and period, never by their place in a table, so the
/// number survives new indicators and new releases.
final class VerdictNumber {
  private static final int GROUP = 4;

  private VerdictNumber() {}

  static String of(Checklist checklist, Facts facts) {
    var head =
        Stream.of(
            checklist.edition(),
            checklist.editionHash(),
            checklist.overlay() == null ? "-" : checklist.overlay(),
            checklist.title(),
            checklist.track(),
            checklist.applicant().code(),
            facts.on().toString());
    var read = Cells.of(checklist.criteria()).stream().map(cell -> fact(cell, facts)).sorted();
    var titles =
        Cells.titles(checklist.criteria()).stream()
            .map(title -> title.code() + "=" + facts.holds(title).code())
            .sorted();
    return shortened(
        Digest.sha256(
            Stream.of(head, read, titles).flatMap(each -> each).collect(Collectors.joining("\n"))));
  }

  private static String fact(Cell cell, Facts facts) {
    var value = facts.value(cell);
    var period = cell.yearly() ? "@" + cell.year(facts.on()) : "";
    var shown =
        value == null
            ? "?" + facts.gap(cell).code()
            : Fraction.plain(value) + (facts.unconfirmed(cell) ? "~" : "");
    return cell.indicator().code() + period + "=" + shown;
  }

  private static String shortened(String hash) {
    var hex = hash.toUpperCase(Locale.ROOT);
    return hex.substring(0, GROUP)
        + "-"
        + hex.substring(GROUP, 2 * GROUP)
        + "-"
        + hex.substring(2 * GROUP, 3 * GROUP);
  }
}
