package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.company.Known;
import seedbed.company.TitleHolding;
import seedbed.criteria.Titles;
import seedbed.web.Choice;
import seedbed.web.ChosenDay;
import seedbed.web.FormErrors;
import seedbed.web.Formats;
import seedbed.web.Refusal;

/// Puts one title into the words of its page.
@Singleton
class TitleSheets {

  private final VisibleTitles visible;
  private final Deadlines deadlines;
  private final Titles titles;
  private final Permissions permissions;
  private final RecognitionSettings settings;

  TitleSheets(
      VisibleTitles visible,
      Deadlines deadlines,
      Titles titles,
      Permissions permissions,
      RecognitionSettings settings) {
    this.visible = visible;
    this.deadlines = deadlines;
    this.titles = titles;
    this.permissions = permissions;
    this.settings = settings;
  }

  TitleSheet of(long id, ChosenDay chosen, Permission permission) {
    LocalDate on = chosen.day();
    VisibleTitles.Found found =
        visible
            .find(id, new Known(permission.scope(), on))
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的称号登记。"));
    State state = found.state(on, settings);
    boolean keeps = !chosen.past() && permissions.allow(permission.caller(), Act.KEEP_TITLES);
    boolean renewed =
        found.events().stream().anyMatch(event -> event.kind() == TitleEvent.Kind.RENEWED);
    boolean open = state.held() || state == State.UNCLEAR;
    String title = found.holding().title();
    boolean pool = titles.get(title).kind() == Titles.Kind.POOL;
    boolean opens = keeps && open && !pool;
    boolean renews = keeps && !pool && !renewed && (open || state == State.LAPSED);
    Deadlines.@Nullable Due update = open ? deadlines.nextUpdate(title, on).orElse(null) : null;
    @Nullable TitleEvent updated = found.updatedIn(on.getYear()).orElse(null);
    return new TitleSheet(
        id,
        head(found, state),
        renewed && (state.held() || state == State.LAPSED)
            ? "已通过复核%s。".formatted(nextTerm(found))
            : sentence(found, state, on),
        terms(found),
        events(found),
        update,
        update == null || updated == null ? null : updated.happenedOn(),
        open && updated == null ? overdue(found, on) : null,
        !chosen.past()
            && !keeps
            && update != null
            && updated == null
            && permissions.allow(permission.caller(), Act.UPDATE_TITLE),
        opens || renews,
        keeps && open && pool,
        keeps ? mistaken(found) : null,
        opens,
        opens && !renewed && state != State.IN_RENEWAL,
        renews,
        Arrays.stream(Ground.values())
            .map(ground -> new Choice(ground.code(), ground.label()))
            .toList(),
        chosen.today().toString(),
        found.version(),
        FormErrors.NONE,
        null);
  }

  private TitleSheet.Head head(VisibleTitles.Found found, State state) {
    TitleHolding holding = found.holding();
    return new TitleSheet.Head(
        found.company().id(),
        found.company().name(),
        found.company().demo(),
        titles.find(holding.title()).map(Titles.Rung::label).orElse(holding.title()),
        state,
        holding.batch(),
        holding.documentNo(),
        Register.from(holding.heldFrom(), holding.fromPrecision()),
        Register.to(holding.heldTo(), found.term().expectedEnd()));
  }

  private String sentence(VisibleTitles.Found found, State state, LocalDate on) {
    LocalDate end = found.term().expectedEnd();
    return switch (state) {
      case VALID -> end == null ? "文件没有载明期限。" : left(end, on) + "。";
      case DUE ->
          "%s，到期前 %d 个月起准备复核。".formatted(end == null ? "" : left(end, on), settings.windowMonths());
      case IN_RENEWAL -> end == null ? "正在复核。" : "正在复核，" + left(end, on) + "。";
      case LAPSED -> "有效期已满，没有登记复核结果。";
      case REVOKED -> revoked(found, on);
      case GIVEN_UP -> "企业已放弃这项称号。";
      case REMOVED -> "已调出：" + found.holding().endDocument() + "。重新入库须再次申请。";
      case ENDED -> "提前终止：" + found.holding().endDocument() + "。";
      case UNCLEAR -> "没有文件证明仍然有效，请核对后补登终止日或复核结果。";
    };
  }

