package seedbed.recognition;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.company.Known;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHolding.FromPrecision;
import seedbed.company.TitleHoldings;
import seedbed.criteria.Titles;
import seedbed.web.PersonNames;
import seedbed.web.Refusal;

/// What the office records of a title, and its holder of its yearly update: each is an event, and
/// what it ends or begins.
@Singleton
class Keeping {

  private static final Set<State> OPEN =
      EnumSet.of(State.VALID, State.DUE, State.IN_RENEWAL, State.UNCLEAR);
  private static final Set<State> RENEWABLE =
      EnumSet.of(State.VALID, State.DUE, State.IN_RENEWAL, State.UNCLEAR, State.LAPSED);

  static final String NO_DOCUMENT = "请填写文件名称和文号。";

  private final TransactionOperations<Connection> transactions;
  private final VisibleTitles visible;
  private final TitleEvents events;
  private final TitleHoldings holdings;
  private final Deadlines deadlines;
  private final Archiving archiving;
  private final Titles titles;
  private final RecognitionSettings settings;
  private final PersonNames people;
  private final Telling telling;
  private final Clock clock;

  Keeping(
      TransactionOperations<Connection> transactions,
      VisibleTitles visible,
      TitleEvents events,
      TitleHoldings holdings,
      Deadlines deadlines,
      Archiving archiving,
      Titles titles,
      RecognitionSettings settings,
      PersonNames people,
      Telling telling,
      Clock clock) {
    this.transactions = transactions;
    this.visible = visible;
    this.events = events;
    this.holdings = holdings;
    this.deadlines = deadlines;
    this.archiving = archiving;
    this.titles = titles;
    this.settings = settings;
    this.people = people;
    this.telling = telling;
    this.clock = clock;
  }

  /// What somebody says has become of a title.
  ///
  /// @param version the last event that he had in front of him
  record Word(LocalDate on, @Nullable String document, @Nullable String note, long version) {}

  /// The next term of a title.
  ///
  /// @param lastDay null where the document names none
  record NextTerm(LocalDate from, @Nullable LocalDate lastDay, @Nullable String batch) {}

  /// What was recorded.
  record Kept(TitleEvent event, State before, State after) {}

  Kept startRenewal(long id, Word word, Permission by) {
    return keep(
        id,
        word,
        by,
        EnumSet.of(State.VALID, State.DUE, State.UNCLEAR),
        (found, _) -> {
          if (renewed(found)) {
            throw new Refusal.Invalid("happenedOn", "这一期已经通过复核，请在新一期上办理。");
          }
          return event(found, TitleEvent.Kind.RENEWAL_STARTED, word, by);
        });
  }

  Kept renew(long id, Word word, NextTerm next, Permission by) {
    return keep(
        id,
        word,
        by,
        RENEWABLE,
        (found, today) -> {
          if (renewed(found)) {
            throw new Refusal.Invalid("from", "这一期已经通过复核，没有重复登记。");
          }
          TitleHolding holding = found.holding();
          if (!next.from().isAfter(holding.heldFrom())) {
            throw new Refusal.Invalid("from", "新一期的起始日期应晚于本期的 " + holding.heldFrom() + "。");
          }
          String document = required(word.document());
          TitleHolding saved = holdings.save(nextTerm(holding, next, document, today));
          if (holding.heldTo() == null || holding.heldTo().isAfter(next.from())) {
            holdings.update(holding.endedEarly(next.from(), today, document));
          }
          return new TitleEvent(
              0,
              holding.id(),
              TitleEvent.Kind.RENEWED,
              word.on(),
              today,
              document,
              null,
              word.note(),
              null,
              null,
              saved.id(),
              by.caller().username(),
              as(by));
        });
  }

  private static TitleHolding nextTerm(
      TitleHolding holding, NextTerm next, String document, LocalDate today) {
    LocalDate lastDay = next.lastDay();
    if (lastDay != null && lastDay.isBefore(next.from())) {
      throw new Refusal.Invalid("lastDay", "有效期至不能早于起始日期。");
    }
    return new TitleHolding(
        0,
        holding.companyId(),
        holding.title(),
        next.from(),
        FromPrecision.DAY,
        lastDay == null ? null : lastDay.plusDays(1),
        today,
        null,
        next.batch(),
        document,
        null,
        "复核登记");
  }

