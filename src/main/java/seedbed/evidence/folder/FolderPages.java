package seedbed.evidence.folder;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.web.Download;

/// The papers of an application: what is there, what is missing, and all of it as one PDF.
@Hidden
@Controller("/applications/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class FolderPages {

  private final Folders folders;
  private final FolderPdf pdf;

  FolderPages(Folders folders, FolderPdf pdf) {
    this.folders = folders;
    this.pdf = pdf;
  }

  /// @param step of the application's history, or `now`; without it the end of what is closed
  @Get("/evidence")
  @View("evidence/application")
  Folder show(long id, @Nullable @QueryValue String step, Permission permission) {
    return folders.of(id, step, permission);
  }

  @Get("/folder.pdf")
  @Produces(MediaType.APPLICATION_PDF)
  HttpResponse<StreamedFile> folder(
      long id, @Nullable @QueryValue String step, Permission permission) throws IOException {
    Folder folder = folders.of(id, step, permission);
    Path file = Files.createTempFile("folder", ".pdf");
    try {
      pdf.write(folder, file);
      // Gone from the disk as soon as it has been sent, or the connection is lost.
      var bytes = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
      return HttpResponse.ok(new StreamedFile(bytes, MediaType.APPLICATION_PDF_TYPE))
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              Download.named(folder.company() + "-" + folder.title() + "-佐证材料.pdf"));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
