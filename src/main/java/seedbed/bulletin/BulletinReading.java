package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.criteria.Titles;
import seedbed.web.Address;
import seedbed.web.Bars;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.LineChart;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.PersonNames;
import seedbed.web.Refusal;

/// Puts the pages of bulletins together.
@Singleton
class BulletinReading {

  /// The lists that come from the sheets of companies.
  private static final Predicate<String> FIGURES =
      Pattern.compile("figure-.*|late-sheets|late-yearly|operating|yearly").asMatchPredicate();

  private static final int SUGGESTIONS = 20;
  private static final int SPARE = 3;
  private static final int OFFERED = 5;

  private final VisibleBulletins visible;
  private final Contents contents;
  private final Lines lines;
  private final List<Section> sections;
  private final Issuing issuing;
  private final Titles titles;
  private final Archiving archiving;
  private final Permissions permissions;
  private final PersonNames people;
  private final Clock clock;

  BulletinReading(
      VisibleBulletins visible,
      Contents contents,
      Lines lines,
      List<Section> sections,
      Issuing issuing,
      Titles titles,
      Archiving archiving,
      Permissions permissions,
      PersonNames people,
      Clock clock) {
    this.visible = visible;
    this.contents = contents;
    this.lines = lines;
    this.sections = sections;
    this.issuing = issuing;
    this.titles = titles;
    this.archiving = archiving;
    this.permissions = permissions;
    this.people = people;
    this.clock = clock;
  }

  Bulletin bulletin(long id, Permission permission) {
    return visible
        .find(id, permission.caller())
        .orElseThrow(() -> new Refusal.Absent("没有这一期通报，或者不在您的范围内。"));
  }

  /// One that the caller's own office makes.
  Bulletin own(long id, Permission permission) {
    Bulletin bulletin = bulletin(id, permission);
    if (!bulletin.regionCode().equals(permission.caller().regionCode())) {
      throw new Refusal.Stale("这一期由其他地区编制，只能查看。");
    }
    if (bulletin.issued()) {
      throw new Refusal.Stale("这一期已经印发，不能再改动；新的情况写进下一期。");
    }
    return bulletin;
  }

  BulletinPage.Index index(
      PageRequest page, Permission permission, @Nullable String typed, FormErrors errors) {
    Caller caller = permission.caller();
    boolean keeps = permissions.allow(caller, Act.KEEP_BULLETINS);
    return new BulletinPage.Index(
        visible.list(caller, page.size(), page.offset()),
        Pager.of(page, visible.count(caller)),
        keeps,
        keeps ? choices() : List.of(),
        typed,
        errors);
  }

  private List<Choice> choices() {
    LocalDate today = LocalDate.now(clock);
    List<Choice> choices = new ArrayList<>();
    Period quarter = Period.lastQuarter(today);
    for (int number = 0; number < OFFERED; number++) {
      choices.add(choice(quarter));
      quarter = Period.lastQuarter(quarter.firstDay());
    }
    choices.add(choice(new Period(today.getYear() - 1, Period.WHOLE_YEAR)));
    return choices;
  }

  private static Choice choice(Period period) {
    return new Choice(period.year() + "-" + period.quarter(), period.label() + period.kind());
  }

  static Period period(@Nullable String typed) {
    if (typed == null || !typed.matches("20[0-9]{2}-[0-4]")) {
      throw new Refusal.Invalid("period", "请选择编制哪一期。");
    }
    return new Period(
        Integer.parseInt(typed.substring(0, 4)), Integer.parseInt(typed.substring(5)));
  }

  Content content(Bulletin bulletin) {
    return bulletin.issued()
        ? contents.issued(bulletin.id()).orElseThrow().content()
        : contents.draft(bulletin.id());
  }

  BulletinPage page(Bulletin bulletin, Permission permission) {
    Content content = content(bulletin);
    return new BulletinPage(
        head(bulletin, content, permission),
        content,
        content.parts().stream().map(BulletinReading::view).toList());
  }

  private static BulletinPage.PartView view(Content.Part part) {
    return new BulletinPage.PartView(
        part,
        part.grids().stream()
            .map(grid -> {
              Content.Drawing drawing = grid.drawing();
              Content.Trend trend = grid.trend();
              return new BulletinPage.GridView(
                  grid,
                  drawing == null ? null : bars(drawing),
                  trend == null ? null : chart(trend));
            })
            .toList());
  }

  private static LineChart chart(Content.Trend trend) {
    return LineChart.of(
        trend.title(),
        trend.points().stream()
            .map(point -> new LineChart.Point(point.label(), point.value()))
            .toList(),
        null,
        null);
  }

  private static Bars bars(Content.Drawing drawing) {
    return Bars.of(
        drawing.bars().stream()
            .map(bar -> {
              Bars.Item item = Bars.Item.of(bar.label(), bar.size()).saying(bar.words());
              String to = bar.to();
              return to == null ? item : item.leadingTo(Address.of(to));
            })
            .toList());
  }