  /// @param banUntil as the document of the revocation says; null where the general rules apply
  Kept revoke(long id, Word word, Ground ground, @Nullable LocalDate banUntil, Permission by) {
    return keep(
        id,
        word,
        by,
        OPEN,
        (found, today) -> {
          end(found, word, today);
          var ban = ban(found.holding().title(), ground, word, banUntil);
          return new TitleEvent(
                  0,
                  found.holding().id(),
                  TitleEvent.Kind.REVOKED,
                  word.on(),
                  today,
                  word.document(),
                  ground,
                  word.note(),
                  ban.map(Deadlines.BanTerm::until).orElse(null),
                  ban.map(Deadlines.BanTerm::basis).orElse(null),
                  null,
                  by.caller().username(),
                  as(by))
              .replacing(found.holding().earlyEnd());
        });
  }

  private Optional<Deadlines.BanTerm> ban(
      String title, Ground ground, Word word, @Nullable LocalDate until) {
    if (until == null) {
      return deadlines.ban(title, ground, word.on());
    }
    if (!until.isAfter(word.on())) {
      throw new Refusal.Invalid("banUntil", "禁报至应晚于撤销日期。");
    }
    return Optional.of(new Deadlines.BanTerm(until, "撤销文件"));
  }

  Kept giveUp(long id, Word word, Permission by) {
    return keep(
        id,
        word,
        by,
        OPEN,
        (found, today) -> {
          end(found, word, today);
          return event(found, TitleEvent.Kind.GIVEN_UP, word, by)
              .replacing(found.holding().earlyEnd());
        });
  }

  /// A revocation or surrender was recorded wrongly: it stays on record and no longer counts from
  /// today on, nor does the ban that came with it. The title gets back the end it had before.
  ///
  /// @param wrong the number of what was recorded wrongly
  Kept correct(long id, Word word, long wrong, Permission by) {
    return keep(
        id,
        word,
        by,
        EnumSet.allOf(State.class),
        (found, today) -> {
          TitleEvent mistake = mistake(found, wrong);
          required(word.document());
          if (word.note() == null) {
            throw new Refusal.Invalid("note", "请写明更正的理由。");
          }
          holdings.update(found.holding().restored(mistake.former(), today));
          return event(found, TitleEvent.Kind.CORRECTED, word, by).correcting(mistake);
        });
  }