  private static String nextTerm(VisibleTitles.Found found) {
    return found.terms().stream()
        .filter(term -> term.heldFrom().isAfter(found.holding().heldFrom()))
        .findFirst()
        .map(next ->
            "，新一期自 %s 起%s"
                .formatted(
                    next.heldFrom(),
                    next.heldTo() == null ? "" : "，有效期至 " + next.heldTo().minusDays(1)))
        .orElse("");
  }

  private static String left(LocalDate end, LocalDate on) {
    LocalDate lastDay = end.minusDays(1);
    long days = ChronoUnit.DAYS.between(on, lastDay);
    return days < 0
        ? "按期限推算应于 " + lastDay + " 期满"
        : "有效期至 %s，还有 %s 天".formatted(lastDay, Formats.count(days));
  }

  private static String revoked(VisibleTitles.Found found, LocalDate on) {
    TitleEvent event = found.standing().getLast();
    LocalDate ban = event.banUntil();
    String words = event.ground() == null ? "已撤销" : "因" + event.ground().label() + "撤销";
    if (ban == null) {
      return words + "；文件没有规定禁报年限。";
    }
    return ban.isAfter(on)
        ? "%s，禁报至 %s（%s）。".formatted(words, ban, event.banBasis())
        : "%s，禁报期已于 %s 届满。".formatted(words, ban);
  }

  private static List<TitleSheet.TermLine> terms(VisibleTitles.Found found) {
    return found.terms().reversed().stream()
        .map(term ->
            new TitleSheet.TermLine(
                term.id(),
                Register.from(term.heldFrom(), term.fromPrecision()),
                Register.to(term.heldTo(), null),
                term.batch(),
                term.documentNo(),
                term.id() == found.holding().id()))
        .toList();
  }

  private static List<TitleSheet.EventLine> events(VisibleTitles.Found found) {
    return found.events().reversed().stream()
        .map(event ->
            new TitleSheet.EventLine(
                event.happenedOn(),
                event.recordedOn(),
                found.correction(event).map(TitleEvent::recordedOn).orElse(null),
                kind(found, event),
                event.ground() == null ? null : event.ground().label(),
                event.document(),
                event.note(),
                event.banUntil() == null
                    ? null
                    : "禁报至 %s（%s）".formatted(event.banUntil(), event.banBasis()),
                event.recordedAs(),
                event.recordedBy()))
        .toList();
  }

  private static String kind(VisibleTitles.Found found, TitleEvent event) {
    return found.events().stream()
        .filter(wrong -> Long.valueOf(wrong.id()).equals(event.corrects()))
        .map(wrong ->
            "%s %s 的%s".formatted(event.kind().label(), wrong.happenedOn(), wrong.kind().label()))
        .findFirst()
        .orElseGet(() -> event.kind().label());
  }

  private static TitleSheet.@Nullable Mistaken mistaken(VisibleTitles.Found found) {
    return found.standing().stream()
        .filter(event -> event.kind().correctable())
        .map(event ->
            new TitleSheet.Mistaken(
                event.id(), event.kind().label(), event.happenedOn(), event.banUntil() != null))
        .reduce((_, later) -> later)
        .orElse(null);
  }

  /// Nothing recorded here does not mean that the holder has not done it elsewhere.
  private @Nullable String overdue(VisibleTitles.Found found, LocalDate on) {
    return deadlines
        .updateOf(found.holding().title(), on.getYear())
        .filter(due -> on.isAfter(due.on()) && !due.on().isBefore(found.holding().heldFrom()))
        .map(due ->
            "%d 年度更新期限 %s 已过，这里没有更新记录；已在国家平台更新的请补登%s。"
                .formatted(
                    on.getYear(), due.on(), due.missed() == null ? "" : "（" + due.missed() + "）"))
        .orElse(null);
  }
}