  /// What was issued beside what its digest comes to now.
  BulletinPage.Verification verification(Bulletin bulletin, Permission permission) {
    Contents.Issue issue =
        contents.issued(bulletin.id()).orElseThrow(() -> new Refusal.Absent("这一期还没有印发，没有可以核对的摘要。"));
    String again = issuing.frozen(bulletin.id());
    String entered =
        archiving.about(Issuing.KIND, bulletin.id()).stream()
            .filter(held -> held.number().equals(issue.archiveNumber()))
            .map(Archiving.Held::digest)
            .findFirst()
            .orElse(null);
    return new BulletinPage.Verification(
        head(bulletin, issue.content(), permission),
        clock.instant(),
        again.equals(issue.digest()) && issue.digest().equals(entered),
        issue.digest(),
        again,
        entered);
  }

  private BulletinPage.Head head(Bulletin bulletin, Content content, Permission permission) {
    Caller caller = permission.caller();
    Optional<Contents.Imprint> issue = contents.imprint(bulletin.id());
    boolean archive = permissions.allow(caller, Act.SEE_ARCHIVE);
    return new BulletinPage.Head(
        bulletin.id(),
        content.title(),
        content.period(),
        content.basis(),
        bulletin.stage().label(),
        bulletin.stage().styleClass(),
        !bulletin.issued(),
        !bulletin.issued()
            && permissions.allow(caller, Act.KEEP_BULLETINS)
            && bulletin.regionCode().equals(caller.regionCode()),
        ChronoUnit.DAYS.between(
            LocalDate.ofInstant(bulletin.knownAt(), clock.getZone()), LocalDate.now(clock)),
        bulletin.version(),
        bulletin.keptBy(),
        issue.map(Contents.Imprint::archiveNumber).orElse(null),
        issue.map(Contents.Imprint::on).orElse(null),
        issue.map(each -> each.as() + "（" + people.of(each.by()) + "）").orElse(null),
        issue.map(Contents.Imprint::digest).orElse(null),
        archive && bulletin.regionCode().startsWith(caller.regionCode())
            ? archiving.newestAbout(Series.BULLETIN, Issuing.KIND, bulletin.id()).orElse(null)
            : null);
  }

  /// @param town the code of a region
  record Asked(@Nullable String list, @Nullable String show, @Nullable String town) {}

  BulletinPage.Companies companies(
      Bulletin bulletin, Asked asked, PageRequest page, Permission permission) {
    String list = asked.list();
    if (list == null || !list.matches("[a-z0-9-]{1,40}")) {
      throw new Refusal.Invalid("list", "请从通报里的数字打开名单。");
    }
    String show = Objects.requireNonNullElse(asked.show(), "");
    String town = asked.town() == null || asked.town().isBlank() ? null : asked.town();
    List<Mark> marks = marks(show);
    var counted = new Lines.Wanted(bulletin.id(), list, marks, town, permission.scope());
    Scope reach = reach(list, permission.caller());
    var wanted = new Lines.Wanted(bulletin.id(), list, marks, town, reach);
    Lines.Tally tally = lines.tally(bulletin.stage(), counted);
    List<Lines.Line> found = lines.slice(bulletin.stage(), wanted, page.size(), page.offset());
    Content content = content(bulletin);
    return new BulletinPage.Companies(
        head(bulletin, content, permission),
        caption(list),
        list,
        show,
        town == null ? "" : town,
        chips(tally, show, marks),
        permission.caller().regionCode().length() > bulletin.regionCode().length()
            || !reach.equals(permission.scope()),
        reach instanceof Scope.Nothing,
        permissions.allow(permission.caller(), Act.SEE_COMPANIES),
        found.stream().anyMatch(line -> line.on() != null),
        found.stream().anyMatch(line -> line.amount() != null),
        found.stream().map(BulletinReading::line).toList(),
        Pager.of(page, count(lines.tally(bulletin.stage(), wanted), marks)));
  }

  private static long count(Lines.Tally tally, List<Mark> marks) {
    return marks.isEmpty() ? tally.all() : tally.of(marks.toArray(new Mark[0]));
  }

  /// Whose names somebody may read in a list, and whose figures where it tells any; everybody else
  /// is but counted.
  private Scope reach(String list, Caller caller) {
    return permissions
        .of(caller, FIGURES.test(list) ? Act.SEE_SHEETS : Act.SEE_COMPANIES)
        .map(Permission::scope)
        .orElse(new Scope.Nothing());
  }

  private static List<Mark> marks(String show) {
    return Stream.of(show.split(",", -1))
        .filter(code -> !code.isBlank())
        .map(code ->
            Mark.of(code).orElseThrow(() -> new Refusal.Invalid("show", "没有“" + code + "”这种情况。")))
        .toList();
  }

