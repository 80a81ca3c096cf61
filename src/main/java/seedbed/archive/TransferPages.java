package seedbed.archive;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.ArchivePlan.Retention;
import seedbed.spreadsheet.WorkbookFile;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Download;
import seedbed.web.Refusal;

/// The list of what the reader's unit hands over of a year.
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class TransferPages {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final String ALL = "all";

  private final TransferFiles files;
  private final VisibleDocuments documents;
  private final Regions regions;
  private final Clock clock;

  TransferPages(TransferFiles files, VisibleDocuments documents, Regions regions, Clock clock) {
    this.files = files;
    this.documents = documents;
    this.regions = regions;
    this.clock = clock;
  }

  /// @param unplaced how many have no place on a shelf yet
  @Introspected
  record Page(
      String title,
      String year,
      String keep,
      List<Choice> years,
      List<Choice> keeping,
      List<Line> lines,
      int count,
      int unplaced,
      Address workbook,
      Address document) {}

  @Introspected
  record Line(
      int place,
      long id,
      String number,
      String subject,
      String author,
      @Nullable String reference,
      LocalDate datedOn,
      @Nullable Integer pages,
      String retention,
      @Nullable String spot,
      @Nullable String standing) {}

  @Get("/archive/transfer")
  @Produces(MediaType.TEXT_HTML)
  @View("archive/transfer")
  Page show(
      @Nullable @QueryValue String year, @Nullable @QueryValue String keep, Permission permission) {
    TransferFiles.Choice choice = choice(year, keep, permission);
    List<Line> lines = new ArrayList<>();
    for (Listed listed : files.lines(choice, permission.scope())) {
      lines.add(line(listed, lines.size() + 1));
    }
    List<Choice> keeping = new ArrayList<>();
    keeping.add(new Choice(ALL, "全部"));
    keeping.addAll(RegisterReading.keeping());
    Retention wanted = choice.keep();
    String code = wanted == null ? ALL : wanted.code();
    return new Page(
        choice.title(),
        "" + choice.year(),
        code,
        years(choice.year(), permission),
        keeping,
        lines,
        lines.size(),
        (int) lines.stream().filter(line -> line.spot() == null).count(),
        Address.of("/archive-transfer.xlsx").with("year", choice.year()).with("keep", code),
        Address.of("/archive-transfer.docx").with("year", choice.year()).with("keep", code));
  }

  private List<Choice> years(int chosen, Permission permission) {
    List<String> years = new ArrayList<>(documents.extent(permission.scope()).years());
    if (!years.contains("" + chosen)) {
      years.addFirst("" + chosen);
    }
    return years.stream().map(year -> new Choice(year, year + "年")).toList();
  }

  private static Line line(Listed listed, int place) {
    Letter letter = listed.letter();
    return new Line(
        place,
        listed.id(),
        listed.number(),
        listed.subject(),
        TransferFiles.author(listed),
        listed.reference(),
        listed.datedOn(),
        letter == null ? null : letter.pages(),
        listed.retention().label(),
        listed.spot() == null ? null : listed.spot().toString(),
        RegisterReading.standing(listed));
  }

  // Not below /archive: a browser that prefers pages would be led to the one of a document.
  @Get("/archive-transfer.xlsx")
  @Produces(WorkbookFile.TYPE)
  HttpResponse<byte[]> workbook(
      @Nullable @QueryValue String year, @Nullable @QueryValue String keep, Permission permission)
      throws IOException {
    TransferFiles.Choice choice = choice(year, keep, permission);
    var out = new ByteArrayOutputStream();
    files.workbook(choice, permission.scope(), out);
    return file(out, choice.fileName() + ".xlsx");
  }

  @Get("/archive-transfer.docx")
  @Produces(WORD)
  HttpResponse<byte[]> document(
      @Nullable @QueryValue String year, @Nullable @QueryValue String keep, Permission permission)
      throws IOException {
    TransferFiles.Choice choice = choice(year, keep, permission);
    var out = new ByteArrayOutputStream();
    files.document(choice, permission.scope(), out);
    return file(out, choice.fileName() + ".docx");
  }

  private static HttpResponse<byte[]> file(ByteArrayOutputStream content, String name) {
    return HttpResponse.ok(content.toByteArray())
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(name));
  }

  // A year is handed over when it is over.
  private TransferFiles.Choice choice(
      @Nullable String year, @Nullable String keep, Permission permission) {
    String unit = permission.caller().regionCode();
    Integer wanted =
        new RegisterFilter(null, null, year, null, null, null, null, null).wantedYear();
    return new TransferFiles.Choice(
        unit,
        regions.findByCode(unit).map(Region::name).orElse(""),
        wanted == null ? LocalDate.now(clock).getYear() - 1 : wanted,
        keep == null || keep.isBlank() || keep.equals(ALL)
            ? null
            : Retention.of(keep)
                .orElseThrow(() -> new Refusal.Invalid("keep", "没有“" + keep + "”这种保管期限。")));
  }
}