  private TitleEvent mistake(VisibleTitles.Found found, long wrong) {
    TitleEvent mistake =
        found.events().stream()
            .filter(event -> event.id() == wrong && event.kind().correctable())
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("corrects", "这项称号没有这条撤销、放弃记录，请刷新页面后再办理。"));
    found
        .correction(mistake)
        .ifPresent(earlier -> {
          throw new Refusal.Invalid(
              "corrects",
              "%s 的%s已于 %s 更正（%s），不必重复更正。"
                  .formatted(
                      mistake.happenedOn(),
                      mistake.kind().label(),
                      earlier.recordedOn(),
                      people.of(earlier.recordedBy())));
        });
    found.terms().stream()
        .filter(term -> term.heldFrom().isAfter(found.holding().heldFrom()))
        .findFirst()
        .ifPresent(next -> {
          throw new Refusal.Invalid(
              "corrects", "这项称号其后已登记新一期（自 %s 起），这一期不能再恢复；请在新一期上核对。".formatted(next.heldFrom()));
        });
    return mistake;
  }

  /// The company leaves a pool by decision, outside of the yearly review. It can apply again.
  Kept remove(long id, Word word, Permission by) {
    return keep(
        id,
        word,
        by,
        OPEN,
        (found, today) -> {
          requirePool(found);
          if (word.note() == null) {
            throw new Refusal.Invalid("note", "请写明调出的理由。");
          }
          end(found, word, today);
          archiving.enter(removal(found, word, by), today, by.caller().username());
          return event(found, TitleEvent.Kind.REMOVED, word, by);
        });
  }

  private Archiving.Paper removal(VisibleTitles.Found found, Word word, Permission by) {
    String subject =
        "%s调出%s（%s）"
            .formatted(
                found.company().name(),
                titles.get(found.holding().title()).label(),
                required(word.document()));
    return new Archiving.Paper(
            Series.REMOVAL,
            subject,
            by.caller().regionCode(),
            "holding",
            found.holding().id(),
            Archiving.digest(subject + "\n" + word.on() + "\n" + word.note()))
        .ofCompany(found.company().id())
        .called(word.document());
  }

  private void requirePool(VisibleTitles.Found found) {
    if (titles.get(found.holding().title()).kind() != Titles.Kind.POOL) {
      throw new Refusal.Invalid("happenedOn", "只有培育库的在库登记可以调出；称号请办理撤销或放弃。");
    }
  }

  /// The holder has updated what is known of it for the year, which is said once.
  Kept update(long id, Word word, Permission by) {
    return keep(
        id,
        word,
        by,
        OPEN,
        (found, _) -> {
          found
              .updatedIn(word.on().getYear())
              .ifPresent(earlier -> {
                throw new Refusal.Invalid(
                    "happenedOn",
                    "%d 年度更新已于 %s 登记（%s），不必重复登记。"
                        .formatted(
                            word.on().getYear(),
                            earlier.recordedOn(),
                            people.of(earlier.recordedBy())));
              });
          return event(found, TitleEvent.Kind.UPDATED, word, by);
        });
  }

  private void end(VisibleTitles.Found found, Word word, LocalDate today) {
    TitleHolding holding = found.holding();
    if (!word.on().isAfter(holding.heldFrom())) {
      throw new Refusal.Invalid("happenedOn", "日期应晚于起始日期 " + holding.heldFrom() + "。");
    }
    holdings.update(holding.endedEarly(word.on(), today, required(word.document())));
  }

  @FunctionalInterface
  private interface Act {
    TitleEvent of(VisibleTitles.Found found, LocalDate today);
  }

  private Kept keep(long id, Word word, Permission by, Set<State> allowed, Act act) {
    LocalDate today = LocalDate.now(clock);
    return transactions.executeWrite(_ -> {
      events.lock(id);
      Known known = Known.today(by.scope(), clock);
      VisibleTitles.Found found = visible.find(id, known).orElseThrow(() -> absent(id));
      State before = found.state(today, settings);
      if (found.version() != word.version()) {
        throw new Refusal.Stale(
            "别人刚刚登记了这项称号的变动，现在的状态是“" + before.label() + "”。请看清最新情况后再办理，没有登记您的这一次。");
      }
      if (!allowed.contains(before)) {
        throw new Refusal.Invalid("happenedOn", "现在的状态是“" + before.label() + "”，不能办理这一项。");
      }
      requireOrder(found, word, today);
      TitleEvent saved = events.save(act.of(found, today));
      VisibleTitles.Found after = visible.find(id, known).orElseThrow(() -> absent(id));
      Kept kept = new Kept(saved, before, after.state(today, settings));
      if (saved.kind() == TitleEvent.Kind.CORRECTED) {
        telling.corrected(after, kept);
      }
      return kept;
    });
  }

  private static void requireOrder(VisibleTitles.Found found, Word word, LocalDate today) {
    if (word.on().isAfter(today)) {
      throw new Refusal.Invalid("happenedOn", "日期不能晚于今天（" + today + "）。");
    }
    if (word.on().isBefore(found.holding().heldFrom())) {
      throw new Refusal.Invalid("happenedOn", "日期不能早于起始日期 " + found.holding().heldFrom() + "。");
    }
    // What was corrected did not happen, and a correction says nothing of what did.
    List<TitleEvent> standing = found.standing();
    if (!standing.isEmpty() && word.on().isBefore(standing.getLast().happenedOn())) {
      throw new Refusal.Invalid(
          "happenedOn", "日期不能早于上一次变动的 " + standing.getLast().happenedOn() + "。");
    }
  }

  private static boolean renewed(VisibleTitles.Found found) {
    return found.events().stream().anyMatch(event -> event.kind() == TitleEvent.Kind.RENEWED);
  }

  private TitleEvent event(
      VisibleTitles.Found found, TitleEvent.Kind kind, Word word, Permission by) {
    return new TitleEvent(
        0,
        found.holding().id(),
        kind,
        word.on(),
        LocalDate.now(clock),
        word.document(),
        null,
        word.note(),
        null,
        null,
        null,
        by.caller().username(),
        as(by));
  }

  private static String as(Permission by) {
    String unit = by.caller().unit();
    return unit == null ? by.caller().role().label() : unit;
  }

  private static String required(@Nullable String document) {
    if (document == null) {
      throw new Refusal.Invalid("document", NO_DOCUMENT);
    }
    return document;
  }

  private static Refusal.Absent absent(long id) {
    return new Refusal.Absent("没有编号为 " + id + " 的称号登记。");
  }
}
