package seedbed.imports;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.spreadsheet.CsvFile;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Formats;
import seedbed.web.Progress;

/// An import as its page shows it.
///
/// @param refresh seconds after which a browser without scripts should look again
/// @param headNoted whether something about the head has to be looked at
/// @param corrects the file whose figures this one puts right
/// @param correctable earlier imports to choose from
/// @param barred why its reader may look at it and not store it
/// @param problem why the last act was refused
@Introspected
record ImportView(
    Import upload,
    ImportState state,
    @Nullable Progress progress,
    @Nullable Integer refresh,
    List<Line> lines,
    boolean linesCut,
    boolean headNoted,
    boolean annotated,
    boolean repeatable,
    @Nullable String sameAs,
    @Nullable String corrects,
    List<Choice> correctable,
    List<Asked> asked,
    @Nullable String announced,
    @Nullable String barred,
    @Nullable String problem) {

  private static final int SECONDS = 2;

  /// Something that was found.
  @Introspected
  record Line(
      String place,
      String heading,
      boolean error,
      String severity,
      String shown,
      String reason,
      String remedy) {

    static Line of(Finding finding) {
      return new Line(
          finding.column() == null
              ? "第 " + finding.row() + " 行"
              : letter(finding.column()) + finding.row(),
          finding.heading(),
          finding.error(),
          finding.severity().label(),
          finding.shown(),
          finding.reason(),
          finding.remedy());
    }
  }

  /// A row of which somebody has to say which company it means.
  @Introspected
  record Asked(int row, String typed, String field, List<Choice> choices) {

    static Asked of(Matches.Doubtful doubtful) {
      return new Asked(
          doubtful.row(),
          doubtful.typed(),
          "row-" + doubtful.row(),
          doubtful.choices().stream()
              .map(choice -> new Choice(Long.toString(choice.company()), choice.label()))
              .toList());
    }
  }

  /// What it has to do with other imports, and what was said with it.
  ///
  /// @param doubtful rows of which somebody has to say whom they mean
  /// @param announced what an announced list says of all its rows, in words
  /// @param barred why its reader may not store it
  record Relations(
      @Nullable Import same,
      @Nullable Import corrected,
      List<Import> correctable,
      List<Matches.Doubtful> doubtful,
      @Nullable String announced,
      @Nullable String barred) {
    static final Relations NONE = new Relations(null, null, List.of(), List.of(), null, null);
  }

  /// How many things are listed on the page.
  static final int LISTED = 100;

  static ImportView of(
      Import upload,
      Instant now,
      List<Finding> findings,
      boolean annotated,
      Relations relations,
      @Nullable String problem) {
    @Nullable Import same = relations.same();
    @Nullable Import corrected = relations.corrected();
    ImportState state = upload.stateAt(now);
    return new ImportView(
        upload,
        state,
        state.working() ? progress(upload, state) : null,
        state.working() ? SECONDS : null,
        findings.stream().limit(LISTED).map(Line::of).toList(),
        findings.size() > LISTED,
        findings.stream().anyMatch(finding -> isOfHead(finding, upload)),
        annotated,
        repeatable(state) && upload.fileKept(now),
        same == null
            ? null
            : "内容与 %s 登记的“%s”相同，已登记的不会重复。".formatted(Formats.time(same.endedAt()), same.fileName()),
        corrected == null ? null : corrected.sourceDocument(),
        relations.correctable().stream().map(ImportView::choice).toList(),
        relations.doubtful().stream().map(Asked::of).toList(),
        relations.announced(),
        relations.barred(),
        problem);
  }

  /// One line of the list.
  static ImportView listed(Import upload, Instant now) {
    return of(upload, now, List.of(), false, Relations.NONE, null);
  }

  static Progress progress(Import upload, ImportState state) {
    return new Progress(
        upload.totalRows() == 0 && state == ImportState.CHECKING ? "正在清点行数" : state.label(),
        upload.doneRows(),
        Math.max(1, upload.totalRows()),
        switch (state) {
          case WAITING, CHECKING, STORING -> Progress.State.RUNNING;
          case CHECKED, STORED -> Progress.State.DONE;
          case REFUSED, CANCELLED, FAILED, INTERRUPTED -> Progress.State.FAILED;
        },
        state == ImportState.STORING ? "全部完成后一次登记，中途停止不会留下半截数据" : null,
        Address.of("/imports/" + upload.id() + "/progress"));
  }

  public boolean checked() {
    return state == ImportState.CHECKED;
  }

  /// Whether its reader may have it stored.
  public boolean offered() {
    return checked() && barred == null;
  }

  public boolean stored() {
    return state == ImportState.STORED;
  }

  public boolean interrupted() {
    return state == ImportState.INTERRUPTED;
  }

  /// Ended without a result.
  public boolean ended() {
    return state == ImportState.REFUSED
        || state == ImportState.FAILED
        || state == ImportState.CANCELLED;
  }

  public String correctsId() {
    Long id = upload.correctsId();
    return id == null ? "" : id.toString();
  }

  public boolean storable() {
    return upload.goodRows() > 0;
  }

  /// Which rows the button below stores.
  public String storedRows() {
    return upload.wrongRows() == 0 ? "all" : "good";
  }

  public String storeLabel() {
    String count = Formats.count(upload.goodRows()) + " 行";
    if (doubtful()) {
      return "连同有提示的，导入 " + count;
    }
    return upload.wrongRows() == 0 ? "导入全部 " + count : "只导入正确的 " + count;
  }

  /// Good rows without anything to look at.
  public long cleanRows() {
    return upload.goodRows() - upload.remarkedRows();
  }

  /// Whether leaving out what has to be looked at is a choice.
  public boolean sortable() {
    return doubtful() && cleanRows() > 0;
  }

  /// Good rows that were left out as wished.
  public long leftOut() {
    return stored() ? upload.goodRows() - upload.storedRows() : 0;
  }

  public long rows() {
    return upload.goodRows() + upload.wrongRows() + upload.knownRows();
  }

  public boolean corrections() {
    return upload.corrected() > 0;
  }

  public boolean known() {
    return upload.knownRows() > 0;
  }

  public boolean wrong() {
    return upload.wrongRows() > 0;
  }

  public boolean doubtful() {
    return upload.cautions() > 0;
  }

  public boolean nothingNew() {
    return upload.wrongRows() == 0 && upload.goodRows() == 0;
  }

  public String kind() {
    ImportKind kind = upload.kind();
    return kind == null ? "尚未识别" : kind.label();
  }

  /// Null for a text file, which has none.
  public @Nullable String sheet() {
    return CsvFile.SHEET.equals(upload.sheet()) ? null : upload.sheet();
  }

  public String counted() {
    ImportKind kind = upload.kind();
    return kind == null ? "" : kind.counted();
  }

  public String size() {
    return upload.fileSize() < 1024 * 1024
        ? Math.ceilDiv(upload.fileSize(), 1024) + " KB"
        : Formats.number(BigDecimal.valueOf(upload.fileSize() * 10 / (1024 * 1024), 1)) + " MB";
  }

  /// Symbol and style of the state, for lists.
  public String styleClass() {
    return switch (state) {
      case STORED -> "met";
      case REFUSED, FAILED -> "not";
      case CHECKED, INTERRUPTED -> "unknown";
      case WAITING, CHECKING, STORING, CANCELLED -> "";
    };
  }

  /// What came of it, in a few words.
  public String result() {
    return switch (state) {
      case STORED -> "登记 " + Formats.count(upload.storedValues()) + " " + counted();
      case CHECKED ->
          Formats.count(upload.goodRows()) + " 行可登记，" + Formats.count(upload.wrongRows()) + " 行有错误";
      case REFUSED, FAILED, CANCELLED -> upload.sentence() == null ? "" : upload.sentence();
      case INTERRUPTED -> "没有登记任何数据，可以重新开始";
      case WAITING, CHECKING, STORING ->
          Formats.count(upload.doneRows()) + " / " + Formats.count(upload.totalRows()) + " 行";
    };
  }

  private static boolean isOfHead(Finding finding, Import upload) {
    return !finding.error() && Objects.equals(finding.row(), upload.headRow());
  }

  private static boolean repeatable(ImportState state) {
    return switch (state) {
      case CHECKED, INTERRUPTED, FAILED, CANCELLED -> true;
      case WAITING, CHECKING, STORING, STORED, REFUSED -> false;
    };
  }

  private static Choice choice(Import earlier) {
    String label =
        "%s（%s 登记 %s %s）"
            .formatted(
                earlier.sourceDocument(),
                Formats.time(earlier.endedAt()),
                Formats.count(earlier.storedValues()),
                ImportKind.FIGURES.counted());
    return new Choice(Long.toString(earlier.id()), label);
  }

  static String letter(int column) {
    StringBuilder name = new StringBuilder();
    for (int left = column + 1; left > 0; left = (left - 1) / 26) {
      name.insert(0, (char) ('A' + (left - 1) % 26));
    }
    return name.toString();
  }
}
