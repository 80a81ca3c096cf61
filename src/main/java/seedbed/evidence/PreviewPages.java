package seedbed.evidence;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;
import seedbed.evidence.content.FileFormat.Preview;
import seedbed.evidence.content.OfficeText;
import seedbed.web.Refusal;

/// Looks at evidence in the browser: pictures as they are, pages of a PDF as pictures of them, of
/// office files what they say.
@Hidden
@Controller("/evidence/{id}/versions/{number}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PreviewPages {

  private final VisibleCompanies companies;
  private final VisibleEvidence visible;
  private final EvidenceListing listing;
  private final ContentStore store;
  private final PagePictures pictures;
  private final EvidenceSettings settings;
  private final Clock clock;

  PreviewPages(
      VisibleCompanies companies,
      VisibleEvidence visible,
      EvidenceListing listing,
      ContentStore store,
      PagePictures pictures,
      EvidenceSettings settings,
      Clock clock) {
    this.companies = companies;
    this.visible = visible;
    this.listing = listing;
    this.store = store;
    this.pictures = pictures;
    this.settings = settings;
    this.clock = clock;
  }

  /// @param from the first page to show
  @Get("/preview")
  @View("evidence/preview")
  PreviewPage show(long id, int number, @Nullable @QueryValue Integer from, Permission permission)
      throws IOException {
    Evidence evidence = found(id, permission);
    Evidence.Version version = version(evidence, number);
    Company company =
        companies
            .find(evidence.companyId(), Known.today(permission.scope(), clock))
            .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的佐证材料。"));
    var standing = evidence.standing(LocalDate.now(clock), settings.warningDays());
    return new PreviewPage(
        company.id(),
        company.name(),
        company.demo(),
        evidence,
        version,
        listing.proves(evidence),
        standing.label(),
        standing.styleClass(),
        from == null || from < 1 || from > version.pages() ? 1 : from,
        lines(version));
  }

  private List<String> lines(Evidence.Version version) throws IOException {
    return version.cleared() && version.format().preview() == Preview.LINES
        ? OfficeText.of(store.verified(version.hash()), version.format(), version.bytes())
        : List.of();
  }

  /// What the page before shows: the picture, or a picture of a page.
  @Get("/pages/{page}")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> page(long id, int number, int page, Permission permission)
      throws IOException {
    Evidence.Version version = version(found(id, permission), number);
    Preview preview = version.format().preview();
    int pages =
        switch (preview) {
          case PICTURE -> 1;
          case PAGES -> version.pages();
          case LINES, NONE -> 0;
        };
    if (page < 1 || page > pages) {
      throw new Refusal.Absent("这份佐证材料没有第 " + page + " 页可以预览。");
    }
    if (!version.cleared()) {
      throw new Refusal.Stale("这一版" + version.state() + "，暂不能预览。");
    }
    var content = store.verified(version.hash());
    boolean picture = preview == Preview.PICTURE;
    return HttpResponse.ok(picture ? Files.readAllBytes(content) : pictures.draw(content, page))
        .contentType(picture ? version.format().mediaType() : MediaType.IMAGE_JPEG)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
        .header("Content-Security-Policy", EvidencePages.NOTHING_RUNS);
  }

  private Evidence found(long id, Permission permission) {
    return visible
        .find(id, permission)
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的佐证材料。"));
  }

  private static Evidence.Version version(Evidence evidence, int number) {
    return evidence
        .version(number)
        .orElseThrow(() -> new Refusal.Absent("这份佐证材料没有第 " + number + " 版。"));
  }
}
