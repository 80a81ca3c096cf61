package seedbed.review;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.archive.Archiving;
import seedbed.archive.Series;
import seedbed.criteria.rule.Truth;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.web.Download;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// The list that a closed round publishes, its comparison with the year before, and both as files.
@Hidden
@Controller("/reviews/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PublicationPages {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final MemberQuery ALL = new MemberQuery(null, null, null);
  private static final int MOST_GONE = 200;

  private final RoundReading reading;
  private final VisibleMembers members;
  private final Comparison comparison;
  private final PublicationFiles files;
  private final Archiving archiving;

  PublicationPages(
      RoundReading reading,
      VisibleMembers members,
      Comparison comparison,
      PublicationFiles files,
      Archiving archiving) {
    this.reading = reading;
    this.members = members;
    this.comparison = comparison;
    this.files = files;
    this.archiving = archiving;
  }

  @Introspected
  record ListPage(
      RoundPage.Head head,
      RoundPage.Totals totals,
      List<Line> lines,
      Pager pager,
      boolean whole,
      List<RoundPage.BasisLine> bases,
      List<RoundPage.SupplementLine> supplements) {}

  /// @param place counted from 1 over the whole list
  @Introspected
  record Line(long place, @Nullable String creditCode, RoundPage.Line member) {}

  @Introspected
  record ComparisonPage(
      RoundPage.Head head,
      Comparison.Counts counts,
      List<String> columns,
      List<MoveRow> moves,
      List<ChangedLine> changed,
      Pager pager,
      boolean whole,
      long goneCount,
      List<GoneLine> gone) {

    /// Some of it is not on this page.
    public boolean cut() {
      return pager.many() || goneCount > gone.size();
    }
  }

  /// What became of those who were told something last year.
  @Introspected
  record MoveRow(String was, List<Long> now, long all) {}

  @Introspected
  record ChangedLine(
      long member,
      String name,
      String region,
      boolean demo,
      boolean joined,
      @Nullable Truth lastStay,
      @Nullable Truth stay,
      @Nullable String lastRuling,
      @Nullable String ruling,
      @Nullable String rulingClass) {}

  @Introspected
  record GoneLine(long member, String name, String region, boolean demo, String ruling) {}

  @Get("/list")
  @View("reviews/list")
  ListPage list(
      long id, PageRequest page, Permission permission, @Nullable @QueryValue String all) {
    Round round = reading.round(id, permission);
    Labels labels = reading.labels(round);
    var scope = permission.scope();
    var totals = RoundReading.totals(members.towns(id, scope));
    // Paper has no next page to go to: a list is printed as a whole.
    boolean whole = all != null;
    int first = whole ? 0 : page.offset();
    var rows =
        members.published(
            id, ALL, scope, whole ? Math.toIntExact(totals.members()) : page.size(), first);
    List<Line> lines = new ArrayList<>();
    for (var row : rows) {
      lines.add(
          new Line(first + lines.size() + 1L, row.creditCode(), RoundReading.line(row, labels)));
    }
    return new ListPage(
        reading.head(round, labels),
        totals,
        lines,
        whole
            ? new Pager(1, Math.max(1, lines.size()), totals.members())
            : Pager.of(page, totals.members()),
        whole,
        reading.bases(round, labels),
        reading.visibleSupplements(round, permission));
  }

  @Get("/comparison")
  @View("reviews/comparison")
  ComparisonPage compare(
      long id, PageRequest page, Permission permission, @Nullable @QueryValue String all) {
    Round round = reading.round(id, permission);
    var scope = permission.scope();
    Long last = round.lastRound();
    boolean whole = all != null;
    long changed = last == null ? 0 : comparison.changedCount(id, scope);
    long gone = last == null ? 0 : comparison.goneCount(id, last, scope);
    Pager pager =
        whole
            ? new Pager(1, Math.toIntExact(Math.max(1, changed)), changed)
            : Pager.of(page, changed);
    var moves = comparison.moves(id, scope);
    return new ComparisonPage(
        reading.head(round),
        comparison.counts(id, scope),
        MoveTable.columns(),
        MoveTable.rows(moves),
        last == null
            ? List.of()
            : comparison.changed(id, scope, pager.size(), whole ? 0 : page.offset()).stream()
                .map(PublicationPages::changed)
                .toList(),
        pager,
        whole,
        gone,
        last == null
            ? List.of()
            : comparison.gone(id, last, scope, whole ? Math.toIntExact(gone) : MOST_GONE).stream()
                .map(each ->
                    new GoneLine(
                        each.member(),
                        each.name(),
                        each.region(),
                        each.demo(),
                        each.ruling().label()))
                .toList());
  }

  private static ChangedLine changed(Comparison.Changed changed) {
    Decision ruling = changed.ruling();
    return new ChangedLine(
        changed.member(),
        changed.name(),
        changed.region(),
        changed.demo(),
        changed.lastRuling() == null,
        changed.lastStay(),
        changed.stay(),
        changed.lastRuling() == null ? null : changed.lastRuling().label(),
        ruling == null ? null : ruling.label(),
        ruling == null ? null : ruling.styleClass());
  }

  @Get("/list.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(long id, Permission permission) throws IOException {
    Round round = reading.round(id, permission);
    return file(files.workbook(round, permission.scope()), files.name(round) + ".xlsx");
  }

  @Get("/list.docx")
  @Produces(WORD)
  HttpResponse<byte[]> document(long id, Permission permission) throws IOException {
    Round round = reading.own(id, permission);
    if (!round.closed()) {
      throw new Refusal.Stale("这一轮动态管理还没有办结，不能导出公布文件。");
    }
    // What was archived when it was closed; those closed before that was kept are written anew.
    Optional<Path> frozen = archiving.frozen(Series.REVIEW, "review", id);
    byte[] content =
        frozen.isPresent()
            ? Files.readAllBytes(frozen.get())
            : files.document(round, permission.scope());
    return file(content, files.name(round) + ".docx");
  }

  private static HttpResponse<byte[]> file(byte[] content, String name) {
    return HttpResponse.ok(content).header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name));
  }
}