  private static Chips chips(Lines.Tally tally, String show, List<Mark> marks) {
    List<Chips.Chip> chips = new ArrayList<>();
    chips.add(new Chips.Chip("全部", "", tally.all(), marks.isEmpty()));
    if (marks.size() > 1) {
      chips.add(
          new Chips.Chip(
              String.join("＋", marks.stream().map(Mark::label).toList()),
              show,
              tally.of(marks.toArray(new Mark[0])),
              true));
    }
    Arrays.stream(Mark.values())
        .filter(mark -> tally.of(mark) > 0)
        .forEach(mark ->
            chips.add(
                new Chips.Chip(
                    mark.label(), mark.code(), tally.of(mark), marks.equals(List.of(mark)))));
    return new Chips("情况", "show", chips);
  }

  private String caption(String list) {
    return sections.stream()
        .map(section -> section.caption(list))
        .filter(caption -> !caption.isEmpty())
        .findFirst()
        .orElse("名单");
  }

  private static BulletinPage.CompanyLine line(Lines.Line line) {
    return new BulletinPage.CompanyLine(
        line.companyId(),
        line.company(),
        line.demo(),
        line.region(),
        line.mark().label(),
        line.mark().styleClass(),
        line.detail(),
        line.on(),
        line.amount());
  }

  /// The form as it is kept.
  BulletinPage.Edit edit(Bulletin bulletin, Permission permission) {
    return edit(bulletin, permission, contents.written(bulletin.id()), FormErrors.NONE, false);
  }

  /// The form as it was typed, with what is wrong and what was ticked.
  BulletinPage.Edit edit(Bulletin bulletin, Permission permission, Typed typed, FormErrors errors) {
    BulletinPage.Edit edit = edit(bulletin, permission, typed.written(), errors, false);
    return edit.ticked(typed.adopted());
  }

  /// The form with what was typed; where somebody else wrote in the meantime, what is kept stands
  /// beside it, and the next saving is done knowingly.
  BulletinPage.Edit edit(
      Bulletin bulletin,
      Permission permission,
      Contents.Written typed,
      FormErrors errors,
      boolean others) {
    Content content = contents.draft(bulletin.id());
    Contents.Written kept = contents.written(bulletin.id());
    UnaryOperator<String> mine = code -> typed.words().getOrDefault(code, "");
    List<BulletinPage.Field> fields =
        content.parts().stream()
            .map(part ->
                new BulletinPage.Field(
                    part.code(),
                    part.heading(),
                    part.sentences(),
                    mine.apply(part.code()),
                    others && !mine.apply(part.code()).equals(part.words()) ? part.words() : null))
            .toList();
    return new BulletinPage.Edit(
        head(bulletin, content, permission),
        fields,
        highlights(typed, kept, others),
        suggestions(bulletin, typed),
        Typed.MOST_HIGHLIGHTS,
        others,
        errors);
  }

  private static List<BulletinPage.HighlightField> highlights(
      Contents.Written typed, Contents.Written kept, boolean others) {
    List<BulletinPage.HighlightField> fields = new ArrayList<>();
    int rows = Math.max(typed.highlights().size(), others ? kept.highlights().size() : 0) + SPARE;
    for (int place = 1; place <= Math.min(rows, Typed.MOST_HIGHLIGHTS); place++) {
      Content.Highlight mine = at(typed.highlights(), place);
      Content.Highlight theirs = at(kept.highlights(), place);
      fields.add(
          new BulletinPage.HighlightField(
              place,
              mine.headline(),
              mine.words(),
              others && !mine.equals(theirs) ? theirs.headline() + "：" + theirs.words() : null));
    }
    return fields;
  }

  private static Content.Highlight at(List<Content.Highlight> highlights, int place) {
    return place <= highlights.size() ? highlights.get(place - 1) : new Content.Highlight("", "");
  }

  /// Titles won, the highest first; what is told already is not offered again.
  List<BulletinPage.Suggestion> suggestions(Bulletin bulletin, Contents.Written written) {
    List<BulletinPage.Suggestion> found = new ArrayList<>();
    for (Titles.Rung rung : titles.ladder().reversed()) {
      if (rung.kind() != Titles.Kind.POOL && found.size() < SUGGESTIONS) {
        for (Lines.Line line :
            lines.drafted(
                bulletin.id(),
                TierSection.TITLE + rung.code(),
                List.of(Mark.WON),
                SUGGESTIONS - found.size())) {
          found.add(suggestion(line, rung));
        }
      }
    }
    return found.stream()
        .filter(each ->
            written.highlights().stream()
                .noneMatch(told -> told.headline().equals(each.headline())))
        .toList();
  }

  private static BulletinPage.Suggestion suggestion(Lines.Line line, Titles.Rung rung) {
    String headline = line.company() + "获" + rung.shortLabel();
    return new BulletinPage.Suggestion(
        rung.code() + "-" + line.companyId(),
        headline.length() <= Typed.LONGEST_HEADLINE
            ? headline
            : headline.substring(0, Typed.LONGEST_HEADLINE),
        "%s（%s）取得%s，文件：%s。".formatted(line.company(), line.region(), rung.label(), line.detail()),
        false);
  }
}
